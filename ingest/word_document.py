"""DOCX files: paragraphs and tables set on pages of our own (``ingest.typeset``), then a page for each large picture.

Page breaks, and the breaks that Word noted when it last saved, begin new pages. Pictures pasted into the document,
often scans, follow the text in the order of the document, one page each, and are read by OCR.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from ingest import package
from ingest.carrier import Context, Survey, with_reading
from ingest.errors import UnreadableFile
from ingest.limits import Limits
from ingest.ocr.base import Picture
from ingest.records import Page
from ingest.typeset import Typesetter
from ingest.word_numbering import Numbers

if TYPE_CHECKING:
    from docx.document import Document

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
_EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_SMALL = 7 * 360_000  # English Metric Units: 7 cm, less than a card's width
_LEAST_PIXELS = 300  # of a picture's shorter side: smaller ones are ornaments
_MOST_PICTURES = 200


def survey(path: Path, name: str, context: Context) -> Survey:
    """The text pages, and the pages of pictures left pending. Raises UnreadableFile."""
    document = _opened(path, context.limits)
    pages = list(_set(document).pages(name))
    numbers: list[int] = []
    for image in _pictures(document, context.limits):
        if not numbers and len(pages) == 1 and pages[0].blank:
            pages.clear()
        numbers.append(len(pages) + 1)
        pages.append(_picture_page(name, len(pages) + 1, image))
    return Survey(kind="docx", page_count=len(pages), pages=tuple(pages), pending=tuple(numbers))


def _picture_page(name: str, number: int, size: tuple[int, int]) -> Page:
    return Page(file=name, number=number, width=float(size[0]), height=float(size[1]), source="none")


def _opened(path: Path, limits: Limits) -> Document:
    with package.opened(path, limits):
        pass
    import docx

    try:
        return docx.Document(str(path))
    except Exception as error:
        raise UnreadableFile("damaged", f"not a readable DOCX: {error}") from error


def _set(document: Document) -> Typesetter:
    sheet, numbers = Typesetter(), Numbers(document)
    for block in document.element.body:
        _set_block(sheet, block, numbers)
    return sheet


def _set_block(sheet: Typesetter, block: Any, numbers: Numbers) -> None:
    if block.tag == f"{_W}p":
        _set_paragraph(sheet, block, numbers.label(block))
    elif block.tag == f"{_W}tbl":
        for row in block.iter(f"{_W}tr"):
            if next(row.iterancestors(f"{_W}tbl")) is block:
                sheet.row([(_text(cell), _span(cell)) for cell in row.iterchildren(f"{_W}tc")])
    elif block.tag == f"{_W}sdt":
        for content in block.iterchildren(f"{_W}sdtContent"):
            for inner in content:
                _set_block(sheet, inner, numbers)


def _set_paragraph(sheet: Typesetter, paragraph: Any, label: str) -> None:
    justified = paragraph.find(f"{_W}pPr/{_W}jc")
    centred = justified is not None and justified.get(f"{_W}val") == "center"
    for index, part in enumerate((label + _text(paragraph)).split("\f")):
        if index:
            sheet.page_break()
        sheet.paragraph(part, centred=centred)
    if paragraph.find(f"{_W}pPr/{_W}sectPr") is not None:
        sheet.page_break()


def _text(element: Any) -> str:
    """Its text as displayed: deletions left out, paragraphs parted by newlines, page breaks as form feeds."""
    parts: list[str] = []
    for node in element.iter():
        match node.tag:
            case t if t == f"{_W}t":
                parts.append(node.text or "")
            case t if t == f"{_W}tab":
                parts.append("\t" if node.getparent().tag == f"{_W}r" else "")
            case t if t in (f"{_W}br", f"{_W}cr"):
                parts.append("\f" if node.get(f"{_W}type") == "page" else "\n")
            case t if t == f"{_W}lastRenderedPageBreak":
                parts.append("\f")
            case t if t == f"{_W}p" and parts:
                parts.append("\n")
    text = "".join(parts)
    return text.replace("\f", "") if element.tag == f"{_W}tc" else text


def _span(cell: Any) -> int:
    span = cell.find(f"{_W}tcPr/{_W}gridSpan")
    value = span.get(f"{_W}val", "1") if span is not None else "1"
    return min(max(int(value), 1), 64) if value.isdecimal() else 1


def _blobs(document: Document) -> Iterator[bytes]:
    """The bytes of every picture in the body that may be a page, in its order, each once."""
    seen = set()
    for node in document.element.body.iter():
        identifier = node.get(_EMBED) if isinstance(node.tag, str) else None
        part = document.part.related_parts.get(identifier) if identifier else None
        if part is not None and part.partname not in seen and not _is_small(node):
            seen.add(part.partname)
            yield part.blob


def _is_small(node: Any) -> bool:
    """Whether a picture is shown no larger than a seal, a portrait or a signature, whatever it measures in pixels."""
    for around in node.iterancestors():
        extent = around.find(_EXTENT)
        if extent is not None:
            return max(int(extent.get("cx", "0")), int(extent.get("cy", "0"))) < _SMALL
    return False


def _pictures(document: Document, limits: Limits) -> Iterator[tuple[int, int]]:
    """The sizes of the pictures that are large enough to be read."""
    for blob in _large(document, limits):
        from PIL import Image

        with Image.open(io.BytesIO(blob)) as image:
            yield image.size


def _large(document: Document, limits: Limits) -> Iterator[bytes]:
    from PIL import Image

    count = 0
    for blob in _blobs(document):
        try:
            with Image.open(io.BytesIO(blob)) as image:
                width, height = image.size
        except (OSError, ValueError, SyntaxError):
            continue
        if min(width, height) >= _LEAST_PIXELS and width * height <= limits.pixels and count < _MOST_PICTURES:
            count += 1
            yield blob


def picture(path: Path, page: Page, limits: Limits) -> Picture:
    """The picture that is page ``page``. Raises UnreadableFile for a page of text."""
    from PIL import Image

    from ingest.image import decoded

    document = _opened(path, limits)
    blobs = list(_large(document, limits))
    index = page.number - 1 - _text_pages(document, bool(blobs))
    if not 0 <= index < len(blobs):
        raise UnreadableFile("unsupported", "pages of running text have no picture")
    with Image.open(io.BytesIO(blobs[index])) as image:
        return decoded(image, 1, limits)


def _text_pages(document: Document, pictured: bool) -> int:
    pages = _set(document).pages("")
    return 0 if pictured and len(pages) == 1 and pages[0].blank else len(pages)


def read_page(path: Path, page: Page, context: Context) -> Page:
    """The page of a picture, read by OCR. Raises UnreadableFile."""
    from ingest.ocr.page import read_picture

    drawn = picture(path, page, context.limits)
    upright = msgspec.structs.replace(page, width=float(drawn.shape[1]), height=float(drawn.shape[0]))
    return with_reading(upright, read_picture(drawn, 1.0, context.engine()))
