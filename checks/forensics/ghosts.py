"""Areas of a scan that were not saved as JPEG together with the rest (F85).

A picture saved at one quality and, after a change, again at a better one still fits the grid and steps of the first
saving: compressed once more at that quality it hardly changes. Print that was pasted or drawn between the two savings
does change. (Farid 2009, "Exposing digital forgeries from JPEG ghosts".) Honest blocks change a little where levels
were cut off at white, for what was cut off cannot be stored again; that much is passed over.
"""

from __future__ import annotations

import numpy as np

from checks.forensics.scanned import Grey, Mask, Region, Scanned, by_block, regions

_QUALITIES = range(40, 97)
_TILE = 448  # pixels: the piece of the page on which former qualities are looked for
_DIP = 0.62  # of the error at neighbouring qualities: what marks a former quality
_BEYOND = 3.0  # times the error of nine blocks in ten: unlike the rest
_STEADY = 4.0  # mean square change; three times as much is more than honest blocks showed (up to 8)
_LEAST_BLOCKS = 4
_SHARE = 0.5  # of the printed blocks in the area's rectangle
_COMMON = 0.04  # of all printed blocks: when that many are unlike the rest, it is not a place


def ghost_regions(sheet: Scanned) -> list[Region] | None:
    """Such areas, the largest first; None when no former saving can be made out."""
    former = _former_qualities(sheet)
    if not former or sheet.printed.sum() < 200:
        return None
    for quality in former:
        error = _error(sheet.grey, quality)
        usual = float(np.percentile(error[sheet.printed], 90))
        unlike = sheet.printed & (error > _BEYOND * max(usual, _STEADY))
        if not 0 < unlike.sum() <= _COMMON * sheet.printed.sum():
            continue
        found = [r for r in regions(unlike, sheet.printed) if r.count >= _LEAST_BLOCKS and r.share >= _SHARE]
        if found:
            return found
    return []


def _former_qualities(sheet: Scanned) -> list[int]:
    """Qualities at which the busiest part of the page changes much less than at those around, the clearest first."""
    tile, printed = _busiest(sheet)
    if printed.sum() < 60:
        return []
    errors = {q: float(np.median(_error(tile, q)[printed])) for q in _QUALITIES}
    dips = []
    for quality in _QUALITIES:
        around = [errors[q] for q in (quality - 4, quality - 3, quality + 3, quality + 4) if q in errors]
        ratio = errors[quality] / max(min(around), 1e-3)
        lowest = errors[quality] == min(errors.get(q, 1e9) for q in range(quality - 2, quality + 3))
        if ratio < _DIP and lowest:
            dips.append((ratio, quality))
    return [quality for _, quality in sorted(dips)[:3]]


def _busiest(sheet: Scanned) -> tuple[Grey, Mask]:
    blocks = _TILE // 8
    printed = sheet.printed
    best, at = -1, (0, 0)
    for y in range(0, max(printed.shape[0] - blocks, 0) + 1, blocks // 2):
        for x in range(0, max(printed.shape[1] - blocks, 0) + 1, blocks // 2):
            count = int(printed[y : y + blocks, x : x + blocks].sum())
            if count > best:
                best, at = count, (y, x)
    y, x = at
    tile = sheet.grey[y * 8 : (y + blocks) * 8, x * 8 : (x + blocks) * 8]
    return tile, printed[y : y + tile.shape[0] // 8, x : x + tile.shape[1] // 8]


def _error(grey: Grey, quality: int) -> Grey:
    """By block: the mean square change when the picture is saved once more at ``quality``."""
    import cv2

    whole = np.clip(np.rint(grey), 0, 255).astype(np.uint8)
    whole = whole[: whole.shape[0] // 8 * 8, : whole.shape[1] // 8 * 8]
    _, data = cv2.imencode(".jpg", whole, [cv2.IMWRITE_JPEG_QUALITY, quality])
    again = np.asarray(cv2.imdecode(data, cv2.IMREAD_GRAYSCALE), dtype=np.float32)
    return np.asarray(by_block((whole.astype(np.float32) - again) ** 2).mean(axis=(1, 3)))
