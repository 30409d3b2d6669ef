"""Seals: found by their outline or their colour, and taken off the print beneath them."""

from __future__ import annotations

import math
from typing import Literal

import cv2
import msgspec
import numpy as np
from numpy.typing import NDArray

from ingest.ocr.base import Picture
from ingest.ocr.inks import Colour, ink, print_alone, seal_alone

Shape = Literal["round", "oval", "square"]

_SIDE = 900  # pixels of the reduced picture that seals are looked for in
_SMALLEST, _LARGEST = 0.028, 0.32  # radius, of the page's shorter side
_FILLED = (0.06, 0.72)  # share of the outline that is inked: less is scattered print, more is a photograph's ground
_UNREAD = 0.05  # the same, of a seal that cannot be read
_RIM = 0.6  # share of the way round on which a rim must show
_LETTERS = 0.12  # of the page's shorter side: the largest characters of a title in colour
_MOST = 12


class Seal(msgspec.Struct, frozen=True):
    """A seal in pixels of its picture: the upright box around its outline."""

    box: tuple[int, int, int, int]
    shape: Shape
    colour: Colour


def find_seals(picture: Picture) -> tuple[Seal, ...]:
    """Seals and what looks like them, from the top of the page down."""
    height, width = picture.shape[:2]
    shrink = min(1.0, _SIDE / max(height, width))
    size = max(round(width * shrink), 1), max(round(height * shrink), 1)
    small = np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    found: list[Seal] = []
    for seal in (*_rings(small), *_blots(small, "red"), *_blots(small, "blue")):
        if all(_overlap(seal, other) < 0.3 for other in found):
            found.append(seal)
    found = [seal for seal in found if not _is_lettering(seal, found, min(small.shape[:2]))]
    found.sort(key=lambda seal: (seal.box[1], seal.box[0]))
    return tuple(_enlarged(seal, shrink) for seal in found[:_MOST])


def _is_lettering(seal: Seal, found: list[Seal], side: int) -> bool:
    """Whether it is one of several characters of a coloured title: as small as these and level with another."""
    return _height(seal) < _LETTERS * side and any(
        other is not seal
        and other.colour == seal.colour
        and abs(other.box[1] + other.box[3] - seal.box[1] - seal.box[3]) < 0.5 * _height(seal)
        and 0.75 < _height(other) / _height(seal) < 1.33
        for other in found
    )


def _height(seal: Seal) -> int:
    return seal.box[3] - seal.box[1]


def _enlarged(seal: Seal, shrink: float) -> Seal:
    x0, y0, x1, y1 = (round(value / shrink) for value in seal.box)
    return Seal((x0, y0, x1, y1), seal.shape, seal.colour)


def _overlap(one: Seal, other: Seal) -> float:
    """Shared area as a share of the smaller box."""
    width = min(one.box[2], other.box[2]) - max(one.box[0], other.box[0])
    height = min(one.box[3], other.box[3]) - max(one.box[1], other.box[1])
    areas = [(seal.box[2] - seal.box[0]) * (seal.box[3] - seal.box[1]) for seal in (one, other)]
    return max(width, 0) * max(height, 0) / max(min(areas), 1)


