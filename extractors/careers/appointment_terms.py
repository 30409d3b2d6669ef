"""Ledgers of one person's appointments: a row for each term, with the post, its beginning and its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
import regex

from extractors.base import fact
from extractors.carried import tables_of
from extractors.grammar import values
from extractors.layout import PageView
from extractors.records import Fact
from extractors.table_records import Row
from extractors.types.title_certificate import title_value

_TERMS = {
    "number": regex.compile(r"^(?:序号|次数)$"),
    "person": regex.compile(r"^姓名$"),
    "title": regex.compile(r"^(?:聘任|聘用|受聘|拟聘|所聘)?(?:专业技术)?(?:职务|岗位|职称)(?:名称)?(?:\([^()]*\))?$"),
    "start": regex.compile(r"^(?:聘任|聘用|受聘|聘期|任职|起聘|任期)?(?:起始|开始|起|自)(?:时间|日期|年月|日)?$"),
    "end": regex.compile(r"^(?:聘任|聘用|受聘|聘期|任职|任期)?(?:终止|截止|结束|届满|止|至)(?:时间|日期|年月|日)?$"),
    "period": regex.compile(
        r"^(?:聘任|聘用|受聘|任职|聘期)?(?:起止|期限)(?:时间|日期|年月)?$|^(?:聘任|聘用)(?:时间|期间)$|^聘期$|^任期$"
    ),
    "employer": regex.compile(r"^(?:聘任|聘用|工作)?单位(?:名称)?(?:\((?:盖章|公章)\))?$"),
    "note": regex.compile(r"意见|备注|盖章|依据|文号"),
}
_DATED = regex.compile(r"(?:19|20)\d\d")


def terms(views: Sequence[PageView]) -> list[Fact]:
    """The rows of a ledger of one person's appointments, an item each; nothing where there are fewer than two."""
    rows: list[list[Fact]] = []
    for table in tables_of(views, _TERMS, _DATED):
        if "title" in table.names and "person" not in table.names and table.names & {"start", "period"}:
            rows += [found for row in table.rows if (found := list(_term(row)))]
    several = rows if len(rows) > 1 else []
    return [msgspec.structs.replace(f, item=item) for item, row in enumerate(several, 1) for f in row]


def _term(row: Row) -> Iterator[Fact]:
    title = title_value(row.cell("title"))
    start, end = row.cell("start") or row.cell("period"), row.cell("end") or row.cell("period")
    first, last = values.period_start(start), (values.date if row.cell("end") else values.period_end)(end)
    if title is None or first is None:
        return
    yield fact("title", title.value, row.cell("title"), title.start, title.end)
    yield fact("start_date", first.value, start, first.start, first.end)
    if last is not None:
        yield fact("end_date", last.value, end, last.start, last.end)
