from __future__ import annotations

import pytest

from checks.corroboration import weighed
from checks.forensics.dates_implausible import CHECK
from ingest.geometry import Box
from ingest.records import Provenance
from tests.checks.forensics.cases import fact, findings, seen

BOX = Box(100, 600, 250, 620)


@pytest.mark.parametrize(
    ("made", "issued"),
    [("2018-05-01T10:00:00", "2018-06-30"), ("2018-05-20", "2018-06"), ("2017-12-01T08:00:00+08:00", "2018")],
)
def test_a_scan_made_before_the_document_was_issued_is_reported(made: str, issued: str) -> None:
    (finding,) = weighed(findings(CHECK, said=Provenance(created=made), facts=[fact("issue_date", issued, BOX)]))
    assert finding.severity == "notice" and issued in finding.message


def test_a_change_before_the_making_is_reported() -> None:
    assert findings(CHECK, said=Provenance(created="2020-05-01", modified="2019-01-01"))


@pytest.mark.parametrize(
    ("made", "issued", "confidence"),
    [
        ("2026-01-01", "2018-06-30", 0.98),  # scanned later
        ("2018-06-29T23:00:00Z", "2018-06-30", 0.98),  # dated for the ceremony
        ("1980-01-01", "2018-06-30", 0.98),  # a clock that was never set
        ("2018-06-15", "2018-06", 0.98),  # a month that is not over
        ("2018-05-01", "2018-06-30", 0.5),  # a date read with doubt
    ],
)
def test_later_scans_unset_clocks_and_doubtful_dates_stay_silent(made: str, issued: str, confidence: float) -> None:
    facts = [fact("issue_date", issued, BOX, confidence=confidence)]
    assert findings(CHECK, said=Provenance(created=made), facts=facts) == []


def test_a_file_without_dates_is_not_applicable() -> None:
    _, (row,) = seen(CHECK, said=Provenance())
    assert row.outcome == "not_applicable"
