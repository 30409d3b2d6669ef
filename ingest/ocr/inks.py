"""Two inks on one paper, told apart: a seal's and the print's that it lies on."""

from __future__ import annotations

from typing import Literal

import cv2
import msgspec
import numpy as np
from numpy.typing import NDArray

from ingest.ocr.base import Picture

Colour = Literal["red", "blue", "grey"]
Grey = NDArray[np.uint8]  # height by width, 0 for full ink, 255 for paper
Mask = NDArray[np.uint8]  # 255 where something is, else 0

_PRINT, _INK = 0.45, 0.93  # of the brightness of ink around: darker is print beneath it, brighter is none
_DARKEST = 100.0  # grey level that ink without print has in its own channel at least
_DULLEST = 30.0  # grey level that ink without print has at least
_LIT = 0.25  # of the ink's brightness: as much brighter is paper, or ink's edge
_SMEARED = 110  # pixels of a seal for each over which JPEG smears colour beyond its ink
_APART = 40.0  # grey levels by which print is darker than a grey seal that can be taken off it
_PALEST = 205.0  # grey level of the palest grey seal
_SECTORS = 72  # of a rim


class GreyLevels(msgspec.Struct, frozen=True):
    """How dark a seal without colour is, and the print beneath it: grey levels, print the lower one."""

    seal: float
    print: float


def ink(picture: Picture, colour: Colour) -> Mask:
    """255 where the picture has clearly ``colour`` ink; for grey, where it is dark."""
    red, green, blue = (picture[:, :, i].astype(np.int16) for i in range(3))
    if colour == "red":
        mask = (red - np.maximum(green, blue) > 38) & (red > 90)
    elif colour == "blue":
        mask = (blue - red > 45) & (blue - green > 12) & (blue > 80)
    else:
        mask = np.maximum(np.maximum(red, green), blue) < 170
    return mask.astype(np.uint8) * 255


def print_alone(part: Picture, colour: Colour) -> Picture:
    """``part``, the surroundings of a coloured seal, with the seal's ink turned to the paper around it.

    Ink is bright in its own channel however thickly it lies, and print under it is darker there than the ink around.
    At the ink's edges, where JPEG has smeared its colour, that channel is dark without print; the edge is brighter than
    the ink then.
    """
    own, grey = (c.astype(np.float32) for c in (_channels(part, colour)[0], cv2.cvtColor(part, cv2.COLOR_RGB2GRAY)))
    core = ink(part, colour) > 0
    reach = max(round(min(part.shape[:2]) / _SMEARED), 1)
    inked = cv2.dilate(core.astype(np.uint8), np.ones((2 * reach + 1, 2 * reach + 1), np.uint8)) > 0
    alone = (own / np.maximum(_level(own, core), _DARKEST) - _PRINT) / (_INK - _PRINT)
    edge = (grey / np.maximum(_level(grey, core), _DULLEST) - 1) / _LIT
    lifted = _paper(part, grey, ~inked) * np.clip(np.maximum(alone, edge), 0, 1)[:, :, None]
    return np.where(inked[:, :, None], lifted, part).astype(np.uint8)


def _paper(part: Picture, grey: NDArray[np.float32], free: NDArray[np.bool_]) -> NDArray[np.float32]:
    """The colour of the paper around each place: the mean of what is ``free`` of ink and no darker than around."""
    paper = free & (grey >= 0.9 * _mean(grey, free))
    colours = np.stack([_mean(part[:, :, i].astype(np.float32), paper) for i in range(3)], axis=2)
    return np.where(colours > 0, colours, 255)


def _level(values: NDArray[np.float32], inked: NDArray[np.bool_]) -> NDArray[np.float32]:
    """How bright ink without print is around each place: the mean of what is no darker than its surroundings."""
    brighter = inked & (values >= 0.97 * _mean(values, inked))
    return _mean(values, brighter)


def _mean(values: NDArray[np.float32], chosen: NDArray[np.bool_]) -> NDArray[np.float32]:
    weights = chosen.astype(np.float32)
    spread = max(3.0, 0.08 * min(values.shape))
    sums = cv2.GaussianBlur(values * weights, (0, 0), spread)
    return np.asarray(sums / np.maximum(cv2.GaussianBlur(weights, (0, 0), spread), 1e-3), dtype=np.float32)


def seal_alone(crop: Picture, colour: Colour) -> Grey:
    """``crop``, the box of a seal, as the seal's ink on white; where print crosses it, as its neighbourhood is."""
    if colour == "grey":
        grey = np.asarray(crop.max(axis=2), dtype=np.uint8)
        levels = grey_levels(grey)
        strength = 255 - (grey if levels is None else _bridged(grey, grey < (levels.seal + levels.print) / 2 - 5))
        strength = strength.astype(np.int16)
    else:
        own, others = _channels(crop, colour)
        strength = own.astype(np.int16) - others.min(axis=2)
        paper = float(np.percentile(own, 75))
        pale = np.asarray(np.clip(strength - np.percentile(strength, 30), 0, 255), dtype=np.uint8)
        strength = _bridged(pale, own < 0.52 * paper).astype(np.int16)
    empty, full = (float(value) for value in np.percentile(strength, (30, 97)))
    return np.asarray(np.clip(255 - (strength - empty) * (255.0 / max(full - empty, 30.0)), 0, 255), dtype=np.uint8)


def dark_alone(crop: Picture, colour: Colour) -> Grey:
    """``crop``, the box of a coloured seal, as what is dark to it: ink too dull for ``seal_alone``, and print."""
    _, others = _channels(crop, colour)
    return np.asarray(others.min(axis=2), dtype=np.uint8)


def grey_levels(grey: Grey) -> GreyLevels | None:
    """The two inks' levels in the box of a round seal; None where they are too much alike, as on black and white."""
    radius = radii(*grey.shape)
    rows, columns = np.indices(grey.shape)
    angle = np.arctan2(rows - grey.shape[0] / 2, columns - grey.shape[1] / 2)
    sector = ((angle + np.pi) * (_SECTORS / (2 * np.pi))).astype(int) % _SECTORS
    rim = (radius > 0.92) & (radius < 1.03)
    darkest = np.full(_SECTORS, 255, np.int64)
    np.minimum.at(darkest, sector[rim], grey[rim])
    seal = float(np.median(darkest))
    inside = grey[radius < 0.9]
    dark = float(np.percentile(inside, 1)) if inside.size else 255.0
    return GreyLevels(seal, dark) if seal - dark >= _APART and seal <= _PALEST else None


def radii(height: int, width: int) -> NDArray[np.float64]:
    """Every pixel's distance from the middle, of the half axes of the ellipse that fills the box."""
    y = (np.arange(height) + 0.5 - height / 2) / (height / 2)
    x = (np.arange(width) + 0.5 - width / 2) / (width / 2)
    return np.asarray(np.hypot(y[:, None], x[None, :]), dtype=np.float64)


def _bridged(values: Grey, hole: NDArray[np.bool_]) -> Grey:
    """``values`` with what lies in ``hole`` and at its edges made up from around it."""
    if not hole.any():
        return values
    mask = cv2.dilate(hole.astype(np.uint8), np.ones((3, 3), np.uint8), iterations=1)
    return np.asarray(cv2.inpaint(values, mask, 3, cv2.INPAINT_TELEA), dtype=np.uint8)


def _channels(picture: Picture, colour: Colour) -> tuple[Grey, NDArray[np.uint8]]:
    """The channel that the ink is bright in, and the other two."""
    return (picture[:, :, 0], picture[:, :, 1:]) if colour == "red" else (picture[:, :, 2], picture[:, :, :2])
