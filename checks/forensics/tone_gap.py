"""Rectangles of a scan whose paper has another tone than the paper around: cut out of another scan (F85).

Two scans seldom agree in paper, lamp and balance. A piece of one laid on the other ends at straight edges, inside is
one tone, and differs by little, or it would be seen. Photographs are not one tone, tinted cells differ by more or end
at lines, shadows and stains have no edges.

A brighter rectangle may differ by more where it is grainier as well: what is printed or left white on one paper is
brighter for having less ink on it, and has no more grain than the paper around.
"""

from __future__ import annotations

import msgspec
import numpy as np
from numpy.typing import NDArray

from checks.forensics.scanned import BLOCK, LEAST_NOISE, Grey, Mask, Region, Scanned, by_block, regions

_PAPER = 14.0  # grey levels below the local ground down to which a pixel is paper
_LEAST_PAPER = 16  # of a block's 64 pixels
_AROUND = 31  # blocks: the stretch whose median is the local tone
_OFF = (3.0, 10.0)  # grey levels from the local tone, all one way
_QUIET = 1.5  # grey levels of the paper around the rectangle
_GRAINIER = 2.5  # times the noise of the paper around
_WHOLLY = 0.7  # of the rectangle's usual difference: blocks that its edge does not cut
_LEAST_GRAINY = 8  # blocks of bare paper in the rectangle
_EVEN = 2.5  # standard deviation of brightness between the rectangle's blocks
_LEAST_BLOCKS = 15
_LEAST_SIDE = 3  # blocks
_FILLED = 0.8  # of the rectangle's blocks with paper
_LARGEST = 0.02  # of the page
_RING = 3  # blocks: width of the paper around that is looked at, the first left out
_STILL = 0.85  # of the blocks around
_LEAST_RING = 20  # blocks


class _Tone(msgspec.Struct, frozen=True):
    """By block: grey levels of the paper above the local tone, and where paper is."""

    above: Grey
    paper: Mask


def tone_gaps(sheet: Scanned) -> list[Region]:
    """Such rectangles, the largest first."""
    tone = _tone(sheet.grey)
    found = []
    for way in (1, -1):
        marked = tone.paper & (way * tone.above >= _OFF[0])
        shaped = [r for r in regions(marked, tone.paper) if _is_shaped(r, marked, sheet.printed)]
        told = [r for r in shaped if _is_even(r, marked, tone) or (way > 0 and _is_grainier(r, marked, tone, sheet))]
        found += [r for r in told if _is_still(r, tone)]
    return sorted(found, key=lambda r: (-r.count, r.y0, r.x0))


def _tone(grey: Grey) -> _Tone:
    import cv2

    blocks = by_block(grey)
    blocks = blocks.transpose(0, 2, 1, 3).reshape(blocks.shape[0], blocks.shape[2], BLOCK * BLOCK)
    is_paper = blocks > _local(np.percentile(blocks, 80, axis=2))[..., None] - _PAPER
    count = is_paper.sum(axis=2)
    paper = np.asarray(count >= _LEAST_PAPER)
    mean = (blocks * is_paper).sum(axis=2) / np.maximum(count, 1)
    mean = np.where(paper, mean, np.median(mean))
    above = np.where(paper, mean - cv2.blur(_local(mean), (9, 9)), 0)
    return _Tone(np.asarray(above, dtype=np.float32), paper)


def _local(values: NDArray[np.floating]) -> Grey:
    import cv2

    return np.asarray(cv2.medianBlur(np.clip(np.rint(values), 0, 255).astype(np.uint8), _AROUND), dtype=np.float32)


def _is_shaped(region: Region, marked: Mask, printed: Mask) -> bool:
    """A filled rectangle with print, of a piece's size."""
    height, width = region.y1 - region.y0, region.x1 - region.x0
    if region.count < _LEAST_BLOCKS or region.share < _FILLED or min(height, width) < _LEAST_SIDE:
        return False
    return height * width <= _LARGEST * marked.size and bool(printed[_inside(region)].any())


def _is_even(region: Region, marked: Mask, tone: _Tone) -> bool:
    inside = _inside(region)
    levels = np.abs(tone.above[inside][marked[inside]])
    return float(levels.mean()) <= _OFF[1] and float(levels.std()) <= _EVEN


def _is_grainier(region: Region, marked: Mask, tone: _Tone, sheet: Scanned) -> bool:
    """Whether bare paper in the rectangle has much more noise than bare paper around it."""
    inside = _inside(region)
    whole = tone.above >= _WHOLLY * float(np.median(tone.above[inside][marked[inside]]))
    own = sheet.noise[inside][(whole & sheet.paper)[inside]]
    around = sheet.noise[_ring(region, tone) & sheet.paper]
    if own.size < _LEAST_GRAINY or around.size < _LEAST_RING:
        return False
    return float(np.median(own)) > _GRAINIER * max(float(np.median(around)), LEAST_NOISE)


def _is_still(region: Region, tone: _Tone) -> bool:
    """The paper all around has the local tone, but for the blocks that the rectangle's edge cuts."""
    outer = _ring(region, tone)
    return int(outer.sum()) >= _LEAST_RING and float((np.abs(tone.above[outer]) < _QUIET).mean()) >= _STILL


def _ring(region: Region, tone: _Tone) -> Mask:
    outer = np.zeros_like(tone.paper)
    outer[_from(region.y0 - _RING) : region.y1 + _RING, _from(region.x0 - _RING) : region.x1 + _RING] = True
    outer[_from(region.y0 - 1) : region.y1 + 1, _from(region.x0 - 1) : region.x1 + 1] = False
    return outer & tone.paper


def _inside(region: Region) -> tuple[slice, slice]:
    return np.s_[region.y0 : region.y1, region.x0 : region.x1]


def _from(index: int) -> int:
    return max(index, 0)
