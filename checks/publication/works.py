"""The papers of a dossier: one printed article, and what its papers say of journal, year, volume and issue."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checks.base import Case
from checks.reading import plain
from checks.spans import year_of
from checks.wording import likeness, plain_title, same_journal
from corpus.codes import serials
from corpus.codes.serials import ArticleNumber
from extractors.records import Document, DocumentType

PRINTED: tuple[DocumentType, ...] = ("paper", "journal_pages")
ALL: tuple[DocumentType, ...] = ("paper", "journal_pages", "acceptance_letter")
ARTICLE = re.compile(r"文章编号[:：]?(\d{4}-?\d{3}[\dX]\(\d{4}\)[A-Z]?\d{1,2}[A-Z]?-\d{3,4}-\d{2})")


SAME_TITLE = 95.0


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article number as printed, with its parts."""

    text: str
    parts: ArticleNumber


def article_number(document: Document) -> Labelled | None:
    """The 文章编号 that a paper prints behind that label; None when it prints none that can be read."""
    for line in document.text.splitlines():
        if (match := ARTICLE.search(plain(line).replace("—", "-"))) and (parts := serials.article(match[1])):
            return Labelled(match[1], parts)
    return None


def papers(case: Case) -> tuple[Document, ...]:
    return case.of_type("paper")


def published_year(document: Document) -> int | None:
    return year_of(document.first("year")) or year_of(document.first("issue_date"))


def number(text: str) -> int | None:
    """A volume or issue as a number: 第6期, 06, 6; None for anything else, such as S1 or 3-4."""
    match = re.fullmatch(r"(?:第)?0*(\d{1,3})(?:卷|期)?", plain(text))
    return int(match[1]) if match else None


def same_title(one: Document, other: Document) -> bool:
    """Whether two papers have one title; parts of a series have not."""
    alike = likeness(one.value("title"), other.value("title")) >= SAME_TITLE
    return alike and not part_of_series(one, other)


def part_of_series(one: Document, other: Document) -> bool:
    """Whether two titles differ in a numeral at their end only: 之一, (上), II."""
    first, second = (plain_title(d.value("title")) for d in (one, other))
    return first != second and first[:-1] == second[:-1]


def apart(one: Document, other: Document) -> bool:
    """Whether two papers say another journal, year or issue of themselves."""
    first, second = one.value("journal"), other.value("journal")
    years = published_year(one), published_year(other)
    issues = one.value("issue").lstrip("0"), other.value("issue").lstrip("0")
    return (
        (bool(first and second) and not same_journal(first, second))
        or (None not in years and years[0] != years[1])
        or (all(issues) and issues[0] != issues[1])
    )


def same_article(one: Document, other: Document) -> bool:
    """Whether two papers are one article: title, journal and year are said by both, and are the same."""
    said = all(d.value("title") and d.value("journal") and published_year(d) for d in (one, other))
    return said and same_title(one, other) and not apart(one, other)
