from __future__ import annotations

import pytest

from checks.eligibility.measures.cut_off import late
from checks.eligibility.subject import Subject
from extractors.records import DocumentSource
from tests.checks.builders import case, document


@pytest.mark.parametrize(
    ("day", "source", "told"),
    [
        ("2021-03-02", "text", True),
        ("2021-03-02", "ocr", True),
        ("2027-07-21", "text", True),
        ("2027-07-21", "ocr", False),  # more likely a misread 2017
        ("2020-12-30", "ocr", False),
    ],
)
def test_a_result_is_late_where_its_day_was_surely_read(day: str, source: DocumentSource, told: bool) -> None:
    award = document("award_certificate", {"issue_date": day}, source=source)
    assert bool(late(Subject(case(award)))) is told
