"""Whether two places hold one seal's ink, pixel for pixel (handbook F86–F88).

Two impressions of one seal differ in angle, ink and grain; a second one pasted from the first differs by nothing but
what saving did to it. The two are compared piece by piece, so that print beneath spoils some pieces only.
"""

from __future__ import annotations

import msgspec
import numpy as np
from numpy.typing import NDArray

from checks.forensics.grain import Rect
from checks.forensics.scanned import Grey

SAME = 0.7  # grain's correlation from which ink is the same; prints of one electronic seal, scanned, stay below 0.5
MOTTLED = 0.6  # correlation of thick and thin places likewise; two impressions at one angle stay below 0.5
_SCALE = 4  # pixels to one, for finding where a seal may stand
_LIKE = 0.72  # correlation at that scale from which the place is looked at closely
_LEAST = 48  # pixels: a smaller seal has too little grain
_INK = 40  # difference of red to the weaker of the others that makes a pixel ink
_LEAST_INK = 0.03  # of the seal's square
_STEEP = 60.0  # Sobel slope of the blurred picture at an outline
_PIECE = 12  # pixels
_SHARE = 0.15  # of a piece
_LEAST_GRAIN = 2.0  # mean square in grey levels: less is what saving leaves in even ink
_LEAST_PIECES = 8
_LEAST_NOISE = 1.0  # grey levels in ink: less is a program's picture
_LEAST_INNER = 1500  # pixels of ink on ink
_LEAST_MOTTLE = 8.0  # grey levels, root mean square; what outlines leave in even ink stays below 5
_RIM = 5  # pixels: twice what an outline blurs, and one
_FINE, _COARSE = 1.5, 16.0  # pixels: thick and thin places are larger than the one and smaller than the other


class Match(msgspec.Struct, frozen=True, kw_only=True):
    """Where the seal stands in the other picture, and the correlation of the ink's grain there, -1 to 1; ``mottle`` is
    that of its thick and thin places, 0 where the ink is even, as a printer or a program lays it on."""

    rect: Rect
    likeness: float
    mottle: float = 0.0


def redness(pixels: NDArray[np.uint8]) -> Grey:
    """By how much red stands above the weaker of green and blue."""
    wide = pixels.astype(np.float32)
    return np.asarray(np.clip(wide[..., 0] - np.minimum(wide[..., 1], wide[..., 2]), 0, None), dtype=np.float32)


def best_match(pixels: NDArray[np.uint8], seal: Rect, other: NDArray[np.uint8], *, same_page: bool) -> Match | None:
    """Where ``other`` holds what fits the seal of ``pixels`` best; None when nothing there looks like it.

    ``same_page``: both are one picture, and the seal's own place does not count.
    """
    import cv2

    x0, y0, x1, y1 = seal
    red = redness(pixels[y0:y1, x0:x1])
    if min(red.shape) < _LEAST or float((red > _INK).mean()) < _LEAST_INK:
        return None
    small, there = (
        cv2.resize(r, None, fx=1 / _SCALE, fy=1 / _SCALE, interpolation=cv2.INTER_AREA) for r in (red, redness(other))
    )
    if small.shape[0] > there.shape[0] or small.shape[1] > there.shape[1]:
        return None
    fit = cv2.matchTemplate(there, small, cv2.TM_CCOEFF_NORMED)
    if same_page:
        away_y, away_x = small.shape[0] // 3, small.shape[1] // 3
        top, left = y0 // _SCALE, x0 // _SCALE
        fit[max(top - away_y, 0) : top + away_y, max(left - away_x, 0) : left + away_x] = -1
    y, x = divmod(int(fit.argmax()), fit.shape[1])
    return _placed(pixels, seal, other, (x * _SCALE, y * _SCALE)) if fit[y, x] > _LIKE else None


