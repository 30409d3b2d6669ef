"""Ruling lines of tables and forms on a picture, by morphology."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from ingest.geometry import Box
from ingest.ocr.base import Picture
from ingest.rulings import joined

_SIDE = 1_400  # pixels: thin lines survive, and the work stays small
_THICK = 5  # pixels of the reduced picture: thicker bars are no ruling lines
_MAINLY = 0.7  # of the longest run across it: rows of a line have as much ink


def ruling_lines(picture: Picture, scale: float, shortest: float) -> tuple[Box, ...]:
    """Level and upright lines of a straightened picture, at least ``shortest`` pixels long, in points; ``scale`` is
    points a pixel."""
    shrink = min(1.0, _SIDE / max(picture.shape[:2]))
    if shrink < 1:
        size = max(round(picture.shape[1] * shrink), 1), max(round(picture.shape[0] * shrink), 1)
        picture = np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    grey = np.asarray(cv2.min(cv2.min(picture[:, :, 0], picture[:, :, 1]), picture[:, :, 2]), dtype=np.uint8)
    ink = np.asarray(
        cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 31, 12), dtype=np.uint8
    )
    length = round(max(max(grey.shape) // 40, 20, shortest * shrink))
    level, upright = _runs(ink, (length, 1)), _runs(ink, (1, length))
    unit = scale / shrink
    found = [Box(x * unit, y * unit, (x + w) * unit, (y + h) * unit).rounded() for x, y, w, h in (*level, *upright)]
    return joined(found, 4 * unit)


def _runs(ink: NDArray[np.uint8], kernel: tuple[int, int]) -> list[tuple[int, int, int, int]]:
    """Bounding boxes (x, y, width, height) of runs of ink at least as long as ``kernel``."""
    element = cv2.getStructuringElement(cv2.MORPH_RECT, kernel)
    opened = np.asarray(cv2.morphologyEx(ink, cv2.MORPH_OPEN, element), dtype=np.uint8)
    across = cv2.getStructuringElement(cv2.MORPH_RECT, (3, 1) if kernel[1] > 1 else (1, 3))
    contours, _ = cv2.findContours(
        np.asarray(cv2.dilate(opened, across), dtype=np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE
    )
    found = (_longest_run(opened, box, level=kernel[1] == 1) for box in map(cv2.boundingRect, contours))
    return [(x, y, w, h) for x, y, w, h in found if min(w, h) <= _THICK + 2 and max(w, h) >= max(kernel)]


def _longest_run(opened: NDArray[np.uint8], box: Sequence[int], *, level: bool) -> tuple[int, int, int, int]:
    """``box``, or where it is too thick for a line, the part that its longest run of ink takes: a stamp's rim may touch
    a line."""
    x, y, w, h = box
    if min(w, h) <= _THICK + 2:
        return x, y, w, h
    ink = opened[y : y + h, x : x + w] > 0
    lengths = ink.sum(axis=1 if level else 0)
    long = lengths >= _MAINLY * lengths.max()
    first = last = int(np.argmax(lengths))
    while first and long[first - 1]:
        first -= 1
    while last + 1 < len(long) and long[last + 1]:
        last += 1
    thick = last + 1 - first
    return (x, y + first, w, thick) if level else (x + first, y, thick, h)
