"""The band of a seal's ring text as a level line, and where on the ring each place of the line is."""

from __future__ import annotations

import math

import cv2
import msgspec
import numpy as np
from numpy.typing import NDArray

from ingest.ocr.base import Picture
from ingest.ocr.inks import Grey

_HEIGHT = 64  # pixels of the line
_MARGIN = 8  # pixels of paper left at both ends


class Strip(msgspec.Struct, frozen=True):
    """``line`` begins at ``start`` and covers ``share`` of the ring, clockwise; places on the ring are turns (0 to 1)
    from the foot of the seal. ``empty`` are the equal parts of the whole ring without ink, from the foot on."""

    line: Picture
    start: float
    share: float
    empty: NDArray[np.bool_]

    def place(self, column: float) -> float:
        """Where on the ring a place of the line is, given as a fraction of the line's width."""
        return (self.start + column * self.share) % 1.0

    def inked(self, start: float, end: float) -> float:
        """The share of the ring between two places that has ink."""
        length = len(self.empty)
        parts = np.arange(round(start * length), round(end * length)) % length
        return float((~self.empty[parts]).mean()) if len(parts) else 0.0


def unrolled(ink: Grey, outer: float, inner: float) -> Strip:
    """The band of ``ink`` between two radii (of the seal's half axes), clockwise, begun in its widest gap."""
    height, width = ink.shape
    length = round(math.pi * (outer + inner) / (outer - inner) * _HEIGHT)
    angle = np.linspace(0, 2 * math.pi, length, endpoint=False) + math.pi / 2  # from the foot of the seal, clockwise
    radius = np.linspace(outer, inner, _HEIGHT)[:, None]
    x = (width / 2 + radius * np.cos(angle)[None, :] * width / 2).astype(np.float32)
    y = (height / 2 + radius * np.sin(angle)[None, :] * height / 2).astype(np.float32)
    strip = np.asarray(cv2.remap(ink, x, y, cv2.INTER_LINEAR, borderValue=(255.0,)), dtype=np.uint8)
    darkest = min(float(np.percentile(strip, 3)), 200.0)
    strip = np.clip((strip - darkest) * (255.0 / (255.0 - darkest)), 0, 255).astype(np.uint8)
    empty = _empty_columns(strip)
    gap = _widest_gap(empty)
    first, last = _filled(np.roll(empty, -gap))
    line = np.ascontiguousarray(np.roll(strip, -gap, axis=1)[:, first:last])
    return Strip(np.repeat(line[:, :, None], 3, axis=2), (gap + first) / length, (last - first) / length, empty)


def _widest_gap(empty: NDArray[np.bool_]) -> int:
    """The middle of the longest run of columns without ink, the strip taken as a circle."""
    if empty.all() or not empty.any():
        return 0
    shift = int(np.flatnonzero(~empty)[0])
    start, length, best = 0, 0, (0, 0)
    for index, blank in enumerate(np.roll(empty, -shift)):
        if blank:
            start = index if not length else start
            length += 1
            best = max(best, (length, start))
        else:
            length = 0
    return int(best[1] + best[0] // 2 + shift) % len(empty)


def _empty_columns(strip: Grey) -> NDArray[np.bool_]:
    inner = strip[_HEIGHT // 6 : -_HEIGHT // 6]
    return np.asarray((inner < 170).sum(axis=0) < 0.04 * _HEIGHT)


def _filled(empty: NDArray[np.bool_]) -> tuple[int, int]:
    filled = np.flatnonzero(~empty)
    if not len(filled):
        return 0, len(empty)
    return max(int(filled[0]) - _MARGIN, 0), min(int(filled[-1]) + _MARGIN + 1, len(empty))
