"""Plain text files: UTF-8, UTF-16 or GB 18030, set on pages of our own (``ingest.typeset``)."""

from __future__ import annotations

from pathlib import Path

from ingest.carrier import Context, Survey
from ingest.errors import UnreadableFile
from ingest.records import Page
from ingest.typeset import Typesetter

_MOST_BYTES = 8 * 2**20


def decoded(data: bytes) -> str:
    """The text, whichever of the usual encodings it is in. Raises UnicodeDecodeError when it is in none."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def survey(path: Path, name: str, context: Context) -> Survey:
    """All pages; form feeds begin new ones. Raises UnreadableFile."""
    data = path.read_bytes()
    if len(data) > _MOST_BYTES:
        raise UnreadableFile("too_large", f"{len(data)} bytes of text; at most {_MOST_BYTES} are read")
    try:
        text = decoded(data)
    except UnicodeDecodeError as error:
        raise UnreadableFile("damaged", f"text in no known encoding: {error.reason}") from error
    sheet = Typesetter()
    for index, part in enumerate(text.split("\f")):
        if index:
            sheet.page_break()
        for line in part.splitlines():
            sheet.paragraph(line)
    pages = sheet.pages(name)[: context.limits.pages]
    return Survey(kind="text", page_count=len(pages), pages=pages)


def read_page(path: Path, page: Page, context: Context) -> Page:  # noqa: ARG001
    """``page`` as it is: text needs no OCR."""
    return page
