"""Copies told by the paper's grain: on a noisy scan no two places carry the same noise (handbook F86).

Where equal characters are so alike that a copy does not stand out among them, the noise around them still tells: it
comes along when a piece of the page is copied.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import numpy as np

from checks.forensics.scanned import Grey, Mask, Scanned

SAME_GRAIN = 0.25  # correlation of the noise; equal characters printed and scanned twice stay below 0.16
_AROUND = 4  # pixels around the characters
_STEEP = 16.0  # Sobel slope of the blurred picture at an outline
_AWAY = 5  # pixels: the square around an outline that is left out
_LEAST_EVEN = 150  # pixels to compare
_SURE = 6.0  # times the chance correlation of that many pixels

Rect = tuple[int, int, int, int]


class Grain(msgspec.Struct, frozen=True):
    """The page's noise, and where it can be seen: away from outlines."""

    noise: Grey
    even: Mask


def grain_of(sheet: Scanned) -> Grain:
    """What a small blur takes away, page-wide."""
    import cv2

    smooth = cv2.GaussianBlur(sheet.grey, (0, 0), 2.0)
    slope = np.hypot(cv2.Sobel(smooth, cv2.CV_32F, 1, 0), cv2.Sobel(smooth, cv2.CV_32F, 0, 1))
    outlines = cv2.dilate((slope >= _STEEP).astype(np.uint8), np.ones((_AWAY, _AWAY), np.uint8))
    return Grain(noise_of(sheet.grey), outlines == 0)


def noise_of(grey: Grey) -> Grey:
    """What a small blur takes away, as ``Scanned.noise`` measures it."""
    import cv2

    return np.asarray(grey - cv2.GaussianBlur(grey, (0, 0), 1.2), dtype=np.float32)


def likeness(grain: Grain, pairs: Sequence[tuple[Rect, Rect]]) -> list[float | None]:
    """For each pair of rectangles of one size: the correlation of the noise, 0 where chance may make it.

    None where too little paper is seen to say.
    """
    return [_correlation(grain, one, other) for one, other in pairs]


def _correlation(grain: Grain, one: Rect, other: Rect) -> float | None:
    height, width = grain.noise.shape
    before_x, before_y = min(_AROUND, one[0], other[0]), min(_AROUND, one[1], other[1])
    after_x = min(_AROUND, width - one[2], width - other[2])
    after_y = min(_AROUND, height - one[3], height - other[3])
    here, there = (np.s_[r[1] - before_y : r[3] + after_y, r[0] - before_x : r[2] + after_x] for r in (one, other))
    even = grain.even[here] & grain.even[there]
    if even.sum() < _LEAST_EVEN:
        return None
    a, b = grain.noise[here][even], grain.noise[there][even]
    spread = float(a.std() * b.std())
    value = float(((a - a.mean()) * (b - b.mean())).mean()) / spread if spread > 0 else 0.0
    return value if value * float(even.sum()) ** 0.5 >= _SURE else 0.0


def joined(rects: Sequence[Rect]) -> Rect:
    """The rectangle around all."""
    return min(r[0] for r in rects), min(r[1] for r in rects), max(r[2] for r in rects), max(r[3] for r in rects)
