"""Periods of service as proofs show them, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from checks.eligibility.places import Workplace, workplace
from checks.eligibility.spans import OPEN, Day
from checks.eligibility.subject import Subject, evidence, first_day
from checks.records import Evidence
from extractors.records import Document

YEAR_LONG = 300  # days between the bounds of a day from which only the year is known


@dataclass(frozen=True, slots=True)
class Period:
    """``sure`` and ``possible`` are the shortest and the longest reading, both ends included; None when a day lacks."""

    kind: str
    sure: tuple[date, date] | None
    possible: tuple[date, date] | None
    place: Workplace
    shown: str
    evidence: Evidence


def periods(subject: Subject, *kinds: str) -> Iterator[Period]:
    """The service periods of these kinds that begin before the day judged by, cut off there."""
    for document in subject.services(*kinds):
        yield period(document, subject.as_of)


def period(document: Document, as_of: date) -> Period:
    """One document's start, end and place."""
    start = first_day(document, "start_date")
    end = first_day(document, "end_date")
    place = document.first("place") or document.first("employer")
    where = workplace(str(place.value) if place else "")
    first = start.day if start else None
    last = end.day if end else Day(as_of, as_of) if document.value("end_date") in OPEN else None
    shown = f"{first.shown if first else '起始日未识别'}至{last.shown if last else '结束日未识别'}"
    sure, possible = _reach(first, last, as_of)
    return Period(document.value("service_kind"), sure, possible, where, shown, evidence(document, place))


Span = tuple[date, date]


def _reach(first: Day | None, last: Day | None, as_of: date) -> tuple[Span | None, Span | None]:
    """A month named as start or end counts whole; a year named alone may mean its first day or its last."""
    if first is None or last is None:
        return None, None
    start = first.high if (first.high - first.low).days > YEAR_LONG else first.low
    end = last.low if (last.high - last.low).days > YEAR_LONG else last.high
    sure = (start, min(end, as_of))
    possible = (first.low, min(last.high, as_of))
    return (sure if sure[0] <= sure[1] else None), (possible if possible[0] <= possible[1] else None)
