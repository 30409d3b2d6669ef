from __future__ import annotations

import msgspec
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


def test_more_issues_than_the_imprint_allows_are_told() -> None:
    imprint = "刊名：滇南农学\n刊期：月刊\n出版日期：2019年12月"
    (finding,) = findings(CHECK, document("journal_pages", SOUND | {"issue": "14"}, text=imprint))
    assert finding.severity == "suspect"
    assert "印为月刊" in finding.message
    assert findings(CHECK, document("journal_pages", SOUND | {"issue": "12"}, text=imprint)) == []
    assert findings(CHECK, document("journal_pages", SOUND | {"issue": "14"}, text="刊期：半月刊")) == []


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


CONTENTS = "目录\n" + "\n".join(f"高原农业第{n}类问题研究……{n * 6}" for n in range(1, 8))


@pytest.mark.parametrize(
    ("listed", "severities"),
    [
        ("\n山地玉米抗旱栽培技术研究 …… 1", []),
        ("\n山地玉米抗旱栽培技术研究 …… (71)", ["deterministic"]),
        ("", ["heuristic"]),  # not in the contents at all
    ],
)
def test_the_contents_page_of_the_issue(listed: str, severities: list[str]) -> None:
    paper = document("paper", SOUND | {"title": "山地玉米抗旱栽培技术研究"})
    facts = {name: SOUND[name] for name in ("journal", "year", "issue")}
    contents = document("journal_pages", facts, text=CONTENTS + listed)
    assert [f.certainty for f in findings(CHECK, paper, contents)] == severities


@pytest.mark.parametrize(("pages", "told"), [("71-75", 0), ("70-74", 1)])
def test_an_entry_may_give_the_first_and_the_last_page(pages: str, told: int) -> None:
    paper = document("paper", SOUND | {"title": "山地玉米抗旱栽培技术研究", "page_range": "71-75"})
    facts = {name: SOUND[name] for name in ("journal", "year", "issue")}
    contents = document("journal_pages", facts, text=f"{CONTENTS}\n山地玉米抗旱栽培技术研究 和丽,李明({pages})")
    assert len(findings(CHECK, paper, contents)) == told


def test_the_contents_of_another_issue_say_nothing() -> None:
    paper = document("paper", SOUND | {"title": "山地玉米抗旱栽培技术研究"})
    other = document("journal_pages", {"journal": "滇南农学", "year": "2019", "issue": "7"}, text=CONTENTS)
    assert findings(CHECK, paper, other) == []


def test_a_number_of_pages_at_odds_with_the_range_is_a_hint() -> None:
    (finding,) = findings(CHECK, document("paper", SOUND | {"page_range": "1-8"}, text=NUMBER))
    assert finding.certainty == "heuristic"
    assert findings(CHECK, document("paper", SOUND | {"page_range": "1"}, text=NUMBER)) == []


@pytest.mark.parametrize(("issue", "count"), [("6（中）", 1), ("6月上旬刊", 1), ("6", 0), ("6-7合刊", 0)])
def test_issues_in_thirds_are_a_hint(issue: str, count: int) -> None:
    found = findings(CHECK, document("paper", SOUND | {"issue": issue}))
    assert [f.certainty for f in found] == ["heuristic"] * count


def test_two_journals_of_like_names_have_volumes_of_their_own() -> None:
    early = document("paper", SOUND | {"journal": "滇南大学学报（自然科学版）", "year": "2017", "volume": "41"})
    late = document("paper", SOUND | {"journal": "滇南师范大学学报（自然科学版）", "year": "2019", "volume": "40"})
    assert findings(CHECK, early, late) == []
    edition = document("paper", SOUND | {"journal": "滇南大学学报（社会科学版）", "year": "2019", "volume": "40"})
    assert findings(CHECK, early, edition) == []


@pytest.mark.parametrize(
    ("imprint", "issue", "told"),
    [
        ("双月刊 第40卷 2019年第14期", "14", "双月刊"),
        ("半月刊  2019年第27期", "27", "半月刊"),
        ("半月刊 2019年第23期", "23", ""),
        ("滇池月刊 2019年第14期", "14", ""),  # a name that ends so
        ("本刊自明年起由双月刊 2019年第14期", "14", ""),  # in a sentence
    ],
)
def test_the_cycle_at_the_head_of_an_imprint(imprint: str, issue: str, told: str) -> None:
    pages = document("journal_pages", SOUND | {"issue": issue}, text=f"滇南农学\n{imprint}\n主管单位：某厅")
    found = findings(CHECK, pages)
    assert [told in f.message for f in found] == [True] * bool(told)


def test_pages_of_a_reference_are_not_those_of_the_article() -> None:
    paper = document("paper", SOUND | {"page_range": "8-162"}, text=NUMBER)
    later = tuple(msgspec.structs.replace(f, page=2) if f.name == "page_range" else f for f in paper.facts)
    assert len(findings(CHECK, paper)) == 1
    assert findings(CHECK, msgspec.structs.replace(paper, facts=later, pages=(1, 2))) == []
