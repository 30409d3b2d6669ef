"""Words with boxes, fonts and character edges from a PDF page's own text, by pdfium's raw interface."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, pairwise
from operator import attrgetter
from typing import Any, NamedTuple

import msgspec
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


class Char(msgspec.Struct, frozen=True, gc=False):
    """One printed character as displayed: along the line as wide as the pen moves, across it as high as its ink.
    ``gap`` says that white space stands before it in the text."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    style: Style
    gap: bool


_STRIDE = 6  # characters
_NO_STYLE = Style("", 0.0, 0, False, True, False)
_BLANK = frozenset(" \t\r\n\u00a0\u3000\u200b\ufeff\u00ad")


def page_chars(raw_page: Any, space: UserSpace) -> list[Char]:
    """Every printed character of the page in the order of its content, white space folded into ``Char.gap``."""
    textpage = pdfium.FPDFText_LoadPage(raw_page)
    if not textpage:
        return []
    try:
        texts = _code_points(textpage)
        styles = _Styles(textpage, space.quarters).of_characters(texts)
        return list(_chars(textpage, space, texts, styles))
    finally:
        pdfium.FPDFText_ClosePage(textpage)


def _chars(textpage: Any, space: UserSpace, texts: list[str], styles: list[Style]) -> Iterator[Char]:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    to_left, to_right, to_bottom, to_top = (ctypes.byref(value) for value in (left, right, bottom, top))
    loose = pdfium.FS_RECTF()
    to_loose = ctypes.byref(loose)
    ink_box, loose_box = _quick(pdfium.FPDFText_GetCharBox), _quick(pdfium.FPDFText_GetLooseCharBox)
    handle = ctypes.cast(textpage, ctypes.c_void_p)
    rectangle, quarters = space.rectangle, space.quarters
    gap = False
    for index, (text, style) in enumerate(zip(texts, styles, strict=True)):
        if text in _BLANK:
            gap = True
            continue
        if not text or not ink_box(handle, index, to_left, to_right, to_bottom, to_top):
            continue
        x0, y0, x1, y1 = left.value, bottom.value, right.value, top.value
        if style.quarter >= 0 and loose_box(handle, index, to_loose):
            if (style.quarter - quarters) % 2:
                if loose.top > loose.bottom:
                    y0, y1 = loose.bottom, loose.top
            elif loose.right > loose.left:
                x0, x1 = loose.left, loose.right
        yield Char(text, *rectangle(x0, y0, x1, y1), style, gap)
        gap = False


def _quick(function: Any, result: Any = ctypes.c_int) -> Any:
    """The library's ``function`` without ctypes' check of each argument, which costs as much as the call; arguments
    must be of their C types already."""
    return ctypes.CFUNCTYPE(result)(ctypes.cast(function, ctypes.c_void_p).value or 0)


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

    def of_characters(self, texts: list[str]) -> list[Style]:
        """One style a character. The characters of an object follow one another, so that only every few are asked for
        theirs; those that pdfium put in itself, white space, have none."""
        handle = ctypes.cast(self._textpage, ctypes.c_void_p)
        text_object = _quick(pdfium.FPDFText_GetTextObject, ctypes.c_void_p)
        styles: list[Style] = []
        index, count = 0, len(texts)
        while index < count:
            address = text_object(handle, index)
            style = self._of(address, index)
            ahead = index + _STRIDE
            alike = address is not None and ahead < count and text_object(handle, ahead) == address
            styles += [style] * (_STRIDE if alike else 1)
            index = len(styles)
        return styles

    def _of(self, address: int | None, index: int) -> Style:
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


def style_counts(chars: Iterable[Char]) -> Counter[Style]:
    """How many characters stand in each style."""
    counts: Counter[Style] = Counter()
    for style, group in groupby(chars, attrgetter("style")):
        counts[style] += sum(1 for _ in group)
    return counts


def main_quarter(styles: Mapping[Style, int]) -> int:
    """The direction most characters are read in, clockwise quarter turns from upright."""
    votes: Counter[int] = Counter()
    for style, count in styles.items():
        if style.quarter >= 0:
            votes[style.quarter] += count
    return votes.most_common(1)[0][0] if votes else 0
