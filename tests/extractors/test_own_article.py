"""The applicant's own article on a contents page that lists everybody's."""

from __future__ import annotations

import pytest

from extractors.own_article import shown_for
from extractors.records import Document, DocumentType, FactValue
from tests.checks.builders import document

LISTED: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("岭谷坡耕地水土流失特征", ("马成林", "段晓"), "1"),
    ("高海拔旱作马铃薯密度试验", ("和丽芳",), "9"),
    ("云山县农村饮水安全评价", ("施文斌", "白云"), "17"),
)
FORM = document("application_form", {"person_name": "施文斌"})


def contents(listed: tuple[tuple[str, tuple[str, ...], str], ...] = LISTED) -> Document:
    rows = [{"title": title, "authors": authors, "page_range": page} for title, authors, page in listed]
    return document("journal_pages", {"journal": "云山农艺", "year": "2019"}, *rows)


def own(*others: Document, page: Document | None = None) -> dict[str, FactValue]:
    found = shown_for([*others, page or contents()])[-1]
    return {name: fact.value for name, fact in found.rows()[0].items() if name not in ("journal", "year")}


def test_the_row_that_names_the_applicant_is_the_documents_own() -> None:
    assert own(FORM) == {"title": LISTED[2][0], "authors": LISTED[2][1], "page_range": "17"}


@pytest.mark.parametrize("kind", ("paper", "application_form"))
def test_the_row_under_the_title_that_another_paper_gives(kind: DocumentType) -> None:
    name = "title" if kind == "paper" else "claimed_paper"
    assert own(document(kind, {name: "岭谷坡耕地水土流失的特征"}))["authors"] == ("马成林", "段晓")


def test_the_others_stay_as_they_are() -> None:
    found = shown_for([FORM, contents()])[-1]
    assert [f.value for f in found.all("title") if f.item] == [LISTED[0][0], LISTED[1][0]]
    assert found.value("title") == LISTED[2][0]


def test_two_articles_of_the_applicant_leave_the_page_a_list() -> None:
    twice = (*LISTED, ("云山县水窖水质调查", ("施文斌",), "40"))
    assert own(FORM, page=contents(twice)) == {}


def test_a_list_that_names_nobody_of_the_dossier_stays_a_list() -> None:
    assert own(document("application_form", {"person_name": "刀玉罕"})) == {}
