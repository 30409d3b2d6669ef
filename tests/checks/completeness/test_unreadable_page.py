from __future__ import annotations

import msgspec

from checks.completeness.unreadable_page import CHECK
from ingest.records import Page, Problem
from tests.checks.builders import document, dossier, findings

PAPER = document("paper", {"title": "某项研究"})


def with_page(page: Page):
    whole = dossier([PAPER])
    return msgspec.structs.replace(whole, pages=(*whole.pages, page))


def page(**more) -> Page:
    return Page(file="d01.pdf", number=2, width=595, height=842, source="none", **more)


def test_a_page_that_gave_nothing_is_told_with_its_number() -> None:
    problem = Problem(kind="illegible", file="d01.pdf", page=2)
    (finding,) = findings(CHECK, PAPER, dossier=with_page(page(problem=problem)))
    assert "第2页" in finding.message
    assert finding.evidence[0].page == 2


def test_a_blank_separator_sheet_stays_silent() -> None:
    assert findings(CHECK, PAPER, dossier=with_page(page(blank=True))) == []
