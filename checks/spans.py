"""Dates of any printed precision as the days they may mean (handbook 4.6): 2019-06 is never taken for its first day."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from extractors.records import Fact

ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """The first and the last day that a printed date may mean."""

    first: date
    last: date

    def before(self, other: Days) -> bool:
        """Certainly before: even the last day lies before the other's first."""
        return self.last < other.first

    def meets(self, other: Days) -> bool:
        """Whether both may mean one day."""
        return self.first <= other.last and other.first <= self.last

    def shifted(self, days: int) -> Days:
        return Days(self.first + timedelta(days), self.last + timedelta(days))


def days(value: str) -> Days | None:
    """The days an ISO date of day, month or year precision may mean; None when it is none."""
    match = ISO.fullmatch(value.strip())
    if match is None:
        return None
    year, month, day = (int(group) if group else 0 for group in match.groups())
    try:
        if day:
            return Days(date(year, month, day), date(year, month, day))
        if month:
            return Days(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))
        return Days(date(year, 1, 1), date(year, 12, 31))
    except (ValueError, calendar.IllegalMonthError):
        return None


def days_of(fact: Fact | None) -> Days | None:
    """The days a fact's value may mean; None when there is no fact or no date in it."""
    return days(fact.value) if fact is not None and isinstance(fact.value, str) else None


def year_of(fact: Fact | None) -> int | None:
    """The year of a fact that holds a date or a year."""
    meant = days_of(fact)
    return meant.first.year if meant else None
