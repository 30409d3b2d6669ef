"""The row of a career that runs to this day, with what wrapped cells print above and below its line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import Case
from checks.locate import pages
from checks.reading import plain
from extractors.layout import Line, PageView
from extractors.records import Document

RUNNING = re.compile("至今|~今|-今|—今|至现在|[-—~]现在")
_DATED = re.compile(r"\d{4}[.年/-]")
_GAP = 0.3  # of a line's height by which the lines of one cell may stand apart
_PLAINLY = 1.5  # times nearer than to another row


def present_rows(case: Case, document: Document) -> Iterator[str]:
    """The text of each row that runs to this day: its own line first, then the lines of its cells."""
    for page in pages(case, document):
        lines = PageView(page).lines
        dated = [line for line in lines if _DATED.search(plain(line.text))]
        for row in lines:
            if RUNNING.search(plain(row.text)):
                others = [line for line in dated if line is not row]
                beside = [line.text for line in lines if line is not row and _wrapped(line, row, others)]
                yield plain("".join([row.text, *beside]))


def _wrapped(line: Line, row: Line, others: list[Line]) -> bool:
    """Whether a line belongs to a cell of the row: it touches the row's own line, bears no date, and stands plainly
    nearer to it than to any ``others`` that begin rows of their own."""
    slack = _GAP * (row.box.y1 - row.box.y0)
    touches = line.box.y0 < row.box.y1 + slack and row.box.y0 - slack < line.box.y1
    if not touches or line in others:
        return False
    return all(_PLAINLY * _apart(line, row) <= _apart(line, other) for other in others)


def _apart(one: Line, other: Line) -> float:
    return abs(one.box.y0 + one.box.y1 - other.box.y0 - other.box.y1) / 2
