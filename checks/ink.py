"""How much ink stands in a part of a page's picture: for what should be there and is read nowhere."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

import numpy as np
from numpy.typing import NDArray

from checks.base import Case
from extractors.records import Document
from ingest.geometry import Box

DPI = 100
COLOURED = 60  # difference of channels from which a pixel counts as coloured ink
DARK = 110  # brightness below which a pixel counts as dark ink
FAINT = 0.06  # how much darker than its surroundings print must be
PALE = 0.15  # how much darker than the paper a pixel of the palest handwriting is
SPECKS = 0.001  # of a place: dust, not writing
TINT = 25  # difference of channels, beyond the paper's own, of the palest seal
SEAL_SIZE = (28.0, 170.0)  # points: from a small square seal of 10 mm to a round one of 60 mm
FULL = 0.1  # share of a seal's square that its ink covers at least
RING = (80.0, 180.0)  # points: a unit's round seal
RING_RATIO = 1.4  # of its sides: an oval one
PAPER_TINT = 3.0  # difference of channels of the paper on a scan in colour; a grey scan has none
RULE = 0.6  # share of a row that ink covers from which the row is a printed line


def picture(case: Case, document: Document, page: int) -> NDArray[np.uint8] | None:
    """The page as displayed at ``DPI``; None when it cannot be rendered."""
    try:
        return case.pictures.page(document.file, page, DPI)
    except (LookupError, OSError, RuntimeError):
        return None


def is_colourless(rgb: NDArray[np.uint8]) -> bool:
    """Whether the picture has no colour at all, not even in its paper, as a grey or bitonal scan, so that coloured ink
    cannot be told."""
    spread = _spread(rgb)
    return float((spread > 8).mean()) < 1e-5 and float(np.median(spread)) < PAPER_TINT


def shows_grey_ring(rgb: NDArray[np.uint8]) -> bool:
    """Whether a round outline of a unit's seal's size stands on the page, of whatever colour: a seal on a photocopy."""
    import cv2

    grey = rgb.min(axis=2).astype(np.float32)
    marks = (grey < (1 - PALE) * float(np.median(grey))).astype(np.uint8)
    marks[_long_runs(marks)] = 0
    _, labels, patches, _ = cv2.connectedComponentsWithStats(cv2.morphologyEx(marks, cv2.MORPH_CLOSE, np.ones((3, 3))))
    least, most = (side * DPI / 72 for side in RING)
    return any(
        least <= min(w, h)
        and max(w, h) <= min(most, RING_RATIO * min(w, h))
        and _is_round(labels[y : y + h, x : x + w] == n)
        for n, (x, y, w, h, _) in enumerate(patches[1:].tolist(), 1)
    )


def _is_round(patch: NDArray[np.bool_]) -> bool:
    """Whether the patch leaves corners of its rectangle free; print that crosses a seal may stand in one or two."""
    height, width = (side // 10 for side in patch.shape)
    corners = [part for row in (patch[:height], patch[-height:]) for part in (row[:, :width], row[:, -width:])]
    return sum(bool(corner.any()) for corner in corners) <= 2


def coloured_share(rgb: NDArray[np.uint8], box: Box | None = None) -> float:
    """The share of pixels that hold plainly coloured ink: seals, but also frames, photographs and red print.

    ``box`` (points) limits the look to a part of the page; 0 where it lies outside.
    """
    part = rgb if box is None else _part(rgb, box)
    return float((_spread(part) > COLOURED).mean()) if part.size else 0.0


def shows_seal(rgb: NDArray[np.uint8], box: Box | None = None) -> bool:
    """Whether coloured ink, however pale, stands together in a patch that may be a seal, or hold one.

    Lines of print are too low for that; a frame's straight lines are left out. A portrait, an emblem or large print
    may pass for a seal. ``box`` (points): only patches that reach into that part of the page count.
    """
    import cv2

    spread = _spread(rgb)
    coloured = (spread > float(np.median(spread)) + TINT).astype(np.uint8)
    coloured[_long_runs(coloured)] = 0
    _, _, patches, _ = cv2.connectedComponentsWithStats(cv2.morphologyEx(coloured, cv2.MORPH_CLOSE, np.ones((11, 11))))
    scale = 72 / DPI
    for x, y, w, h, area in patches[1:].astype(float) * (scale, scale, scale, scale, scale**2):
        near = box is None or Box(x, y, x + w, y + h).intersection(box) > 0
        large = max(w, h) > SEAL_SIZE[1]  # a seal may have grown together with what stands beside it
        if near and min(w, h) >= SEAL_SIZE[0] and (large or (max(w, h) < 2 * min(w, h) and area > FULL * w * h)):
            return True
    return False


def _long_runs(coloured: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Straight runs longer than any seal is wide, with the pixels beside them."""
    import cv2

    length = round(SEAL_SIZE[1] * DPI / 72)
    runs = [cv2.morphologyEx(coloured, cv2.MORPH_OPEN, np.ones(shape)) for shape in ((1, length), (length, 1))]
    return np.asarray(cv2.dilate(np.maximum(*runs), np.ones((5, 5))) > 0)


