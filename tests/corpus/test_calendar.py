from __future__ import annotations

from datetime import date

import pytest

from corpus.calendar import LAST_YEAR, CalendarNotLoaded, add_workdays, count_workdays, is_workday


@pytest.mark.parametrize(
    ("start", "inclusive", "exclusive"),
    [
        (date(2020, 9, 28), date(2020, 10, 10), date(2020, 10, 12)),  # the holiday between, a Saturday worked
        (date(2020, 11, 2), date(2020, 11, 6), date(2020, 11, 9)),
        (date(2020, 6, 22), date(2020, 6, 29), date(2020, 6, 30)),  # Sunday 28 June was worked
    ],
)
def test_the_fifth_working_day_under_both_conventions(start: date, inclusive: date, exclusive: date) -> None:
    assert add_workdays(start, 5, inclusive=True) == inclusive
    assert add_workdays(start, 5, inclusive=False) == exclusive


def test_a_weekend_day_made_up_is_worked_and_a_moved_holiday_is_not() -> None:
    assert is_workday(date(2020, 6, 28))
    assert not is_workday(date(2020, 6, 25))


def test_counting_includes_both_ends() -> None:
    assert count_workdays(date(2020, 11, 2), date(2020, 11, 6)) == 5
    assert count_workdays(date(2020, 11, 6), date(2020, 11, 2)) == 0


def test_years_without_a_calendar_are_refused_and_never_guessed() -> None:
    with pytest.raises(CalendarNotLoaded, match=str(LAST_YEAR + 1)):
        add_workdays(date(LAST_YEAR, 12, 31), 5, inclusive=True)
    with pytest.raises(CalendarNotLoaded):
        is_workday(date(1999, 1, 4))


def test_no_days_cannot_be_counted() -> None:
    with pytest.raises(ValueError, match="0 working days"):
        add_workdays(date(2020, 11, 2), 0, inclusive=True)
