"""Texture that stands twice on one picture to the last bit (handbook F86).

A camera or scanner never gives the same grain twice. Pieces copied inside a picture that was then kept without loss do
repeat exactly, all moved by one way. Blocks of a JPEG may be equal too, whole blocks apart: such ways do not count.
Pictures made by typesetting repeat as well, everywhere and with flat parts; they
are not judged.
"""

from __future__ import annotations

import msgspec
import numpy as np
from numpy.typing import NDArray

from checks.forensics.grain import Rect
from checks.forensics.scanned import Grey, Scanned

_WINDOW = 8  # pixels
_GRAINY = 2.0  # variance in grey levels, in each quarter of a window
_LEAST = 400  # equal windows moved by one way; untouched photographs have 1
_COMMON = 0.1  # of the grainy windows: when that many repeat, it is how the picture was made
_LEAST_SIDE = 16  # pixels: a ruled line repeats along itself, and is no piece
_APART = 16  # pixels between a piece and its copy


class Repeat(msgspec.Struct, frozen=True, kw_only=True):
    """Two rectangles of pixels holding the same texture, and how many windows in them are equal."""

    first: Rect
    second: Rect
    count: int


def repeated_texture(sheet: Scanned) -> Repeat | None:
    """The largest piece that stands a second time; None when there is none."""
    rows, columns = np.nonzero(_grainy(sheet.grey))
    if rows.size < _LEAST:
        return None
    keys = _hashes(sheet.grey)[rows, columns]
    order = np.argsort(keys, kind="stable")
    keys, rows, columns = keys[order], rows[order], columns[order]
    equal = np.nonzero(keys[1:] == keys[:-1])[0]
    ways = np.stack([rows[equal + 1] - rows[equal], columns[equal + 1] - columns[equal]], axis=1)
    far = (np.abs(ways).max(axis=1, initial=0) >= _APART) & (ways % _WINDOW != 0).any(axis=1)
    if far.sum() < _LEAST or equal.size > _COMMON * rows.size:
        return None
    kinds, counts = np.unique(ways[far], axis=0, return_counts=True)
    best = int(counts.argmax())
    if counts[best] < _LEAST:
        return None
    along = equal[far][(ways[far] == kinds[best]).all(axis=1)]
    first, second = (_around(rows[at], columns[at]) for at in (along, along + 1))
    if min(first[2] - first[0], first[3] - first[1]) < _LEAST_SIDE:
        return None
    return Repeat(first=first, second=second, count=int(counts[best]))


def _grainy(grey: Grey) -> NDArray[np.bool_]:
    """By the window's left top pixel: whether all its quarters have grain."""
    import cv2

    half = _WINDOW // 2
    mean = cv2.boxFilter(grey, -1, (half, half), anchor=(0, 0))
    grain = cv2.boxFilter(grey * grey, -1, (half, half), anchor=(0, 0)) - mean * mean > _GRAINY
    inside = np.s_[: -_WINDOW - half, : -_WINDOW - half]
    quarters = [np.roll(grain, (-dy, -dx), axis=(0, 1))[inside] for dy in (0, half) for dx in (0, half)]
    return np.asarray(np.logical_and.reduce(quarters))


def _hashes(grey: Grey) -> NDArray[np.float64]:
    """By the window's left top pixel: a weighted sum that is exact, and equal by chance once in millions."""
    import cv2

    weights = np.random.default_rng(1).integers(1, 1 << 20, (_WINDOW, _WINDOW)).astype(np.float64)
    whole = grey.astype(np.float64)
    return np.asarray(cv2.filter2D(whole, cv2.CV_64F, weights, anchor=(0, 0), borderType=cv2.BORDER_CONSTANT))


def _around(rows: NDArray[np.int64], columns: NDArray[np.int64]) -> Rect:
    """The rectangle that holds nine in ten of the windows."""
    left, right = np.percentile(columns, (5, 95))
    top, bottom = np.percentile(rows, (5, 95))
    return int(left), int(top), int(right) + _WINDOW, int(bottom) + _WINDOW
