"""Working days of mainland China, days off moved by the State Council's notices included (handbook 1.3)."""

from __future__ import annotations

from datetime import date, timedelta

import chinese_calendar
from chinese_calendar.constants import holidays, workdays

FIRST_YEAR = min(day.year for day in holidays)
LAST_YEAR = max(day.year for day in (*holidays, *workdays))


class CalendarNotLoaded(LookupError):  # noqa: N818
    """The holidays of that year are not known; nobody may guess them. The message is English, ``year`` the year."""

    def __init__(self, year: int) -> None:
        super().__init__(f"working days are known for {FIRST_YEAR} to {LAST_YEAR}, not for {year}")
        self.year = year


def is_workday(day: date) -> bool:
    """Whether ``day`` is worked: weekdays that are no holidays, and weekend days made up. Raises CalendarNotLoaded."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise CalendarNotLoaded(day.year)
    return bool(chinese_calendar.is_workday(day))


def add_workdays(start: date, n: int, *, inclusive: bool) -> date:
    """The ``n``-th working day from ``start`` on.

    ``inclusive`` counts the start day itself when it is worked (common practice, B); without it counting begins on
    the day after (民法典 art. 201, A). Raises ValueError when ``n`` < 1, CalendarNotLoaded beyond the known years.
    """
    if n < 1:
        raise ValueError(f"counting {n} working days")
    day = start if inclusive else start + timedelta(1)
    counted = 0
    while True:
        counted += is_workday(day)
        if counted == n:
            return day
        day += timedelta(1)


def count_workdays(first: date, last: date) -> int:
    """Working days from ``first`` to ``last``, both included; 0 when ``last`` is earlier. Raises CalendarNotLoaded."""
    return sum(is_workday(first + timedelta(offset)) for offset in range((last - first).days + 1))
