"""Pages on which something stands and nothing is sharp: out of focus, burnt out, or far too dark."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

MARGIN = 0.05  # of a page's sides, left out: shadows of its edges
NOISE = 5.0  # times the median step between neighbours that the steepest of mere noise stays under
SOFT = 2.5  # grey levels a pixel, at the steepest, on a page without noise that shows no edge
EDGE = 0.15  # of the page's contrast: a steeper step is a stroke or a line in focus
SMUDGED = 0.03  # of the paper's tone: what is left of print when nothing of it is sharp
PLAIN = 0.06  # of the paper's tone: smudges that no fold, shadow or print shining through makes
WIDE = 40  # pixels, wider than lines of print and narrower than shadows
SHADOW = 0.7  # of the contrast, that lines of print leave against what is around them
DARK = 110  # grey level below which the lightest of a page is no paper in daylight


def flaw(rgb: NDArray[np.uint8]) -> tuple[str, bool]:
    """What is wrong with the picture of a page on which nothing was read, in Chinese, and whether that is beyond doubt.

    ("", False) for a page that is blank, evenly toned or shaded, or shows anything sharp: handwriting, a seal, a
    photograph, the word on a separator sheet. ``rgb`` is the page at about 100 dpi.
    """
    import cv2

    grey = cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY).astype(np.float32)
    coarse = _inner(_softened(grey, 6))
    if coarse.size == 0:
        return "", False
    left = coarse - _shading(coarse)
    contrast = float(np.subtract(*np.percentile(left, (99, 1))))
    steps = _inner(_steps(_softened(grey, 1)))
    usual, steepest = np.percentile(steps, (50, 99.9))
    paper, lightest = np.percentile(coarse, (50, 99))
    if steepest > max(NOISE * usual, SOFT, EDGE * contrast) or contrast < SMUDGED * paper:
        return "", False
    if lightest < DARK:
        return "过暗且失焦", True
    if contrast < PLAIN * paper:
        return "发白，几乎没有可辨内容", False
    nearby = float(np.subtract(*np.percentile(coarse - _softened(coarse, WIDE), (99, 1))))
    if nearby < min(PLAIN * paper, SHADOW * contrast):
        return "", False  # a shadow along an edge
    return "失焦", True


def _softened(grey: NDArray[np.float32], radius: float) -> NDArray[np.float32]:
    import cv2

    return np.asarray(cv2.GaussianBlur(grey, (0, 0), radius), dtype=np.float32)


def _steps(grey: NDArray[np.float32]) -> NDArray[np.float32]:
    """How steeply the tone changes at each pixel, in grey levels a pixel."""
    import cv2

    across, down = (cv2.Sobel(grey, cv2.CV_32F, *order, ksize=3) / 8 for order in ((1, 0), (0, 1)))
    return np.asarray(np.hypot(across, down), dtype=np.float32)


def _shading(tone: NDArray[np.float32]) -> NDArray[np.float32]:
    """The light on an even sheet: the surface of second degree that fits ``tone`` best."""
    rows, columns = tone.shape
    y, x = np.meshgrid(np.linspace(-1, 1, rows), np.linspace(-1, 1, columns), indexing="ij")
    terms = np.stack([np.ones_like(x), x, y, x * x, x * y, y * y], axis=-1).reshape(-1, 6)
    every = max(tone.size // 20_000, 1)
    weights, *_ = np.linalg.lstsq(terms[::every], tone.reshape(-1)[::every], rcond=None)
    return np.asarray((terms @ weights).reshape(tone.shape), dtype=np.float32)


def _inner(picture: NDArray[np.float32]) -> NDArray[np.float32]:
    height, width = picture.shape
    top, left = round(height * MARGIN), round(width * MARGIN)
    return picture[top : height - top, left : width - left]
