"""Copies told by noise that two characters share, outlines and all (handbook F86).

Two characters that were scanned carry two noises, so that their difference, however exactly they fit, has the noise of
both. A copy differs from its source by less than that: this needs no other characters to compare with, where print is
set evenly and honest characters of one text come close to copies.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from checks.forensics.grain import Rect, noise_of
from checks.forensics.scanned import BLOCK, LEAST_NOISE, Grey, Scanned

SHARED = 0.8  # of the difference of two noises; the least on honest pages is 0.95
_BEYOND = 4.0  # times the difference of two noises; copies saved again, down to quality 60, have up to 3.1
_PLAIN = 1.2  # grey levels of noise: with less, what saving did to the outlines is more than the noise
_MARGIN = 3  # pixels around a character
_BRIGHT = 0.5  # of the paper: darker pixels are ink, in which noise may be cut off
_CLIPPED = 250.0  # grey levels
_LEAST = 100  # pixels to compare
_NEAR = 12  # blocks around a character in which the paper's noise is measured
_LEAST_PAPER = 30  # blocks of paper there; the page's usual noise where fewer are
_TOGETHER = 2  # characters that moved by one way
_PATTERN = 0.5  # correlation of the whole page's paper with itself

Pair = tuple[Rect, Rect]
Way = tuple[int, int]


def shared(sheet: Scanned, pairs: Sequence[Pair]) -> list[bool]:
    """For each pair of rectangles of one size: whether both share their noise, where several do and all moved by one
    way: programs that store equal glyphs once move them by many. All False where the page's noise cannot be
    measured."""
    if not sheet.level or not pairs:
        return [False] * len(pairs)
    noise = noise_of(sheet.grey)
    alike = [_difference(sheet, noise, *pair) < SHARED for pair in pairs]
    ways = {way(*pair) for pair, is_alike in zip(pairs, alike, strict=True) if is_alike}
    places = [min(pair, key=_order) for pair, is_alike in zip(pairs, alike, strict=True) if is_alike]
    if len(ways) != 1 or _separate(places) < _TOGETHER:
        return [False] * len(pairs)
    return alike


def beyond(sheet: Scanned, pairs: Sequence[Pair]) -> list[bool]:
    """For each pair of rectangles of one size: whether they differ by far more than noise and saving make a copy
    differ. False where the noise is too little to say, or too few pixels can be compared."""
    if sheet.level < _PLAIN or not pairs:
        return [False] * len(pairs)
    noise = noise_of(sheet.grey)
    return [_BEYOND < _difference(sheet, noise, *pair) < float("inf") for pair in pairs]


def way(one: Rect, other: Rect) -> Way:
    """From the upper to the lower, or from the left to the right: pixels across and down."""
    upper, lower = sorted((one, other), key=_order)
    return lower[0] - upper[0], lower[1] - upper[1]


def _order(rect: Rect) -> tuple[int, int]:
    return rect[1], rect[0]


def _difference(sheet: Scanned, noise: Grey, one: Rect, other: Rect) -> float:
    """The root mean square of the difference of two characters' noise, outlines included, by what two noises without
    anything in common give; infinite where too few pixels can be compared."""
    height, width = noise.shape
    near = min(*one[:2], *other[:2], width - one[2], width - other[2], height - one[3], height - other[3])
    margin = max(min(_MARGIN, near), 0)
    here, there = (np.s_[r[1] - margin : r[3] + margin, r[0] - margin : r[2] + margin] for r in (one, other))
    low, high = np.minimum(sheet.grey[here], sheet.grey[there]), np.maximum(sheet.grey[here], sheet.grey[there])
    seen = (low > _BRIGHT * np.percentile(sheet.grey[here], 95)) & (high < _CLIPPED)
    if seen.sum() < _LEAST:
        return float("inf")
    squares = (noise[here] - noise[there])[seen] ** 2
    return float(np.sqrt(squares.mean())) / float(np.hypot(_usual(sheet, one), _usual(sheet, other)))


def _usual(sheet: Scanned, rect: Rect) -> float:
    """The noise of the paper around."""
    row, column = (rect[1] + rect[3]) // (2 * BLOCK), (rect[0] + rect[2]) // (2 * BLOCK)
    near = np.s_[max(row - _NEAR, 0) : row + _NEAR, max(column - _NEAR, 0) : column + _NEAR]
    values = sheet.noise[near][sheet.paper[near]]
    return max(float(np.median(values)), LEAST_NOISE) if values.size >= _LEAST_PAPER else sheet.level


def _separate(rects: Sequence[Rect]) -> int:
    """How many stand apart from one another, from left to right."""
    count, reached = 0, -1
    for rect in sorted(rects):
        if rect[0] >= reached:
            count, reached = count + 1, rect[2]
    return count


def is_pattern(sheet: Scanned, one: Rect, other: Rect) -> bool:
    """Whether the page's bare paper repeats everywhere by the way from one rectangle to the other: a printed ground, or
    what a sensor adds to all lines."""
    across, down = way(one, other)
    noise = noise_of(sheet.grey)
    paper = np.repeat(np.repeat(sheet.paper, BLOCK, axis=0), BLOCK, axis=1)
    height, width = paper.shape
    left, right = max(-across, 0), min(width - across, width)
    here, there = np.s_[: height - down, left:right], np.s_[down:height, left + across : right + across]
    both = paper[here] & paper[there]
    a, b = noise[:height, :width][here][both], noise[:height, :width][there][both]
    spread = float(a.std() * b.std()) if a.size else 0.0
    return spread > 0 and float(((a - a.mean()) * (b - b.mean())).mean()) / spread > _PATTERN
