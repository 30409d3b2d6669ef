from __future__ import annotations

import pytest

from checks.consistency.insurance_gap import CHECK
from tests.checks.builders import document, findings


def insured(*spells: tuple[str, str], confidence: float = 0.98):
    rows = [{"start_date": start, "end_date": end} for start, end in spells]
    return document("social_insurance", {}, *rows, confidence=confidence)


def test_months_without_insurance_are_told() -> None:
    (told,) = findings(CHECK, insured(("2012-03", "2015-06"), ("2016-01", "2020-06")))
    assert told.severity == "notice" and "6个月" in told.message and len(told.evidence) == 2


@pytest.mark.parametrize(
    "spells",
    [
        [("2012-03", "2015-06"), ("2015-09", "2020-06")],
        [("2012-03", "2018-06"), ("2013-01", "2014-06"), ("2018-07", "2020-06")],
        [("2012-03", "2020-06")],
        [("2012", "2015"), ("2016", "2020")],
    ],
)
def test_transfers_overlaps_and_single_spells_are_silent(spells: list[tuple[str, str]]) -> None:
    assert findings(CHECK, insured(*spells)) == []


def test_a_spell_that_was_not_read_leaves_it_open() -> None:
    rows = ({"start_date": "2012-03", "end_date": "2015-06"}, {"start_date": "2015-07"}, {"start_date": "2019-01"})
    assert findings(CHECK, document("social_insurance", {}, *rows)) == []
    assert findings(CHECK, insured(("2012-03", "2015-06"), ("2016-01", "2020-06"), confidence=0.6)) == []
