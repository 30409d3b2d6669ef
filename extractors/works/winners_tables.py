"""Those whom a notice of results lists beside their works, in a column for authors or for who did the work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from extractors.carried import tables_of
from extractors.grammar import names
from extractors.layout import PageView
from extractors.passage import Passage
from extractors.works.sentence_lists import are_names

_HEADS = {
    "number": regex.compile(r"^(?:序号|编号|排名)$"),
    "people": regex.compile(
        r"^(?:主要|项目|成果|作品)?(?:完成人|完成人员|作者|获奖者|获奖人|获奖人员|主创|主创人员|编创人员|参与人员|团队成员)$"
    ),
    "work": regex.compile(r"^(?:获奖)?(?:作品|项目|成果|案例|课题|论文|题目)(?:名称|题目)?$"),
    "grade": regex.compile(r"^(?:获奖|奖励)?(?:奖次|等次|等级|奖项|奖级)$"),
    "unit": regex.compile(r"单位(?:名称)?$"),
}


def beside_works(views: Sequence[PageView]) -> Iterator[tuple[Passage, tuple[str, ...]]]:
    """The names of each row, and its cell; none of a table without a column for works."""
    for table in tables_of(views, _HEADS):
        for row in table.rows if {"people", "work"} <= table.names else ():
            cell = row.cell("people").bare()
            people = names.listed(cell.text)
            if cell and people and are_names(people):
                yield cell, people
