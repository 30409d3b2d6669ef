"""What is drawn over earlier content of a PDF page: patches over print, text over scans, text over other text.

Domain handbook 6.7, F79 and F92. Only what is *seen* counts: invisible text (render mode 3) that scanners lay under or
over a picture is no overlay, and a patch counts only when print beneath it disappears.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Literal

import msgspec
import numpy as np
from numpy.typing import NDArray

from ingest.geometry import Box, union
from ingest.page_objects import MAX_OBJECTS, Char, Frame, PageObject, characters, frame_of, page_objects
from ingest.records import Overlay

_Kind = Literal["text-over-image", "text-over-text", "patch-over-text", "patch-over-image", "image-over-image"]

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


class _Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """An open page and what is on it."""

    page: Any
    number: int
    frame: Frame
    objects: list[PageObject]
    chars: list[Char]
    scan: list[PageObject]  # the pictures that together make the page a scan


def uncovered(path: Path, number: int, dpi: int) -> NDArray[np.uint8]:
    """Page ``number`` in grey as it is beneath its patches, and beneath text over a scan; annotations left out.

    Raises ``pypdfium2.PdfiumError`` when file or page cannot be opened.
    """
    import pypdfium2 as pdfium

    document = pdfium.PdfDocument(path)
    try:
        page = document[number - 1]
        text_page = page.get_textpage()
        frame = frame_of(page)
        objects = page_objects(page, text_page, frame)
        scan = _scan_pictures(objects, frame)
        above = _texts_above(objects, scan)
        picture = _without(page, [o.handle for o in (*_patches(objects, scan, frame), *above)], dpi)
        text_page.close()
        page.close()
        return picture
    finally:
        document.close()


def _page_overlays(page: Any, number: int) -> list[Overlay]:
    text_page = page.get_textpage()
    frame = frame_of(page)
    objects = page_objects(page, text_page, frame)
    scan = _scan_pictures(objects, frame)
    patches = [*_patches(objects, scan, frame), *_annotation_patches(page, objects, frame)]
    colliding = _may_collide(objects)
    chars = characters(text_page, objects, frame) if patches or colliding else []
    sheet = _Sheet(page=page, number=number, frame=frame, objects=objects, chars=chars, scan=scan)
    covering = list(_effective(sheet, patches)) if patches else []
    struck = [o for o in _text_over_text(sheet, colliding) if not any(p.box.intersection(o.box) for p in covering)]
    text_page.close()
    return [*covering, *struck, *_text_over_scan(sheet)][:MAX_OVERLAYS]


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


def _text_over_scan(sheet: _Sheet) -> Iterator[Overlay]:
    if not sheet.scan:
        return
    seen = _texts_above(sheet.objects, sheet.scan)
    above = [o for o in seen if any(p.box.intersection(o.box) > 0.5 * o.box.area for p in sheet.scan)]
    for run in _runs(above):
        box = union([o.box for o in run]).rounded()
        text = " ".join("".join(o.text for o in run).split())[:300]
        yield Overlay(page=sheet.number, box=box, kind="text-over-image", text=text)


def _texts_above(objects: Sequence[PageObject], scan: Sequence[PageObject]) -> list[PageObject]:
    first = min((o.order for o in scan), default=len(objects) + MAX_OBJECTS)
    return [o for o in objects if o.kind == "text" and o.visible and o.text and o.order > first]


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


def _may_collide(objects: Sequence[PageObject]) -> list[tuple[PageObject, PageObject]]:
    """Pairs of text objects, lower first, whose boxes lie on each other and that say different things in like size.
    The same words twice are boldface or a shadow; slanted or much larger words are a watermark."""
    texts = [o for o in objects if o.kind == "text" and o.visible and o.opaque and o.upright and len(o.text) > 1]
    rows: dict[int, list[PageObject]] = {}
    pairs = []
    for text in texts:
        for row in range(int(text.box.y0 // 8), int(text.box.y1 // 8) + 1):
            beneath = rows.setdefault(row, [])
            if row == int(text.box.center[1] // 8):
                pairs += [(lower, text) for lower in beneath if _collides(lower, text)]
            beneath.append(text)
    return pairs[:200]


def _collides(lower: PageObject, upper: PageObject) -> bool:
    smaller = min(lower.box.area, upper.box.area)
    if smaller <= 0 or lower.box.intersection(upper.box) < 0.5 * smaller:
        return False
    if not 0.6 <= (lower.size or 1) / (upper.size or 1) <= 1.67:
        return False
    a, b = "".join(lower.text.split()), "".join(upper.text.split())
    return a not in b and b not in a


def _text_over_text(sheet: _Sheet, pairs: Sequence[tuple[PageObject, PageObject]]) -> Iterator[Overlay]:
    """Those pairs of which at least two characters stand on each other."""
    by_object: dict[int, list[Char]] = {}
    for char in sheet.chars:
        by_object.setdefault(char.order, []).append(char)
    for lower, upper in pairs:
        beneath = by_object.get(lower.order, [])[:200]
        struck = [u for u in by_object.get(upper.order, [])[:200] if any(_on(u.box, b.box) for b in beneath)]
        if len(struck) >= 2:
            covered = [b for b in beneath if any(_on(u.box, b.box) for u in struck)]
            box = union([u.box for u in struck]).rounded()
            kind: _Kind = "text-over-text"
            yield Overlay(page=sheet.number, box=box, kind=kind, text=_line(struck), covered=_line(covered))


def _on(upper: Box, lower: Box) -> bool:
    return upper.intersection(lower) > 0.4 * min(upper.area, lower.area) > 0


def _line(chars: Sequence[Char]) -> str:
    """The characters as text, in drawing order, a space where there is a gap or another row begins."""
    em = max((char.box.height for char in chars), default=0)
    text = ""
    for index, char in enumerate(chars):
        before = chars[index - 1].box if index else char.box
        apart = char.box.x0 - before.x1 > 0.8 * em or abs(char.box.center[1] - before.center[1]) > 0.8 * em
        text += (" " if apart else "") + char.text
    return text[:300]


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
        if (scan and candidate.order > below_scan) or _over_text(candidate, objects):
            patches.append(candidate)
    return patches[:400]


def _over_text(patch: PageObject, objects: Sequence[PageObject]) -> bool:
    return any(
        o.kind == "text" and o.visible and o.text and o.order < patch.order and patch.box.intersection(o.box) > 1
        for o in objects
    )


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


def _effective(sheet: _Sheet, patches: Sequence[PageObject]) -> Iterator[Overlay]:
    """Those patches under which print disappears, each with what was there and what is written on it now."""
    top = max((o.order for o in sheet.scan), default=-1)
    above_scan = _texts_above(sheet.objects, sheet.scan)
    with_all = _rendered(sheet.page, _DPI, annotations=True)
    without = _without(sheet.page, [o.handle for o in (*patches, *above_scan) if o.handle is not None], _DPI)
    for patch in patches:
        inside = [ch for ch in sheet.chars if patch.box.intersection(ch.box) >= 0.5 * ch.box.area > 0]
        beneath = [ch for ch in inside if ch.order < patch.order]
        written = [ch for ch in inside if ch.order > patch.order]
        hidden = [ch for ch in beneath if ch.order > top or not sheet.scan]
        where = union([ch.box for ch in hidden]) if hidden else patch.box
        lost = _lost_print(without, with_all, where, without.shape[1] / sheet.frame.width)
        if lost < _LEAST_PRINT or (hidden and _rewritten(hidden, patch, sheet.objects)):
            continue
        covered = _line(hidden)
        yield Overlay(
            page=sheet.number,
            box=patch.box.rounded(),
            kind=_kind(patch, covered),
            text=_line(written) or patch.text[:300],
            covered=covered,
            origin="content" if patch.handle is not None else "annotation",
            colour="#{:02x}{:02x}{:02x}".format(*patch.fill) if patch.handle is not None and patch.filled else "",
        )


def _rewritten(hidden: Sequence[Char], patch: PageObject, objects: Sequence[PageObject]) -> bool:
    """What is covered is written on the patch again in the same words: a redrawn field or page number.

    pdfium gives characters that stand twice on one spot only once: an object above that has no text of its own repeats.
    """
    above = [o for o in objects if o.kind == "text" and o.order > patch.order and patch.box.intersection(o.box) > 0]
    if above and not any(o.text for o in above):
        return True
    return sorted(ch.text for ch in hidden) == sorted(c for o in above for c in o.text if not c.isspace())


def _kind(patch: PageObject, covered: str) -> _Kind:
    if covered:
        return "patch-over-text"
    return "image-over-image" if patch.kind == "image" else "patch-over-image"


def _rendered(page: Any, dpi: int, *, annotations: bool) -> NDArray[np.uint8]:
    bitmap = page.render(scale=_scale(page, dpi), grayscale=True, may_draw_forms=False, draw_annots=annotations)
    return np.asarray(bitmap.to_numpy()).reshape(bitmap.height, -1)[:, : bitmap.width].copy()


def _scale(page: Any, dpi: int) -> float:
    """``dpi``, less on pages so large that the picture would pass 16 megapixels."""
    width, height = page.get_size()
    return float(min(dpi / 72, (16e6 / max(width * height, 1)) ** 0.5))


def _without(page: Any, handles: Sequence[Any], dpi: int) -> NDArray[np.uint8]:
    """The page drawn with some of its objects left out, and without annotations."""
    import pypdfium2.raw as c

    for handle in handles:
        c.FPDFPageObj_SetIsActive(handle, False)
    try:
        return _rendered(page, dpi, annotations=False)
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
