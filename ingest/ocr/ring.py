"""What a seal says: its ring unrolled into a line, and the lines inside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import cv2
import numpy as np
import regex

from ingest.geometry import Box
from ingest.ocr.arc import Arc, glyphs_of, joined
from ingest.ocr.base import Engine, Picture
from ingest.ocr.inks import Grey, dark_alone
from ingest.ocr.lines import cut
from ingest.ocr.printed import as_printed
from ingest.ocr.seals import Seal, ink_only, is_open
from ingest.ocr.unrolled import Strip, unrolled
from ingest.records import Mark

_BANDS = ((0.95, 0.62), (0.91, 0.58), (0.98, 0.70))  # outer and inner radius tried, of the seal's half axes
_INNER = 0.58  # radius within which lines run level
_LEAST = 0.55  # confidence below which a ring counts as unread
_SURE = 0.93  # confidence of every character at which the last band is not tried
_SIDE = 420  # pixels of the inner part that lines are looked for in
_EDGE = regex.compile(r"^[^\u3400-\u9fff（(]+|[^\u3400-\u9fff）)]+$")


def read_seal(picture: Picture, seal: Seal, scale: float, engine: Engine, printed: Sequence[str] = ()) -> Mark | None:
    """The seal as a mark, with its ring's text and the lines inside; ``scale`` is points a pixel, ``printed`` the lines
    of the page, against which a ring read with gaps is held.

    None when it may be no seal at all: nothing to read on it, and no colour, size and openness of its own.
    """
    ink = ink_only(picture, seal)
    if min(ink.shape) < 16:
        return None
    ring, confidence = ("", 0.0) if seal.shape == "square" else _ring(picture, seal, engine, printed)
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


def _ring(picture: Picture, seal: Seal, engine: Engine, printed: Sequence[str]) -> tuple[str, float]:
    """The ring's text and how surely it is read; ("", 0) when it cannot be."""
    strips: list[Strip] = []
    readings = []
    arc = Arc()
    for strip in _strips(picture, seal):
        (reading,) = engine.recognise([strip.line])
        strips.append(strip)
        readings.append(glyphs_of(reading, strip))
        arc = joined(readings)
        if len(readings) > 1 and _whole(arc, strips[0]):
            break
    whole = _whole(arc, strips[0])
    text, confidence = (arc.text, arc.confidence) if whole else as_printed(arc, printed, strips[0].inked)
    text = _EDGE.sub("", text)
    return (text, confidence) if confidence >= _LEAST and len(text) > 1 else ("", 0.0)


def _strips(picture: Picture, seal: Seal) -> Iterator[Strip]:
    """The ring in several bands, then as what is merely dark: a seal whose ink is dull hardly has a colour."""
    ink = ink_only(picture, seal)
    for band in _BANDS:
        yield unrolled(ink, *band)
    if seal.colour != "grey":
        x0, y0, x1, y1 = seal.box
        yield unrolled(dark_alone(picture[y0:y1, x0:x1], seal.colour), *_BANDS[0])


def _whole(arc: Arc, strip: Strip) -> bool:
    """Whether every character is surely read, none is left out within the name, and no ink stands at its ends."""
    glyphs, step = arc.glyphs, arc.step
    if len(glyphs) < 4 or any(glyph.score < _SURE for glyph in glyphs):
        return False
    if any(after.place - before.place > 1.5 * step for before, after in pairwise(glyphs)):
        return False
    start, end = glyphs[0].place - 0.6 * step, glyphs[-1].place + 0.6 * step
    return strip.inked(start - 0.7 * step, start) < 0.5 and strip.inked(end, end + 0.7 * step) < 0.5


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
