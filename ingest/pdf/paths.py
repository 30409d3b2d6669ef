"""What a PDF page draws besides text: ruling lines, pictures and how much of the page they take."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import msgspec
import pypdfium2.raw as pdfium

from ingest.geometry import Box
from ingest.pdf.frame import UserSpace
from ingest.rulings import joined

_THIN = 3.0  # points: a filled rectangle no thicker is a line
_SHORT = 8.0  # points: shorter strokes belong to drawings and letters
_MOST_OBJECTS = 20_000
_MOST_LINES = 2_000
_DEPTH = 4  # of forms within forms

Matrix = tuple[float, float, float, float, float, float]
_UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Drawn(msgspec.Struct, frozen=True):
    """Ruling lines and pictures of a page, as displayed."""

    rulings: tuple[Box, ...]
    pictures: tuple[Box, ...]


def drawn(raw_page: Any, space: UserSpace) -> Drawn:
    """Looks at every object of the page, inside forms too, up to a number that keeps drawings from costing much."""
    lines: list[Box] = []
    pictures: list[Box] = []
    for raw_object, kind, matrix in _objects(raw_page):
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            box = _bounds(raw_object, matrix, space)
            if box is not None:
                pictures.append(box)
        elif len(lines) < _MOST_LINES:
            lines.extend(_lines(raw_object, matrix, space))
    return Drawn(joined(lines, 1.0), tuple(pictures))


def _objects(raw_page: Any) -> Iterator[tuple[Any, int, Matrix]]:
    left = _MOST_OBJECTS
    count, get = pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject
    waiting: list[tuple[Iterator[Any], Matrix]] = [((get(raw_page, i) for i in range(count(raw_page))), _UNIT)]
    while waiting and left:
        objects, matrix = waiting[-1]
        raw_object = next(objects, None)
        left -= 1
        if raw_object is None:
            waiting.pop()
            continue
        kind = pdfium.FPDFPageObj_GetType(raw_object)
        if kind in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE):
            yield raw_object, kind, matrix
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and len(waiting) < _DEPTH:
            waiting.append((_form_objects(raw_object), _combined(_matrix(raw_object), matrix)))


def _form_objects(form: Any) -> Iterator[Any]:
    return (pdfium.FPDFFormObj_GetObject(form, i) for i in range(pdfium.FPDFFormObj_CountObjects(form)))


def _matrix(raw_object: Any) -> Matrix:
    m = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(raw_object, ctypes.byref(m)):
        return _UNIT
    return (m.a, m.b, m.c, m.d, m.e, m.f)


def _combined(inner: Matrix, outer: Matrix) -> Matrix:
    """First ``inner``, then ``outer``."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _bounds(raw_object: Any, matrix: Matrix, space: UserSpace) -> Box | None:
    values = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(raw_object, *(ctypes.byref(value) for value in values)):
        return None
    left, bottom, right, top = (value.value for value in values)
    a, b, c, d, e, f = matrix
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (left, right) for y in (bottom, top)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return space.box(min(xs), min(ys), max(xs), max(ys))


def _lines(path: Any, matrix: Matrix, space: UserSpace) -> Iterator[Box]:
    """The ruling lines of one path: strokes along its straight segments, or a thin filled rectangle."""
    segments = pdfium.FPDFPath_CountSegments(path)
    if not 1 < segments <= 64:
        return
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke))
    box = _bounds(path, matrix, space)
    if box is None or max(box.width, box.height) < _SHORT:
        return
    if min(box.width, box.height) <= _THIN:
        if stroke.value or fill.value:
            yield box.rounded()
    elif stroke.value:
        own = _combined(_matrix(path), matrix)
        yield from (line.rounded() for line in _strokes(path, segments, own, space))


def _strokes(path: Any, segments: int, matrix: Matrix, space: UserSpace) -> Iterator[Box]:
    a, b, c, d, e, f = matrix
    x, y = ctypes.c_float(), ctypes.c_float()
    start = last = (0.0, 0.0)
    for index in range(segments):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        point = space.point(a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield from _straight(last, point)
        last = point
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield from _straight(last, start)
            last = start


def _straight(start: tuple[float, float], end: tuple[float, float]) -> Iterator[Box]:
    width, height = abs(start[0] - end[0]), abs(start[1] - end[1])
    if max(width, height) >= _SHORT and min(width, height) <= 1.0:
        yield Box(min(start[0], end[0]), min(start[1], end[1]), max(start[0], end[0]), max(start[1], end[1]))