def _placed(pixels: NDArray[np.uint8], seal: Rect, other: NDArray[np.uint8], near: tuple[int, int]) -> Match | None:
    """The seal laid on ``other`` around ``near`` (its left and top) where it fits to the pixel."""
    import cv2

    x0, y0, x1, y1 = seal
    reach = 2 * _SCALE
    here = pixels[y0 + reach : y1 - reach, x0 + reach : x1 - reach]
    left, top = max(near[0], 0), max(near[1], 0)
    there = other[top : top + y1 - y0, left : left + x1 - x0]
    if there.shape[0] < here.shape[0] or there.shape[1] < here.shape[1]:
        return None
    red = redness(here)
    fit = cv2.matchTemplate(redness(there), red, cv2.TM_CCOEFF_NORMED)
    dy, dx = divmod(int(fit.argmax()), fit.shape[1])
    part = there[dy : dy + here.shape[0], dx : dx + here.shape[1]]
    even = _even(here) & _even(part)
    likeness = pieces_alike(grain(here) * even, grain(part) * even, np.asarray((red > _INK) & even))
    x, y = left + dx - reach, top + dy - reach
    return Match(
        rect=(x, y, x + x1 - x0, y + y1 - y0), likeness=round(likeness, 2), mottle=round(mottle_alike(here, part), 2)
    )


def mottle_alike(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> float:
    """How alike two impressions, laid on one another, are in where their ink is thick and thin, -1 to 1.

    Coarser than grain, so that saving does not wipe it out; two impressions of one seal have it each in their own way.
    0 where either is even or without a scanner's grain, or too little of the ink lies on one another.
    """
    import cv2

    both = ((redness(one) > _INK) & (redness(other) > _INK)).astype(np.uint8)
    inner = np.asarray(cv2.erode(both, np.ones((_RIM, _RIM))), dtype=np.uint8)
    if inner.sum() < _LEAST_INNER or min(float(grain(p)[inner > 0].std()) for p in (one, other)) < _LEAST_NOISE:
        return 0.0
    here, there = (_thickness(pixels, inner) for pixels in (one, other))
    if min(float(here.std()), float(there.std())) < _LEAST_MOTTLE:
        return 0.0
    return float(np.corrcoef(here, there)[0, 1])


def _thickness(pixels: NDArray[np.uint8], inner: NDArray[np.uint8]) -> NDArray[np.float32]:
    """How much darker or paler the ink is than around, at the pixels of ``inner``, in grey levels of green."""
    green, weight = pixels[..., 1].astype(np.float32), inner.astype(np.float32)
    near, wide = (_blurred(green * weight, size) / (_blurred(weight, size) + 1e-3) for size in (_FINE, _COARSE))
    return np.asarray((near - wide)[inner > 0], dtype=np.float32)


def _blurred(values: Grey, size: float) -> Grey:
    import cv2

    return np.asarray(cv2.GaussianBlur(values, (0, 0), size), dtype=np.float32)


def _even(pixels: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Pixels away from outlines, which fit for any two impressions at one angle."""
    import cv2

    smooth = cv2.GaussianBlur(pixels[..., 1].astype(np.float32), (0, 0), 2.0)
    slope = np.hypot(cv2.Sobel(smooth, cv2.CV_32F, 1, 0), cv2.Sobel(smooth, cv2.CV_32F, 0, 1))
    return np.asarray(slope < _STEEP)


def grain(pixels: NDArray[np.uint8]) -> Grey:
    """What a small blur takes away of the green channel, in which red ink is dark."""
    import cv2

    green = pixels[..., 1].astype(np.float32)
    return np.asarray(green - cv2.GaussianBlur(green, (0, 0), 1.5), dtype=np.float32)


def pieces_alike(one: Grey, other: Grey, where: NDArray[np.bool_]) -> float:
    """The median correlation of grainy pieces with enough of ``where`` in them; 0 with too few pieces."""
    meant = _by_piece(where.astype(np.float32)) > _SHARE * _PIECE**2
    energy = np.minimum(_by_piece(one**2), _by_piece(other**2))
    meant &= energy > _LEAST_GRAIN * np.maximum(_by_piece(where.astype(np.float32)), 1)
    if meant.sum() < _LEAST_PIECES:
        return 0.0
    both = _by_piece(one * other) / np.sqrt(np.maximum(_by_piece(one**2) * _by_piece(other**2), 1e-6))
    return float(np.median(both[meant]))


def _by_piece(values: Grey) -> Grey:
    rows, columns = values.shape[0] // _PIECE, values.shape[1] // _PIECE
    cut = values[: rows * _PIECE, : columns * _PIECE].reshape(rows, _PIECE, columns, _PIECE)
    return np.asarray(cut.sum(axis=(1, 3)))