def dark_share(rgb: NDArray[np.uint8], box: Box, printed: Iterable[Box] = ()) -> float | None:
    """The share of dark pixels inside ``box`` (points), printed lines and the boxes ``printed`` left out.

    None when the box lies outside.
    """
    part = _part(rgb, box)
    if part.size == 0:
        return None
    ink = inked(part)
    _leave_out(ink, box, printed)
    ink = ink[ink.mean(axis=1) < RULE]
    ink = ink[:, ink.mean(axis=0) < RULE] if ink.size else ink
    return float(ink.mean()) if ink.size else None


def is_bare(rgb: NDArray[np.uint8], box: Box, printed: Iterable[Box] = ()) -> bool:
    """Whether nothing stands in ``box`` (points) but the paper, the boxes ``printed`` left out; False outside the page.

    Ink is what differs from the paper around it, however pale: pencil, blue pen, a watermark.
    """
    part = _part(rgb, box)
    if part.size == 0:
        return False
    grey = part.min(axis=2).astype(np.float32)
    marked = grey < (1 - PALE) * float(np.median(grey))
    _leave_out(marked, box, printed)
    return float(marked.mean()) < SPECKS


def inked(rgb: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Which pixels are dark or plainly coloured."""
    return cast(NDArray[np.bool_], (rgb.min(axis=2) < DARK) | (_spread(rgb) > COLOURED))


def print_lines(rgb: NDArray[np.uint8]) -> list[Box]:
    """Boxes (points) of what looks like lines of print, however faint or blurred: long, low, darker than around."""
    import cv2

    grey = cv2.GaussianBlur(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY), (0, 0), 1.5).astype(np.float32)
    paper = cv2.blur(grey, (101, 101))
    marks = ((paper - grey) > FAINT * paper).astype(np.uint8)
    joined = cv2.morphologyEx(marks, cv2.MORPH_CLOSE, np.ones((3, 21), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(joined)
    scale = 72 / DPI
    return [
        Box(float(x) * scale, float(y) * scale, float(x + w) * scale, float(y + h) * scale)
        for x, y, w, h, area in stats[1:]
        if 5 <= h * scale <= 30 and w > 4 * h and area > 0.4 * w * h
    ]


def _leave_out(ink: NDArray[np.bool_], box: Box, printed: Iterable[Box]) -> None:
    """Takes the boxes ``printed`` (points) out of the ink of ``box``."""
    scale = DPI / 72
    top, left = max(int(box.y0 * scale), 0), max(int(box.x0 * scale), 0)
    for print_ in printed:
        rows = slice(max(int(print_.y0 * scale) - top, 0), max(int(print_.y1 * scale) + 2 - top, 0))
        ink[rows, max(int(print_.x0 * scale) - left, 0) : max(int(print_.x1 * scale) + 2 - left, 0)] = False


def _part(rgb: NDArray[np.uint8], box: Box) -> NDArray[np.uint8]:
    scale = DPI / 72
    return rgb[
        max(int(box.y0 * scale), 0) : max(int(box.y1 * scale), 0),
        max(int(box.x0 * scale), 0) : max(int(box.x1 * scale), 0),
    ]


def _spread(rgb: NDArray[np.uint8]) -> NDArray[np.int16]:
    wide = rgb.astype(np.int16)
    return cast(NDArray[np.int16], wide.max(axis=2) - wide.min(axis=2))
