from __future__ import annotations

import pytest

from checks.publication.journal_mismatch import CHECK
from tests.checks.builders import document, findings
from tests.checks.registers import REGISTERS


@pytest.mark.parametrize(
    "facts",
    [{"journal": "滇南农学", "issn": "1000-0011"}, {"journal": "滇南农学", "cn_number": "CN 53-1013/TV"}],
)
def test_numbers_of_another_journal_are_told(facts: dict[str, str]) -> None:
    (finding,) = findings(CHECK, document("paper", facts), registers=REGISTERS)
    assert "滇南农学" in finding.message


@pytest.mark.parametrize(
    "facts",
    [
        {"journal": "滇南农学", "issn": "1000-0003", "cn_number": "CN53-1012/N"},  # the class letter may differ
        {"journal": "滇南农业科学", "issn": "1000-0003"},  # under its former name
        {"journal": "未收之刊", "issn": "2000-0001"},
        {"journal": "滇南农学", "issn": "1000-00"},  # unreadable: another check's business
    ],
)
def test_numbers_that_belong_stay_silent(facts: dict[str, str]) -> None:
    assert findings(CHECK, document("paper", facts), registers=REGISTERS) == []


def test_the_article_number_must_begin_with_the_printed_issn() -> None:
    text = "文章编号：1000-0003(2019)06-0001-05"
    assert len(findings(CHECK, document("paper", {"issn": "1000-0011"}, text=text))) == 1
    assert findings(CHECK, document("paper", {"issn": "1000-0003"}, text=text)) == []


def test_first_page_and_imprint_must_agree() -> None:
    paper = document("paper", {"journal": "滇南农学", "issn": "1000-0003"})
    imprint = document("journal_pages", {"journal": "滇南农学", "issn": "1000-0011"})
    assert len(findings(CHECK, paper, imprint)) == 1
    other = document("journal_pages", {"journal": "滇池水利", "issn": "1000-0011"})
    assert findings(CHECK, paper, other) == []


def test_a_number_that_the_register_has_under_another_title_is_told() -> None:
    (finding,) = findings(CHECK, document("paper", {"journal": "某省学报", "issn": "1000-0011"}), registers=REGISTERS)
    assert "《滇池水利》" in finding.message
    latin = {"journal": "Invented Letters", "issn": "1000-0011"}  # a translated title cannot be compared
    assert findings(CHECK, document("paper", latin), registers=REGISTERS) == []


def test_two_papers_in_one_journal_print_one_number() -> None:
    one = document("paper", {"journal": "滇南学报（自然科学版）", "issn": "1000-0003"})
    other = document("paper", {"journal": "滇南学报(自然科学版)", "issn": "1000-0011"})
    (finding,) = findings(CHECK, one, other)
    assert len(finding.evidence) == 2
    assert finding.severity == "notice"  # print and online editions have an ISSN each
    edition = document("paper", {"journal": "滇南学报（社会科学版）", "issn": "1000-0011"})
    assert findings(CHECK, one, edition) == []


@pytest.mark.parametrize(
    ("journal", "number", "count"),
    [
        ("云南某某学报", "CN42-1199/O3", 1),
        ("云南某某学报", "CN53-1199/O3", 0),
        ("北京某某学报", "CN10-1199/O3", 0),
        ("岩土某某学报", "CN42-1199/O3", 0),
    ],
)
def test_a_journal_named_after_another_province_is_a_hint(journal: str, number: str, count: int) -> None:
    found = findings(CHECK, document("journal_pages", {"journal": journal, "cn_number": number}))
    assert [f.certainty for f in found] == ["heuristic"] * count
