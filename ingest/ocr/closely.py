"""Lines of print around seals, looked for a second time on their own: what covers print breaks its lines up."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ingest.geometry import Box
from ingest.ocr.base import Engine, Picture, Quad
from ingest.ocr.lines import quad_size
from ingest.ocr.seals import Seal

_AROUND = 0.35  # of the seal's size: how far beyond it is looked
_RING_TEXT = 0.3  # of its height: below it the upper arc of the ring's text does not confuse
_HIGHER = 1.6  # times as high as a line: no line that covers it, but a piece of the ring
_LONGEST = 512  # pixels


def with_lines_at_seals(picture: Picture, quads: Sequence[Quad], seals: Sequence[Seal], engine: Engine) -> list[Quad]:
    """``quads`` with the lines that a closer look at each seal finds: longer ones in place of their pieces."""
    found = list(quads)
    for seal in seals:
        looks = (0.0, _RING_TEXT) if seal.colour == "grey" else (0.0,)
        for quad in (quad for below in looks for quad in _near(picture, seal, below, engine)):
            found = _with(found, quad)
    return sorted(found, key=lambda quad: (float(quad[:, 1].min()), float(quad[:, 0].min())))


def _near(picture: Picture, seal: Seal, below: float, engine: Engine) -> list[Quad]:
    """Lines around the seal, or those that begin at least so far ``below`` its top, as a share of its height."""
    x0, y0, x1, y1 = seal.box
    margin = round(_AROUND * max(x1 - x0, y1 - y0))
    left, top = max(x0 - margin, 0), round(y0 + below * (y1 - y0)) if below else max(y0 - margin, 0)
    crop = picture[top : y1 + margin, left : x1 + margin]
    right, bottom = left + crop.shape[1], top + crop.shape[0]
    corner = np.array([left, top], dtype=np.float32)
    shifted = [(quad + corner).astype(np.float32) for quad in engine.detect(crop, _LONGEST)]
    return [quad for quad in shifted if _whole(quad, left, top, right, bottom, picture)]


def _whole(quad: Quad, left: int, top: int, right: int, bottom: int, picture: Picture) -> bool:
    """Whether the line does not run out of the crop: it would be cut."""
    height, width = picture.shape[:2]
    x0, y0 = quad.min(axis=0)
    x1, y1 = quad.max(axis=0)
    return bool(
        (x0 > left + 3 or left == 0)
        and (y0 > top + 3 or top == 0)
        and (x1 < right - 4 or right >= width)
        and (y1 < bottom - 4 or bottom >= height)
    )


def _with(quads: list[Quad], quad: Quad) -> list[Quad]:
    """``quads`` with ``quad`` for those it covers; unchanged where a line already covers ``quad``."""
    box, height = _box(quad), quad_size(quad)[1]
    if any(
        box.intersection(_box(other)) > 0.6 * box.area and quad_size(other)[1] < _HIGHER * height for other in quads
    ):
        return quads
    return [other for other in quads if box.intersection(_box(other)) <= 0.6 * _box(other).area] + [quad]


def _box(quad: Quad) -> Box:
    x0, y0 = (float(value) for value in quad.min(axis=0))
    x1, y1 = (float(value) for value in quad.max(axis=0))
    return Box(x0, y0, x1, y1)
