"""Areas of a scan without the scanner's noise: painted over, or pasted from a picture that was never scanned (F85)."""

from __future__ import annotations

import numpy as np

from checks.forensics.scanned import Region, Scanned, regions

QUIET = 0.3  # of the page's usual noise
_LEAST_BLOCKS = 8  # honest scans show at most 4 in a row
_SHARE = 0.45  # of the blank blocks in the area's rectangle
_COMMON = 0.03  # of the page's paper: when that much is quiet, noise says nothing here


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
