"""A picture brought upright and straight, with the map back to the picture as it was given."""

from __future__ import annotations

import math

import cv2
import msgspec
import numpy as np
from numpy.typing import NDArray

from ingest.geometry import IDENTITY, Homography
from ingest.ocr.base import Picture

Matrix = NDArray[np.float64]  # 3 by 3, pixels to pixels


class View(msgspec.Struct, frozen=True):
    """``picture`` and the map from the pixels of the given picture to its own."""

    picture: Picture
    given_to_here: Matrix

    def turned(self, quarters: int) -> View:
        """Turned clockwise by ``quarters`` × 90°."""
        quarters %= 4
        if not quarters:
            return self
        height, width = self.picture.shape[:2]
        matrix = {
            1: [[0, -1, height], [1, 0, 0], [0, 0, 1]],
            2: [[-1, 0, width], [0, -1, height], [0, 0, 1]],
            3: [[0, 1, 0], [-1, 0, width], [0, 0, 1]],
        }[quarters]
        picture = np.ascontiguousarray(np.rot90(self.picture, -quarters))
        return View(picture, np.array(matrix, dtype=np.float64) @ self.given_to_here)

    def straightened(self, degrees: float) -> View:
        """Turned counter-clockwise by ``degrees``, the canvas grown so that nothing is cut off."""
        height, width = self.picture.shape[:2]
        angle = math.radians(degrees)
        cos, sin = math.cos(angle), math.sin(angle)
        new_width = round(width * abs(cos) + height * abs(sin))
        new_height = round(width * abs(sin) + height * abs(cos))
        matrix = np.array(
            [
                [cos, sin, (new_width - width * cos - height * sin) / 2],
                [-sin, cos, (new_height + width * sin - height * cos) / 2],
                [0, 0, 1],
            ]
        )
        return self._warped(matrix, new_width, new_height)

    def flattened(self, corners: NDArray[np.float32]) -> View:
        """The quadrilateral ``corners`` (from the top-left, clockwise) as a rectangle."""
        sides = np.linalg.norm(corners - np.roll(corners, -1, axis=0), axis=1)
        width, height = round(float(max(sides[0], sides[2]))), round(float(max(sides[1], sides[3])))
        target = np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float32)
        matrix = np.asarray(cv2.getPerspectiveTransform(corners, target), dtype=np.float64)
        return self._warped(matrix, width, height)

    def _warped(self, matrix: Matrix, width: int, height: int) -> View:
        warped = cv2.warpPerspective(
            self.picture, matrix, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
        )
        return View(np.asarray(warped, dtype=np.uint8), matrix @ self.given_to_here)

    def with_picture(self, picture: Picture) -> View:
        """Another picture of the same size in the same place."""
        return View(picture, self.given_to_here)

    def frame(self, scale: float) -> Homography:
        """From points here to points of the given picture; ``scale`` is points a pixel in both."""
        if np.array_equal(self.given_to_here, np.eye(3)):
            return IDENTITY
        to_points = np.diag([scale, scale, 1.0])
        back = to_points @ np.linalg.inv(self.given_to_here) @ np.linalg.inv(to_points)
        a, b, c, d, e, f, g, h, i = (float(value) for value in (back / back[2, 2]).ravel())
        return (a, b, c, d, e, f, g, h, i)


def given(picture: Picture) -> View:
    """``picture`` as it is."""
    return View(picture, np.eye(3))
