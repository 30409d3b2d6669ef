"""PDF files into pages: the text layer where it is sound, OCR where it is not."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium

from ingest.carrier import Context, Survey, with_reading
from ingest.errors import UnreadableFile
from ingest.geometry import Box
from ingest.ocr.page import read_picture
from ingest.pdf.document import opened
from ingest.pdf.frame import user_space
from ingest.pdf.paths import drawn
from ingest.pdf.render import rendered
from ingest.pdf.text import main_quarter, page_chars
from ingest.pdf.words import glyphs_of, words_of
from ingest.records import Mark, Page, Problem
from ingest.turns import turned_box, turned_frame

_DPI = 200


def survey(path: Path, name: str, context: Context) -> Survey:
    """Every page's text layer; pages without one are left pending. Raises UnreadableFile."""
    with opened(path) as document:
        count = len(document)
        if not count:
            raise UnreadableFile("empty", "it has no pages")
        pages = [_text_page(document, name, number) for number in range(1, min(count, context.limits.pages) + 1)]
    problems = _too_many(name, count, context)
    pending = tuple(page.number for page in pages if page.text_layer != "sound" and page.problem is None)
    return Survey(kind="pdf", page_count=count, pages=tuple(pages), pending=pending, problems=problems)


def _too_many(name: str, count: int, context: Context) -> tuple[Problem, ...]:
    if count <= context.limits.pages:
        return ()
    detail = f"{count} pages; only the first {context.limits.pages} were read"
    return (Problem(kind="too_large", file=name, detail=detail, fatal=False),)


def _text_page(document: pdfium.PdfDocument, name: str, number: int) -> Page:
    try:
        page = document[number - 1]
    except (pdfium.PdfiumError, IndexError) as error:
        problem = Problem(kind="damaged", file=name, page=number, detail=str(error))
        return Page(file=name, number=number, width=0.0, height=0.0, source="none", problem=problem)
    try:
        return _read_text(page, name, number)
    finally:
        page.close()


def _read_text(page: pdfium.PdfPage, name: str, number: int) -> Page:
    space = user_space(page.raw)
    width, height = space.size
    chars = page_chars(page.raw, space)
    turn = -90 * main_quarter(chars) % 360
    words = words_of(glyphs_of(chars, turn, width, height))
    shapes = drawn(page.raw, space)

    def upright(box: Box) -> Box:
        return turned_box(box, turn, width, height).rounded()

    return Page(
        file=name,
        number=number,
        width=round(width, 2),
        height=round(height, 2),
        source="text" if words else "none",
        words=words,
        marks=tuple(
            Mark(kind="picture", box=turned_box(box, turn, width, height).rounded()) for box in shapes.pictures
        ),
        rulings=tuple(turned_box(line, turn, width, height).rounded() for line in shapes.rulings),
        frame=turned_frame(turn, width, height),
        turn=turn,
        text_layer="sound" if words else "absent",
    )


def read_page(path: Path, page: Page, context: Context) -> Page:
    """``page`` read by OCR. Raises UnreadableFile when it cannot be drawn."""
    with opened(path) as document:
        sheet = document[page.number - 1]
        picture = rendered(sheet, _DPI, context.limits)
    scale = page.width / picture.shape[1]
    return with_reading(page, read_picture(picture, scale, context.engine()))
