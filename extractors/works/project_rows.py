"""Letters that set several projects at once: a table with a row for each, of which one may be the applicant's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from extractors.base import fact
from extractors.carried import tables_of
from extractors.grammar import values
from extractors.grammar.labels import Parser
from extractors.layout import PageView
from extractors.records import Fact
from extractors.table_records import Row
from extractors.works import codes
from extractors.works.project_people import leaders, members

_HEADS = {
    "project_name": regex.compile(r"^(?:项目|课题|成果|专题|计划项目|立项课题)(?:题目)?名称$|^(?:项目|课题)题目$"),
    "project_number": regex.compile(r"^(?:(?:项目|课题|立项|计划|合同|任务书)(?:批准)?(?:编)?号|批准号|编号)$"),
    "leader": regex.compile(r"^(?:项目|课题)?(?:主持人|负责人|组长)$"),
    "members": regex.compile(
        r"^(?:项目|课题)?(?:主要)?(?:参加|参与|完成)(?:人员?|者)$|^(?:项目|课题)?(?:组)?(?:主要)?成员$"
    ),
    "start_date": regex.compile(r"起止|研究期限|执行期|实施期限|项目周期|研究周期"),
}
_PARSERS: dict[str, tuple[tuple[str, Parser], ...]] = {
    "project_name": (("project_name", values.long_text),),
    "project_number": (("project_number", codes.serial),),
    "leader": (("leader", leaders),),
    "members": (("members", members),),
    "start_date": (("start_date", values.period_start), ("end_date", values.period_end)),
}
NAMES = ("project_name", "project_number", "leader", "members", "start_date", "end_date")


def project_rows(views: Sequence[PageView]) -> list[Fact]:
    """The facts of a table of projects, an item a row; none where fewer than two rows name a project and a person."""
    rows = [
        row
        for table in tables_of(views, _HEADS, least=3)
        if "project_name" in table.names and table.names & {"leader", "members"}
        for row in table.rows
        if row.cell("project_name") and (row.cell("leader") or row.cell("members"))
    ]
    return [one for item, row in enumerate(rows, 1) for one in _facts(row, item)] if len(rows) > 1 else []


def _facts(row: Row, item: int) -> Iterator[Fact]:
    for column, parsers in _PARSERS.items():
        cell = row.cell(column)
        for name, parse in parsers if cell else ():
            value = parse(cell)
            if value is not None and cell.prints(value.start, value.end):
                yield fact(name, value.value, cell, value.start, value.end, item=item)


def without_rows(found: Sequence[Fact], rows: Sequence[Fact]) -> list[Fact]:
    """``found`` without what was read in the rows of a table, each of which is about a project of its own."""
    said = {(f.name, f.value) for f in rows}
    return [f for f in found if f.name not in NAMES or (f.name, f.value) not in said] if rows else list(found)
