"""The objects of a PDF page in drawing order, with their boxes in the page as displayed.

Works on pdfium's own object list, so that what is listed is what is drawn. Everything is counted and capped: a page of
a hostile file costs at most ``MAX_OBJECTS`` objects.
"""

from __future__ import annotations

import ctypes
from typing import Any, Literal

import msgspec
import pypdfium2.raw as c

from ingest.geometry import Box
from ingest.pdf import quick
from ingest.pdf.objects import (
    Handle,
    Matrix,
    bounds_of,
    draw_mode_of,
    fill_of,
    font_size_of,
    matrix_of,
    product,
    walk,
)

MAX_OBJECTS = 6000
_SCALE = 100  # device units a point, for the conversion to the displayed page
_UNSEEN = (c.FPDF_TEXTRENDERMODE_INVISIBLE, c.FPDF_TEXTRENDERMODE_CLIP)


class PageObject(msgspec.Struct, frozen=True, kw_only=True):
    """One drawn thing. ``order`` counts in drawing order; ``handle`` is pdfium's, valid while the page is open, and
    None for annotations."""

    order: int
    kind: Literal["text", "path", "image", "shading"]
    box: Box
    handle: Handle | None
    note: str = ""  # an annotation's own words
    size: float = 0.0
    upright: bool = True  # text: runs along the page's rows as displayed
    visible: bool = True
    opaque: bool = True
    fill: tuple[int, int, int] = (0, 0, 0)
    filled: bool = False
    rectangular: bool = False


class Frame(msgspec.Struct, frozen=True):
    """The affine map from a page's user space to the page as displayed, in points."""

    matrix: Matrix
    width: float
    height: float

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        return transformed(self.matrix, x0, y0, x1, y1)


def frame_of(page: Any) -> Frame:
    """The frame of an open ``pypdfium2.PdfPage``; its rotation and crop box are in it."""
    width, height = page.get_size()
    probe = []
    for x, y in ((0.0, 0.0), (1000.0, 0.0), (0.0, 1000.0)):
        px, py = ctypes.c_int(), ctypes.c_int()
        size = (max(int(width * _SCALE), 1), max(int(height * _SCALE), 1))
        c.FPDF_PageToDevice(page, 0, 0, *size, 0, x, y, px, py)
        probe.append((px.value / _SCALE, py.value / _SCALE))
    (ox, oy), (xx, xy), (yx, yy) = probe
    matrix = ((xx - ox) / 1000, (xy - oy) / 1000, (yx - ox) / 1000, (yy - oy) / 1000, ox, oy)
    return Frame(matrix, width, height)


def transformed(matrix: Matrix, x0: float, y0: float, x1: float, y1: float) -> Box:
    """The upright rectangle around the mapped one."""
    a, b, cc, d, e, f = matrix
    left, right = (a * x0, a * x1) if a * x0 <= a * x1 else (a * x1, a * x0)
    low, high = (cc * y0, cc * y1) if cc * y0 <= cc * y1 else (cc * y1, cc * y0)
    top, bottom = (b * x0, b * x1) if b * x0 <= b * x1 else (b * x1, b * x0)
    near, far = (d * y0, d * y1) if d * y0 <= d * y1 else (d * y1, d * y0)
    return Box(left + low + e, top + near + f, right + high + e, bottom + far + f)


def objects_of(page: Any, frame: Frame) -> list[PageObject]:
    """At most ``MAX_OBJECTS`` objects of ``page``, forms opened, in the order they are drawn."""
    found: list[PageObject] = []
    outer = shown = None
    for order, (handle, kind, matrix) in enumerate(walk(page, MAX_OBJECTS)):
        if shown is None or matrix is not outer:
            outer, shown = matrix, product(matrix, frame.matrix)
        bounds = bounds_of(handle)
        if bounds is not None:
            found.append(_described(order, handle, kind, transformed(shown, *bounds), shown))
    return found


def _described(order: int, handle: Handle, kind: int, box: Box, shown: Matrix) -> PageObject:
    """``shown`` leads from the object's space to the page as displayed."""
    if kind == c.FPDF_PAGEOBJ_TEXT:
        return _text(order, handle, box, shown)
    if kind == c.FPDF_PAGEOBJ_PATH:
        return _path(order, handle, box)
    if kind == c.FPDF_PAGEOBJ_IMAGE:
        return PageObject(order=order, kind="image", box=box, handle=handle, opaque=not quick.transparent(handle))
    return PageObject(order=order, kind="shading", box=box, handle=handle, opaque=False)


def _text(order: int, handle: Handle, box: Box, shown: Matrix) -> PageObject:
    fill, alpha = fill_of(handle)
    a, b, cc, d, _, _ = product(matrix_of(handle), shown)
    return PageObject(
        order=order,
        kind="text",
        box=box,
        handle=handle,
        size=round(font_size_of(handle) * (cc**2 + d**2) ** 0.5, 2),
        upright=abs(a) >= 20 * abs(b) and a > 0,
        visible=alpha > 8 and quick.render_mode(handle) not in _UNSEEN,
        opaque=alpha > 200,
        fill=fill,
    )


def _path(order: int, handle: Handle, box: Box) -> PageObject:
    fill, alpha = fill_of(handle)
    return PageObject(
        order=order,
        kind="path",
        box=box,
        handle=handle,
        opaque=alpha > 200 and not quick.transparent(handle),
        fill=fill,
        filled=draw_mode_of(handle)[0] != 0,
        rectangular=3 <= quick.segment_count(handle) <= 6,
    )
