"""The objects of a PDF page in drawing order, forms opened, and what each says of itself, by pdfium's raw interface."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from ingest.pdf import quick

DEPTH = 4  # of forms within forms

Matrix = tuple[float, float, float, float, float, float]
Handle = ctypes.c_void_p
UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def product(first: Matrix, then: Matrix) -> Matrix:
    """The map that applies ``first`` and then ``then``."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def walk(raw_page: Any, most: int) -> Iterator[tuple[Handle, int, Matrix]]:
    """At most ``most`` objects that are no forms: pdfium's handle, its kind, and the map from the object's space to the
    page's user space, which objects of one form share."""
    return _opened(top_level(raw_page, most), most)


def within(thing: Handle, most: int) -> Iterator[tuple[Handle, int, Matrix]]:
    """The same of one object that stands on the page itself: what a form holds, or the object alone."""
    return _opened(iter([thing]), most)


def top_level(raw_page: Any, most: int) -> Iterator[Handle]:
    """At most ``most`` objects that stand on the page itself, forms unopened, in drawing order."""
    return _members(quick.handle(raw_page), min(pdfium.FPDFPage_CountObjects(raw_page), most), quick.page_object)


def _opened(things: Iterator[Handle], most: int) -> Iterator[tuple[Handle, int, Matrix]]:
    left, waiting = most, [(things, UNIT)]
    while waiting and left:
        members, matrix = waiting[-1]
        handle = next(members, None)
        if handle is None:
            waiting.pop()
            continue
        kind = quick.object_type(handle)
        if kind != pdfium.FPDF_PAGEOBJ_FORM:
            left -= 1
            yield handle, kind, matrix
        elif len(waiting) <= DEPTH:
            inner = _members(handle, min(quick.form_count(handle), most), quick.form_object)
            waiting.append((inner, product(matrix_of(handle), matrix)))


def _members(parent: Handle, count: int, get: Any) -> Iterator[Handle]:
    return (ctypes.c_void_p(address) for index in range(count) if (address := get(parent, index)))


_bounds, _colour, _matrix = (ctypes.c_float * 4)(), (ctypes.c_uint * 4)(), pdfium.FS_MATRIX()  # used over and over
_size, _fill, _stroke = ctypes.c_float(), ctypes.c_int(), ctypes.c_int()
_to_sides = [ctypes.byref(_bounds, 4 * index) for index in range(4)]
_to_channels = [ctypes.byref(_colour, 4 * index) for index in range(4)]
_to_matrix, _to_size, _to_fill, _to_stroke = map(ctypes.byref, (_matrix, _size, _fill, _stroke))


def bounds_of(handle: Handle) -> tuple[float, float, float, float] | None:
    """Left, bottom, right, top in the space of the form the object stands in; None when it has none."""
    if not quick.object_bounds(handle, *_to_sides):
        return None
    left, bottom, right, top = _bounds
    return left, bottom, right, top


def matrix_of(handle: Handle) -> Matrix:
    """The object's own matrix."""
    if not quick.object_matrix(handle, _to_matrix):
        return UNIT
    return _matrix.a, _matrix.b, _matrix.c, _matrix.d, _matrix.e, _matrix.f


def fill_of(handle: Handle) -> tuple[tuple[int, int, int], int]:
    """The fill colour as red, green, blue, and its alpha, of 255 each; black when it has none."""
    if not quick.fill_colour(handle, *_to_channels):
        return (0, 0, 0), 255
    red, green, blue, alpha = _colour
    return (red, green, blue), alpha


def font_size_of(handle: Handle) -> float:
    """The size that a text object's font is set in, before its matrix."""
    _size.value = 0.0
    quick.font_size(handle, _to_size)
    return _size.value


def draw_mode_of(handle: Handle) -> tuple[int, int]:
    """How a path is filled and whether it is stroked; 0 for not."""
    _fill.value = _stroke.value = 0
    quick.draw_mode(handle, _to_fill, _to_stroke)
    return _fill.value, _stroke.value


def font_name_of(handle: Handle) -> str:
    """The base font of a text object; "" when it has none."""
    font = quick.font(handle)
    return font_name(font) if font else ""


def font_name(address: int) -> str:
    """The name of pdfium's font at ``address``."""
    buffer = ctypes.create_string_buffer(256)
    length = pdfium.FPDFFont_GetBaseFontName(ctypes.cast(address, pdfium.FPDF_FONT), buffer, len(buffer))
    return buffer.raw[: max(min(length, len(buffer)) - 1, 0)].decode("utf-8", "replace")


def as_page_object(handle: Handle) -> Any:
    """The handle as pdfium's other calls take it."""
    return ctypes.cast(handle, pdfium.FPDF_PAGEOBJECT)
