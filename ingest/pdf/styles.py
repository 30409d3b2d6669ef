"""Fonts, sizes and directions of a page's characters, asked for once a text object."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from ingest.pdf.chars import Style

INVISIBLE = 3  # text render mode: neither filled nor stroked
_STRIDE = 6  # characters
_NO_STYLE = Style("", 0.0, 0, False, True, False)


class Styles:
    """Styles by text object: pdfium hands out the same pointer for every character of an object."""

    def __init__(self, textpage: Any, quarters: int) -> None:
        self._textpage = textpage
        self._quarters = quarters
        self._by_object: dict[int | None, int] = {}
        self._found: dict[Style, int] = {}
        self._fonts: dict[int, tuple[str, bool]] = {}
        self._buffer = ctypes.create_string_buffer(256)

    def found(self) -> tuple[Style, ...]:
        """The styles met so far; what ``of_characters`` gives are indices into it."""
        return tuple(self._found)

    def of_characters(self, count: int, text_object: Callable[[int], int | None]) -> NDArray[np.intp]:
        """One style a character. The characters of an object follow one another, so that only every few are asked for
        theirs by ``text_object``; those that pdfium put in itself, white space, have none."""
        styles: list[int] = []
        lengths: list[int] = []
        index, known = 0, self._by_object
        ahead = text_object(0) if count else None
        while index < count:
            address = ahead
            if address not in known:
                known[address] = self._index(address, index)
            styles.append(known[address])
            further = index + _STRIDE
            ahead = text_object(further) if address is not None and further < count else None
            if ahead is not None and ahead == address:
                lengths.append(_STRIDE)
                index = further
            else:
                lengths.append(1)
                index += 1
                ahead = text_object(index) if index < count else None
        return np.repeat(np.array(styles, np.intp), lengths)

    def _index(self, address: int | None, index: int) -> int:
        """The style of the text object at ``address``, of which character ``index`` is one."""
        style = _NO_STYLE if address is None else self._read(ctypes.cast(address, pdfium.FPDF_PAGEOBJECT), index)
        return self._found.setdefault(style, len(self._found))

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
