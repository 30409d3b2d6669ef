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
_FEWEST, _MOST = 300, 30_000  # pixels of ink: fewer say nothing, of more so many are taken
_WIDEST = 8.0  # degrees tried to either side
_COARSE, _FINE = 0.5, 0.1
_PLAINLY = 2.5  # times as uneven as across level lines is the profile across upright ones on a page that lies sideways
_GAPS = 0.3  # more of the profile without ink across upright lines than across level ones, on such a page
_FAINT = 0.1  # of the mean ink of a profile: less is a gap between lines


class _Run(NamedTuple):
    """Lines that run one way: their lean in degrees, how uneven the profile across them is, and the share of gaps."""

    lean: float
    unevenness: float
    gaps: float


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
    angle = max(level, upright, key=lambda run: run.unevenness).lean
    return Lie(angle if abs(angle) < _WIDEST - _COARSE else 0.0, _runs_upright(level, upright))


def _runs_upright(level: _Run, upright: _Run) -> bool:
    """By unevenness, and by gaps where these tell: characters of one width stand in columns as uneven as lines, but
    with narrower gaps."""
    wider = upright.gaps - level.gaps
    if abs(wider) > _GAPS:
        return wider > 0 and upright.unevenness > level.unevenness
    return upright.unevenness > _PLAINLY * level.unevenness


def _ink(picture: Picture) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Rows and columns of dark pixels, of a reduced picture."""
    shrink = min(1.0, _SIDE / max(picture.shape[:2]))
    size = max(round(picture.shape[1] * shrink), 1), max(round(picture.shape[0] * shrink), 1)
    grey = cv2.cvtColor(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), cv2.COLOR_RGB2GRAY)
    paper = cv2.blur(grey, (41, 41))
    rows, columns = np.nonzero(paper.astype(np.int16) - grey > _DARKER)
    taken = np.random.default_rng(0).permutation(len(rows))[:_MOST]  # every n-th would beat with columns of print
    return rows[taken].astype(np.float32), columns[taken].astype(np.float32)


def _best(across: NDArray[np.float32], along: NDArray[np.float32]) -> _Run:
    """The most uneven run of lines along the second axis."""
    coarse = np.arange(-_WIDEST, _WIDEST + _COARSE / 2, _COARSE)
    nearest = max(coarse.tolist(), key=lambda angle: (_unevenness(across, along, angle), -abs(angle)))
    fine = np.arange(nearest - _COARSE, nearest + _COARSE + _FINE / 2, _FINE)
    angle = max(fine.tolist(), key=lambda angle: (_unevenness(across, along, angle), -abs(angle)))
    return _Run(angle, _unevenness(across, along, angle), _gaps(_profile(across, along, angle)))


def _unevenness(across: NDArray[np.float32], along: NDArray[np.float32], angle: float) -> float:
    return float(np.square(np.diff(_profile(across, along, angle))).sum())


def _gaps(profile: NDArray[np.float64]) -> float:
    """The share of ``profile`` between its outermost ink, specks aside, that is all but empty."""
    first, last = np.searchsorted(np.cumsum(profile) / profile.sum(), [0.02, 0.98])
    inner = profile[first : last + 1]
    return float((inner < _FAINT * inner.mean()).mean())


def _profile(across: NDArray[np.float32], along: NDArray[np.float32], angle: float) -> NDArray[np.float64]:
    turn = np.radians(angle)
    places = across * np.float32(np.cos(turn)) - along * np.float32(np.sin(turn))
    return np.bincount((places - places.min()).astype(np.int32)).astype(np.float64)
