"""Which way up a page is, and how far it leans: voted by its lines, decided by how well they can be read."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ingest.ocr.base import Engine, Picture, Quad
from ingest.ocr.lines import cut, quad_size

_SAMPLE = 6  # lines read to decide
_SURE = 0.90  # mean confidence at which no other way up is tried
_LEANING = 0.5  # degrees above which a page is straightened
_STEEP = 20.0


def sideways(quads: Sequence[Quad]) -> bool:
    """Whether most print runs up or down: by the length of lines, not their number."""
    upright, level = 0.0, 0.0
    for quad in quads:
        width, height = quad_size(quad)
        if height > 1.5 * width:
            upright += height - width
        elif width > 1.5 * height:
            level += width - height
    return upright > 1.5 * level


def lean(quads: Sequence[Quad]) -> float:
    """Degrees by which lines fall to the right (positive: clockwise); 0 when the page stands straight enough."""
    angles, weights = [], []
    for quad in quads:
        width, height = quad_size(quad)
        if width > 4 * height:
            along = (quad[1] + quad[2] - quad[0] - quad[3]) / 2
            angles.append(float(np.degrees(np.arctan2(along[1], along[0]))))
            weights.append(width)
    if len(angles) < 3:
        return 0.0
    order = np.argsort(angles)
    total = np.cumsum(np.array(weights)[order])
    angle = float(np.array(angles)[order][int(np.searchsorted(total, total[-1] / 2))])
    return angle if _LEANING < abs(angle) < _STEEP else 0.0


def upside_down(quads: Sequence[Quad], picture: Picture) -> list[Quad]:
    """Where the lines of ``picture`` are once it is turned by 180°, top to bottom."""
    height, width = picture.shape[:2]
    corner = np.array([width, height], dtype=np.float32)
    turned = [np.asarray((corner - quad)[[2, 3, 0, 1]], dtype=np.float32) for quad in quads]
    return sorted(turned, key=lambda quad: (float(quad[:, 1].min()), float(quad[:, 0].min())))


def legibility(picture: Picture, quads: Sequence[Quad], engine: Engine) -> tuple[float, float]:
    """How well the longest lines read as they are and upside down: mean confidence of each, 0 without lines.

    The second is not tried, and 0, when the first leaves no doubt.
    """
    longest = sorted(quads, key=lambda quad: -max(quad_size(quad)))[:_SAMPLE]
    lines = [cut(picture, quad) for quad in longest]
    upright = _mean_confidence(engine, lines)
    if upright >= _SURE or not lines:
        return upright, 0.0
    return upright, _mean_confidence(engine, [np.ascontiguousarray(np.rot90(line, 2)) for line in lines])


def _mean_confidence(engine: Engine, lines: Sequence[Picture]) -> float:
    readings = engine.recognise(lines)
    weight = sum(max(len(reading.text), 1) for reading in readings)
    return sum(reading.confidence * max(len(reading.text), 1) for reading in readings) / weight if weight else 0.0
