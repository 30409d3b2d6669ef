"""Days known to a day, a month or a year, and what can be counted with them (handbook 3.3, 4.6)."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

ISO = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$")
OPEN = ("至今", "now", "present", "长期")


@dataclass(frozen=True, slots=True)
class Day:
    """A day between ``low`` and ``high``, both included, as exact as the document was."""

    low: date
    high: date

    @property
    def shown(self) -> str:
        if self.low == self.high:
            return f"{self.low.year}年{self.low.month}月{self.low.day}日"
        if self.low.month == self.high.month:
            return f"{self.low.year}年{self.low.month}月"
        return f"{self.low.year}年"


@lru_cache(maxsize=4096)
def day(value: str) -> Day | None:
    """``2020-07-01``, ``2020-07`` or ``2020`` as a Day; None for anything else or no day of the calendar."""
    match = ISO.fullmatch(value.strip())
    if match is None:
        return None
    year, month, number = (int(part) if part else 0 for part in match.groups())
    try:
        if not month:
            return Day(date(year, 1, 1), date(year, 12, 31))
        if not number:
            return Day(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))
        return Day(date(year, month, number), date(year, month, number))
    except ValueError:
        return None


def full_years(start: date, end: date) -> int:
    """Whole years from ``start`` to ``end`` by anniversary; 0 when ``end`` lies before."""
    if end < start:
        return 0
    return end.year - start.year - ((end.month, end.day) < (start.month, start.day))


def calendar_years(start: date, end: date) -> int:
    """Years counted by 年头: the first and the last calendar year both count."""
    return max(end.year - start.year + 1, 0) if end >= start else 0


def union_days(spans: Iterable[tuple[date, date]]) -> int:
    """Days covered by spans with both ends included, an overlap counted once."""
    total = 0
    reached = date.min
    for start, end in sorted(spans):
        first = max(start, reached + timedelta(days=1)) if reached > date.min else start
        if end >= first:
            total += (end - first).days + 1
        reached = max(reached, end)
    return total
