"""Phone photos: the sheet found and flattened, shadows lifted."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from ingest.ocr.base import Picture
from ingest.ocr.frames import View

_SIDE = 512  # pixels of the reduced picture that outlines are looked for in
_LEAST_SHARE, _MOST_SHARE = 0.25, 0.97  # of the picture that a sheet takes
_SAMPLES = 60  # places along a side where it is looked at
_ASIDE, _STEP = 7, 4  # pixels of the reduced picture: how far aside, and over how many a step is measured
_SHARP = 20  # grey levels of such a step at the end of a sheet
_RIM = 3  # pixels
_UNEVEN = 18.0  # grey levels between the lit and the shadowed paper


def flattened(view: View) -> View:
    """The sheet alone, seen from above, where the picture clearly shows one on another ground; else ``view``."""
    corners = _sheet(view.picture)
    return view if corners is None else view.flattened(corners)


def _sheet(picture: Picture) -> NDArray[np.float32] | None:
    height, width = picture.shape[:2]
    scale = _SIDE / max(height, width)
    if scale >= 1:
        return None
    size = max(round(width * scale), 1), max(round(height * scale), 1)
    small = np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    bright = np.asarray(cv2.GaussianBlur(small.max(axis=2), (5, 5), 0), dtype=np.uint8)
    level, mask = cv2.threshold(bright, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    if not _on_dark_ground(bright, level):
        return None
    closed = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((15, 15), np.uint8))
    contours, _ = cv2.findContours(closed, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    if not contours:
        return None
    hull = cv2.convexHull(max(contours, key=cv2.contourArea))
    area, whole = cv2.contourArea(hull), small.shape[0] * small.shape[1]
    if not _LEAST_SHARE * whole <= area <= _MOST_SHARE * whole:
        return None
    outline = cv2.approxPolyDP(hull, 0.03 * cv2.arcLength(hull, True), True)
    if len(outline) != 4 or cv2.contourArea(outline) < 0.92 * area:
        return None
    corners = _ordered(np.asarray(outline[:, 0, :], dtype=np.float32))
    sharp = all(_is_edge(bright, one, other) for one, other in zip(corners, np.roll(corners, -1, axis=0), strict=True))
    return np.asarray(corners / scale, dtype=np.float32) if sharp else None


def _is_edge(bright: NDArray[np.uint8], one: NDArray[np.float32], other: NDArray[np.float32]) -> bool:
    """Whether the side between two corners is the end of a sheet and not that of a shadow, which is soft. A side along
    the picture's own edge is where the photo ends."""
    along = np.linspace(0.08, 0.92, _SAMPLES)[:, None]
    points = one + along * (other - one)
    across = np.array([one[1] - other[1], other[0] - one[0]]) / max(float(np.hypot(*(other - one))), 1.0)
    height, width = bright.shape
    if np.mean((points < _RIM).any(axis=1) | (points > np.array([width, height]) - 1 - _RIM).any(axis=1)) > 0.5:
        return True
    places = points[:, None, :] + np.arange(-_ASIDE, _ASIDE + 1)[None, :, None] * across
    columns = np.clip(np.rint(places[:, :, 0]), 0, width - 1).astype(int)
    rows = np.clip(np.rint(places[:, :, 1]), 0, height - 1).astype(int)
    profile = bright[rows, columns].astype(np.int16)
    steps = np.abs(profile[:, _STEP:] - profile[:, :-_STEP]).max(axis=1)
    return float(np.median(steps)) >= _SHARP


def _ordered(corners: NDArray[np.float32]) -> NDArray[np.float32]:
    """Corners as top-left, top-right, bottom-right, bottom-left."""
    by_x = corners[np.argsort(corners[:, 0], kind="stable")]
    left, right = by_x[:2], by_x[2:]
    top_left, bottom_left = left[np.argsort(left[:, 1], kind="stable")]
    top_right, bottom_right = right[np.argsort(right[:, 1], kind="stable")]
    return np.stack([top_left, top_right, bottom_right, bottom_left])


def _on_dark_ground(bright: NDArray[np.uint8], level: float) -> bool:
    """Whether most of the picture's rim is darker than its sheet: a scan's rim is paper."""
    rim = np.concatenate([bright[0], bright[-1], bright[:, 0], bright[:, -1]])
    return float((rim < level).mean()) > 0.5 and float(bright.max()) - float(np.median(rim)) > 50


def lit_evenly(picture: Picture) -> Picture:
    """Shadows lifted: every pixel divided by the paper's brightness around it; an evenly lit page stays as it is."""
    height, width = picture.shape[:2]
    small = cv2.resize(picture, (max(width // 8, 1), max(height // 8, 1)), interpolation=cv2.INTER_AREA)
    value = np.asarray(small, dtype=np.uint8).max(axis=2)
    side = max(3, min(value.shape) // 12 | 1)
    paper = cv2.medianBlur(np.asarray(cv2.dilate(value, np.ones((7, 7), np.uint8)), dtype=np.uint8), min(side, 31) | 1)
    low, high = np.percentile(paper, (5, 95))
    if high - low < _UNEVEN or low < 60:
        return picture
    light = cv2.resize(cv2.GaussianBlur(paper, (0, 0), 3), (width, height), interpolation=cv2.INTER_LINEAR)
    gain = 245.0 / np.maximum(np.asarray(light, dtype=np.float32), 60.0)
    return np.clip(picture * gain[:, :, None], 0, 255).astype(np.uint8)
