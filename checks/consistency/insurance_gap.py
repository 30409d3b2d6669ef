"""consistency.insurance-gap: months without insurance between two spells of one proof of social insurance."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from checks.base import Case, Check, CheckInfo, each, found, not_applicable, place
from checks.reading import is_clear
from checks.records import Coverage, Finding
from checks.spans import days_of
from extractors.records import Document, Fact

INFO = CheckInfo(
    code="consistency.insurance-gap",
    title="社保缴费中断",
    severity="notice",
    kind="deterministic",
    rationale="社保证明所列各段缴费之间中断三个月以上的，列出供与任职、服务年限核对；只比对同一份证明内的各段。",
    innocent=("调动期间转移接续", "脱产学习、产假、病休", "在外省参保而未列入本证明", "机关事业单位参保前的年限"),
    verify="对照聘用合同、任职材料核对中断期间的工作情况，必要时请申报人提供其他参保地的证明",
    handbook=("F35",),
    weight=1,
)


class Spell(NamedTuple):
    """A time insured without a break, by the proof."""

    since: date
    until: date
    start: Fact
    end: Fact


LEAST = 3  # whole months without insurance; shorter ones are a transfer's


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    rows = [(row.get("start_date"), row.get("end_date")) for row in document.rows().values()]
    spells = sorted((s for start, end in rows if (s := _spell(start, end))), key=lambda s: (s.since, s.until))
    if len(spells) < 2 or len(spells) < len(rows):
        yield not_applicable(INFO, document, "没有分段的缴费起止时间，或有的段未读出")
        return
    latest = spells[0]
    for spell in spells[1:]:
        months = _months(latest.until, spell.since)
        if months >= LEAST and all(is_clear(case, document, fact) for fact in (latest.end, spell.start)):
            yield _gap(document, latest.end, spell.start, months)
        latest = max(latest, spell, key=lambda spell: spell.until)


def _spell(start: Fact | None, end: Fact | None) -> Spell | None:
    since, until = days_of(start), days_of(end)
    return Spell(since.first, until.last, start, end) if start and end and since and until else None


def _months(until: date, began: date) -> int:
    """Whole calendar months between the month of ``until`` and that of ``began``."""
    return (began.year - until.year) * 12 + began.month - until.month - 1


def _gap(document: Document, last: Fact, start: Fact, months: int) -> Finding:
    message = f"社保缴费至“{last.text}”，下一段自“{start.text}”起，其间{months}个月未见缴费记录"
    return found(INFO, message, [place(document, last), place(document, start)])


CHECK = Check(info=INFO, run=each(INFO, ("social_insurance",), look))
