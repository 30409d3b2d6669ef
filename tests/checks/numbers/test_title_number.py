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


@pytest.mark.parametrize(("listed", "told"), [("201253020471", 1), ("201253020123", 0)])
def test_another_number_than_the_letter_lists_is_told(listed: str, told: int) -> None:
    held = {"person_name": "和丽江", "title": "一级教师", "certificate_number": "201253020123", "issue_date": "2012"}
    letter = {"title": "一级教师", "names": ("和丽江", "杨国强")}
    text = f"批准下列同志具备一级教师任职资格：和丽江（{listed}）、杨国强（201253020472）"
    papers = [document("title_certificate", held), document("title_notice", letter, text=text)]
    assert len(findings(CHECK, *papers)) == told
    other = document("title_notice", letter | {"title": "高级教师"}, text=text)
    assert findings(CHECK, papers[0], other) == []
