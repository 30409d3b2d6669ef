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

INVISIBLE = 3  # text render mode: neither filled nor stroked
_STEP, _LONGEST = 6, 48  # characters
_NO_STYLE = Style("", 0.0, 0, False, True, False)


class Styles:
    """Styles by text object: pdfium hands out the same pointer for every character of an object."""

    def __init__(self, textpage: ctypes.c_void_p, quarters: int) -> None:
        self._textpage = textpage
        self._quarters = quarters
        self._by_object: dict[int | None, int] = {}
        self._found: dict[Style, int] = {}
        self._fonts: dict[int | None, tuple[str, bool]] = {None: ("", False)}
        self._size, self._matrix = ctypes.c_float(), pdfium.FS_MATRIX()
        self._to_size, self._to_matrix = ctypes.byref(self._size), ctypes.byref(self._matrix)

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
        style = _NO_STYLE if address is None else self._read(ctypes.c_void_p(address), index)
        return self._found.setdefault(style, len(self._found))

    def _read(self, text_object: ctypes.c_void_p, index: int) -> Style:
        quick.font_size(text_object, self._to_size)
        quick.char_matrix(self._textpage, index, self._to_matrix)  # forms' matrices included
        a, b, c, d = self._matrix.a, self._matrix.b, self._matrix.c, self._matrix.d
        angle = math.degrees(math.atan2(-b, a)) / 90 + self._quarters
        quarter = round(angle) % 4 if abs(angle - round(angle)) < 0.1 else -1
        invisible = quick.render_mode(text_object) == INVISIBLE
        name, embedded = self._font(quick.font(text_object))
        unmapped = quick.unmapped(self._textpage, index) == 1
        return Style(name, abs(self._size.value) * math.hypot(c, d), quarter, invisible, embedded, unmapped)

    def _font(self, address: int | None) -> tuple[str, bool]:
        if address not in self._fonts:
            font, buffer = ctypes.cast(address or 0, pdfium.FPDF_FONT), ctypes.create_string_buffer(256)
            length = pdfium.FPDFFont_GetBaseFontName(font, buffer, len(buffer))
            name = buffer.raw[: max(min(length, len(buffer)) - 1, 0)].decode("utf-8", "replace")
            self._fonts[address] = (name, pdfium.FPDFFont_GetIsEmbedded(font) == 1)
        return self._fonts[address]
