"""Quarter turns as homographies between the reading frame and the page as displayed."""

from __future__ import annotations

from ingest.geometry import Box, Homography


def turned_frame(turn: int, width: float, height: float) -> Homography:
    """The map from the upright reading frame to the page as displayed.

    ``turn`` is ``Page.turn``: the clockwise degrees by which the displayed page, ``width`` by ``height`` points, must
    be turned to be upright.
    """
    match turn % 360:
        case 90:  # reading x runs along displayed height - y
            return (0.0, 1.0, 0.0, -1.0, 0.0, height, 0.0, 0.0, 1.0)
        case 180:
            return (-1.0, 0.0, width, 0.0, -1.0, height, 0.0, 0.0, 1.0)
        case 270:
            return (0.0, -1.0, width, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0)
        case _:
            return (1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0)


def turned_box(box: Box, turn: int, width: float, height: float) -> Box:
    """``box`` of the page as displayed, ``width`` by ``height``, in the reading frame reached by ``turn``."""
    match turn % 360:
        case 90:
            return Box(height - box.y1, box.x0, height - box.y0, box.x1)
        case 180:
            return Box(width - box.x1, height - box.y1, width - box.x0, height - box.y0)
        case 270:
            return Box(box.y0, width - box.x1, box.y1, width - box.x0)
        case _:
            return box


def multiplied(a: Homography, b: Homography) -> Homography:
    """First ``b``, then ``a``; scaled so that the last entry is 1."""
    rows = [[sum(a[3 * r + k] * b[3 * k + c] for k in range(3)) for c in range(3)] for r in range(3)]
    last = rows[2][2] or 1.0
    flat = [value / last for row in rows for value in row]
    return (flat[0], flat[1], flat[2], flat[3], flat[4], flat[5], flat[6], flat[7], flat[8])


def inverted(m: Homography) -> Homography:
    """The inverse map. Raises ValueError for a singular matrix."""
    a, b, c, d, e, f, g, h, i = m
    det = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)
    if abs(det) < 1e-12:
        raise ValueError("a homography without inverse")
    inverse = (
        e * i - f * h, c * h - b * i, b * f - c * e,
        f * g - d * i, a * i - c * g, c * d - a * f,
        d * h - e * g, b * g - a * h, a * e - b * d,
    )  # fmt: skip
    last = inverse[8] / det or 1.0
    v = [value / det / last for value in inverse]
    return (v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8])
