from __future__ import annotations

import pytest

from checks.publication.outside_period import CHECK
from tests.checks.builders import coverage, document, findings

FORM = document("application_form", {"person_name": "和丽江", "current_title_date": "2014-12"})


@pytest.mark.parametrize("year", ["2012", "2021"])
def test_a_paper_before_the_title_or_after_the_cut_off_is_a_notice(year: str) -> None:
    (finding,) = findings(CHECK, FORM, document("paper", {"year": year}))
    assert finding.severity == "notice"


@pytest.mark.parametrize("year", ["2014", "2018", "2020"])  # the year of the title may lie on either side
def test_papers_within_the_period_stay_silent(year: str) -> None:
    assert findings(CHECK, FORM, document("paper", {"year": year})) == []


def test_where_the_form_is_silent_the_certificate_says_when_the_title_was_obtained() -> None:
    form = document("application_form", {"current_title": "工程师"})
    held = document("title_certificate", {"title": "工程师", "approved_date": "2014-08-30"})
    assert len(findings(CHECK, form, held, document("paper", {"year": "2012"}))) == 1
    assert findings(CHECK, form, held, document("paper", {"year": "2018"})) == []


def test_without_the_titles_date_nobody_can_tell() -> None:
    assert coverage(CHECK, document("paper", {"year": "2018"}))[0].outcome == "cannot_tell"


@pytest.mark.parametrize(
    ("kind", "filed", "count"),
    [
        ("实用新型", "2009-05-12", 1),
        ("实用新型", "2012-05-12", 0),
        ("发明", "2009-05-12", 0),
        ("外观设计", "2008-03", 1),
        ("外观设计", "2010", 0),  # may have been filed on its last day
    ],
)
def test_a_patent_whose_term_is_over_is_a_hint(kind: str, filed: str, count: int) -> None:
    patent = document("patent_certificate", {"patent_kind": kind, "application_date": filed})
    assert [f.severity for f in findings(CHECK, patent)] == ["notice"] * count
