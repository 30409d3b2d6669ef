"""A picture of a page into words: found, turned upright, read."""

from __future__ import annotations

import msgspec

from ingest.geometry import IDENTITY, Homography
from ingest.ocr.base import Engine, Picture
from ingest.ocr.lines import cut, word_of
from ingest.records import Mark, Word

_LONGEST = 960
_LEAST = 0.35  # confidence of a line below which it is speckle, not print


class PictureReading(msgspec.Struct, frozen=True, kw_only=True):
    """What was read on a picture, in points of the reading frame; ``frame`` leads to the picture as given."""

    words: tuple[Word, ...]
    marks: tuple[Mark, ...] = ()
    frame: Homography = IDENTITY
    turn: int = 0
    blank: bool = False


def read_picture(picture: Picture, scale: float, engine: Engine) -> PictureReading:
    """Reads ``picture``; ``scale`` is points a pixel."""
    quads = engine.detect(picture, _LONGEST)
    readings = engine.recognise([cut(picture, quad) for quad in quads])
    words = tuple(
        word_of(quad, reading, scale)
        for quad, reading in zip(quads, readings, strict=True)
        if reading.text.strip() and reading.confidence >= _LEAST
    )
    return PictureReading(words=words, blank=not quads)
