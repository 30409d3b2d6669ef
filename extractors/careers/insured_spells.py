"""Times insured, from a table of spells with an employer each or of months, drawn together by employer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec
import regex

from extractors.base import fact
from extractors.carried import tables_of
from extractors.grammar import dates, values
from extractors.grammar.normal import tight
from extractors.layout import PageView
from extractors.passage import Passage
from extractors.records import Fact
from extractors.table_records import Row
from ingest.geometry import Box

_HEADS = {
    "number": regex.compile(r"^序号$"),
    "month": regex.compile(
        r"^(?:缴费|费款|所属|费款所属|参保|对应费款所属)?(?:年月|期间|所属期|月份|缴费年月|费款所属期)$"
    ),
    "start": regex.compile(r"(?:起始|开始|参保起|起)(?:年月|时间|日期)$|^(?:缴费|参保)起始?$"),
    "end": regex.compile(r"(?:截止|终止|结束|止)(?:年月|时间|日期)$|^(?:缴费|参保)(?:截?止|终止)$"),
    "period": regex.compile(r"起止(?:年月|时间|日期)$|缴费(?:时间段|期间|时间|起止)$|^参保时间$"),
    "employer": regex.compile(r"(?<!^现(?:参保|缴费|工作)?)单位(?:名称)?$"),
    "kind": regex.compile(r"险种|参保类型"),
    "base": regex.compile(r"基数|金额|月数|缴费工资"),
    "state": regex.compile(r"^(?:缴费|参保)?(?:状态|标志|情况)$|到账|备注"),
}
_START_AND_END = 2  # months of a row that may be these and no months side by side
_OF_WORDS = regex.compile(r"\p{Han}{2}")
_MONTH = r"(?:19|20)\d\d\s?[年.\-/]?\s?(?:0?[1-9]|1[0-2])"
_ROW = regex.compile(rf"{_MONTH}(?!\d{{3}})")


class Spell(NamedTuple):
    """A time insured with one employer."""

    employer: Fact | None
    first: Fact
    last: Fact
    open: bool = False  # its end is printed but could not be read


def spells_of(views: Sequence[PageView], signed: Sequence[Box]) -> tuple[list[Spell], int]:
    """Rows of spells as they stand, months one after another with the same employer drawn together; and how many rows
    there are; a date at ``signed`` is that of who signs under the table."""
    months: list[Spell] = []
    for table in tables_of(views, _HEADS, _ROW):
        months += [s for row in table.rows for s in _of_row(row) if s.first.bbox not in signed]
    months = months or list(_in_lines(views))
    months.sort(key=lambda s: str(s.first.value))
    drawn: list[Spell] = []
    for spell in months:
        before = drawn[-1] if drawn else None
        if (
            before
            and _name(before) == _name(spell)
            and (before.open or _follows(str(before.last.value), str(spell.first.value)))
        ):
            last = max(before.last, spell.last, key=lambda f: str(f.value))
            drawn[-1] = Spell(before.employer, before.first, last, spell.open)
        else:
            drawn.append(spell)
    return drawn, len(months)


_UNIT_LINE = regex.compile(
    r"(?:缴费|参保|工作)?单位(?:\(\d\))?:?(?P<e>\p{Han}[\p{Han}()]{3,40}?)(?:(?:缴费|参保)(?:期间|期|时间|年月)?:?)?"
    rf"(?P<a>{_MONTH}月?)[至到\-~]+(?P<b>{_MONTH}月?)(?:止|期间)?"
)


def _in_lines(views: Sequence[PageView]) -> Iterator[Spell]:
    """Spells that stand on a line each, without a table: 单位(1) 某公司 200703—201708; nothing where only one does."""
    lines = [line.passage.bare() for view in views for line in view.lines]
    said = [(bare, match) for bare in lines if (match := _UNIT_LINE.fullmatch(bare.text))]
    for bare, match in said if len(said) > 1 else ():
        first, last = (
            fact(name, dates.find(match[group], typed=True)[0].value, bare, *match.span(group))
            for name, group in (("start_date", "a"), ("end_date", "b"))
        )
        yield Spell(fact("employer", bare.printed(*match.span("e")), bare, *match.span("e")), first, last)


def _of_row(row: Row) -> Iterator[Spell]:
    """The spell of a row, or the months that it lists side by side (费款所属期 缴费基数 费款所属期 缴费基数)."""
    employer = values.organisation(row.cell("employer"))
    employer = employer if employer and _OF_WORDS.search(str(employer.value)) else None
    named = fact("employer", employer.value, row.cell("employer"), employer.start, employer.end) if employer else None
    dated = list(_dates(row))
    if not dated:
        return
    spelt = any(row.cell(name) for name in ("start", "end", "period"))
    beside = [] if spelt else list(_in_passage(row.whole))
    if len(beside) > (len(dated) if row.cell("month") else _START_AND_END):
        yield from (Spell(named, _renamed(month, "start_date"), _renamed(month, "end_date")) for month in beside)
        return
    first, last = dated[0], dated[-1]
    unread = bool(row.cell("end")) and not any(
        d.precision != "year" for d in dates.find(row.cell("end").text, typed=True)
    )
    yield Spell(named, _renamed(first, "start_date"), _renamed(last, "end_date"), unread)


def _renamed(date: Fact, name: str) -> Fact:
    return msgspec.structs.replace(date, name=name)


def _dates(row: Row) -> Iterator[Fact]:
    cells = [row.cell(n) for n in ("start", "end", "period", "month") if row.cell(n)]
    if not cells and len(row.cells) > 1:  # one cell alone is who signs under the table, and when
        cells = [row.whole]
    for cell in cells:
        yield from _in_passage(cell)


def _in_passage(passage: Passage) -> Iterator[Fact]:
    """The months and days of a cell or a row."""
    for date in dates.find(passage.text, typed=True):
        if date.precision != "year":
            yield fact("date", date.value, passage, date.start, date.end)


def _name(spell: Spell) -> str:
    return tight(str(spell.employer.value)) if spell.employer else ""


def _follows(earlier: str, later: str) -> bool:
    """Whether ``later`` is the same month as ``earlier`` or the next."""
    (y1, m1), (y2, m2) = ((int(d[:4]), int(d[5:7])) for d in (earlier, later))
    return (y2 * 12 + m2) - (y1 * 12 + m1) <= 1
