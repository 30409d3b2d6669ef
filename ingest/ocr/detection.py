"""Line detection: a segmentation network's probability map into rotated rectangles.

The post-processing follows Liao et al., Real-time Scene Text Detection with Differentiable Binarization (AAAI 2020),
section 3.4: regions above a threshold, scored by their mean probability, grown by area × ratio / perimeter.
"""

from __future__ import annotations

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from ingest.ocr.base import Picture, Quad

_THRESHOLD = 0.3
_SCORE = 0.5
_GROW = 1.6
_SMALLEST = 3.0  # pixels of the map
_MOST = 2_000
_STEP = 32  # the network's stride


def prepared(picture: Picture, longest_side: int) -> NDArray[np.float32]:
    """The network's input: 1 by 3 (BGR) by height by width, both multiples of 32, values −1 to 1."""
    height, width = picture.shape[:2]
    scale = min(1.0, longest_side / max(height, width))
    size = tuple(max(_STEP, round(side * scale / _STEP) * _STEP) for side in (width, height))
    small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
    planes = small[:, :, ::-1].transpose(2, 0, 1)[None].astype(np.float32)
    return np.ascontiguousarray(planes / 127.5 - 1.0)


def quads(probability: NDArray[np.float32], width: int, height: int) -> list[Quad]:
    """Lines in a picture ``width`` by ``height`` from the network's map, top to bottom."""
    rows, columns = probability.shape
    mask = cv2.dilate((probability > _THRESHOLD).astype(np.uint8), np.ones((2, 2), np.uint8))
    contours, _ = cv2.findContours(mask, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
    scale = np.array([width / columns, height / rows], dtype=np.float32)
    limit = np.array([width - 1, height - 1], dtype=np.float32)
    found = []
    for contour in contours[:_MOST]:
        corners = _corners(np.asarray(contour, dtype=np.int32), probability)
        if corners is not None:
            found.append(np.clip(corners * scale, 0, limit).astype(np.float32))
    found.sort(key=lambda quad: (float(quad[:, 1].min()), float(quad[:, 0].min())))
    return found


def _corners(contour: NDArray[np.int32], probability: NDArray[np.float32]) -> NDArray[np.float32] | None:
    center, (w, h), angle = cv2.minAreaRect(contour)
    if min(w, h) < _SMALLEST or _score(contour, probability) < _SCORE:
        return None
    grow = 2 * w * h * _GROW / (2 * (w + h))
    return upright_corners((center[0], center[1]), (w + grow, h + grow), angle)


def _score(contour: NDArray[np.int32], probability: NDArray[np.float32]) -> float:
    x, y, w, h = cv2.boundingRect(contour)
    mask = np.zeros((h, w), np.uint8)
    cv2.fillPoly(mask, [contour - (x, y)], 1)
    return float(cv2.mean(probability[y : y + h, x : x + w], mask)[0])


def upright_corners(center: tuple[float, float], size: tuple[float, float], angle: float) -> NDArray[np.float32]:
    """Corners of a leaning rectangle as top-left, top-right, bottom-right, bottom-left: its more level side is its
    top, however narrow it is."""
    turn = math.radians(angle)
    across = np.array([math.cos(turn), math.sin(turn)]) * size[0] / 2
    down = np.array([-math.sin(turn), math.cos(turn)]) * size[1] / 2
    if abs(across[0]) * np.hypot(*down) < abs(down[0]) * np.hypot(*across):
        across, down = down, across
    across = across if across[0] >= 0 else -across
    down = down if down[1] >= 0 else -down
    middle = np.array(center)
    corners = [middle - across - down, middle + across - down, middle + across + down, middle - across + down]
    return np.stack(corners).astype(np.float32)
