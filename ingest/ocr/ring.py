"""What a seal says: its ring unrolled into a line, and the lines inside it."""

from __future__ import annotations

import math
import re
from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

from ingest.geometry import Box
from ingest.glyphs import is_cjk
from ingest.ocr.base import Engine, Picture, Reading
from ingest.ocr.lines import cut
from ingest.ocr.seals import Seal, ink_only, is_open
from ingest.records import Mark

Grey = NDArray[np.uint8]

_BANDS = ((0.95, 0.62), (0.91, 0.58), (0.98, 0.70))  # outer and inner radius tried, of the seal's half axes
_INNER = 0.58  # radius within which lines run level
_HEIGHT = 64  # pixels of the unrolled line
_LEAST = 0.55  # confidence below which a ring counts as unread
_DIM = 0.5  # confidence of a single character at the end below which it is dropped
_SURE = 0.9  # confidence at which no other band is tried
_SIDE = 420  # pixels of the inner part that lines are looked for in
_CODE = re.compile(r"[0-9A-Za-z]{3,}")  # the registration code on the lower arc, read upside down
_EDGE = re.compile(r"^[^\u3400-\u9fff（(]+|[^\u3400-\u9fff）)]+$")


def read_seal(picture: Picture, seal: Seal, scale: float, engine: Engine) -> Mark | None:
    """The seal as a mark, with its ring's text and the lines inside; ``scale`` is points a pixel.

    None when it may be no seal at all: nothing to read on it, and no colour, size and openness of its own.
    """
    ink = ink_only(picture, seal)
    if min(ink.shape) < 16:
        return None
    ring, confidence = ("", 0.0) if seal.shape == "square" else _ring(ink, engine)
    coloured = seal.colour != "grey"
    if not coloured and (len(ring) < 3 or confidence < 0.65):
        return None
    inner = _level_lines(ink, seal.shape, engine) if coloured else []
    if not ring and not inner and not is_open(picture, seal):
        return None
    if not ring and inner:
        confidence = min(score for _, score in inner)
    x0, y0, x1, y1 = (value * scale for value in seal.box)
    return Mark(
        kind="seal",
        box=Box(x0, y0, x1, y1).rounded(),
        text=ring or "".join(line for line, _ in inner),
        lines=tuple(line for line, _ in inner),
        shape=seal.shape,
        colour=seal.colour,
        confidence=round(confidence, 4),
    )


def _ring(ink: Grey, engine: Engine) -> tuple[str, float]:
    """The ring's text and how surely it is read; ("", 0) when it cannot be."""
    best, worth = Reading("", 0.0), 0.0
    for outer, inner in _BANDS:
        strip, share = _unrolled(ink, outer, inner)
        (reading,) = engine.recognise([strip])
        text = _name(_from_widest_gap(_clear(reading), share))
        found = reading.confidence * math.sqrt(min(len(text), 30))
        if found > worth:
            best, worth = Reading(text, reading.confidence), found
        if reading.confidence >= _SURE and len(text) >= 4:
            break
    return (best.text, best.confidence) if best.confidence >= _LEAST and len(best.text) > 1 else ("", 0.0)


def _name(text: str) -> str:
    """The name without the code of the lower arc; where the code stands inside, the line was begun within the name."""
    text = text.replace(" ", "")
    code = max(_CODE.finditer(text), key=lambda match: len(match[0]), default=None)
    if code is not None and any(map(is_cjk, text[: code.start()])) and any(map(is_cjk, text[code.end() :])):
        text = text[code.end() :] + text[: code.start()]
    return _EDGE.sub("", text)


def _clear(reading: Reading) -> Reading:
    """Without characters at its ends that are hardly read: bits of the rim, of the star, of print beneath."""
    if len(reading.scores) != len(reading.text) or len(reading.columns) != len(reading.text):
        return reading
    sure = [index for index, score in enumerate(reading.scores) if score >= _DIM]
    if not sure:
        return reading
    part = slice(sure[0], sure[-1] + 1)
    scores = reading.scores[part]
    return Reading(reading.text[part], sum(scores) / len(scores), reading.columns[part], scores)


