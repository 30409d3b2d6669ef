"""How a page lies, guessed from its ink alone before lines are looked for: that saves a second detection.

Lines of print make the ink's profile across them uneven: the direction with the most uneven profile is theirs. After
Postl, Detection of linear oblique structures and skew scan in digitized documents (ICPR 1986).
"""

from __future__ import annotations

from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from ingest.ocr.base import Picture

_SIDE = 800  # pixels of the reduced picture
_DARKER = 30  # grey levels by which ink is darker than the paper around it
_FEWEST, _MOST = 300, 30_000  # pixels of ink: fewer say nothing, of more every n-th is taken
_WIDEST = 8.0  # degrees tried to either side
_COARSE, _FINE = 0.5, 0.1
_PLAINLY = 2.5  # times as uneven as across level lines is the profile across upright ones on a page that lies sideways


class Lie(NamedTuple):
    """``lean``: degrees by which lines of print seem turned clockwise; ``sideways``: whether they run up or down."""

    lean: float
    sideways: bool


def guessed_lie(picture: Picture) -> Lie:
    """How the page seems to lie; straight and upright where its ink does not tell."""
    rows, columns = _ink(picture)
    if len(rows) < _FEWEST:
        return Lie(0.0, False)
    level, upright = _best(rows, columns), _best(columns, -rows)
    angle, _ = max(level, upright, key=lambda found: found[1])
    return Lie(angle if abs(angle) < _WIDEST - _COARSE else 0.0, upright[1] > _PLAINLY * level[1])


def _ink(picture: Picture) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Rows and columns of dark pixels, of a reduced picture."""
    shrink = min(1.0, _SIDE / max(picture.shape[:2]))
    size = max(round(picture.shape[1] * shrink), 1), max(round(picture.shape[0] * shrink), 1)
    grey = cv2.cvtColor(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), cv2.COLOR_RGB2GRAY)
    paper = cv2.blur(grey, (41, 41))
    rows, columns = np.nonzero(paper.astype(np.int16) - grey > _DARKER)
    step = max(1, len(rows) // _MOST)
    return rows[::step].astype(np.float32), columns[::step].astype(np.float32)


def _best(across: NDArray[np.float32], along: NDArray[np.float32]) -> tuple[float, float]:
    """The lean of lines that run along the second axis, in degrees, and how uneven the profile across them is."""
    coarse = np.arange(-_WIDEST, _WIDEST + _COARSE / 2, _COARSE)
    nearest = max(coarse.tolist(), key=lambda angle: (_unevenness(across, along, angle), -abs(angle)))
    fine = np.arange(nearest - _COARSE, nearest + _COARSE + _FINE / 2, _FINE)
    angle = max(fine.tolist(), key=lambda angle: (_unevenness(across, along, angle), -abs(angle)))
    return angle, _unevenness(across, along, angle)


def _unevenness(across: NDArray[np.float32], along: NDArray[np.float32], angle: float) -> float:
    turn = np.radians(angle)
    profile = across * np.float32(np.cos(turn)) - along * np.float32(np.sin(turn))
    counts = np.bincount((profile - profile.min()).astype(np.int32)).astype(np.float64)
    return float(np.square(np.diff(counts)).sum())
