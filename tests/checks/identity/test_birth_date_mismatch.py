from __future__ import annotations

import pytest

from checks.identity.birth_date_mismatch import CHECK
from tests.checks.builders import document, findings

FORM = document("application_form", {"person_name": "和丽江", "id_number": "53010219850307123X"})


def test_a_birth_date_other_than_the_numbers_is_told() -> None:
    (finding,) = findings(CHECK, FORM, document("diploma", {"person_name": "和丽江", "birth_date": "1986-03-07"}))
    assert "1985-03-07" in finding.message
    assert finding.severity == "suspect"


@pytest.mark.parametrize(
    ("printed", "severity"),
    [("1985-01-16", "notice"), ("1985-02", "notice"), ("1985-03-20", "suspect"), ("1984-11", "suspect")],
)
def test_a_date_that_may_be_of_the_old_calendar_is_a_hint(printed: str, severity: str) -> None:
    (finding,) = findings(CHECK, FORM, document("diploma", {"person_name": "和丽江", "birth_date": printed}))
    assert finding.severity == severity


@pytest.mark.parametrize("printed", ["1985-03-07", "1985-03", "1985"])
def test_a_birth_date_of_less_precision_agrees(printed: str) -> None:
    assert findings(CHECK, FORM, document("diploma", {"person_name": "和丽江", "birth_date": printed})) == []


def test_a_scan_that_cannot_be_read_again_accuses_nobody() -> None:
    scan = document("diploma", {"person_name": "和丽江", "birth_date": "1985-08-07"}, source="ocr")
    assert findings(CHECK, FORM, scan) == []


def test_a_date_from_another_cell_is_no_birth_date() -> None:
    assert findings(CHECK, FORM, document("diploma", {"person_name": "和丽江", "birth_date": "2018-04"})) == []


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("经查，毕业证书所载“1986年8月”系误填，认定该同志出生日期为1985年3月7日。", "notice"),
        ("出生日期1985年3月7日，1986年8月参加工作。", "suspect"),
    ],
)
def test_a_date_that_an_office_ruled_on_is_a_hint(text: str, severity: str) -> None:
    ruling = document("other", {}, text=text)
    (finding,) = findings(CHECK, FORM, document("diploma", {"person_name": "和丽江", "birth_date": "1986-08"}), ruling)
    assert finding.severity == severity
