"""Lines of print cut out of a picture, and their readings as words."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import pairwise

import cv2
import msgspec
import numpy as np
import regex

from ingest.geometry import Box
from ingest.glyphs import folded, is_cjk
from ingest.ocr.base import Picture, Quad, Reading
from ingest.records import Word

_LONG = 2.0  # times as long as high: shorter ones have no direction of their own
_SLANTED = 12.0  # degrees from the page's lines, of watermarks and print set across


def quad_size(quad: Quad) -> tuple[float, float]:
    """Width and height of a line's quadrilateral, in pixels."""
    width = max(np.linalg.norm(quad[0] - quad[1]), np.linalg.norm(quad[3] - quad[2]))
    height = max(np.linalg.norm(quad[0] - quad[3]), np.linalg.norm(quad[1] - quad[2]))
    return float(width), float(height)


def cut(picture: Picture, quad: Quad) -> Picture:
    """The line inside ``quad``, straightened; a line more than half again as high as wide is turned upright."""
    width, height = (max(round(side), 1) for side in quad_size(quad))
    target = np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float32)
    matrix = cv2.getPerspectiveTransform(quad, target)
    warped = cv2.warpPerspective(picture, matrix, (width, height), borderMode=cv2.BORDER_REPLICATE)
    line: Picture = np.asarray(warped, dtype=np.uint8)
    return np.ascontiguousarray(np.rot90(line)) if height > 1.5 * width else line


def lengthened(quad: Quad, ahead: float) -> Quad:
    """``quad`` begun earlier by ``ahead`` times its height."""
    width, height = quad_size(quad)
    before = (quad[[0, 3]] - quad[[1, 2]]) * (ahead * height / max(width, 1.0))
    return np.asarray([quad[0] + before[0], quad[1], quad[2], quad[3] + before[1]], dtype=np.float32)


def stretched(line: Picture, by: float) -> Picture:
    """``line`` with ``by`` times its width."""
    width = max(round(line.shape[1] * by), 1)
    return np.asarray(cv2.resize(line, (width, line.shape[0]), interpolation=cv2.INTER_CUBIC), dtype=np.uint8)


def word_of(quad: Quad, reading: Reading, scale: float, seals: Sequence[Box] = ()) -> Word:
    """One word for a line; ``scale`` is points a pixel. Edges are given for lines that run left to right. ``seals``, in
    pixels, may hide a character where they leave a gap."""
    x0, y0 = (float(value) * scale for value in quad.min(axis=0))
    x1, y1 = (float(value) * scale for value in quad.max(axis=0))
    box = Box(round(x0, 2), round(y0, 2), round(x1, 2), round(y1, 2))
    width, height = quad_size(quad)
    reading = with_lost_spaces(without_false_spaces(reading), lambda column: _is_over(quad, column, seals))
    edges = _edges(reading.columns, box) if width >= height / 1.5 else ()
    return Word(
        text=folded(reading.text),
        box=box,
        confidence=round(reading.confidence, 4),
        size=round(min(width, height) * scale * 0.8, 1),
        edges=edges,
        slanted=width > _LONG * height and abs(_angle(quad)) > _SLANTED,
    )


def _angle(quad: Quad) -> float:
    """Of the line's upper edge against the page's, in degrees."""
    (x0, y0), (x1, y1) = quad[0], quad[1]
    return math.degrees(math.atan2(float(y1 - y0), float(x1 - x0)))


def without_false_spaces(reading: Reading) -> Reading:
    """Spaces dropped between digits or ideographs that stand no farther apart than the others of the line."""
    text, columns = reading.text, reading.columns
    if " " not in text or len(columns) != len(text):
        return reading
    kept = [i for i in range(len(text)) if not (text[i] == " " and _false_space(text, columns, i))]
    scores = reading.scores
    return msgspec.structs.replace(
        reading,
        text="".join(text[i] for i in kept),
        columns=tuple(columns[i] for i in kept),
        scores=tuple(scores[i] for i in kept) if scores else (),
    )


def _false_space(text: str, columns: Sequence[float], at: int) -> bool:
    if not 0 < at < len(text) - 1:
        return True
    before, after = text[at - 1], text[at + 1]
    if before.isdecimal() and after.isdecimal():
        alike: Callable[[str], bool] = str.isdigit
        most = 1.6
    elif is_cjk(before) and is_cjk(after):
        alike, most = is_cjk, 1.35
    else:
        return False
    steps = [columns[i + 1] - columns[i] for i in range(len(text) - 1) if alike(text[i]) and alike(text[i + 1])]
    return bool(steps) and columns[at + 1] - columns[at - 1] < most * float(np.median(steps))


def with_lost_spaces(reading: Reading, hidden: Callable[[float], bool] = lambda _: False) -> Reading:
    """A space wherever two ideographs stand apart by half a character more than the others of the line, and the engine
    told none, but where a character may be ``hidden`` (at a fraction of the line's width)."""
    text, columns, scores = reading.text, reading.columns, reading.scores
    apart = {i: columns[i + 1] - columns[i] for i in range(len(columns) - 1) if _IDEOGRAPHS.match(text, i)}
    if reading.step == 0 or len(apart) < _PAIRS:
        return reading
    usual = float(np.median(list(apart.values())))
    least = max(_WIDE * usual, usual + _STEPS * reading.step)
    after = [i for i, step in apart.items() if step > least and not hidden((columns[i] + columns[i + 1]) / 2)]
    for i in reversed(after):
        middle = (columns[i] + columns[i + 1]) / 2
        text = f"{text[: i + 1]} {text[i + 1 :]}"
        columns = (*columns[: i + 1], middle, *columns[i + 1 :])
        scores = (*scores[: i + 1], 1.0, *scores[i + 1 :])
    return msgspec.structs.replace(reading, text=text, columns=columns, scores=scores)


_IDEOGRAPHS = regex.compile(r"\p{Han}{2}")
_PAIRS = 3  # of ideographs beside each other, that tell how far apart a line sets them
_WIDE, _STEPS = 1.45, 1.9  # times the usual distance; steps more than it, as these are coarse


def _is_over(quad: Quad, column: float, seals: Sequence[Box]) -> bool:
    """Whether the line at that fraction of its width lies inside a seal."""
    left, right = (quad[0] + quad[3]) / 2, (quad[1] + quad[2]) / 2
    x, y = (float(value) for value in left + column * (right - left))
    return any(box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1 for box in seals)


def _edges(columns: Sequence[float], box: Box) -> tuple[float, ...]:
    """Boundaries half-way between the characters' centres; the outer ones are the line's."""
    if not columns:
        return ()
    middles = [(a + b) / 2 for a, b in pairwise(columns)]
    return (box.x0, *(round(box.x0 + middle * box.width, 2) for middle in middles), box.x1)