def _from_widest_gap(reading: Reading, share: float) -> str:
    """The text begun after its widest gap: the lower arc, where the name does not run. ``share`` is the part of the
    whole ring that the line covers."""
    text, columns = reading.text, reading.columns
    if len(columns) != len(text) or len(text) < 4:
        return text
    gaps = [after - before for before, after in pairwise(columns)]
    around = 1 / max(share, 0.1) - (columns[-1] - columns[0])
    widest = max(range(len(gaps)), key=gaps.__getitem__)
    if gaps[widest] <= max(around, 1.6 * float(np.median(gaps))):
        return text
    return text[widest + 1 :] + text[: widest + 1]


def _unrolled(ink: Grey, outer: float, inner: float) -> tuple[Picture, float]:
    """The band between two radii as a level line, clockwise, begun in its widest gap; and its share of the ring."""
    height, width = ink.shape
    length = round(math.pi * (outer + inner) / (outer - inner) * _HEIGHT)
    angle = np.linspace(0, 2 * math.pi, length, endpoint=False) + math.pi / 2  # from the foot of the seal, clockwise
    radius = np.linspace(outer, inner, _HEIGHT)[:, None]
    x = (width / 2 + radius * np.cos(angle)[None, :] * width / 2).astype(np.float32)
    y = (height / 2 + radius * np.sin(angle)[None, :] * height / 2).astype(np.float32)
    strip = np.asarray(cv2.remap(ink, x, y, cv2.INTER_LINEAR, borderValue=(255.0,)), dtype=np.uint8)
    darkest = min(float(np.percentile(strip, 3)), 200.0)
    strip = np.clip((strip - darkest) * (255.0 / (255.0 - darkest)), 0, 255).astype(np.uint8)
    strip = np.roll(strip, -_widest_gap(strip), axis=1)
    line = _trimmed(strip)
    return np.repeat(line[:, :, None], 3, axis=2), line.shape[1] / length


def _widest_gap(strip: Grey) -> int:
    """The middle of the longest run of columns without ink, the strip taken as a circle."""
    empty = _empty_columns(strip)
    if empty.all() or not empty.any():
        return 0
    shift = int(np.flatnonzero(~empty)[0])
    start, length, best = 0, 0, (0, 0)
    for index, blank in enumerate(np.roll(empty, -shift)):
        if blank:
            start = index if not length else start
            length += 1
            best = max(best, (length, start))
        else:
            length = 0
    return int(best[1] + best[0] // 2 + shift) % len(empty)


def _empty_columns(strip: Grey) -> NDArray[np.bool_]:
    inner = strip[_HEIGHT // 6 : -_HEIGHT // 6]
    return np.asarray((inner < 170).sum(axis=0) < 0.04 * _HEIGHT)


def _trimmed(strip: Grey) -> Grey:
    filled = np.flatnonzero(~_empty_columns(strip))
    if not len(filled):
        return strip
    return np.ascontiguousarray(strip[:, max(int(filled[0]) - 8, 0) : int(filled[-1]) + 9])


def _level_lines(ink: Grey, shape: str, engine: Engine) -> list[tuple[str, float]]:
    """Lines of Chinese inside the ring, or anywhere on a square seal, top to bottom."""
    picture = ink.copy()
    if shape != "square":
        height, width = ink.shape
        mask = np.zeros(ink.shape, np.uint8)
        axes = (round(width / 2 * _INNER), round(height / 2 * _INNER))
        cv2.ellipse(mask, (width // 2, height // 2), axes, 0, 0, 360, (1,), -1)
        picture[mask == 0] = 255
    rgb = np.repeat(picture[:, :, None], 3, axis=2)
    quads = engine.detect(rgb, _SIDE)
    readings = engine.recognise([cut(rgb, quad) for quad in quads])
    lines = [(_EDGE.sub("", reading.text), reading.confidence) for reading in readings]
    return [(text, score) for text, score in lines if len(text) >= 2 and score >= 0.75]
