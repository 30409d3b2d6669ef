"""What is drawn over earlier content of a PDF page: patches over print, text over scans, text over other text.

Domain handbook 6.7, F79 and F92. Only what is *seen* counts: invisible text (render mode 3) that scanners lay under or
over a picture is no overlay, and a patch counts only when print beneath it disappears.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ingest.geometry import Box, union
from ingest.page_objects import Frame, PageObject, frame_of, page_objects
from ingest.records import Overlay

MAX_PAGES = 120
MAX_OVERLAYS = 60  # a page
_DPI = 100
_DARK = 48  # grey levels below the paper around it that make a pixel print
_LEAST_PRINT = 0.004  # share of a patch's area that must have been print
_SCAN_SHARE = 0.6  # of the page covered by pictures before it counts as a scan


def overlays(path: Path) -> tuple[Overlay, ...]:
    """The overlays on the first ``MAX_PAGES`` pages. Raises ``pypdfium2.PdfiumError`` when it cannot be opened."""
    import pypdfium2 as pdfium

    document = pdfium.PdfDocument(path)
    try:
        found: list[Overlay] = []
        for index in range(min(len(document), MAX_PAGES)):
            try:
                page = document[index]
            except pdfium.PdfiumError:
                continue
            found += _page_overlays(page, index + 1)
            page.close()
        return tuple(found)
    finally:
        document.close()


def _page_overlays(page: Any, number: int) -> list[Overlay]:
    text_page = page.get_textpage()
    frame = frame_of(page)
    objects = page_objects(page, text_page, frame)
    scan = _scan_pictures(objects, frame)
    found = [*_text_over_scan(objects, scan, number), *_text_over_text(objects, number)]
    patches = [*_patches(objects, scan, frame), *_annotation_patches(page, objects, frame)]
    if patches:
        found += _effective(page, frame, objects, scan, patches, number)
    text_page.close()
    return found[:MAX_OVERLAYS]


def _scan_pictures(objects: Sequence[PageObject], frame: Frame) -> list[PageObject]:
    """The pictures that together make the page a scan (one, or strips of it); empty for a page that is none."""
    cells = np.zeros((40, 40), bool)
    pictures = [o for o in objects if o.kind == "image" and o.box.area > 0.01 * frame.width * frame.height]
    chosen = []
    for picture in pictures:
        box = picture.box
        x0, x1 = (int(np.clip(round(v / frame.width * 40), 0, 40)) for v in (box.x0, box.x1))
        y0, y1 = (int(np.clip(round(v / frame.height * 40), 0, 40)) for v in (box.y0, box.y1))
        patch = cells[y0:y1, x0:x1]
        if patch.size and patch.mean() < 0.5:
            chosen.append(picture)
            patch[:] = True
    return chosen if cells.mean() >= _SCAN_SHARE else []


def _text_over_scan(objects: Sequence[PageObject], scan: Sequence[PageObject], number: int) -> Iterator[Overlay]:
    if not scan:
        return
    first = min(o.order for o in scan)
    seen = [o for o in objects if o.kind == "text" and o.visible and o.text and o.order > first]
    for run in _runs([o for o in seen if any(p.box.intersection(o.box) > 0.5 * o.box.area for p in scan)]):
        yield Overlay(page=number, box=_box(run), kind="text-over-image", text=_joined(run))


def _runs(texts: Sequence[PageObject]) -> list[list[PageObject]]:
    """Text objects that follow each other on one line, together."""
    runs: list[list[PageObject]] = []
    for text in texts:
        if runs and _continues(runs[-1][-1].box, text.box):
            runs[-1].append(text)
        else:
            runs.append([text])
    return runs[:MAX_OVERLAYS]


def _continues(left: Box, right: Box) -> bool:
    height = max(left.height, right.height, 1.0)
    level = abs(left.center[1] - right.center[1]) < 0.5 * height
    return level and -0.5 * height <= right.x0 - left.x1 <= 1.2 * height


def _joined(run: Sequence[PageObject]) -> str:
    return " ".join("".join(o.text for o in run).split())[:300]


def _box(run: Sequence[PageObject]) -> Box:
    return union([o.box for o in run]).rounded()


def _text_over_text(objects: Sequence[PageObject], number: int) -> Iterator[Overlay]:
    """Different words of like size on the same spot. The same words twice are boldface or a shadow; slanted or much
    larger words are a watermark."""
    texts = [
        o for o in objects if o.kind == "text" and o.visible and o.opaque and len(o.text.strip()) > 1 and o.upright
    ]
    rows: dict[int, list[PageObject]] = {}
    for text in texts:
        beneath = next((b for b in rows.get(int(text.box.center[1] // 8), ()) if _collides(b, text)), None)
        if beneath is not None:
            box = text.box.rounded()
            yield Overlay(page=number, box=box, kind="text-over-text", text=text.text[:300], covered=beneath.text[:300])
        for row in range(int(text.box.y0 // 8), int(text.box.y1 // 8) + 1):
            rows.setdefault(row, []).append(text)


def _collides(lower: PageObject, upper: PageObject) -> bool:
    smaller = min(lower.box.area, upper.box.area)
    if smaller <= 0 or lower.box.intersection(upper.box) < 0.6 * smaller:
        return False
    if not 0.6 <= (lower.size or 1) / (upper.size or 1) <= 1.67:
        return False
    a, b = "".join(lower.text.split()), "".join(upper.text.split())
    return a not in b and b not in a


def _patches(objects: Sequence[PageObject], scan: Sequence[PageObject], frame: Frame) -> list[PageObject]:
    """Opaque shapes and pictures, small against the page, with something drawn beneath them."""
    page_area = frame.width * frame.height
    below_scan = min((o.order for o in scan), default=-1)
    scan_orders = {o.order for o in scan}
    patches = []
    for candidate in objects:
        solid = candidate.opaque and (candidate.kind == "image" or (candidate.kind == "path" and candidate.filled))
        if not solid or candidate.order in scan_orders or min(candidate.box.width, candidate.box.height) < 3:
            continue
        if not 20 <= candidate.box.area <= 0.5 * page_area:
            continue
        if (scan and candidate.order > below_scan) or _texts_beneath(candidate, objects):
            patches.append(candidate)
    return patches[:400]


def _texts_beneath(patch: PageObject, objects: Sequence[PageObject]) -> list[PageObject]:
    return [
        o
        for o in objects
        if o.kind == "text"
        and o.visible
        and o.text
        and o.order < patch.order
        and o.box.area > 0
        and patch.box.intersection(o.box) >= 0.5 * o.box.area
    ]


def _annotation_patches(page: Any, objects: Sequence[PageObject], frame: Frame) -> list[PageObject]:
    """Annotations that can hide what lies beneath: boxes, free text, stamps, redaction marks. Form fields cannot."""
    import pypdfium2.raw as c

    covering = {
        c.FPDF_ANNOT_FREETEXT,
        c.FPDF_ANNOT_SQUARE,
        c.FPDF_ANNOT_CIRCLE,
        c.FPDF_ANNOT_STAMP,
        c.FPDF_ANNOT_REDACT,
    }
    top = max((o.order for o in objects), default=0)
    found = []
    for index in range(min(c.FPDFPage_GetAnnotCount(page), 200)):
        annotation = c.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        rect = c.FS_RECTF()
        hidden = c.FPDFAnnot_GetFlags(annotation) & (c.FPDF_ANNOT_FLAG_HIDDEN | c.FPDF_ANNOT_FLAG_NOVIEW)
        if c.FPDFAnnot_GetSubtype(annotation) in covering and not hidden and c.FPDFAnnot_GetRect(annotation, rect):
            box = frame.box(rect.left, rect.bottom, rect.right, rect.top)
            text = _annotation_text(annotation)
            found.append(PageObject(order=top + 1 + index, kind="path", box=box, handle=None, text=text, filled=True))
        c.FPDFPage_CloseAnnot(annotation)
    return found


def _annotation_text(annotation: Any) -> str:
    import ctypes

    import pypdfium2.raw as c

    length = c.FPDFAnnot_GetStringValue(annotation, b"Contents", None, 0)
    if not 2 < length <= 4000:
        return ""
    buffer = (ctypes.c_ushort * (length // 2))()
    c.FPDFAnnot_GetStringValue(annotation, b"Contents", buffer, length)
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\0").strip()


def _effective(
    page: Any,
    frame: Frame,
    objects: Sequence[PageObject],
    scan: Sequence[PageObject],
    patches: Sequence[PageObject],
    number: int,
) -> Iterator[Overlay]:
    """Those patches under which print disappears, each with what was there and what is written on it now."""
    above_scan = [o for o in objects if scan and o.kind == "text" and o.visible and o.order > scan[0].order]
    with_all = _rendered(page, annotations=True)
    hidden = [o.handle for o in (*patches, *above_scan) if o.handle is not None]
    without = _without(page, hidden)
    for patch in patches:
        beneath = _texts_beneath(patch, objects)
        written = [o for o in objects if _written_on(o, patch)]
        if _lost_print(without, with_all, patch.box, without.shape[1] / frame.width) < _LEAST_PRINT:
            continue
        over_text = any(o.order > max((s.order for s in scan), default=-1) for o in beneath) or not scan
        kind = _kind(patch, over_text)
        yield Overlay(
            page=number,
            box=patch.box.rounded(),
            kind=kind,
            text=_joined(written) or patch.text[:300],
            covered=_joined(beneath) if over_text else "",
            origin="content" if patch.handle is not None else "annotation",
        )


def _kind(patch: PageObject, over_text: bool) -> Any:
    if over_text:
        return "patch-over-text"
    return "image-over-image" if patch.kind == "image" else "patch-over-image"


def _written_on(text: PageObject, patch: PageObject) -> bool:
    on_it = text.kind == "text" and text.visible and bool(text.text) and text.order > patch.order
    return on_it and text.box.area > 0 and patch.box.padded(1).intersection(text.box) >= 0.4 * text.box.area


def _rendered(page: Any, *, annotations: bool) -> NDArray[np.uint8]:
    bitmap = page.render(scale=_scale(page), grayscale=True, may_draw_forms=False, draw_annots=annotations)
    return np.asarray(bitmap.to_numpy()).reshape(bitmap.height, -1)[:, : bitmap.width].copy()


def _scale(page: Any) -> float:
    """100 dpi, less on pages so large that the picture would pass 16 megapixels."""
    width, height = page.get_size()
    return float(min(_DPI / 72, (16e6 / max(width * height, 1)) ** 0.5))


def _without(page: Any, handles: Sequence[Any]) -> NDArray[np.uint8]:
    """The page drawn with some of its objects left out, and without annotations."""
    import pypdfium2.raw as c

    for handle in handles:
        c.FPDFPageObj_SetIsActive(handle, False)
    try:
        return _rendered(page, annotations=False)
    finally:
        for handle in handles:
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
