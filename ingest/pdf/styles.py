"""Fonts, sizes and directions of a page's characters, asked for once a text object."""

from __future__ import annotations

import ctypes
import math
from functools import partial

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from ingest.pdf import quick
from ingest.pdf.chars import Style
from ingest.pdf.objects import font_name

INVISIBLE = 3  # text render mode: neither filled nor stroked
_STEP, _LONGEST = 6, 48  # characters
_NO_STYLE = Style("", 0.0, 0, False, True, False)


class _Shape(ctypes.Structure):
    """How a text object is drawn, side by side so that it is one key."""

    _fields_ = [("matrix", pdfium.FS_MATRIX), ("size", ctypes.c_float)]


class Styles:
    """Styles by text object: pdfium hands out the same pointer for every character of an object."""

    def __init__(self, textpage: ctypes.c_void_p, quarters: int) -> None:
        self._textpage = textpage
        self._quarters = quarters
        self._by_object: dict[int | None, int] = {}
        self._found: dict[Style, int] = {}
        self._fonts: dict[int, tuple[str, bool]] = {}
        self._by_key: dict[tuple[bytes, int, int | None, int], int] = {}
        self._shape = _Shape()
        self._linear = memoryview(self._shape).cast("B")
        self._to_matrix, self._to_size = ctypes.byref(self._shape), ctypes.byref(self._shape, _Shape.size.offset)

    def found(self) -> tuple[Style, ...]:
        """The styles met so far; what ``of_characters`` gives are indices into it."""
        return tuple(self._found)

    def of_characters(self, count: int) -> NDArray[np.intp]:
        """One style a character. The characters of an object follow one another, so that only every few are asked for
        theirs; those that pdfium put in itself, white space, have none."""
        text_object = partial(quick.text_object, self._textpage)
        styles: list[int] = []
        lengths: list[int] = []
        index, step, known = 0, _STEP, self._by_object
        address = text_object(0) if count else None
        while index < count:
            if address not in known:
                known[address] = self._index(address, index)
            styles.append(known[address])
            ahead = text_object(index + step) if address is not None and index + step < count else None
            if ahead is not None and ahead == address:
                lengths.append(step)
                index += step
                step = min(2 * step, _LONGEST)
            elif step > _STEP:
                lengths.append(0)
                step = _STEP
            else:
                lengths.append(1)
                index += 1
                address = text_object(index) if index < count else None
        return np.repeat(np.array(styles, np.intp), lengths)

    def _index(self, address: int | None, index: int) -> int:
        """The style of the text object at ``address``, of which character ``index`` is one."""
        if address is None:
            return self._number(_NO_STYLE)
        text_object = ctypes.c_void_p(address)
        quick.font_size(text_object, self._to_size)
        quick.char_matrix(self._textpage, index, self._to_matrix)  # forms' matrices included
        self._shape.matrix.e = self._shape.matrix.f = 0.0  # where it stands is no matter
        mode, font = quick.render_mode(text_object), quick.font(text_object)
        unmapped = quick.unmapped(self._textpage, index)
        key = (bytes(self._linear), mode, font, unmapped)
        if key not in self._by_key:
            self._by_key[key] = self._number(self._style(mode, font, unmapped == 1))
        return self._by_key[key]

    def _number(self, style: Style) -> int:
        return self._found.setdefault(style, len(self._found))

    def _style(self, mode: int, font: int | None, unmapped: bool) -> Style:
        matrix, size = self._shape.matrix, self._shape.size
        angle = math.degrees(math.atan2(-matrix.b, matrix.a)) / 90 + self._quarters
        quarter = round(angle) % 4 if abs(angle - round(angle)) < 0.1 else -1
        name, embedded = self._font(font)
        return Style(name, abs(size) * math.hypot(matrix.c, matrix.d), quarter, mode == INVISIBLE, embedded, unmapped)

    def _font(self, address: int | None) -> tuple[str, bool]:
        if address is None:
            return "", False
        if address not in self._fonts:
            embedded = pdfium.FPDFFont_GetIsEmbedded(ctypes.cast(address, pdfium.FPDF_FONT)) == 1
            self._fonts[address] = (font_name(address), embedded)
        return self._fonts[address]
