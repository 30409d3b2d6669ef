"""The text of a seal: its ring unrolled into a line, and the lines inside it."""

from __future__ import annotations

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from ingest.ocr.base import Engine, Picture, Reading
from ingest.ocr.lines import cut

Grey = NDArray[np.uint8]

_BANDS = ((0.95, 0.62), (0.91, 0.58), (0.98, 0.68))  # outer and inner radius tried, of the seal's half axes
_HEIGHT = 64  # pixels of the unrolled line
_LEAST = 0.55  # confidence below which a ring counts as unread


def ring_text(ink: Grey, shape: str, engine: Engine) -> tuple[str, float]:
    """What the seal says and how surely; ("", 0) when it cannot be read. ``ink`` is dark on white, cut to the seal."""
    if shape == "square":
        return _inner_text(ink, engine)
    readings = engine.recognise([_unrolled(ink, outer, inner) for outer, inner in _BANDS])
    best = max(readings, key=_worth)
    text = best.text.replace(" ", "").strip("·.-—一*★")
    return (text, best.confidence) if best.confidence >= _LEAST and len(text) > 1 else ("", 0.0)


def _worth(reading: Reading) -> float:
    return reading.confidence * math.sqrt(min(len(reading.text), 30))


def _unrolled(ink: Grey, outer: float, inner: float) -> Picture:
    """The band between two radii as a level line, read clockwise, begun in its widest gap."""
    height, width = ink.shape
    length = round(math.pi * (outer + inner) / (outer - inner) * _HEIGHT)
    angle = np.linspace(0, 2 * math.pi, length, endpoint=False) + math.pi / 2  # from the foot of the seal, clockwise
    radius = np.linspace(outer, inner, _HEIGHT)[:, None]
    x = (width / 2 + radius * np.cos(angle)[None, :] * width / 2).astype(np.float32)
    y = (height / 2 + radius * np.sin(angle)[None, :] * height / 2).astype(np.float32)
    strip = np.asarray(cv2.remap(ink, x, y, cv2.INTER_LINEAR, borderValue=255), dtype=np.uint8)
    strip = np.roll(strip, -_widest_gap(strip), axis=1)
    return np.repeat(_trimmed(strip)[:, :, None], 3, axis=2)


def _widest_gap(strip: Grey) -> int:
    """The middle of the longest run of columns without ink, the strip taken as a circle."""
    empty = _empty_columns(strip)
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
    return np.asarray((inner < 140).sum(axis=0) < 0.04 * _HEIGHT)


def _trimmed(strip: Grey) -> Grey:
    filled = np.flatnonzero(~_empty_columns(strip))
    if not len(filled):
        return strip
    return np.ascontiguousarray(strip[:, max(int(filled[0]) - 8, 0) : int(filled[-1]) + 9])


def _inner_text(ink: Grey, engine: Engine) -> tuple[str, float]:
    picture = np.repeat(ink[:, :, None], 3, axis=2)
    quads = engine.detect(picture, 640)
    readings = [r for r in engine.recognise([cut(picture, quad) for quad in quads]) if r.confidence >= _LEAST]
    if not readings:
        return "", 0.0
    return "".join(r.text for r in readings), min(r.confidence for r in readings)
