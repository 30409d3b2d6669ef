"""Dates and running numbers of patent certificates that go together (used by consistency.date-order).

The office announces grants on Tuesdays and Fridays since 6 June 2017, before that on Wednesdays (European Patent
Office, Asia updates, 27 June 2017, "China: Change of publication day at SIPO"). Certificates are signed on the day of
the announcement, and the numbers of certificates, of announcements and of applications run on with time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from checks.base import Case, CheckInfo
from checks.reading import is_clear, plain
from checks.records import Coverage, Finding
from checks.saying import say, say_of_all
from checks.spans import days_of
from corpus.codes import patent
from extractors.records import Document, Fact

WEDNESDAYS = (date(2002, 1, 1), date(2017, 4, 30))  # well inside: the first years are not looked at
TUESDAYS_AND_FRIDAYS = date(2017, 7, 1)
ANNOUNCED = re.compile(r"CN([123])(\d{6}|\d{8})[A-Z]\d?")
WEEKDAYS = "一二三四五六日"
SIGNED_WITH_GRANT = 2002  # year: before it certificates may be dated by their handing out (颁证日)
SLACK = 31  # days by which applications from several receiving offices may be out of order
NEAR, NEAR_DAYS = 20, 15  # neighbours in the row of applications, and the days that may lie between them
BUSIEST = 20_000  # numbers of one kind on a day, several times what the office has given out
RUNNING_SINCE = 2010  # year: applications filed on paper at many offices came in blocks
BATCH = 7  # days whose numbers may come at once


@dataclass(frozen=True, slots=True)
class Series:
    """A row of numbers that runs on with the date ``dated``; ``kinds`` have a row each."""

    number: str
    dated: str
    says: str
    kinds: tuple[str, ...] = ("发明", "实用新型", "外观设计")


CERTIFICATES = Series("certificate_number", "grant_date", "证书号")
ANNOUNCEMENTS = Series(
    "grant_number", "grant_date", "授权公告号", ("实用新型", "外观设计")
)  # 发明 keeps its earlier one
APPLICATIONS = Series("patent_number", "application_date", "专利号")


def single(case: Case, info: CheckInfo, document: Document) -> Iterator[Finding | Coverage]:
    """What one patent certificate says of itself."""
    granted, signed = document.first("grant_date"), document.first("issue_date")
    day = _day(granted)
    if document.type != "patent_certificate" or granted is None or day is None:
        return
    usual = _usual_weekdays(day)
    if usual and day.weekday() not in usual:
        named = "、".join(f"周{WEEKDAYS[d]}" for d in usual)
        message = f"授权公告日“{granted.text}”为周{WEEKDAYS[day.weekday()]}，而当时授权公告在{named}出版，建议核对"
        yield say(case, info, document, granted, message, severity="notice", certainty="heuristic", weight=1)
    other = _day(signed)
    if signed and other and other != day and day.year >= SIGNED_WITH_GRANT and (day - other).days <= SLACK:
        message = f"授权公告日“{granted.text}”与证书落款日期“{signed.text}”不同，专利证书一般以授权公告日落款，建议核对"
        yield say_of_all(case, info, [(document, granted), (document, signed)], message, severity="notice")


def between(case: Case, info: CheckInfo, document: Document) -> Iterator[Finding | Coverage]:
    """What two certificates of one kind say of each other; told of the later one in the dossier."""
    if document.type != "patent_certificate":
        return
    for other in case.of_type("patent_certificate"):
        if other is document:
            return
        for series in (CERTIFICATES, ANNOUNCEMENTS, APPLICATIONS):
            yield from _compared(case, info, series, other, document)


def _compared(case: Case, info: CheckInfo, series: Series, *pair: Document) -> Iterator[Finding | Coverage]:
    rows = [(d, n, t) for d in pair if (n := d.first(series.number)) and (t := d.first(series.dated))]
    if len(rows) < len(pair) or not all(is_clear(case, d, fact) for d, *facts in rows for fact in facts):
        return
    placed = [(where, day, row) for row in rows if (where := _where(series, row[0], row[1])) and (day := _day(row[2]))]
    if len(placed) < len(pair) or placed[0][0][0] != placed[1][0][0]:
        return
    ((_, lower), early, one), ((_, higher), late, two) = sorted(placed, key=lambda p: p[0])
    wrong = _wrong(series, higher - lower, (late - early).days)
    if wrong:
        shown = "，".join(f"{series.says}“{n.text}”对应“{t.text}”" for _, n, t in (one, two))
        facts = [(d, fact) for d, n, t in (one, two) for fact in (n, t)]
        yield say_of_all(case, info, facts, f"{shown}，{wrong}，建议核对", severity="notice")


def _wrong(series: Series, apart: int, days: int) -> str:
    """What does not fit when the higher number comes ``days`` after the lower one, ``apart`` numbers on."""
    if days < -(SLACK if series is APPLICATIONS else 0):
        return "号在后者日期反而在前"
    if apart > BUSIEST * (abs(days) + BATCH):
        return "两号相差之大与两日期相隔之短不相称"
    if series is APPLICATIONS and apart <= NEAR and days > NEAR_DAYS:
        return "两号相邻而日期相隔较久"
    return ""


def _where(series: Series, document: Document, fact: Fact) -> tuple[str, int] | None:
    """The row a number belongs to and its place there; None where there is no such row."""
    number = plain(str(fact.value))
    own = patent.parse(plain(document.value("patent_number")))
    if own is None or own.kind not in series.kinds or own.check != own.expected:
        return None
    if series is CERTIFICATES:
        return (own.kind, int(number)) if number.isdecimal() else None
    if series is ANNOUNCEMENTS:
        match = ANNOUNCED.fullmatch(number)
        return (f"{match[1]}{len(match[2])}", int(match[2])) if match else None
    row, serial = own.digits[:-7], own.digits[-7:]
    return (row, int(serial)) if own.year >= RUNNING_SINCE and row[-1] in "123" else None


def _usual_weekdays(day: date) -> tuple[int, ...]:
    if day >= TUESDAYS_AND_FRIDAYS:
        return (1, 4)
    return (2,) if WEDNESDAYS[0] <= day <= WEDNESDAYS[1] else ()


def _day(fact: Fact | None) -> date | None:
    """The day a fact's value names; None where it names a month or a year only."""
    meant = days_of(fact)
    return meant.first if meant and meant.first == meant.last else None
