"""Characters of a page that are copies of each other, pixel for pixel (handbook F86).

Equal characters that were printed and scanned differ by grain and by where the pixels fall; a copy differs by nothing
but what saving did to it. A pair counts only where it is far more alike than the page's other equal characters are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from checks.forensics.scanned import Scanned

_THUMB = 16
_ALIKE = 0.93  # correlation of thumbnails above which two characters are compared in full
_MOST = 900  # characters of a page
_REFERENCES = 6  # other pairs needed to know how alike equal characters usually are
_FAR_BELOW = 0.4  # of the usual difference
_ALONE = 0.75  # of the usual difference: in typeset pictures many pairs are nearly equal, and none is a copy
_MARGIN = 3  # pixels of paper around a character: a copy brings them along

Rect = tuple[int, int, int, int]


class Clone(msgspec.Struct, frozen=True, kw_only=True):
    """Two rectangles of pixels with the same content, and their difference against that of other equal characters."""

    first: Rect
    second: Rect
    ratio: float


class _Pair(msgspec.Struct, frozen=True):
    first: Rect
    second: Rect
    shift: tuple[int, int]
    difference: float


def clones(sheet: Scanned) -> list[Clone] | None:
    """The copies, the surest first; None when the page has too few equal characters to compare with."""
    pairs = _pairs(sheet)
    if len(pairs) < _REFERENCES + 1:
        return None
    groups: dict[tuple[int, int], list[_Pair]] = defaultdict(list)
    for pair in pairs:
        groups[pair.shift].append(pair)
    ranked = sorted(groups.values(), key=lambda g: min(p.difference for p in g))
    if len(ranked) < _REFERENCES:
        return None
    usual = float(np.median([min(p.difference for p in g) for g in ranked[1 : 1 + _REFERENCES]]))
    best = min(p.difference for p in ranked[0])
    next_best = min(p.difference for p in ranked[1])
    if usual <= 0.5 or best >= _FAR_BELOW * usual or next_best < _ALONE * usual:
        return []
    copied = [p for p in ranked[0] if p.difference < _FAR_BELOW * usual]
    return [Clone(first=p.first, second=p.second, ratio=round(p.difference / usual, 2)) for p in copied]


def _pairs(sheet: Scanned) -> list[_Pair]:
    rects = _characters(sheet)
    if len(rects) < 8:
        return []
    thumbs = np.stack([_thumbnail(sheet, rect) for rect in rects])
    likeness = thumbs @ thumbs.T
    found = []
    for i, j in zip(*np.nonzero(np.triu(likeness > _ALIKE, 1)), strict=True):
        a, b = rects[int(i)], rects[int(j)]
        same_size = abs((a[2] - a[0]) - (b[2] - b[0])) <= 1 and abs((a[3] - a[1]) - (b[3] - b[1])) <= 1
        apart = abs(a[0] - b[0]) > (a[2] - a[0]) or abs(a[1] - b[1]) > (a[3] - a[1])
        if same_size and apart:
            found.append(_compared(sheet.grey, a, b))
    return found


def _characters(sheet: Scanned) -> list[Rect]:
    """Boxes of connected print of the size of characters, seals left out."""
    import cv2

    height, width = sheet.grey.shape
    small = cv2.resize(sheet.grey, None, fx=0.125, fy=0.125, interpolation=cv2.INTER_AREA)
    ground = cv2.resize(cv2.medianBlur(np.clip(small, 0, 255).astype(np.uint8), 31), (width, height))
    dark = np.asarray(ground.astype(np.int16) - sheet.grey > 60, dtype=np.uint8)
    ink = cv2.morphologyEx(dark, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    rects: list[Rect] = []
    for x, y, w, h, area in stats[1:].tolist():
        if 12 <= h <= 0.05 * height and 6 <= w <= 1.8 * h and area >= 0.12 * w * h and _inside(x, y, w, h, sheet):
            rects.append((x, y, x + w, y + h))
    return sorted(rects, key=lambda r: (r[1], r[0]))[:_MOST]


def _inside(x: int, y: int, w: int, h: int, sheet: Scanned) -> bool:
    if min(x, y) < 8 or x + w > sheet.grey.shape[1] - 8 or y + h > sheet.grey.shape[0] - 8:
        return False
    return bool(sheet.printed[(y + h // 2) // 8 - 1 : (y + h // 2) // 8 + 2, x // 8 : (x + w) // 8 + 1].any())


def _thumbnail(sheet: Scanned, rect: Rect) -> NDArray[np.float32]:
    import cv2

    x0, y0, x1, y1 = rect
    small = cv2.resize(sheet.grey[y0:y1, x0:x1], (_THUMB, _THUMB), interpolation=cv2.INTER_AREA).ravel()
    small = small - small.mean()
    return np.asarray(small / max(float(np.linalg.norm(small)), 1e-6), dtype=np.float32)


def _compared(grey: NDArray[np.float32], a: Rect, b: Rect) -> _Pair:
    """The root mean square difference at the best of nine placements a pixel apart."""
    x0, y0, x1, y1 = a[0] - _MARGIN, a[1] - _MARGIN, a[2] + _MARGIN, a[3] + _MARGIN
    here = grey[y0:y1, x0:x1]
    best: tuple[float, tuple[int, int]] = (float("inf"), (0, 0))
    for dy in (-1, 0, 1):
        for dx in (-1, 0, 1):
            shift = b[0] - a[0] + dx, b[1] - a[1] + dy
            there = _at(grey, x0 + shift[0], y0 + shift[1], x1 - x0, y1 - y0)
            if there is not None:
                best = min(best, (float(np.sqrt(((here - there) ** 2).mean())), shift))
    return _Pair(a, (a[0] + best[1][0], a[1] + best[1][1], a[2] + best[1][0], a[3] + best[1][1]), best[1], best[0])


def _at(grey: NDArray[np.float32], x: int, y: int, width: int, height: int) -> Any:
    if x < 0 or y < 0 or x + width > grey.shape[1] or y + height > grey.shape[0]:
        return None
    return grey[y : y + height, x : x + width]


def joined(rects: Sequence[Rect]) -> Rect:
    """The rectangle around all."""
    return min(r[0] for r in rects), min(r[1] for r in rects), max(r[2] for r in rects), max(r[3] for r in rects)
