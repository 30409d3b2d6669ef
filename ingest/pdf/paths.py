"""What a PDF page draws besides text: ruling lines, pictures and how much of the page they take."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import msgspec
import pypdfium2.raw as pdfium

from ingest.geometry import Box
from ingest.pdf import quick
from ingest.pdf.frame import UserSpace
from ingest.pdf.objects import UNIT, Handle, Matrix, as_page_object, bounds_of, draw_mode_of, matrix_of, product, walk
from ingest.rulings import joined

_THIN = 3.0  # points: a filled rectangle no thicker is a line
_SHORT = 8.0  # points: shorter strokes belong to drawings and letters
_MOST_OBJECTS = 20_000
_MOST_LINES = 2_000


class Drawn(msgspec.Struct, frozen=True):
    """Ruling lines and pictures of a page, as displayed."""

    rulings: tuple[Box, ...]
    pictures: tuple[Box, ...]


def drawn(raw_page: Any, space: UserSpace) -> Drawn:
    """Looks at every object of the page, inside forms too, up to a number that keeps drawings from costing much."""
    lines: list[Box] = []
    pictures: list[Box] = []
    for handle, kind, matrix in walk(raw_page, _MOST_OBJECTS):
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            box = _bounds(handle, matrix, space)
            if box is not None:
                pictures.append(box)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH and len(lines) < _MOST_LINES:
            lines.extend(_lines(handle, matrix, space))
    return Drawn(joined(lines, 1.0), tuple(pictures))


def _bounds(handle: Handle, matrix: Matrix, space: UserSpace) -> Box | None:
    bounds = bounds_of(handle)
    if bounds is None:
        return None
    left, bottom, right, top = bounds
    if matrix is UNIT:
        return space.box(left, bottom, right, top)
    a, b, c, d, e, f = matrix
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (left, right) for y in (bottom, top)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return space.box(min(xs), min(ys), max(xs), max(ys))


def _lines(path: Handle, matrix: Matrix, space: UserSpace) -> Iterator[Box]:
    """The ruling lines of one path: strokes along its straight segments, or a thin filled rectangle."""
    segments = quick.segment_count(path)
    if not 1 < segments <= 64:
        return
    box = _bounds(path, matrix, space)
    if box is None or max(box.width, box.height) < _SHORT:
        return
    fill, stroke = draw_mode_of(path)
    if min(box.width, box.height) <= _THIN:
        if stroke or fill:
            yield box.rounded()
    elif stroke:
        own = product(matrix_of(path), matrix)
        yield from (line.rounded() for line in _strokes(as_page_object(path), segments, own, space))


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
