"""Areas of a scan that were not saved as JPEG together with the rest (F85).

A picture saved at one quality and, after a change, without loss or again at a better one still fits the grid and steps
of the first saving. Print that was pasted or drawn between the two does not: it fits them no better than a grid laid
anywhere else. (Compare Farid 2009, "Exposing digital forgeries from JPEG ghosts".)
"""

from __future__ import annotations

import msgspec
import numpy as np
from numpy.typing import NDArray

from checks.forensics.lattice import Blocks, distance
from checks.forensics.scanned import BLOCK, Grey, Mask, Region, Scanned, by_block, regions

_QUALITIES = range(40, 97)
_SAMPLE = 300  # blocks by which former qualities are looked for
_LEAST_PRINTED = 200  # blocks
_DIP = 0.62  # of the distance at neighbouring qualities: what marks a former quality
_BEYOND = 2.5  # times the distance of nine blocks in ten: unlike the rest
_LEAST = 2.0  # mean square: less is rounding of single blocks
_ROUNDING = 0.2  # mean square of the usual block: less is the last saving's own grid, which everything fits
_LIKE_ANY_GRID = 0.6  # of the distance on a grid laid half a block off; blocks saved together have a third at most
_LEAST_BLOCKS = 4
_SHARE = 0.5  # of the printed blocks in the area's rectangle
_TINT = 12  # grey levels between the colours of a pixel: paper that is not quite white has fewer
_COMMON = 0.04  # of all printed blocks: when more outside one area are unlike the rest, only what stands out counts
_APART = 1.5  # times the distance of 98 blocks in 100


class _Print(msgspec.Struct, frozen=True):
    """The printed blocks of a page, and where they stand."""

    blocks: Blocks
    rows: NDArray[np.int64]
    columns: NDArray[np.int64]


def ghost_regions(sheet: Scanned) -> list[Region] | None:
    """Such areas, the largest first; None when none is found and no saving but the last can be made out."""
    printed = sheet.marked & ~_doubtful(sheet.original.pixels)
    rows, columns = np.nonzero(printed)
    if rows.size < _LEAST_PRINTED:
        return None
    print_ = _Print(_blocks(sheet.grey)[rows, columns], rows, columns)
    former = _former_qualities(print_.blocks)
    for quality in former:
        found = _unlike(sheet, print_, printed, quality)
        if found:
            return found
    return [] if any(error > _ROUNDING for error in former.values()) else None


def _doubtful(pixels: NDArray[np.uint8]) -> Mask:
    """Blocks with pixels of which one colour was cut off and not all: their brightness is not what was saved."""
    low, high = pixels.min(axis=2), pixels.max(axis=2)
    torn = ((high == 255) & (low < 255 - _TINT)) | ((low == 0) & (high > _TINT))
    return np.asarray(by_block(torn.astype(np.float32)).any(axis=(1, 3)))


def _blocks(grey: Grey) -> NDArray[np.float32]:
    return by_block(grey).transpose(0, 2, 1, 3)


def _unlike(sheet: Scanned, print_: _Print, printed: Mask, quality: int) -> list[Region]:
    far = distance(print_.blocks, quality)
    plain = sheet.printed[print_.rows, print_.columns]
    usual = float(np.percentile(far[plain] if plain.any() else far, 90))
    beyond = far > max(_BEYOND * usual, _LEAST)
    marked = np.zeros_like(printed)
    marked[print_.rows[beyond], print_.columns[beyond]] = True
    found = [r for r in regions(marked, printed) if r.count >= _LEAST_BLOCKS and r.share >= _SHARE and _is_wide(r)]
    if int(beyond.sum()) - max((r.count for r in found), default=0) > _COMMON * far.size:
        found = [r for r in found if _stands_out(r, print_, far)]
    return [r for r in found if _fits_no_better(sheet, r, marked, quality)]


def _is_wide(region: Region) -> bool:
    """Of two blocks both ways at least, as any character is: ruled lines that were cut off at white are not."""
    return min(region.x1 - region.x0, region.y1 - region.y0) >= 2


def _stands_out(region: Region, print_: _Print, far: NDArray[np.float32]) -> bool:
    """Whether the area is farther off than all but one in fifty of the others."""
    rows, columns = print_.rows, print_.columns
    inside = (rows >= region.y0) & (rows < region.y1) & (columns >= region.x0) & (columns < region.x1)
    return bool((~inside).any()) and float(far[inside].mean()) > _APART * float(np.percentile(far[~inside], 98))


def _fits_no_better(sheet: Scanned, region: Region, marked: Mask, quality: int) -> bool:
    """Whether the area's marked blocks are as far from the saving's grid as from one laid half a block off."""
    half = BLOCK // 2
    rows, columns = np.nonzero(marked[region.y0 : region.y1, region.x0 : region.x1])
    rows, columns = rows + region.y0, columns + region.x0
    grid, off = _blocks(sheet.grey), _blocks(sheet.grey[half:, half:])
    kept = (rows < off.shape[0]) & (columns < off.shape[1])
    here, there = (distance(b[rows[kept], columns[kept]], quality) for b in (grid, off))
    return bool(kept.any()) and float(here.mean()) > _LIKE_ANY_GRID * float(there.mean())


def _former_qualities(blocks: Blocks) -> dict[int, float]:
    """Qualities whose steps blocks all over the page fit much better than those around, the clearest first, each with
    the median distance."""
    sample = blocks[:: max(len(blocks) // _SAMPLE, 1)]
    errors = {q: float(np.median(distance(sample, q))) for q in range(_QUALITIES.start - 4, _QUALITIES.stop + 4)}
    dips = []
    for quality in _QUALITIES:
        around = [errors[q] for q in (quality - 4, quality - 3, quality + 3, quality + 4) if q < _QUALITIES.stop]
        ratio = errors[quality] / max(min(around), 1e-3)
        lowest = errors[quality] == min(errors[q] for q in range(quality - 2, quality + 3))
        if ratio < _DIP and lowest:
            dips.append((ratio, quality))
    return {quality: errors[quality] for _, quality in sorted(dips)[:3]}
