"""When the periods that a complaint sets running end, counted both ways."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from corpus.calendar import CalendarNotLoaded, add_workdays
from corpus.deadlines import Period, periods
from reports.investigation import Deadline

_MARKED = {"A": "", "B": "依据待复核", "C": "无统一规定，可由承办单位调整"}


def deadlines(starts: Mapping[str, date]) -> Iterator[Deadline]:
    """The periods in force on their starting day. ``starts`` gives the days known, by ``Period.counts_from``."""
    for period in periods():
        start = starts.get(period.counts_from)
        if start is not None and period.in_force(start):
            yield _deadline(period, start)


def _deadline(period: Period, start: date) -> Deadline:
    note = _MARKED[period.mark]
    try:
        inclusive, exclusive = (_end(period, start, inclusive=way).isoformat() for way in (True, False))
    except CalendarNotLoaded as error:
        inclusive = exclusive = ""
        note = "；".join(filter(None, (note, str(error))))
    return Deadline(
        name=period.name,
        start=start.isoformat(),
        length=period.length,
        unit=period.unit,
        inclusive_end=inclusive,
        exclusive_end=exclusive,
        basis=period.basis,
        note=note,
    )


def _end(period: Period, start: date, *, inclusive: bool) -> date:
    if period.unit == "工作日":
        return add_workdays(start, period.length, inclusive=inclusive)
    return start + timedelta(days=period.length - inclusive)
