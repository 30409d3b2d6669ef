from __future__ import annotations

import msgspec
import numpy as np

from checks.completeness.unreadable_page import CHECK
from ingest.geometry import Box
from ingest.records import Page, Problem, Word
from tests.checks.builders import document, dossier, findings
from tests.checks.test_sharpness import burnt_out, sheet

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


class Picture:
    """A store whose every page is this picture."""

    def __init__(self, picture: np.ndarray) -> None:
        self.picture = picture

    def page(self, file: str, number: int, dpi: int) -> np.ndarray:
        return self.picture


def seen(read: Page, picture: np.ndarray) -> list[str]:
    return [f.severity for f in findings(CHECK, PAPER, dossier=with_page(read), pictures=Picture(picture))]


def test_a_page_out_of_focus_in_a_legible_file_is_told_whether_or_not_reading_took_it_for_blank() -> None:
    assert seen(page(blank=True), sheet(blur=12, light=0.3)) == ["missing"]
    assert seen(msgspec.structs.replace(page(), source="ocr"), sheet(blur=14)) == ["missing"]


def test_a_burnt_out_page_is_asked_for_only_where_a_file_begins_with_it() -> None:
    assert seen(page(blank=True), burnt_out()) == ["notice"]
    assert seen(msgspec.structs.replace(page(blank=True), number=1), burnt_out()) == ["missing"]


def test_a_sharp_picture_and_a_page_that_was_read_are_silent() -> None:
    shapes = np.random.default_rng(3).integers(0, 255, (13, 9, 3), dtype=np.uint8)
    photograph = shapes.repeat(90, axis=0).repeat(90, axis=1)
    assert seen(msgspec.structs.replace(page(), source="ocr"), photograph) == []
    words = (Word(text="一" * 40, box=Box(50, 100, 400, 112)),)
    assert seen(msgspec.structs.replace(page(words=words), source="ocr"), sheet(blur=12)) == []
