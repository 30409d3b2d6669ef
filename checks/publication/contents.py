"""The contents page of an issue: at which page it lists an article."""

from __future__ import annotations

import re

from checks.base import Case
from checks.publication.works import published_year
from checks.reading import plain
from checks.wording import contained, same_journal
from extractors.records import Document

ENTRY = re.compile(r"[.…·\s(（-]*(?<!\d)(\d{1,4})(?:\s*[-—~]\s*\d{1,4})?\s*[)）]?\s*$")
SURELY = 97  # of 100: neighbouring articles often share most of their words
ENTRIES = 5  # lines ending in page numbers from which a page counts as contents


def listed_page(contents: Document, title: str) -> int | None:
    """The page number behind ``title`` on the contents page.

    None when it lists no such title or no number, when several entries could be meant, and when the numbers do not rise
    down the page: then lines and numbers were not read together, and none of them can be held against anybody.
    """
    entries = [(line, int(number[1])) for line in _lines(contents) if (number := ENTRY.search(line))]
    pages = [page for _, page in entries]
    meant = {page for line, page in entries if contained(title, line) >= SURELY}
    return meant.pop() if len(meant) == 1 and pages == sorted(pages) else None


def leaves_out(contents: Document, title: str) -> bool:
    """Whether it is a contents page that shows nothing like ``title`` anywhere."""
    numbered = sum(bool(ENTRY.search(line)) for line in _lines(contents))
    return numbered >= ENTRIES and contained(title, contents.text) < 75


def of_same_issue(case: Case, paper: Document) -> list[Document]:
    """Journal pages filed for the same journal, year and issue, as far as all of them were read."""
    return [pages for pages in case.of_type("journal_pages") if _same_issue(paper, pages)]


def _same_issue(paper: Document, pages: Document) -> bool:
    names, issues = (paper.value("journal"), pages.value("journal")), (paper.value("issue"), pages.value("issue"))
    years = published_year(paper), published_year(pages)
    if not all(names) or not all(issues) or None in years:
        return False
    return same_journal(*names) and years[0] == years[1] and issues[0].lstrip("0") == issues[1].lstrip("0")


def _lines(contents: Document) -> list[str]:
    return [plain(line) for line in contents.text.replace("\f", "\n").splitlines() if line.strip()]
