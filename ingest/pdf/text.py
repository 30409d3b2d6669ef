"""The printed characters of a PDF page from its own text, by pdfium's raw interface."""

from __future__ import annotations

import ctypes
from typing import Any

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from ingest.pdf import pieces, quick
from ingest.pdf.chars import Chars, Style
from ingest.pdf.frame import UserSpace
from ingest.pdf.styles import Styles

_BLANK = np.array([ord(char) for char in " \t\r\n\u00a0\u3000\u200b\ufeff\u00ad"], np.uint32)
_UNKNOWN = 0xFFFD
_SECOND = 0xFFFFFFFF  # stands for the second half of a character that UTF-16 writes as two
_NOTHING = Chars.of(())


class _Boxes(ctypes.Structure):
    """A character's two boxes, in user space, side by side."""

    _fields_ = [
        *((name, ctypes.c_double) for name in ("left", "right", "bottom", "top")),
        ("loose", pdfium.FS_RECTF),
    ]


_ROW = np.dtype([("ink", np.float64, 4), ("loose", np.float32, 4)])


def page_chars(raw_page: Any, space: UserSpace) -> Chars:
    """Every printed character of the page in the order of its content, white space folded into ``Chars.gap``."""
    textpage = pdfium.FPDFText_LoadPage(raw_page)
    if not textpage:
        return _NOTHING
    try:
        return _chars(textpage, space)
    finally:
        pdfium.FPDFText_ClosePage(textpage)


def _chars(textpage: Any, space: UserSpace) -> Chars:
    codes = _code_points(textpage)
    blank = np.isin(codes, _BLANK)
    printed = np.flatnonzero(~blank & (codes != _SECOND))
    if not printed.size:
        return _NOTHING
    rows, boxed = _boxes(textpage, printed.tolist())
    printed = printed[boxed]
    pieces.place(quick.handle(textpage), printed, rows)
    styles = Styles(quick.handle(textpage), space.quarters)
    style = styles.of_characters(len(codes))[printed]
    return Chars(
        codes[printed].tobytes().decode("utf-32-le", "replace"),
        _as_displayed(rows, style, styles.found(), space),
        style,
        styles.found(),
        np.diff(np.cumsum(blank)[printed], prepend=0) > 0,
    )


def _boxes(textpage: Any, indices: list[int]) -> tuple[NDArray[np.void], list[bool]]:
    """The boxes of the characters that have any, and which of ``indices`` these are."""
    handle, boxes = quick.handle(textpage), _Boxes()
    ink_box, loose_box = quick.char_box, quick.loose_char_box
    left, right, bottom, top, loose = (ctypes.byref(boxes, offset) for offset in (0, 8, 16, 24, 32))
    row, rows, boxed = memoryview(boxes), bytearray(), []
    for index in indices:
        found = ink_box(handle, index, left, right, bottom, top)
        boxed.append(found == 1)
        if found:
            if not loose_box(handle, index, loose):
                boxes.loose = pdfium.FS_RECTF()
            rows += row
    return np.frombuffer(rows, _ROW), boxed


def _as_displayed(
    rows: NDArray[np.void], style: NDArray[np.intp], styles: tuple[Style, ...], space: UserSpace
) -> NDArray[np.float64]:
    """Ink boxes, along the line as wide as the loose ones where the line is level or upright and these have a width."""
    x0, x1, y0, y1 = rows["ink"].T.copy()
    left, top, right, bottom = rows["loose"].astype(np.float64).T
    straight = np.array([s.quarter >= 0 for s in styles])[style]
    upright = np.array([(s.quarter - space.quarters) % 2 == 1 for s in styles])[style]
    along_x, along_y = straight & ~upright & (right > left), straight & upright & (top > bottom)
    x0[along_x], x1[along_x] = left[along_x], right[along_x]
    y0[along_y], y1[along_y] = bottom[along_y], top[along_y]
    return np.stack(space.rectangle(x0, y0, x1, y1))


def _code_points(textpage: Any) -> NDArray[np.uint32]:
    """One code point a character index."""
    count = pdfium.FPDFText_CountChars(textpage)
    if count <= 0:
        return np.empty(0, np.uint32)
    units = (ctypes.c_ushort * (count + 1))()
    if pdfium.FPDFText_GetText(textpage, 0, count, units) == count + 1:
        return paired(np.frombuffer(units, np.uint16, count).astype(np.uint32))
    unicode = pdfium.FPDFText_GetUnicode
    return paired(np.array([unicode(textpage, index) for index in range(count)], np.uint32))


def paired(units: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Code units as code points: formulas are set in letters beyond U+FFFF, which pdfium counts twice."""
    surrogate = units & 0xF800 == 0xD800
    codes = np.where(surrogate | (units == 0) | (units > 0x10FFFF), np.uint32(_UNKNOWN), units)
    if surrogate.any():
        high, low = units[:-1], units[1:]
        pair = np.flatnonzero((high & 0xFFFFFC00 == 0xD800) & (low & 0xFFFFFC00 == 0xDC00))
        codes[pair] = 0x10000 + ((high[pair] - 0xD800) << 10) + (low[pair] - 0xDC00)
        codes[pair + 1] = _SECOND
    return codes
