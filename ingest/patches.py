"""Opaque shapes, pictures and annotations on a PDF page under which print disappears.

Whether it does is not guessed from the objects' boxes: the page is drawn with and without them and compared.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from typing import Any, Literal

import numpy as np
import pypdfium2.raw as c
from numpy.typing import NDArray

from ingest.geometry import Box, union
from ingest.open_page import OpenPage
from ingest.page_chars import Char, line_of
from ingest.page_objects import PageObject
from ingest.pdf.objects import Handle, as_page_object
from ingest.records import Overlay

MAX_PATCHES = 400  # a page
_DPI = 100
_DARK = 48  # grey levels below the paper around it that make a pixel print
_LEAST_PRINT = 0.004  # share of a patch's area that must have been print
_COVERING = (
    c.FPDF_ANNOT_FREETEXT,
    c.FPDF_ANNOT_SQUARE,
    c.FPDF_ANNOT_CIRCLE,
    c.FPDF_ANNOT_STAMP,
    c.FPDF_ANNOT_REDACT,
    c.FPDF_ANNOT_INK,
    c.FPDF_ANNOT_LINE,
    c.FPDF_ANNOT_POLYGON,
    c.FPDF_ANNOT_POLYLINE,
    c.FPDF_ANNOT_WATERMARK,
)

_Kind = Literal["patch-over-text", "patch-over-image", "image-over-image"]


def patches_on(page: OpenPage, scan: Sequence[PageObject]) -> list[PageObject]:
    """Opaque shapes and pictures, small against the page, with something drawn beneath them."""
    below_scan = min((o.order for o in scan), default=-1)
    scan_orders = {o.order for o in scan}
    solid = [o for o in page.objects if o.opaque and (o.kind == "image" or (o.kind == "path" and o.filled))]
    covers_text = _TextBelow(page.objects)
    patches = []
    for candidate in solid:
        box = candidate.box
        if candidate.order in scan_orders or min(box.width, box.height) < 3:
            continue
        if not 20 <= box.area <= 0.5 * page.frame.width * page.frame.height:
            continue
        if (scan and candidate.order > below_scan) or covers_text(candidate):
            patches.append(candidate)
    return patches[:MAX_PATCHES]


class _TextBelow:
    """Whether visible text was drawn before a patch where it lies."""

    def __init__(self, objects: Sequence[PageObject]) -> None:
        texts = [o for o in objects if o.kind == "text" and o.visible]
        self._orders = np.array([o.order for o in texts])
        self._boxes = np.array([(o.box.x0, o.box.y0, o.box.x1, o.box.y1) for o in texts]).reshape(-1, 4).T

    def __call__(self, patch: PageObject) -> bool:
        x0, y0, x1, y1 = self._boxes
        width = np.minimum(x1, patch.box.x1) - np.maximum(x0, patch.box.x0)
        height = np.minimum(y1, patch.box.y1) - np.maximum(y0, patch.box.y0)
        covered = (self._orders < patch.order) & (width > 0) & (height > 0) & (width * height > 1)
        return bool(covered.any())


def annotation_patches(page: OpenPage) -> list[PageObject]:
    """Annotations that can hide what lies beneath: boxes, drawings, free text, stamps, redaction marks. Form
    fields stand where the form left room; the signs of notes and marker pens are not opaque."""
    top = max((o.order for o in page.objects), default=0)
    found = []
    for index in range(min(c.FPDFPage_GetAnnotCount(page.page), 200)):
        annotation = c.FPDFPage_GetAnnot(page.page, index)
        if not annotation:
            continue
        rect = c.FS_RECTF()
        hidden = c.FPDFAnnot_GetFlags(annotation) & (c.FPDF_ANNOT_FLAG_HIDDEN | c.FPDF_ANNOT_FLAG_NOVIEW)
        if c.FPDFAnnot_GetSubtype(annotation) in _COVERING and not hidden and c.FPDFAnnot_GetRect(annotation, rect):
            box = page.frame.box(rect.left, rect.bottom, rect.right, rect.top)
            note = _contents(annotation)
            found.append(PageObject(order=top + 1 + index, kind="path", box=box, handle=None, note=note, filled=True))
        c.FPDFPage_CloseAnnot(annotation)
    return found


def _contents(annotation: Any) -> str:
    length = c.FPDFAnnot_GetStringValue(annotation, b"Contents", None, 0)
    if not 2 < length <= 4000:
        return ""
    buffer = (ctypes.c_ushort * (length // 2))()
    c.FPDFAnnot_GetStringValue(annotation, b"Contents", buffer, length)
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\0").strip()


def effective(
    page: OpenPage, scan: Sequence[PageObject], patches: Sequence[PageObject], above_scan: Sequence[PageObject]
) -> Iterator[Overlay]:
    """Those patches under which print disappears, each with what was there and what is written on it now."""
    top = max((o.order for o in scan), default=-1)
    with_all = _rendered(page.page, _DPI, annotations=True)
    without = drawn_without(page.page, [o.handle for o in (*patches, *above_scan) if o.handle is not None], _DPI)
    for patch in patches:
        if _lost_print(without, with_all, patch.box, without.shape[1] / page.frame.width) <= 0:
            continue
        inside = [ch for ch in page.chars if patch.box.intersection(ch.box) >= 0.5 * ch.box.area > 0]
        hidden = [ch for ch in inside if ch.order < patch.order and (ch.order > top or not scan)]
        where = union([ch.box for ch in hidden]) if hidden else patch.box
        lost = _lost_print(without, with_all, where, without.shape[1] / page.frame.width)
        if lost < _LEAST_PRINT or (hidden and _rewritten(hidden, patch, page)):
            continue
        yield Overlay(
            page=page.number,
            box=patch.box.rounded(),
            kind=_kind(patch, covers_text=bool(hidden)),
            text=line_of([ch for ch in inside if ch.order > patch.order]) or patch.note[:300],
            covered=line_of(hidden),
            origin="content" if patch.handle is not None else "annotation",
            colour="#{:02x}{:02x}{:02x}".format(*patch.fill) if patch.handle is not None and patch.filled else "",
        )


def _rewritten(hidden: Sequence[Char], patch: PageObject, page: OpenPage) -> bool:
    """What is covered is written on the patch again in the same words: a redrawn field or page number.

    pdfium gives characters that stand twice on one spot only once: an object above that has no text of its own repeats.
    """
    above = [o for o in page.objects if o.kind == "text" and o.order > patch.order]
    texts = [page.text(o) for o in above if patch.box.intersection(o.box) > 0]
    if texts and not any(texts):
        return True
    return sorted(ch.text for ch in hidden) == sorted(c for text in texts for c in text if not c.isspace())


def _kind(patch: PageObject, *, covers_text: bool) -> _Kind:
    if covers_text:
        return "patch-over-text"
    return "image-over-image" if patch.kind == "image" else "patch-over-image"


def _rendered(page: Any, dpi: int, *, annotations: bool) -> NDArray[np.uint8]:
    """In grey, at ``dpi``, less on pages so large that the picture would pass 16 megapixels."""
    width, height = page.get_size()
    scale = min(dpi / 72, (16e6 / max(width * height, 1)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False, draw_annots=annotations)
    return np.asarray(bitmap.to_numpy()).reshape(bitmap.height, -1)[:, : bitmap.width].copy()


def drawn_without(page: Any, handles: Sequence[Handle], dpi: int) -> NDArray[np.uint8]:
    """The page drawn in grey with some of its objects left out, and without annotations."""
    left_out = [as_page_object(handle) for handle in handles]
    for handle in left_out:
        c.FPDFPageObj_SetIsActive(handle, False)
    try:
        return _rendered(page, dpi, annotations=False)
    finally:
        for handle in left_out:
            c.FPDFPageObj_SetIsActive(handle, True)


def _lost_print(before: NDArray[np.uint8], after: NDArray[np.uint8], box: Box, scale: float) -> float:
    """The share of the box whose pixels were print before and are not after."""
    rows = slice(max(int(box.y0 * scale), 0), max(int(box.y1 * scale), 0))
    columns = slice(max(int(box.x0 * scale), 0), max(int(box.x1 * scale), 0))
    old, new = before[rows, columns].astype(int), after[rows, columns].astype(int)
    if not old.size or old.shape != new.shape:
        return 0.0
    return float((_print(old) & ~_print(new)).mean())


def _print(grey: NDArray[np.int_]) -> NDArray[np.bool_]:
    return np.asarray(grey < np.percentile(grey, 90) - _DARK)
