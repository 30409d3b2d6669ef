"""Training asked for as the total of several years (360 hours in five years), not year by year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from checks.eligibility.measures.training_record import UNITS, Year
from checks.records import ConditionOutcome, Evidence
from corpus.policy.records import Value

ALREADY_DONE = 2020  # the year whose training counts as done by service on the epidemic front line (S4)


@dataclass(frozen=True, slots=True)
class Total:
    """The amounts of some years on end. ``open_``: years unread or without a record."""

    years: tuple[int, ...]
    amount: float
    open_: tuple[int, ...]
    evidence: tuple[Evidence, ...]

    @property
    def shown(self) -> str:
        return f"{self.years[0]}至{self.years[-1]}年"


def totals(years: dict[int, Year], value: Value, as_of: date, done: bool) -> tuple[Total, Total]:
    """The years before the one judged by, and those up to it. ``done``: 2020 counts as done."""
    last = as_of.year
    return _total(years, value, last - 1, done), _total(years, value, last, done)


def _total(years: dict[int, Year], value: Value, last: int, done: bool) -> Total:
    span = tuple(range(last - value.over + 1, last + 1))
    ordinary = (value.at_least or 0) / value.over
    amount, open_ = 0.0, []
    for year in span:
        found = years.get(year)
        shown = found.amount if found is not None and found.unit == value.unit else None
        if done and year == ALREADY_DONE:
            shown = max(shown or 0, ordinary)
        if shown is None:
            open_.append(year)
        amount += shown or 0
    places = tuple(place for year in span if year in years for place in years[year].evidence)
    return Total(span, amount, tuple(open_), places)


def outcome(found: tuple[Total, Total], value: Value) -> ConditionOutcome:
    """Met when either span reaches the total; not met when the whole years are all on record and fall short."""
    needed = value.at_least or 0
    if any(total.amount >= needed for total in found):
        return "met"
    return "not_met" if not found[0].open_ else "cannot_tell"


def words(found: tuple[Total, Total], value: Value) -> Iterator[str]:
    """The arithmetic of the span that comes nearer."""
    total = max(found, key=lambda t: t.amount)
    needed, unit = value.at_least or 0, UNITS[value.unit]
    said = f"{total.shown}合计{total.amount:g}{unit}，{value.over}年须{needed:g}{unit}"
    yield said + (f"，少{needed - total.amount:g}{unit}" if total.amount < needed else "，达到")
    if total.amount < needed and total.open_:
        yield f"其中{'、'.join(map(str, total.open_))}年度未见可读记录，周期起止由主管部门规定，请人工确认"
