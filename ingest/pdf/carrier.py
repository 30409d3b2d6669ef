"""PDF files into pages: the text layer where it is sound, OCR where it is not, both where pictures carry print."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec
import pypdfium2 as pdfium

from ingest.carrier import Context, Survey, with_reading
from ingest.errors import UnreadableFile
from ingest.geometry import Box
from ingest.pdf.chars import Chars, Style, main_quarter
from ingest.pdf.document import Rebuilt, opened
from ingest.pdf.forms import with_fields
from ingest.pdf.frame import user_space
from ingest.pdf.layers import has_switched_off, take_away
from ingest.pdf.paths import drawn
from ingest.pdf.soundness import doubtful, verdict
from ingest.pdf.text import page_chars
from ingest.pdf.words import words_of
from ingest.records import Mark, Page, Problem, TextLayer
from ingest.turns import turned_box, turned_frame

_DPI = 200
_STAMP_DPI = 130  # enough to see whether anything is stamped on a page of text


def survey(path: Path, name: str, context: Context) -> Survey:
    """Every page's text layer; pages without a sound one, or with pictures, are left pending. Raises UnreadableFile."""
    layered = has_switched_off(path)
    with opened(path) as document:
        count = len(document)
        if not count:
            raise UnreadableFile("empty", "it has no pages")
        numbers = range(1, min(count, context.limits.pages) + 1)
        looked = [_text_page(document, name, number, layered=layered) for number in numbers]
        rebuilt = _rebuilt(document, name)
    return Survey(
        kind="pdf",
        page_count=count,
        pages=tuple(page for page, _ in looked),
        pending=tuple(page.number for page, pending in looked if pending and not page.problem),
        problems=(*rebuilt, *_too_many(name, count, context)),
    )


def _rebuilt(document: pdfium.PdfDocument, name: str) -> tuple[Problem, ...]:
    if not isinstance(document, Rebuilt):
        return ()
    detail = "its structure is broken; what could be put together again was read"
    return (Problem(kind="damaged", file=name, detail=detail, fatal=False),)


def _too_many(name: str, count: int, context: Context) -> tuple[Problem, ...]:
    if count <= context.limits.pages:
        return ()
    detail = f"{count} pages; only the first {context.limits.pages} were read"
    return (Problem(kind="too_large", file=name, detail=detail, fatal=False),)


def _text_page(document: pdfium.PdfDocument, name: str, number: int, *, layered: bool) -> tuple[Page, bool]:
    """The page by its text layer, without what its layers hide where any is off, and whether a picture of it has to be
    looked at."""
    try:
        page = with_fields(document, number)
    except (pdfium.PdfiumError, IndexError) as error:
        problem = Problem(kind="damaged", file=name, page=number, detail=str(error))
        return Page(file=name, number=number, width=0.0, height=0.0, source="none", problem=problem), False
    try:
        if layered:
            take_away(page)
        return _read_text(page, name, number)
    finally:
        page.close()


def _read_text(page: pdfium.PdfPage, name: str, number: int) -> tuple[Page, bool]:
    space = user_space(page.raw)
    width, height = space.size
    chars = page_chars(page.raw, space)
    styles = chars.counts()
    turn = -90 * main_quarter(styles) % 360
    words = words_of(chars.turned(turn, width, height))
    shapes = drawn(page.raw, space)

    def upright(box: Box) -> Box:
        return turned_box(box, turn, width, height).rounded()

    read = Page(
        file=name,
        number=number,
        width=round(width, 2),
        height=round(height, 2),
        source="text" if words else "none",
        words=words,
        marks=tuple(Mark(kind="picture", box=upright(box)) for box in shapes.pictures),
        rulings=tuple(upright(line) for line in shapes.rulings),
        frame=turned_frame(turn, width, height),
        turn=turn,
        text_layer=_first_verdict(chars, styles),
    )
    stamped = bool(shapes.pictures) or any(style.quarter < 0 for style in styles)
    return read, read.text_layer != "sound" or stamped


def _first_verdict(chars: Chars, styles: Mapping[Style, int]) -> TextLayer:
    if not len(chars):
        return "absent"
    if doubtful(chars):
        return "garbled"
    hidden = sum(count for style, count in styles.items() if style.invisible)
    return "unchecked" if hidden > 0.5 * len(chars) else "sound"


def read_page(path: Path, page: Page, context: Context) -> Page:
    """``page`` of a survey with its picture looked at. Raises UnreadableFile when it cannot be drawn."""
    from ingest.ocr.seals import find_seals
    from ingest.pdf.pictures import carries_print, is_scan, with_pictures_read
    from ingest.pdf.render import pictured

    stamps_only = page.text_layer == "sound" and not carries_print(page)
    with opened(path) as document:
        drawn_page = document[page.number - 1]
        picture = pictured(path, drawn_page, page.number, _STAMP_DPI if stamps_only else _DPI, context.limits)
        if stamps_only and find_seals(picture):
            picture = pictured(path, drawn_page, page.number, _DPI, context.limits)
    engine = context.engine()
    if page.text_layer == "sound" and not is_scan(page):
        return with_pictures_read(page, picture, engine)
    from ingest.ocr.page import read_picture

    return _judged(page, with_reading(page, read_picture(picture, page.width / picture.shape[1], engine)))


def _judged(page: Page, seen: Page) -> Page:
    """The OCR reading, with the verdict on the layer; the layer's words where they are sound and the print is real."""
    if not page.words:
        return seen
    if not seen.words:
        return msgspec.structs.replace(
            page, marks=(*page.marks, *seen.marks), blank=seen.blank, picture_digest=seen.picture_digest
        )
    if page.text_layer == "sound":  # a footer over a scan: OCR has read it along with the rest
        return msgspec.structs.replace(seen, text_layer="sound", source="mixed")
    layer = verdict(page.words, seen.words)
    if layer == "contradicted" and page.text_layer == "garbled":
        layer = "garbled"  # a fault of the font, not another text
    if layer == "sound" and not _is_picture(page):
        marks = (*page.marks, *(mark for mark in seen.marks if mark.kind != "picture"))
        same = seen.turn == page.turn
        return msgspec.structs.replace(page, text_layer="sound", marks=marks if same else page.marks)
    return msgspec.structs.replace(seen, text_layer=layer, layer_words=page.words)


def _is_picture(page: Page) -> bool:
    from ingest.pdf.pictures import coverage

    return coverage(page) >= 0.5
