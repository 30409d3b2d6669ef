"""The objects of a PDF page in drawing order, with their boxes in the page as displayed.

Works on pdfium's own object list, so that what is listed is what is drawn. Everything is counted and capped: a page of
a hostile file costs at most ``MAX_OBJECTS`` objects.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Literal

import msgspec
import pypdfium2.raw as c

from ingest.geometry import Box

MAX_OBJECTS = 6000
MAX_CHARS = 40_000
MAX_DEPTH = 4  # of form objects inside form objects
_SCALE = 100  # device units a point, for the conversion to the displayed page

Matrix = tuple[float, float, float, float, float, float]
_UNIT: Matrix = (1, 0, 0, 1, 0, 0)


class PageObject(msgspec.Struct, frozen=True, kw_only=True):
    """One drawn thing. ``order`` counts in drawing order; ``handle`` is pdfium's, valid while the page is open."""

    order: int
    kind: Literal["text", "path", "image", "shading"]
    box: Box
    handle: Any
    note: str = ""  # an annotation's own words
    size: float = 0.0
    upright: bool = True  # text: runs along the page's rows as displayed
    visible: bool = True
    opaque: bool = True
    fill: tuple[int, int, int] = (0, 0, 0)
    filled: bool = False
    rectangular: bool = False


class Frame(msgspec.Struct, frozen=True):
    """The affine map from a page's user space to the page as displayed, in points."""

    matrix: Matrix
    width: float
    height: float

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        return transformed(self.matrix, x0, y0, x1, y1)


def frame_of(page: Any) -> Frame:
    """The frame of an open ``pypdfium2.PdfPage``; its rotation and crop box are in it."""
    width, height = page.get_size()
    probe = []
    for x, y in ((0.0, 0.0), (1000.0, 0.0), (0.0, 1000.0)):
        px, py = ctypes.c_int(), ctypes.c_int()
        size = (max(int(width * _SCALE), 1), max(int(height * _SCALE), 1))
        c.FPDF_PageToDevice(page, 0, 0, *size, 0, x, y, px, py)
        probe.append((px.value / _SCALE, py.value / _SCALE))
    (ox, oy), (xx, xy), (yx, yy) = probe
    matrix = ((xx - ox) / 1000, (xy - oy) / 1000, (yx - ox) / 1000, (yy - oy) / 1000, ox, oy)
    return Frame(matrix, width, height)


def transformed(matrix: Matrix, x0: float, y0: float, x1: float, y1: float) -> Box:
    """The upright rectangle around the mapped one."""
    a, b, cc, d, e, f = matrix
    points = [(a * x + cc * y + e, b * x + d * y + f) for x, y in ((x0, y0), (x1, y0), (x0, y1), (x1, y1))]
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return Box(min(xs), min(ys), max(xs), max(ys))


class OpenPage:
    """A page of an open document and what is drawn on it; its words are looked up only when asked for, since that is
    what takes the time. Close it before the document."""

    def __init__(self, page: Any, number: int) -> None:
        self.page, self.number = page, number
        self.frame = frame_of(page)
        self.objects = _objects(page, self.frame)
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
            self._texts[thing.order] = _text_of(thing.handle, self.text_page)
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


def open_pages(document: Any, limit: int) -> Iterator[OpenPage]:
    """The first ``limit`` pages of an open ``pypdfium2.PdfDocument``, each closed when the next is asked for; pages
    that cannot be loaded are left out."""
    import pypdfium2 as pdfium

    for index in range(min(len(document), limit)):
        try:
            page = OpenPage(document[index], index + 1)
        except pdfium.PdfiumError:
            continue
        try:
            yield page
        finally:
            page.close()


def _objects(page: Any, frame: Frame) -> list[PageObject]:
    """At most ``MAX_OBJECTS`` objects of ``page``, forms opened, in the order they are drawn."""
    found: list[PageObject] = []
    for order, (handle, outer) in enumerate(_handles(page)):
        if order >= MAX_OBJECTS:
            break
        described = _describe(order, handle, product(outer, frame.matrix))
        if described is not None:
            found.append(described)
    return found


class Char(msgspec.Struct, frozen=True):
    """One visible character, the object that draws it and its box in the page as displayed."""

    order: int
    text: str
    box: Box


def characters(text_page: Any, objects: Sequence[PageObject], frame: Frame) -> list[Char]:
    """The characters of the visible text objects among ``objects``, at most ``MAX_CHARS``.

    An object's own box says little: one object may hold words from both ends of a line.
    """
    orders = {_address(o.handle): o.order for o in objects if o.kind == "text" and o.visible}
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    found = []
    for index in range(min(c.FPDFText_CountChars(text_page), MAX_CHARS)):
        order = orders.get(_address(c.FPDFText_GetTextObject(text_page, index)))
        code = c.FPDFText_GetUnicode(text_page, index)
        if order is None or code < 33 or not c.FPDFText_GetCharBox(text_page, index, left, right, bottom, top):
            continue
        found.append(Char(order, chr(code), frame.box(left.value, bottom.value, right.value, top.value)))
    return found


def line_of(chars: Sequence[Char]) -> str:
    """The characters as text, in drawing order, a space where there is a gap or another row begins."""
    em = max((char.box.height for char in chars), default=0)
    text = ""
    for index, char in enumerate(chars):
        before = chars[index - 1].box if index else char.box
        apart = char.box.x0 - before.x1 > 0.8 * em or abs(char.box.center[1] - before.center[1]) > 0.8 * em
        text += (" " if apart else "") + char.text
    return text[:300]


