"""Which way up a page is, and how far it leans: voted by its lines, decided by how well they can be read."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ingest.glyphs import is_cjk
from ingest.ocr.base import Engine, Picture, Quad, Reading
from ingest.ocr.lines import cut, quad_size

_SAMPLE = 6  # lines read to decide
_SURE = 0.92  # mean confidence at which a way up is believed
_UNSURE = 0.8  # the same, of the other way, at which the turned one is believed
_ENOUGH = 12  # ideographs read so surely
_SCRAP = 4.0  # times as long as high: shorter lines say little
_LEANING = 0.7  # degrees above which a page is straightened
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


def half_turned(picture: Picture) -> Picture:
    """``picture`` turned by 180°."""
    return np.ascontiguousarray(np.rot90(picture, 2))


def upside_down(quads: Sequence[Quad], picture: Picture) -> list[Quad]:
    """Where the lines of ``picture`` are once it is turned by 180°, top to bottom."""
    turned = [_half_turned(quad, picture) for quad in quads]
    return sorted(turned, key=lambda quad: (float(quad[:, 1].min()), float(quad[:, 0].min())))


def _half_turned(quad: Quad, picture: Picture) -> Quad:
    height, width = picture.shape[:2]
    last = np.array([width - 1, height - 1], dtype=np.float32)
    return np.asarray((last - quad)[[2, 3, 0, 1]], dtype=np.float32)


def legibility(picture: Picture, quads: Sequence[Quad], engine: Engine) -> tuple[float, float]:
    """How well some lines read as they are and upside down: mean confidence of each, by how much of the longer reading
    it gives, 0 without lines.

    Lines are read one by one until one way leaves no doubt; when that is the first, the second is 0, for a line upside
    down is often read as one character, and that one surely (普洱市农业局 as 校). The lines of
    the right way up are cut as they will be for reading, so that an engine which remembers reads none of them twice.
    """
    as_is: list[Reading] = []
    turned: list[Reading] = []
    turned_picture: Picture | None = None
    for quad in sorted(quads, key=_length)[:_SAMPLE]:
        as_is += engine.recognise([cut(picture, quad)])
        if _sure(as_is):
            return _mean(as_is), 0.0
        turned_picture = half_turned(picture) if turned_picture is None else turned_picture
        turned += engine.recognise([cut(turned_picture, _half_turned(quad, picture))])
        if _sure(turned) and _mean(as_is) < _UNSURE:
            break
    most = max(_length_of(as_is), _length_of(turned), 1)
    return _mean(as_is) * _length_of(as_is) / most, _mean(turned) * _length_of(turned) / most


def _length_of(readings: Sequence[Reading]) -> int:
    return sum(len(reading.text) for reading in readings)


def _sure(readings: Sequence[Reading]) -> bool:
    ideographs = sum(map(is_cjk, "".join(reading.text for reading in readings)))
    return ideographs >= _ENOUGH and _mean(readings) >= _SURE


def _length(quad: Quad) -> tuple[bool, float]:
    """Sorts lines of a few characters first, then longer ones, then scraps."""
    width, height = sorted(quad_size(quad), reverse=True)
    length = width / max(height, 1.0)
    return length < _SCRAP, length


def _mean(readings: Sequence[Reading]) -> float:
    """Their confidence, by the number of characters."""
    weight = sum(max(len(reading.text), 1) for reading in readings)
    return sum(reading.confidence * max(len(reading.text), 1) for reading in readings) / weight if weight else 0.0
