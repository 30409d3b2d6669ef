from __future__ import annotations

import pytest

from checks.numbers.award_number import CHECK
from tests.checks.builders import document, findings

NATIONAL = {"award_name": "国家科学技术进步奖", "award_grade": "二等奖", "issue_date": "2018-12-12", "rank": "3"}


def award(**changed: str | tuple[str, ...]):
    return document("award_certificate", NATIONAL | changed)


def test_a_third_grade_that_is_no_longer_given_is_told() -> None:
    (finding,) = findings(CHECK, award(award_grade="三等奖"))
    assert finding.certainty == "deterministic"
    assert findings(CHECK, award(award_grade="三等奖", issue_date="1998-12-12")) == []
    assert findings(CHECK, award(award_grade="三等奖", award_name="云南省科学技术进步奖")) == []


def test_a_rank_beyond_the_printed_list_is_a_hint() -> None:
    (finding,) = findings(CHECK, award(rank="5", winners=("杨国强", "和丽江", "马文"), award_name="云南省科技进步奖"))
    assert finding.certainty == "heuristic"
    team = document("award_certificate", {"rank": "5", "winners": ("杨国强", "和丽江")}, text="杨国强、和丽江等")
    assert findings(CHECK, team) == []


@pytest.mark.parametrize(
    ("number", "told"),
    [
        ("2018-J-25101-1-01-R03", "一等奖"),
        ("2016-J-25101-2-01-R03", "年份2016"),
        ("2018-J-25101-2-01-R05", "第5"),
        ("2018-J-25101-2-01-R03", ""),
        ("2018-J-25101-2-01-D02", ""),
        ("云科奖2019-15", "年份2019晚于"),
        ("云科奖2017-15", ""),
        ("15-2019", ""),  # a number that does not begin with its year
    ],
)
def test_what_a_number_says_of_its_certificate(number: str, told: str) -> None:
    found = findings(CHECK, award(certificate_number=number))
    assert len(found) == bool(told)
    assert all(told in f.message for f in found)
