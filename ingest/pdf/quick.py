"""pdfium's calls that are made once a character or a text object, without ctypes' check of each argument.

The check costs as much as the call. Arguments must be of their C types already: handles as ``c_void_p``, pointers by
``byref``.
"""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium


def _quick(function: Any, result: Any = ctypes.c_int) -> Any:
    return ctypes.CFUNCTYPE(result)(ctypes.cast(function, ctypes.c_void_p).value or 0)


def handle(pointer: Any) -> ctypes.c_void_p:
    """A pdfium handle as these calls take it."""
    return ctypes.cast(pointer, ctypes.c_void_p)


char_box = _quick(pdfium.FPDFText_GetCharBox)
loose_char_box = _quick(pdfium.FPDFText_GetLooseCharBox)
text_object = _quick(pdfium.FPDFText_GetTextObject, ctypes.c_void_p)
char_matrix = _quick(pdfium.FPDFText_GetMatrix)
unmapped = _quick(pdfium.FPDFText_HasUnicodeMapError)
font_size = _quick(pdfium.FPDFTextObj_GetFontSize)
render_mode = _quick(pdfium.FPDFTextObj_GetTextRenderMode)
font = _quick(pdfium.FPDFTextObj_GetFont, ctypes.c_void_p)
