"""Lists of works that somebody took part in: a table with a row for each (工程业绩一览表)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec
import regex

from extractors.base import fact
from extractors.carried import tables_of
from extractors.grammar import values
from extractors.grammar.labels import Parser
from extractors.layout import PageView
from extractors.records import Fact
from extractors.table_records import Row

_HEADS = {
    "project_name": regex.compile(r"^(?:工程|项目|业绩|成果|作品|标准|品种)(?:项目|\(项目\))?名称$"),
    "role": regex.compile(
        r"^(?:本人)?(?:担任|承担)?(?:的)?(?:角色|职务|岗位|任务|工作)$|^(?:本人|所任|主要)?(?:作用|职责|职务)$"
    ),
    "period": regex.compile(r"起止|^(?:工期|时间|参与时间|实施时间|建设时间|工作时间)$"),
    "start_date": regex.compile(r"^(?:开工|开始)(?:时间|日期|年月)$"),
    "end_date": regex.compile(r"^(?:竣工|完工|完成|结束)(?:时间|日期|年月)$"),
}
_PARSERS: tuple[tuple[str, str, Parser], ...] = (
    ("project_name", "project_name", values.long_text),
    ("role", "role", values.text),
    ("period", "start_date", values.period_start),
    ("period", "end_date", values.period_end),
    ("start_date", "start_date", values.date),
    ("end_date", "end_date", values.date),
)
NAMES = frozenset(name for _, name, _ in _PARSERS)


def rows(views: Sequence[PageView]) -> list[Fact]:
    """The facts of a table of works, an item a row; none where fewer than two rows name a work and more of it."""
    found = [
        facts
        for table in tables_of(views, _HEADS)
        if "project_name" in table.names
        for row in table.rows
        if len(facts := list(_facts(row))) > 1 and facts[0].name == "project_name"
    ]
    return [_of(one, item) for item, row in enumerate(found, 1) for one in row] if len(found) > 1 else []


def _of(one: Fact, item: int) -> Fact:
    return msgspec.structs.replace(one, item=item)


def _facts(row: Row) -> Iterator[Fact]:
    for column, name, parse in _PARSERS:
        cell = row.cell(column)
        value = parse(cell) if cell else None
        if value is not None and cell.prints(value.start, value.end):
            yield fact(name, value.value, cell, value.start, value.end)


def without(found: Iterable[Fact], rows: Sequence[Fact]) -> list[Fact]:
    """``found`` without what each row of a table says for itself, where there are ``rows``."""
    return [one for one in found if not rows or one.name not in NAMES]
