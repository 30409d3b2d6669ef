from __future__ import annotations

import msgspec
import pytest

from checks.numbers.issn_check_digit import CHECK
from ingest.geometry import Box
from ingest.records import Word
from tests.checks.builders import document, dossier, findings


@pytest.mark.parametrize(("issn", "told"), [("1000-0004", "应为3"), ("1000-000", "8位")])
def test_a_wrong_issn_is_told(issn: str, told: str) -> None:
    (finding,) = findings(CHECK, document("paper", {"issn": issn}))
    assert told in finding.message


@pytest.mark.parametrize("issn", ["1000-0003", "ISSN 1000-0003", "10000003"])
def test_a_sound_issn_stays_silent(issn: str) -> None:
    assert findings(CHECK, document("journal_pages", {"issn": issn})) == []


def test_a_paper_without_one_is_not_asked() -> None:
    assert findings(CHECK, document("paper", {"title": "某项研究"})) == []


def test_a_second_number_that_the_page_prints_is_checked_too() -> None:
    text = "DOI:10.3969/j.issn.1000-0003.2019.06.001\nISSN1000-0004 CN53-1012/S"
    paper = document("paper", {"issn": "1000-0003"}, text=text)
    whole = dossier([paper])
    words = (Word(text="ISSN 1000-0004", box=Box(50, 50, 150, 62)),)
    pages = (msgspec.structs.replace(whole.pages[0], words=words),)
    (finding,) = findings(CHECK, paper, dossier=msgspec.structs.replace(whole, pages=pages))
    assert "1000-0004" in finding.message
