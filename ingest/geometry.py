"""Boxes and the one conversion between the frame a page is read in and the frame it is displayed in.

Unit: PDF points (1/72 inch). Origin: the page's top-left corner; y grows downward.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

Homography = tuple[float, float, float, float, float, float, float, float, float]

IDENTITY: Homography = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0)


class Box(msgspec.Struct, frozen=True, array_like=True, order=True):
    """An upright rectangle in points; serialised as ``[x0, y0, x1, y1]``."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.y1 - self.y0

    @property
    def area(self) -> float:
        return max(self.width, 0.0) * max(self.height, 0.0)

    @property
    def center(self) -> tuple[float, float]:
        return (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2

    def intersection(self, other: Box) -> float:
        """Shared area in square points; 0 where the boxes do not meet."""
        width = min(self.x1, other.x1) - max(self.x0, other.x0)
        height = min(self.y1, other.y1) - max(self.y0, other.y0)
        return width * height if width > 0 and height > 0 else 0.0

    def padded(self, margin: float) -> Box:
        return Box(self.x0 - margin, self.y0 - margin, self.x1 + margin, self.y1 + margin)

    def rounded(self) -> Box:
        """To a hundredth of a point, so that serialised reports do not differ in the last float digit."""
        return Box(round(self.x0, 2), round(self.y0, 2), round(self.x1, 2), round(self.y1, 2))


def union(boxes: Iterable[Box]) -> Box:
    """The smallest box around all of ``boxes``. Raises ValueError when there is none."""
    boxes = list(boxes)
    if not boxes:
        raise ValueError("union of no boxes")
    return Box(min(b.x0 for b in boxes), min(b.y0 for b in boxes), max(b.x1 for b in boxes), max(b.y1 for b in boxes))


def mapped(box: Box, matrix: Homography) -> Box:
    """The upright rectangle around ``box`` after the projective map ``matrix`` (row-major 3 by 3)."""
    if matrix == IDENTITY:
        return box
    a, b, c, d, e, f, g, h, i = matrix
    corners = ((box.x0, box.y0), (box.x1, box.y0), (box.x1, box.y1), (box.x0, box.y1))
    points = [
        ((a * x + b * y + c) / (g * x + h * y + i), (d * x + e * y + f) / (g * x + h * y + i)) for x, y in corners
    ]
    xs = [x for x, _ in points]
    ys = [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))
