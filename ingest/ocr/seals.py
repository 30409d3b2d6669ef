"""Seals: found by their colour, taken off the print beneath, and read along their ring."""

from __future__ import annotations

from typing import Literal

import cv2
import msgspec
import numpy as np
from numpy.typing import NDArray

from ingest.geometry import Box
from ingest.ocr.base import Engine, Picture
from ingest.ocr.ring import ring_text
from ingest.records import Mark

Mask = NDArray[np.uint8]
Colour = Literal["red", "blue"]

_SIDE = 1_200  # pixels of the reduced picture that seals are looked for in
_SMALLEST, _LARGEST = 0.045, 0.55  # of the page's shorter side
_FILLED = (0.06, 0.72)  # share of the outline that is inked: less is scattered print, more is a photograph's ground
_MOST = 12


class Seal(msgspec.Struct, frozen=True):
    """A seal in pixels of its picture: an ellipse with centre, half axes and the colour of its ink."""

    box: tuple[int, int, int, int]
    shape: Literal["round", "oval", "square"]
    colour: Colour


def ink(picture: Picture, colour: Colour) -> Mask:
    """255 where the picture has clearly ``colour`` ink."""
    red, green, blue = (picture[:, :, i].astype(np.int16) for i in range(3))
    if colour == "red":
        mask = (red - np.maximum(green, blue) > 38) & (red > 90)
    else:
        mask = (blue - red > 45) & (blue - green > 12) & (blue > 80)
    return mask.astype(np.uint8) * 255


def find_seals(picture: Picture) -> tuple[Seal, ...]:
    """Red and blue seals, from the top of the page down."""
    height, width = picture.shape[:2]
    shrink = min(1.0, _SIDE / max(height, width))
    size = max(round(width * shrink), 1), max(round(height * shrink), 1)
    small = np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    colours: tuple[Colour, ...] = ("red", "blue")
    found = [seal for colour in colours for seal in _of_colour(small, colour, shrink)]
    return tuple(sorted(found, key=lambda seal: (seal.box[1], seal.box[0])))[:_MOST]


def _of_colour(small: Picture, colour: Colour, shrink: float) -> list[Seal]:
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
        if shape is None:
            continue
        filled = cv2.countNonZero(mask[y : y + h, x : x + w]) / (w * h)
        if _FILLED[0] <= filled <= _FILLED[1]:
            box = (round(x / shrink), round(y / shrink), round((x + w) / shrink), round((y + h) / shrink))
            seals.append(Seal(box, shape, colour))
    return seals


def _shape(contour: NDArray[np.int32], side: int) -> Literal["round", "oval", "square"] | None:
    _, _, w, h = cv2.boundingRect(contour)
    if not (_SMALLEST * side <= min(w, h) and max(w, h) <= _LARGEST * side):
        return None
    aspect = max(w, h) / min(w, h)
    area = cv2.contourArea(cv2.convexHull(contour)) / (w * h)
    if aspect < 1.25:
        return "square" if area > 0.92 else "round" if area > 0.70 else None
    return "oval" if aspect < 1.8 and 0.70 < area < 0.88 else None


def without_seals(picture: Picture, seals: tuple[Seal, ...]) -> Picture:
    """The picture with the seals' ink turned to paper: inside each, only the channel that the ink is bright in."""
    if not seals:
        return picture
    cleared = picture.copy()
    for seal in seals:
        x0, y0, x1, y1 = _padded(seal, picture)
        channel = picture[y0:y1, x0:x1, 0 if seal.colour == "red" else 2]
        inked = np.asarray(cv2.dilate(ink(picture[y0:y1, x0:x1], seal.colour), np.ones((3, 3), np.uint8)), np.uint8)
        lifted = np.clip(channel.astype(np.float32) * _lift(channel, inked), 0, 255).astype(np.uint8)
        cleared[y0:y1, x0:x1] = lifted[:, :, None]
    return cleared


def _lift(channel: NDArray[np.uint8], inked: Mask) -> float:
    """The factor that makes pure ink as bright as paper in this channel."""
    values = channel[inked > 0]
    level = float(np.percentile(values, 60)) if values.size else 255.0
    return 245.0 / max(level, 120.0)


def _padded(seal: Seal, picture: Picture) -> tuple[int, int, int, int]:
    height, width = picture.shape[:2]
    x0, y0, x1, y1 = seal.box
    margin = round(0.04 * max(x1 - x0, y1 - y0))
    return max(x0 - margin, 0), max(y0 - margin, 0), min(x1 + margin, width), min(y1 + margin, height)


def read_seal(picture: Picture, seal: Seal, scale: float, engine: Engine) -> Mark:
    """The seal as a mark with the text of its ring; ``scale`` is points a pixel."""
    x0, y0, x1, y1 = seal.box
    text, confidence = ring_text(ink_only(picture, seal), seal.shape, engine)
    return Mark(
        kind="seal",
        box=Box(x0 * scale, y0 * scale, x1 * scale, y1 * scale).rounded(),
        text=text,
        shape=seal.shape,
        colour=seal.colour,
        confidence=round(confidence, 4),
    )


def ink_only(picture: Picture, seal: Seal) -> NDArray[np.uint8]:
    """The seal's ink as grey on white, print beneath it mostly gone; cut at the seal's box."""
    x0, y0, x1, y1 = seal.box
    crop = picture[y0:y1, x0:x1].astype(np.int16)
    own, others = (crop[:, :, 0], crop[:, :, 1:]) if seal.colour == "red" else (crop[:, :, 2], crop[:, :, :2])
    strength = own - others.min(axis=2)
    top = max(float(np.percentile(strength, 97)), 30.0)
    return np.asarray(np.clip(255 - strength * (255.0 / top), 0, 255), dtype=np.uint8)
