"""Words with boxes, fonts and character edges from a PDF page's own text, by pdfium's raw interface."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from ingest.pdf.frame import UserSpace

INVISIBLE = 3  # text render mode: neither filled nor stroked


class Style(NamedTuple):
    """What all characters of one text object share."""

    font: str
    size: float  # points, as drawn
    quarter: int  # direction of reading as displayed, clockwise quarter turns; -1 for any other angle
    invisible: bool
    embedded: bool
    unmapped: bool  # the font does not say which characters its first glyph here stands for


class Char(NamedTuple):
    """One printed character as displayed: along the line as wide as the pen moves, across it as high as its ink.
    ``gap`` says that white space stands before it in the text."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    style: Style
    gap: bool


_NO_STYLE = Style("", 0.0, 0, False, True, False)
_BLANK = frozenset(" \t\r\n\u00a0\u3000\u200b\ufeff\u00ad")


def page_chars(raw_page: Any, space: UserSpace) -> list[Char]:
    """Every printed character of the page in the order of its content, white space folded into ``Char.gap``."""
    textpage = pdfium.FPDFText_LoadPage(raw_page)
    if not textpage:
        return []
    try:
        return list(_chars(textpage, space, _Styles(textpage, space.quarters)))
    finally:
        pdfium.FPDFText_ClosePage(textpage)


def _chars(textpage: Any, space: UserSpace, styles: _Styles) -> Iterator[Char]:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    references = tuple(ctypes.byref(value) for value in (left, right, bottom, top))
    loose = pdfium.FS_RECTF()
    loose_reference = ctypes.byref(loose)
    ink_box, loose_box = pdfium.FPDFText_GetCharBox, pdfium.FPDFText_GetLooseCharBox
    text_object, rectangle = _address_of_text_object(), space.rectangle
    gap = False
    for index, text in enumerate(_code_points(textpage)):
        if text in _BLANK:
            gap = True
            continue
        if not text or not ink_box(textpage, index, *references):
            continue
        x0, y0, x1, y1 = rectangle(left.value, bottom.value, right.value, top.value)
        style = styles.of(text_object(textpage, index), index)
        if style.quarter >= 0 and loose_box(textpage, index, loose_reference):
            a0, b0, a1, b1 = rectangle(loose.left, loose.bottom, loose.right, loose.top)
            if style.quarter % 2 == 0 and a1 > a0:
                x0, x1 = a0, a1
            elif style.quarter % 2 and b1 > b0:
                y0, y1 = b0, b1
        yield Char(text, x0, y0, x1, y1, style, gap)
        gap = False


def _address_of_text_object() -> Any:
    """FPDFText_GetTextObject with integers for pointers: called for every character, it is three times as fast."""
    entry = ctypes.cast(pdfium.FPDFText_GetTextObject, ctypes.c_void_p).value
    return ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(entry or 0)


def _code_points(textpage: Any) -> list[str]:
    """One string a character index; "" for the second half of a character that UTF-16 writes as two."""
    count = pdfium.FPDFText_CountChars(textpage)
    if count <= 0:
        return []
    units = (ctypes.c_ushort * (count + 1))()
    if pdfium.FPDFText_GetText(textpage, 0, count, units) == count + 1:
        text = bytes(units)[: count * 2].decode("utf-16-le", "replace")
        return list(text) if len(text) == count else paired(units[:count])
    unicode = pdfium.FPDFText_GetUnicode
    return paired([unicode(textpage, index) for index in range(count)])


def paired(codes: list[int]) -> list[str]:
    """Code units as characters: formulas are set in letters beyond U+FFFF, which pdfium counts twice."""
    texts = [_character(code) for code in codes]
    for index, (high, low) in enumerate(pairwise(codes)):
        if 0xD800 <= high < 0xDC00 <= low < 0xE000:
            texts[index] = chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
            texts[index + 1] = ""
    return texts


def _character(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


class _Styles:
    """Styles by text object: pdfium hands out the same pointer for every character of an object."""

    def __init__(self, textpage: Any, quarters: int) -> None:
        self._textpage = textpage
        self._quarters = quarters
        self._by_object: dict[int, Style] = {}
        self._fonts: dict[int, tuple[str, bool]] = {}
        self._buffer = ctypes.create_string_buffer(256)

    def of(self, address: int | None, index: int) -> Style:
        """The style of the text object at ``address``, of which character ``index`` is one."""
        if address is None:
            return _NO_STYLE
        style = self._by_object.get(address)
        if style is None:
            style = self._by_object[address] = self._read(ctypes.cast(address, pdfium.FPDF_PAGEOBJECT), index)
        return style

    def _read(self, text_object: Any, index: int) -> Style:
        size, matrix = ctypes.c_float(), pdfium.FS_MATRIX()
        pdfium.FPDFTextObj_GetFontSize(text_object, ctypes.byref(size))
        pdfium.FPDFText_GetMatrix(self._textpage, index, ctypes.byref(matrix))  # forms' matrices included
        angle = math.degrees(math.atan2(-matrix.b, matrix.a)) / 90 + self._quarters
        quarter = round(angle) % 4 if abs(angle - round(angle)) < 0.1 else -1
        invisible = pdfium.FPDFTextObj_GetTextRenderMode(text_object) == INVISIBLE
        name, embedded = self._font(pdfium.FPDFTextObj_GetFont(text_object))
        unmapped = pdfium.FPDFText_HasUnicodeMapError(self._textpage, index) == 1
        drawn = abs(size.value) * math.hypot(matrix.c, matrix.d)
        return Style(name, drawn, quarter, invisible, embedded, unmapped)

    def _font(self, font: Any) -> tuple[str, bool]:
        address = ctypes.cast(font, ctypes.c_void_p).value
        if address is None:
            return "", False
        if address not in self._fonts:
            length = pdfium.FPDFFont_GetBaseFontName(font, self._buffer, len(self._buffer))
            name = self._buffer.raw[: max(min(length, len(self._buffer)) - 1, 0)].decode("utf-8", "replace")
            self._fonts[address] = (name, pdfium.FPDFFont_GetIsEmbedded(font) == 1)
        return self._fonts[address]


def main_quarter(chars: list[Char]) -> int:
    """The direction most characters are read in, clockwise quarter turns from upright."""
    votes = Counter(char.style.quarter for char in chars if char.style.quarter >= 0)
    return votes.most_common(1)[0][0] if votes else 0
