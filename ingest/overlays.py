"""What is drawn over earlier content of a PDF page: patches over print, text over scans, text over other text.

Domain handbook 6.7, F79. Only what is *seen* counts: invisible text (render mode 3) that scanners lay under or over a
picture is no overlay, and a patch counts only when print beneath it disappears (``ingest.patches``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ingest.geometry import Box, union
from ingest.open_page import OpenPage, open_pages
from ingest.page_chars import Char, line_of
from ingest.page_objects import MAX_OBJECTS, PageObject
from ingest.patches import annotation_patches, drawn_without, effective, patches_on
from ingest.records import Overlay

MAX_PAGES = 120
MAX_OVERLAYS = 60  # a page
_PALE = 130  # mean of the fill colour from which words are a watermark's
_OF_A_PAGE = 40  # characters that a page has of its own; fewer are typed on a scan
_BEARS = 0.25  # of as many spots of ink as the text has characters, from which the pictures bear print of their own
_GROUND_DPI = 100
_INK = 60  # grey levels below the ground
_SCAN_SHARE = 0.6  # of the page covered by pictures before it counts as a scan


def overlays(path: Path) -> tuple[Overlay, ...]:
    """The overlays on the first ``MAX_PAGES`` pages. Raises ``pypdfium2.PdfiumError`` when it cannot be opened."""
    import pypdfium2 as pdfium

    document = pdfium.PdfDocument(path)
    try:
        return tuple(overlay for page in open_pages(document, MAX_PAGES) for overlay in overlays_on(page))
    finally:
        document.close()


def uncovered(path: Path, number: int, dpi: int) -> NDArray[np.uint8]:
    """Page ``number`` in grey as it is beneath its patches, and beneath text over a scan; annotations left out.

    Raises ``pypdfium2.PdfiumError`` when file or page cannot be opened.
    """
    import pypdfium2 as pdfium

    document = pdfium.PdfDocument(path)
    try:
        page = OpenPage(document[number - 1], number)
        scan = scan_pictures(page)
        covering = [o.handle for o in (*patches_on(page, scan), *_texts_above(page, scan)) if o.handle]
        picture = drawn_without(page.page, covering, dpi)
        page.close()
        return picture
    finally:
        document.close()


def overlays_on(page: OpenPage) -> list[Overlay]:
    """The overlays of one page, at most ``MAX_OVERLAYS``."""
    scan = scan_pictures(page)
    patches = [*patches_on(page, scan), *annotation_patches(page)]
    covering = list(effective(page, scan, patches, _texts_above(page, scan))) if patches else []
    struck = [o for o in _text_over_text(page) if not any(p.box.intersection(o.box) for p in covering)]
    return [*covering, *struck, *_text_over_scan(page, scan)][:MAX_OVERLAYS]


def scan_pictures(page: OpenPage) -> list[PageObject]:
    """The pictures that together make the page a scan (one, or strips of it); empty for a page that is none."""
    width, height = page.frame.width, page.frame.height
    cells = np.zeros((40, 40), bool)
    chosen = []
    for picture in (o for o in page.objects if o.kind == "image" and o.box.area > 0.01 * width * height):
        box = picture.box
        x0, x1 = (int(np.clip(round(v / width * 40), 0, 40)) for v in (box.x0, box.x1))
        y0, y1 = (int(np.clip(round(v / height * 40), 0, 40)) for v in (box.y0, box.y1))
        patch = cells[y0:y1, x0:x1]
        if patch.size and patch.mean() < 0.5:
            chosen.append(picture)
            patch[:] = True
    return chosen if cells.mean() >= _SCAN_SHARE and not _is_ground(page, chosen) else []


def _is_ground(page: OpenPage, pictures: Sequence[PageObject]) -> bool:
    """Whether the pictures are what a born-digital page is printed on, a border, a tint or a watermark: the page's text
    is set above them, and they bear hardly any characters themselves."""
    texts = _texts_above(page, pictures)
    written = sum(len("".join(page.text(o).split())) for o in texts)
    if written < _OF_A_PAGE:
        return False
    above = [o.handle for o in page.objects if o.handle and o.order > min(p.order for p in pictures)]
    bare = drawn_without(page.page, [h for h in above if h not in [p.handle for p in pictures]], _GROUND_DPI)
    return _characters(bare) < _BEARS * written


def _characters(grey: NDArray[np.uint8]) -> int:
    """How many spots of ink within the margins have the size of a character or of a part of one."""
    import cv2

    height, width = grey.shape
    inner = grey[round(0.08 * height) : round(0.92 * height), round(0.08 * width) : round(0.92 * width)]
    if not inner.size:
        return 0
    ink = (inner < np.percentile(inner, 90) - _INK).astype(np.uint8)
    _, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    sides = stats[1:, [cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT]]
    return int(((sides.max(axis=1) >= 4) & (sides.max(axis=1) <= 30)).sum())


def _text_over_scan(page: OpenPage, scan: Sequence[PageObject]) -> Iterator[Overlay]:
    seen = _texts_above(page, scan)
    above = [o for o in seen if any(p.box.intersection(o.box) > 0.5 * o.box.area for p in scan)]
    for run in _runs(above):
        text = " ".join("".join(page.text(o) for o in run).split())[:300]
        if text:
            box = union([o.box for o in run]).rounded()
            yield Overlay(page=page.number, box=box, kind="text-over-image", text=text)


def _texts_above(page: OpenPage, scan: Sequence[PageObject]) -> list[PageObject]:
    first = min((o.order for o in scan), default=MAX_OBJECTS)
    return [o for o in page.objects if o.kind == "text" and o.visible and o.order > first]


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


def _text_over_text(page: OpenPage) -> Iterator[Overlay]:
    """Pairs of which at least two characters stand on each other. An object's own box says too little: it may hold
    words from both ends of a line."""
    pairs = _colliding(page)
    by_object: dict[int, list[Char]] = {}
    for char in page.chars if pairs else ():
        by_object.setdefault(char.order, []).append(char)
    for lower, upper in pairs:
        beneath = by_object.get(lower.order, [])[:200]
        struck = [u for u in by_object.get(upper.order, [])[:200] if any(_on(u.box, b.box) for b in beneath)]
        if len(struck) >= 2:
            covered = line_of([b for b in beneath if any(_on(u.box, b.box) for u in struck)])
            box = union([u.box for u in struck]).rounded()
            yield Overlay(page=page.number, box=box, kind="text-over-text", text=line_of(struck), covered=covered)


def _colliding(page: OpenPage) -> list[tuple[PageObject, PageObject]]:
    """Pairs of text objects, lower first, whose boxes lie on each other and that say different things in like size.
    The same words twice are boldface or a shadow; slanted, pale or much larger words are a watermark."""
    rows: dict[int, list[tuple[float, float, PageObject]]] = {}
    pairs: list[tuple[PageObject, PageObject]] = []
    for text in (o for o in page.objects if o.kind == "text" and o.visible and o.opaque and o.upright and _dark(o)):
        x0, y0, x1, y1 = text.box.x0, text.box.y0, text.box.x1, text.box.y1
        middle = int((y0 + y1) / 2 // 8)
        for row in range(int(y0 // 8), int(y1 // 8) + 1):
            beneath = rows.setdefault(row, [])
            if row == middle and len(pairs) < 200:
                near = [b for left, right, b in beneath if left < x1 and right > x0]
                pairs += [(b, text) for b in near if _overlap(b, text) and _differ(page.text(b), page.text(text))]
            beneath.append((x0, x1, text))
    return pairs


def _dark(text: PageObject) -> bool:
    return sum(text.fill) / 3 < _PALE


def _overlap(lower: PageObject, upper: PageObject) -> bool:
    smaller = min(lower.box.area, upper.box.area)
    if smaller <= 0 or lower.box.intersection(upper.box) < 0.5 * smaller:
        return False
    return 0.6 <= (lower.size or 1) / (upper.size or 1) <= 1.67


def _differ(first: str, second: str) -> bool:
    a, b = "".join(first.split()), "".join(second.split())
    return min(len(a), len(b)) > 1 and a not in b and b not in a


def _on(upper: Box, lower: Box) -> bool:
    return upper.intersection(lower) > 0.4 * min(upper.area, lower.area) > 0