class StyledChar(msgspec.Struct, frozen=True):
    """A visible character of a text layer with the font (subset prefix taken off) and size it is set in."""

    text: str
    box: Box
    font: str
    size: float


def styled_characters(path: Path, number: int) -> list[StyledChar]:
    """The characters of page ``number``. Raises ``pypdfium2.PdfiumError`` when file or page cannot be opened."""
    import pypdfium2 as pdfium

    document = pdfium.PdfDocument(path)
    try:
        page = OpenPage(document[number - 1], number)
        chars = page.chars
        styles = {o.order: (_family(font_of(o.handle)), o.size) for o in page.objects if o.kind == "text"}
        page.close()
    finally:
        document.close()
    return [StyledChar(c.text, c.box, *styles[c.order]) for c in chars]


def _family(font: str) -> str:
    prefix, plus, rest = font.partition("+")
    return rest if plus and len(prefix) == 6 else font


def _address(handle: Any) -> int:
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def product(first: Matrix, then: Matrix) -> Matrix:
    """The map that applies ``first`` and then ``then``."""
    a, b, cc, d, e, f = first
    g, h, i, j, k, m = then
    return (a * g + b * i, a * h + b * j, cc * g + d * i, cc * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _handles(page: Any) -> Iterator[tuple[Any, Matrix]]:
    for index in range(min(c.FPDFPage_CountObjects(page), MAX_OBJECTS)):
        yield from _opened(c.FPDFPage_GetObject(page, index), _UNIT, 0)


def _opened(handle: Any, outer: Matrix, depth: int) -> Iterator[tuple[Any, Matrix]]:
    if not handle:
        return
    if c.FPDFPageObj_GetType(handle) != c.FPDF_PAGEOBJ_FORM:
        yield handle, outer
        return
    if depth >= MAX_DEPTH:
        return
    inner = product(matrix_of(handle), outer)
    for index in range(min(c.FPDFFormObj_CountObjects(handle), MAX_OBJECTS)):
        yield from _opened(c.FPDFFormObj_GetObject(handle, index), inner, depth + 1)


def matrix_of(handle: Any) -> Matrix:
    matrix = c.FS_MATRIX()
    if not c.FPDFPageObj_GetMatrix(handle, matrix):
        return _UNIT
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _describe(order: int, handle: Any, matrix: Matrix) -> PageObject | None:
    kind = c.FPDFPageObj_GetType(handle)
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not c.FPDFPageObj_GetBounds(handle, left, bottom, right, top):
        return None
    box = transformed(matrix, left.value, bottom.value, right.value, top.value)
    if kind == c.FPDF_PAGEOBJ_TEXT:
        return _text(order, handle, box, matrix)
    if kind == c.FPDF_PAGEOBJ_PATH:
        return _path(order, handle, box)
    if kind == c.FPDF_PAGEOBJ_IMAGE:
        opaque = not c.FPDFPageObj_HasTransparency(handle)
        return PageObject(order=order, kind="image", box=box, handle=handle, opaque=opaque)
    return PageObject(order=order, kind="shading", box=box, handle=handle, opaque=False)


def _text(order: int, handle: Any, box: Box, matrix: Matrix) -> PageObject:
    mode = c.FPDFTextObj_GetTextRenderMode(handle)
    fill, alpha = _colour(handle)
    size = ctypes.c_float()
    c.FPDFTextObj_GetFontSize(handle, size)
    full = product(matrix_of(handle), matrix)
    across = abs(full[0]) >= 20 * abs(full[1]) and full[0] > 0
    scale = (full[2] ** 2 + full[3] ** 2) ** 0.5
    return PageObject(
        order=order,
        kind="text",
        box=box,
        handle=handle,
        size=round(size.value * scale, 2),
        upright=across,
        visible=mode not in (c.FPDF_TEXTRENDERMODE_INVISIBLE, c.FPDF_TEXTRENDERMODE_CLIP) and alpha > 8,
        opaque=alpha > 200,
        fill=fill,
    )


def _path(order: int, handle: Any, box: Box) -> PageObject:
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    c.FPDFPath_GetDrawMode(handle, mode, stroke)
    fill, alpha = _colour(handle)
    return PageObject(
        order=order,
        kind="path",
        box=box,
        handle=handle,
        opaque=alpha > 200 and not c.FPDFPageObj_HasTransparency(handle),
        fill=fill,
        filled=mode.value != 0,
        rectangular=3 <= c.FPDFPath_CountSegments(handle) <= 6,
    )


def _colour(handle: Any) -> tuple[tuple[int, int, int], int]:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not c.FPDFPageObj_GetFillColor(handle, red, green, blue, alpha):
        return (0, 0, 0), 255
    return (red.value, green.value, blue.value), alpha.value


def _text_of(handle: Any, text_page: Any) -> str:
    length = c.FPDFTextObj_GetText(handle, text_page, None, 0)
    if not 2 <= length <= 20_000:
        return ""
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    c.FPDFTextObj_GetText(handle, text_page, buffer, length)
    raw = bytes(buffer)[: length - 2]
    return raw.decode("utf-16-le", "replace").replace("\0", "").strip()


def font_of(handle: Any) -> str:
    font = c.FPDFTextObj_GetFont(handle)
    if not font:
        return ""
    buffer = ctypes.create_string_buffer(200)
    length = c.FPDFFont_GetBaseFontName(font, buffer, 200)
    return buffer.raw[: max(min(length, 200) - 1, 0)].decode("utf-8", "replace")