def _rings(small: Picture) -> list[Seal]:
    """Round seals by their rim, whatever their colour: the largest first."""
    grey = np.asarray(cv2.cvtColor(small, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    planes = [grey]
    for colour in ("red", "blue"):
        mask = ink(small, "red" if colour == "red" else "blue")
        if cv2.countNonZero(mask) > 60:
            planes.append(np.asarray(cv2.GaussianBlur(255 - mask, (3, 3), 0), dtype=np.uint8))
    side = min(grey.shape)
    found = []
    for plane in planes:
        circles = cv2.HoughCircles(
            plane,
            cv2.HOUGH_GRADIENT_ALT,
            1.5,
            20,
            param1=200,
            param2=0.8,
            minRadius=max(round(_SMALLEST * side), 8),
            maxRadius=round(_LARGEST * side),
        )
        if circles is not None:
            rows = np.asarray(circles, dtype=np.float64).reshape(-1, np.asarray(circles).shape[-1])[:, :3]
            found += [seal for x, y, radius in rows.tolist() if (seal := _ring(small, x, y, radius)) is not None]
    return sorted(found, key=lambda seal: (seal.colour == "grey", seal.box[0] - seal.box[2]))


def _ring(small: Picture, x: float, y: float, radius: float) -> Seal | None:
    """The circle as a seal, when its rim is inked most of the way round in one colour."""
    angle = np.linspace(0, 2 * np.pi, 120, endpoint=False)[:, None]
    radii = np.arange(0.84 * radius, 1.14 * radius)[None, :]
    columns = np.clip(np.round(x + radii * np.cos(angle)), 0, small.shape[1] - 1).astype(int)
    rows = np.clip(np.round(y + radii * np.sin(angle)), 0, small.shape[0] - 1).astype(int)
    sampled = small[rows, columns]
    colours: tuple[Colour, ...] = ("red", "blue", "grey")
    for colour in colours:
        inked = ink(sampled, colour) > 0
        if float(inked[:, np.abs(radii[0] - radius) <= 2.5].any(axis=1).mean()) >= _RIM:
            off = np.where(inked, np.abs(radii - radius), np.inf)
            nearest = radii[0][off.argmin(axis=1)]
            seen = np.isfinite(off.min(axis=1))
            points = np.stack([x + nearest * np.cos(angle[:, 0]), y + nearest * np.sin(angle[:, 0])], axis=1)
            return Seal(_inside(_ellipse_box(points[seen], (x, y, radius)), small), "round", colour)
    return None


def _ellipse_box(points: NDArray[np.float64], circle: tuple[float, float, float]) -> tuple[int, int, int, int]:
    """The box of the ellipse through a rim's points, where it is close to ``circle``: pages photographed or scaled."""
    x, y, radius = circle
    (cx, cy), (one, other), turn = cv2.fitEllipse(points.astype(np.float32))
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    half_width, half_height = math.hypot(one / 2 * cos, other / 2 * sin), math.hypot(one / 2 * sin, other / 2 * cos)
    strays = max(abs(cx - x), abs(cy - y), abs(half_width - radius), abs(half_height - radius))
    if strays > 0.15 * radius:
        cx, cy, half_width, half_height = x, y, radius, radius
    return round(cx - half_width), round(cy - half_height), round(cx + half_width), round(cy + half_height)


def _inside(box: tuple[int, int, int, int], picture: Picture) -> tuple[int, int, int, int]:
    height, width = picture.shape[:2]
    return max(box[0], 0), max(box[1], 0), min(box[2], width), min(box[3], height)


def _blots(small: Picture, colour: Colour) -> list[Seal]:
    """Seals without a clear rim, ovals and squares: connected ink of one colour."""
    mask = ink(small, colour)
    if cv2.countNonZero(mask) < 60:
        return []
    reach = max(3, round(min(small.shape[:2]) * 0.012)) | 1
    closed = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((reach, reach), np.uint8))
    contours, _ = cv2.findContours(np.asarray(closed, dtype=np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    seals = []
    for contour in contours:
        x, y, w, h = cv2.boundingRect(contour)
        shape = _shape(np.asarray(contour, dtype=np.int32), min(small.shape[:2]))
        filled = cv2.countNonZero(mask[y : y + h, x : x + w]) / (w * h)
        if shape is not None and _FILLED[0] <= filled <= _FILLED[1]:
            seals.append(Seal((x, y, x + w, y + h), shape, colour))
    return seals


def _shape(contour: NDArray[np.int32], side: int) -> Shape | None:
    _, _, w, h = cv2.boundingRect(contour)
    if not (2 * _SMALLEST * side <= min(w, h) and max(w, h) <= 2 * _LARGEST * side):
        return None
    aspect = max(w, h) / min(w, h)
    area = cv2.contourArea(cv2.convexHull(contour)) / (w * h)
    if cv2.contourArea(contour) < 0.6 * cv2.contourArea(cv2.convexHull(contour)):
        return None  # a star, a line of print
    if aspect < 1.25:
        return "square" if area > 0.92 else "round" if area > 0.70 else None
    return "oval" if aspect < 1.8 and 0.70 < area < 0.88 else None


def without_seals(picture: Picture, seals: tuple[Seal, ...]) -> Picture:
    """The picture with the ink of coloured seals turned to paper. A seal without colour stays: what is taken off with
    it is often the print beneath, which is read better with the seal over it."""
    cleared = picture.copy() if seals else picture
    for seal in seals:
        if seal.colour != "grey":
            x0, y0, x1, y1 = _padded(seal, picture)
            cleared[y0:y1, x0:x1] = print_alone(cleared[y0:y1, x0:x1], seal.colour)
    return cleared


def is_open(picture: Picture, seal: Seal) -> bool:
    """Whether it has a seal's size and as much paper between its ink as a seal has; emblems and photographs do not."""
    x0, y0, x1, y1 = seal.box
    mask = ink(picture[y0:y1, x0:x1], seal.colour)
    large = min(x1 - x0, y1 - y0) >= 2 * _UNREAD * min(picture.shape[:2])
    return large and _FILLED[0] <= cv2.countNonZero(mask) / max(mask.size, 1) <= 0.45


def _padded(seal: Seal, picture: Picture) -> tuple[int, int, int, int]:
    x0, y0, x1, y1 = seal.box
    margin = round(0.04 * max(x1 - x0, y1 - y0))
    return _inside((x0 - margin, y0 - margin, x1 + margin, y1 + margin), picture)


def ink_only(picture: Picture, seal: Seal) -> NDArray[np.uint8]:
    """The seal's ink as grey on white, cut at its box; print beneath it is gone where the inks can be told apart."""
    x0, y0, x1, y1 = seal.box
    return seal_alone(picture[y0:y1, x0:x1], seal.colour)
