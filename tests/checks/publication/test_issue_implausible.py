from __future__ import annotations

import pytest

from checks.publication.issue_implausible import CHECK
from tests.checks.builders import document, findings
from tests.checks.registers import REGISTERS

NUMBER = "文章编号：1000-0003(2019)06-0001-05"
SOUND = {"journal": "滇南农学", "year": "2019", "volume": "40", "issue": "6", "page_range": "1-5"}


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"year": "2018"}, "年份2019"),
        ({"issue": "7"}, "期号06"),
        ({"page_range": "31-35"}, "起始页1"),
    ],
)
def test_an_article_number_at_odds_with_the_page_is_told(changed: dict[str, str], told: str) -> None:
    (finding,) = findings(CHECK, document("paper", SOUND | changed, text=NUMBER))
    assert told in finding.message


def test_more_issues_than_a_year_has_are_told() -> None:
    (finding,) = findings(CHECK, document("paper", SOUND | {"issue": "36"}), registers=REGISTERS)
    assert "月刊" in finding.message


def test_a_year_before_the_journal_began_is_told() -> None:
    (finding,) = findings(CHECK, document("paper", SOUND | {"year": "1975"}), registers=REGISTERS)
    assert "1980" in finding.message


def test_volumes_that_run_against_the_years_are_told() -> None:
    early = document("paper", SOUND | {"year": "2015", "volume": "41"})
    (finding,) = findings(CHECK, early, document("paper", SOUND))
    assert len(finding.evidence) == 2


@pytest.mark.parametrize(
    "changed",
    [{}, {"issue": "S1"}, {"issue": "第6期"}, {"volume": "79"}, {"issue": "24"}],  # twice a month, two a year
)
def test_plausible_numbers_stay_silent(changed: dict[str, str]) -> None:
    assert findings(CHECK, document("paper", SOUND | changed), registers=REGISTERS) == []


def test_volumes_of_other_journals_and_of_following_years_stay_silent() -> None:
    later = document("paper", SOUND | {"year": "2020", "volume": "41"})
    elsewhere = document("paper", SOUND | {"journal": "滇池水利", "year": "2020", "volume": "3"})
    assert findings(CHECK, document("paper", SOUND, text=NUMBER), later, elsewhere) == []
