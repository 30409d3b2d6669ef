"""The characters of a scan: where connected print of their size stands."""

from __future__ import annotations

import numpy as np

from checks.forensics.grain import Rect
from checks.forensics.scanned import Scanned

_MOST = 1200  # characters of a page
_SMALL = 16  # pixels: lower characters are so few pixels that honest ones come out alike


def characters(sheet: Scanned) -> list[Rect]:
    """Boxes of connected print of the size of characters, seals left out."""
    import cv2

    height, width = sheet.grey.shape
    small = cv2.resize(sheet.grey, None, fx=0.125, fy=0.125, interpolation=cv2.INTER_AREA)
    ground = cv2.resize(cv2.medianBlur(np.clip(small, 0, 255).astype(np.uint8), 31), (width, height))
    dark = np.asarray(ground.astype(np.int16) - sheet.grey > 60, dtype=np.uint8)
    rects: set[Rect] = set()
    for ink in (dark, cv2.morphologyEx(dark, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))):  # broken strokes, close ones
        _, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
        for x, y, w, h, area in stats[1:].tolist():
            if (
                _SMALL <= h <= 0.05 * height
                and 6 <= w <= 1.8 * h
                and area >= 0.12 * w * h
                and _inside(x, y, w, h, sheet)
            ):
                rects.add((x, y, x + w, y + h))
    return sorted(rects, key=lambda r: (r[1], r[0], r))[:_MOST]


def _inside(x: int, y: int, w: int, h: int, sheet: Scanned) -> bool:
    if min(x, y) < 8 or x + w > sheet.grey.shape[1] - 8 or y + h > sheet.grey.shape[0] - 8:
        return False
    return bool(sheet.printed[(y + h // 2) // 8 - 1 : (y + h // 2) // 8 + 2, x // 8 : (x + w) // 8 + 1].any())
