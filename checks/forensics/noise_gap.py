"""Areas of a scan without the scanner's noise: painted over, or pasted from a picture that was never scanned (F85).

Bleached paper has no noise left, but one level; there a painted area shows by a level of its own.
"""

from __future__ import annotations

import numpy as np

from checks.forensics.scanned import Region, Scanned, by_block, regions

QUIET = 0.3  # of the page's usual noise
_LEAST_BLOCKS = 8  # honest scans show at most 4 in a row
_SHARE = 0.45  # of the blank blocks in the area's rectangle
_COMMON = 0.03  # of the page's paper: when that much is quiet, noise says nothing here
_FLAT = 0.8  # grey levels of standard deviation in a block of bleached paper
_BLEACHED = 0.3  # of the page: less flat paper has no level to compare with
_OFF = 1.2  # grey levels from the page's paper
_OFF_NEARBY = 0.8  # and from the paper around
_LEAST_PATCH = 6  # blocks
_FILLED = 0.7  # of the area's rectangle
_EDGE = 3  # blocks: skewed scans end in stretches of another level


def painted(sheet: Scanned) -> list[Region] | None:
    """Even areas near print whose level is not that of the bleached paper; None when the paper is not bleached."""
    import cv2

    blocks = by_block(sheet.grey)
    level, flat = blocks.mean(axis=(1, 3)), blocks.std(axis=(1, 3)) < _FLAT
    if flat.mean() < _BLEACHED:
        return None
    nearby = cv2.medianBlur(np.clip(level, 0, 255).astype(np.uint8), 31).astype(np.float32)
    off = flat & (np.abs(level - np.median(level[flat])) >= _OFF) & (np.abs(level - nearby) >= _OFF_NEARBY)
    if off.sum() > _COMMON * flat.sum():
        return None
    found = [r for r in regions(off, np.ones_like(off)) if r.count >= _LEAST_PATCH and r.share >= _FILLED]
    return [r for r in found if min(r.x0, r.y0) >= _EDGE and _inside(r, off.shape) and _near_print(sheet, r)]


def _inside(region: Region, shape: tuple[int, ...]) -> bool:
    return region.x1 <= shape[1] - _EDGE and region.y1 <= shape[0] - _EDGE and min(_size(region)) >= 2


def _size(region: Region) -> tuple[int, int]:
    return region.x1 - region.x0, region.y1 - region.y0


def noise_gaps(sheet: Scanned) -> list[Region] | None:
    """Such areas, the largest first; None when the page's noise cannot be measured."""
    if not sheet.level:
        return None
    quiet = sheet.paper & (sheet.noise < QUIET * sheet.level)
    if quiet.sum() > _COMMON * sheet.paper.sum():
        return None
    found = [r for r in regions(quiet, sheet.paper) if r.count >= _LEAST_BLOCKS and r.share >= _SHARE]
    return [r for r in found if _near_print(sheet, r)]


def _near_print(sheet: Scanned, region: Region) -> bool:
    """Print stands in the area or close around it: an empty margin says nothing of a field."""
    near = sheet.printed[max(region.y0 - 3, 0) : region.y1 + 3, max(region.x0 - 3, 0) : region.x1 + 3]
    return bool(np.any(near))
