from __future__ import annotations

import pytest

from checks.numbers.title_number import CHECK
from tests.checks.builders import document, findings

SKILL = "Y000053000001" + "19" + "3" + "000123"


def title(number: str, **dates: str):
    return document("title_certificate", {"certificate_number": number, **dates})


def test_a_year_at_odds_with_the_dates_is_a_hint() -> None:
    (finding,) = findings(CHECK, title("201753020123", approved_date="2012-11-20", issue_date="2012-12-25"))
    assert finding.certainty == "heuristic"


@pytest.mark.parametrize(
    "number",
    ["201253020123", "云职证2012第0123号", "2011530201", "A53080012345", "5308201200123"],
)
def test_years_that_fit_and_numbers_without_one_stay_silent(number: str) -> None:
    assert findings(CHECK, title(number, approved_date="2012-11-20", issue_date="2013-01-05")) == []


@pytest.mark.parametrize(
    ("facts", "told"),
    [({"issue_date": "2017-05-01"}, "年份2019"), ({"skill_level": "技师"}, "等级为高级工")],
)
def test_a_skill_number_at_odds_with_its_certificate_is_told(facts: dict[str, str], told: str) -> None:
    facts = {"certificate_number": SKILL, "issue_date": "2019-05-01", "skill_level": "高级工/三级"} | facts
    (finding,) = findings(CHECK, document("skill_certificate", facts))
    assert told in finding.message


def test_a_skill_number_of_another_layout_stays_silent() -> None:
    facts = {"certificate_number": "1925010000312345", "issue_date": "2017-05-01"}
    assert findings(CHECK, document("skill_certificate", facts)) == []
