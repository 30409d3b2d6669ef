"""Full years in the title below: from approval and from appointment, by anniversary and by calendar year (3.3)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from checks.eligibility.outcome import Measured
from checks.eligibility.spans import Day, calendar_years, full_years
from checks.eligibility.subject import Held, Subject, certificate_level, first_day
from checks.records import Evidence
from corpus.policy import titles
from corpus.policy.records import Base, Counting, Level, Value

DEFAULT = Value(since=date.min)
NAMES: dict[Base, str] = {"title": "取得", "appointment": "聘任"}


@dataclass(frozen=True, slots=True)
class Start:
    """A day from which years may be counted. ``proved``: by a certificate, not by the form alone."""

    base: Base
    day: Day
    evidence: Evidence
    proved: bool


def years_in_title(subject: Subject, lower: Level, how: Value = DEFAULT) -> Measured:
    """Years held of a title of level ``lower`` on the day judged by, over every base and convention of ``how``."""
    starts = [s for s in starting(subject, lower) if s.base in how.bases]
    if not starts:
        return Measured(shown="未能识别", lacks=f"材料中未见可读的{titles.LEVEL_NAMES[lower]}职称取得或聘任日期")
    cutoff = subject.as_of
    counts = [
        count(at, cutoff)
        for start in starts
        for at in (start.day.low, start.day.high)
        for count in (_counter(c) for c in how.counting)
    ]
    low, high = min(counts), max(counts)
    return Measured(
        low=low,
        high=high,
        shown=f"{low}年" if low == high else f"{low}至{high}年",
        words=_words(starts, cutoff),
        evidence=tuple(s.evidence for s in starts),
        lacks="" if any(s.proved for s in starts) else "仅见申报表填写，未见职称证书",
    )


def starting(subject: Subject, lower: Level) -> list[Start]:
    """Where counting may begin: the earliest approval of a title of that level, and the earliest appointment to one."""
    return subject.once(f"starting {lower}", lambda: _starting(subject, lower))


def _starting(subject: Subject, lower: Level) -> list[Start]:
    titled = _approved(subject, lower)
    starts = [titled] if titled else []
    appointed = _appointed(subject, lower)
    if appointed is not None:
        day = appointed.day
        if titled is not None and day.high < titled.day.low:  # nobody is appointed to a title before holding it
            day = titled.day
        starts.append(Start("appointment", day, appointed.evidence, True))
    return starts


def _approved(subject: Subject, lower: Level) -> Start | None:
    dated = [held for _, held in subject.titles_at(lower) if held is not None and held.day is not None]
    named = [h for h in dated if certificate_level(h.document) == lower] or dated
    if named:
        first = min(named, key=lambda h: h.value)
        assert first.day is not None
        return Start("title", first.day, first.evidence, True)
    stated, title = subject.form("current_title_date"), subject.current_title
    known = titles.lookup(title.value) if title else None
    if stated is None or stated.day is None or (known is not None and known.level != lower):
        return None
    return Start("title", stated.day, stated.evidence, False)


def _appointed(subject: Subject, lower: Level) -> Start | None:
    found: list[Held] = []
    for document in subject.of("appointment"):
        level = certificate_level(document)
        held = first_day(document, "start_date", "issue_date")
        if held is not None and (level == lower or (level is None and len(subject.of("appointment")) == 1)):
            found.append(held)
    first = min(found, key=lambda h: h.value, default=None)
    return Start("appointment", first.day, first.evidence, True) if first and first.day else None


def _counter(counting: Counting) -> Callable[[date, date], int]:
    return full_years if counting == "anniversary" else calendar_years


def _words(starts: list[Start], cutoff: date) -> str:
    parts = []
    for start in starts:
        low, high = full_years(start.day.high, cutoff), full_years(start.day.low, cutoff)
        early, late = calendar_years(start.day.high, cutoff), calendar_years(start.day.low, cutoff)
        origin = "" if start.proved else "（申报表填写）"
        counted = f"按周年{_range(low, high)}，按年头{_range(early, late)}"
        parts.append(f"自{NAMES[start.base]}日{start.day.shown}{origin}起算，{counted}")
    return f"核算至{cutoff.year}年{cutoff.month}月{cutoff.day}日：" + "；".join(parts)


def _range(low: int, high: int) -> str:
    return f"{low}年" if low == high else f"{low}至{high}年"
