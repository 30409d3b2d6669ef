from __future__ import annotations

import pytest

from checks.identity.id_number_invalid import CHECK
from tests.checks.builders import BlankPictures, coverage, document, findings


@pytest.mark.parametrize(
    ("number", "told"),
    [
        ("530102198503071231", "应为“X”"),  # one check character wrong
        ("53010219850230123X", "出生日期"),  # 30 February
        ("5301021985030712", "位数"),  # two digits short
    ],
)
def test_a_number_that_cannot_be_is_told(number: str, told: str) -> None:
    (finding,) = findings(CHECK, document("application_form", {"person_name": "和丽江", "id_number": number}))
    assert (finding.severity, finding.certainty) == ("suspect", "deterministic")
    assert told in finding.message
    assert finding.evidence[0].bbox is not None


@pytest.mark.parametrize(
    "number",
    [
        "53010219850307123X",
        "53212819790215456X",  # a region code retired in 2000
        "532627198809100028",
        "530102850307123",  # 15 digits, as printed before 1999
        "530***********123X",  # masked
        "H1234567",  # another kind of document
    ],
)
def test_lawful_numbers_stay_silent(number: str) -> None:
    assert findings(CHECK, document("diploma", {"person_name": "和丽江", "id_number": number})) == []


def scanned(number: str):
    return document("application_form", {"person_name": "和丽江", "id_number": number}, source="ocr")


def test_a_scan_is_accused_only_after_a_second_reading_agrees(second_reading) -> None:
    second_reading("公民身份号码 530102 19850307 1231")
    (finding,) = findings(CHECK, scanned("530102198503071231"), pictures=BlankPictures())
    assert "两次识读一致" in finding.explanation


def test_two_readings_that_differ_accuse_nobody(second_reading) -> None:
    second_reading("53010219850307123X")
    page = scanned("530102198503071231")
    assert findings(CHECK, page, pictures=BlankPictures()) == []
    assert coverage(CHECK, page, pictures=BlankPictures())[0].outcome == "cannot_tell"


def test_without_a_picture_nobody_can_tell() -> None:
    (row,) = coverage(CHECK, scanned("530102198503071231"))
    assert row.outcome == "cannot_tell"
    assert "未能放大复读" in row.reason
