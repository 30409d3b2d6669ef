from __future__ import annotations

import pytest

from checks.numbers.degree_number import CHECK
from tests.checks.builders import document, findings

SOUND = {
    "certificate_number": "1067342019000123",
    "institution": "云南大学",
    "degree": "学士",
    "issue_date": "2019-06-30",
}


def degree(**changed: str):
    return document("degree_certificate", SOUND | changed)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"issue_date": "2018-06-30"}, "年份2019"),
        ({"degree": "硕士"}, "学位级别为学士"),
        ({"institution": "大理大学"}, "授予单位代码10673"),
        ({"certificate_number": "10673420190001234"}, "共17位"),
    ],
)
def test_a_number_at_odds_with_its_certificate_is_told(changed: dict[str, str], told: str) -> None:
    (finding,) = findings(CHECK, degree(**changed))
    assert told in finding.message


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"certificate_number": "C1067342019Z00001"},
        {"certificate_number": "云大学位字0123", "issue_date": "1999-07-01"},
        {"certificate_number": "Z10755209001", "issue_date": "2008-07-01"},  # both forms in use that year
    ],
)
def test_lawful_numbers_stay_silent(changed: dict[str, str]) -> None:
    assert findings(CHECK, degree(**changed)) == []


def test_a_level_at_odds_in_a_number_from_before_the_rule_is_a_hint_where_it_follows_it() -> None:
    early = {"certificate_number": "1067332005000123", "issue_date": "2005-07-01"}
    (finding,) = findings(CHECK, degree(**early))
    assert finding.severity == "notice"
    assert findings(CHECK, degree(**early | {"certificate_number": "1055532005000123"})) == []  # a number of its own
