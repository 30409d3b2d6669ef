"""pdfium's calls that are made once a character or a text object, without ctypes' check of each argument.

The check costs as much as the call, and so does letting other threads run meanwhile. Arguments must be of their C
types already: handles as ``c_void_p``, pointers by ``byref``.
"""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium


def _quick(function: Any, result: Any = ctypes.c_int) -> Any:
    return ctypes.PYFUNCTYPE(result)(ctypes.cast(function, ctypes.c_void_p).value or 0)


def handle(pointer: Any) -> ctypes.c_void_p:
    """A pdfium handle as these calls take it."""
    return ctypes.cast(pointer, ctypes.c_void_p)


char_box = _quick(pdfium.FPDFText_GetCharBox)
loose_char_box = _quick(pdfium.FPDFText_GetLooseCharBox)
unicode = _quick(pdfium.FPDFText_GetUnicode, ctypes.c_uint)
text_object = _quick(pdfium.FPDFText_GetTextObject, ctypes.c_void_p)
char_matrix = _quick(pdfium.FPDFText_GetMatrix)
unmapped = _quick(pdfium.FPDFText_HasUnicodeMapError)
font_size = _quick(pdfium.FPDFTextObj_GetFontSize)
render_mode = _quick(pdfium.FPDFTextObj_GetTextRenderMode)
font = _quick(pdfium.FPDFTextObj_GetFont, ctypes.c_void_p)
page_object = _quick(pdfium.FPDFPage_GetObject, ctypes.c_void_p)
form_object = _quick(pdfium.FPDFFormObj_GetObject, ctypes.c_void_p)
form_count = _quick(pdfium.FPDFFormObj_CountObjects)
object_type = _quick(pdfium.FPDFPageObj_GetType)
object_bounds = _quick(pdfium.FPDFPageObj_GetBounds)
object_matrix = _quick(pdfium.FPDFPageObj_GetMatrix)
transparent = _quick(pdfium.FPDFPageObj_HasTransparency)
fill_colour = _quick(pdfium.FPDFPageObj_GetFillColor)
draw_mode = _quick(pdfium.FPDFPath_GetDrawMode)
segment_count = _quick(pdfium.FPDFPath_CountSegments)
