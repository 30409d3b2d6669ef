"""OFD files (GB/T 33190—2016) into pages: text with boxes, pictures by OCR."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np

from ingest import package
from ingest.carrier import Context, Survey, with_reading
from ingest.errors import UnreadableFile
from ingest.image import decoded
from ingest.limits import Limits
from ingest.ocr.base import Picture
from ingest.ofd.document import OfdDocument
from ingest.records import Page, Problem

_DPI = 200


def survey(path: Path, name: str, context: Context) -> Survey:
    """Every page's text; pages with pictures are left pending. Raises UnreadableFile."""
    with package.opened(path, context.limits) as opened:
        document = OfdDocument(opened)
        if not len(document):
            raise UnreadableFile("empty", "it has no pages")
        numbers = range(1, min(len(document), context.limits.pages) + 1)
        pages = tuple(_page(document, name, number) for number in numbers)
    pending = tuple(page.number for page in pages if any(mark.kind == "picture" for mark in page.marks))
    return Survey(kind="ofd", page_count=len(document), pages=pages, pending=pending)


def _page(document: OfdDocument, name: str, number: int) -> Page:
    try:
        return document.page(name, number)
    except UnreadableFile as error:
        problem = Problem(kind="damaged", file=name, page=number, detail=error.detail)
        return Page(file=name, number=number, width=0.0, height=0.0, source="none", problem=problem)


def picture(path: Path, page: Page, dpi: float, limits: Limits) -> Picture:
    """The page's pictures on white, without its text. Raises UnreadableFile."""
    from PIL import Image

    scale = min(dpi / 72, (limits.render_pixels / (page.width * page.height)) ** 0.5)
    sheet = Image.new("RGB", (max(round(page.width * scale), 1), max(round(page.height * scale), 1)), "white")
    with package.opened(path, limits) as opened:
        document = OfdDocument(opened)
        for placed in document.pictures(page.number):
            try:
                with Image.open(io.BytesIO(document.resource(placed.resource))) as image:
                    drawn = Image.fromarray(decoded(image, 1, limits))
            except (LookupError, OSError, ValueError, UnreadableFile):
                continue
            size = max(round(placed.box.width * scale), 1), max(round(placed.box.height * scale), 1)
            if size[0] * size[1] <= limits.render_pixels:
                sheet.paste(drawn.resize(size), (round(placed.box.x0 * scale), round(placed.box.y0 * scale)))
    return np.asarray(sheet)


def read_page(path: Path, page: Page, context: Context) -> Page:
    """``page`` with its pictures read by OCR. Raises UnreadableFile."""
    from ingest.ocr.page import read_picture
    from ingest.pdf.pictures import with_pictures_read

    drawn = picture(path, page, _DPI, context.limits)
    if page.words:
        return with_pictures_read(page, drawn, context.engine())
    return with_reading(page, read_picture(drawn, page.width / drawn.shape[1], context.engine()))
