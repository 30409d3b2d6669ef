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
