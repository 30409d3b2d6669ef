"""The look of a handwritten signature in a few bytes, so that one picture of it is known again in another dossier."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from checks.ink import DPI, RULE, inked
from ingest.geometry import Box

COLUMNS, ROWS = 24, 12
SMALLEST = (16, 8)  # pixels of width and height that a signature has at least
INK = (0.01, 0.5)  # share of its box that strokes cover
NEAR = 0.05  # share of cells in which two prints of one picture may differ
MARGIN = 3.0  # points


def stroke_print(page: NDArray[np.uint8], place: Box, printed: Iterable[Box] = ()) -> str:
    """A hash of ``COLUMNS`` by ``ROWS`` bits (hex) of the ink in ``place`` (points), "" where no signature stands.

    ``page`` is the page as displayed at ``checks.ink.DPI``; ``printed`` are boxes of print that is no handwriting.
    """
    import cv2

    ink = _ink(page, place, printed)
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if not len(rows) or not len(columns):
        return ""
    part = ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    if part.shape[1] < SMALLEST[0] or part.shape[0] < SMALLEST[1] or not INK[0] < part.mean() < INK[1]:
        return ""
    cells = cv2.resize(part.astype(np.float32), (COLUMNS, ROWS), interpolation=cv2.INTER_AREA)
    return np.packbits(cells > cells.mean()).tobytes().hex()


def same_strokes(first: str, second: str) -> bool:
    """Whether two prints may come from one picture."""
    if not first or len(first) != len(second):
        return False
    return (int(first, 16) ^ int(second, 16)).bit_count() <= NEAR * COLUMNS * ROWS


def _ink(page: NDArray[np.uint8], place: Box, printed: Iterable[Box]) -> NDArray[np.bool_]:
    """Dark or coloured pixels in ``place``, without printed lines and words."""
    top, left, part = _part(page, place)
    if part.size == 0:
        return np.zeros((0, 0), dtype=bool)
    ink = inked(part)
    ink[ink.mean(axis=1) >= RULE] = False
    ink[:, ink.mean(axis=0) >= RULE] = False
    scale = DPI / 72
    for box in printed:
        y0, y1 = (max(int(y * scale) - top, 0) for y in (box.y0, box.y1))
        x0, x1 = (max(int(x * scale) - left, 0) for x in (box.x0, box.x1))
        ink[y0 : y1 + 1, x0 : x1 + 1] = False
    return np.asarray(ink, dtype=bool)


def _part(page: NDArray[np.uint8], place: Box) -> tuple[int, int, NDArray[np.uint8]]:
    scale = DPI / 72
    top, left = max(int((place.y0 - MARGIN) * scale), 0), max(int(place.x0 * scale), 0)
    return top, left, page[top : max(int((place.y1 + MARGIN) * scale), 0), left : max(int(place.x1 * scale), 0)]
