"""A page of an open PDF and what is drawn on it, looked up as it is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from ingest.geometry import Box
from ingest.page_chars import Char, characters, text_of
from ingest.page_objects import MAX_OBJECTS, PageObject, frame_of, objects_of
from ingest.pdf.layers import has_switched_off, unseen
from ingest.pdf.objects import font_name_of, matrix_of, product, walk


class OpenPage:
    """A page of an open document and what is drawn on it; its words are looked up only when asked for, since that is
    what takes the time. Close it before the document. ``layered``: a layer of the file is off; ``unseen`` are then the
    orders of the text objects that the page does not show for it, and those are not visible."""

    def __init__(self, page: Any, number: int, *, layered: bool = False) -> None:
        self.page, self.number = page, number
        self.frame = frame_of(page)
        hidden = {handle.value for handle in unseen(page)} if layered else set[int | None]()
        objects = objects_of(page, self.frame)
        self.unseen = frozenset(o.order for o in objects if hidden and o.handle and o.handle.value in hidden)
        self.objects = [replace(o, visible=False) if o.order in self.unseen else o for o in objects]
        self._text_page: Any = None
        self._texts: dict[int, str] = {}
        self._chars: list[Char] | None = None

    @property
    def text_page(self) -> Any:
        if self._text_page is None:
            self._text_page = self.page.get_textpage()
        return self._text_page

    def text(self, thing: PageObject) -> str:
        """The words of a text object; "" where they repeat, character by character, what stands there already."""
        if thing.order not in self._texts:
            self._texts[thing.order] = text_of(thing.handle, self.text_page)
        return self._texts[thing.order]

    @property
    def chars(self) -> list[Char]:
        """The characters of the visible text objects."""
        if self._chars is None:
            self._chars = characters(self.text_page, self.objects, self.frame)
        return self._chars

    def close(self) -> None:
        if self._text_page is not None:
            self._text_page.close()
        self.page.close()


def open_pages(document: Any, limit: int, *, layered: bool = False) -> Iterator[OpenPage]:
    """The first ``limit`` pages of an open ``pypdfium2.PdfDocument``, each closed when the next is asked for; pages
    that cannot be loaded are left out."""
    import pypdfium2 as pdfium

    for index in range(min(len(document), limit)):
        try:
            page = OpenPage(document[index], index + 1, layered=layered)
        except pdfium.PdfiumError:
            continue
        try:
            yield page
        finally:
            page.close()


class StyledChar(msgspec.Struct, frozen=True):
    """A visible character of a text layer with the font (subset prefix taken off) and size it is set in, and the level
    of its baseline in points from the page's top."""

    text: str
    box: Box
    font: str
    size: float
    baseline: float = 0.0


def styled_characters(path: Path, number: int) -> list[StyledChar]:
    """The characters of page ``number``. Raises ``pypdfium2.PdfiumError`` when file or page cannot be opened."""
    import pypdfium2 as pdfium

    document = pdfium.PdfDocument(path)
    try:
        page = OpenPage(document[number - 1], number, layered=has_switched_off(path))
        chars = page.chars
        texts = [(o, o.handle) for o in page.objects if o.kind == "text" and o.handle]
        levels = _baselines(page)
        styles = {o.order: (_family(font_name_of(h)), o.size, levels.get(h.value, o.box.y1)) for o, h in texts}
        page.close()
    finally:
        document.close()
    return [StyledChar(c.text, c.box, *styles[c.order]) for c in chars]


def _baselines(page: OpenPage) -> dict[int | None, float]:
    """By text object: how far below the page's top it begins."""
    found: dict[int | None, float] = {}
    for handle, _, matrix in walk(page.page, MAX_OBJECTS):
        _, _, _, _, x, y = product(matrix_of(handle), matrix)
        found[handle.value] = page.frame.box(x, y, x, y).y0
    return found


def _family(font: str) -> str:
    prefix, plus, rest = font.partition("+")
    return rest if plus and len(prefix) == 6 else font
