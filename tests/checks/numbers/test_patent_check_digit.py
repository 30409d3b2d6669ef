from __future__ import annotations

import pytest

from checks.numbers.patent_check_digit import CHECK
from tests.checks.builders import document, findings

SOUND = {"patent_number": "ZL201710601862.3", "patent_kind": "发明专利", "application_date": "2017-07-21"}


def patent(**changed: str):
    return document("patent_certificate", SOUND | changed)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"patent_number": "ZL201710601862.8"}, "推算应为3"),
        ({"patent_kind": "实用新型专利"}, "类别位表示发明"),
        ({"application_date": "2018-07-21"}, "年份2017"),
        ({"patent_number": "ZL20171060186.3"}, "位数"),
    ],
)
def test_a_number_that_cannot_be_is_told(changed: dict[str, str], told: str) -> None:
    (finding,) = findings(CHECK, patent(**changed))
    assert told in finding.message


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"patent_number": "ZL97101765.4", "application_date": "1997-03-14"},
        {"patent_number": "ZL95115608.X", "application_date": "1995-09-01"},
        {"patent_number": "ZL85100001", "application_date": "1985-04-01"},  # no check digit then
        {"patent_number": "US10123456B2", "patent_kind": ""},
    ],
)
def test_lawful_numbers_stay_silent(changed: dict[str, str]) -> None:
    found = findings(CHECK, patent(**changed))
    assert [f for f in found if f.severity == "suspect"] == []


def test_a_number_in_the_form_is_checked_too() -> None:
    form = document("application_form", {}, {"claimed_patent": "一种灌溉装置（ZL201710601862.8）"})
    assert len(findings(CHECK, form)) == 1
    sound = document("application_form", {}, {"claimed_patent": "一种灌溉装置（ZL201710601862.3）"})
    assert findings(CHECK, sound) == []


@pytest.mark.parametrize(
    ("number", "count"), [("CN107234567B", 0), ("CN207234567U", 1), ("CN107234567A", 1), ("第107234567号", 0)]
)
def test_the_number_of_the_announcement_belongs_to_the_kind(number: str, count: int) -> None:
    assert len(findings(CHECK, patent(grant_number=number))) == count
