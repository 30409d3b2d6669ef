"""A picture of a page into words and marks: flattened, turned upright, straightened, read."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import msgspec
import numpy as np

from ingest.geometry import IDENTITY, Box, Homography
from ingest.ocr import again, upright
from ingest.ocr.base import Engine, Picture, Quad
from ingest.ocr.closely import with_lines_at_seals
from ingest.ocr.codes import codes
from ingest.ocr.digest import picture_digest
from ingest.ocr.frames import View, given
from ingest.ocr.lean import guessed_lie
from ingest.ocr.lines import quad_size, word_of
from ingest.ocr.memory import Remembering
from ingest.ocr.paper import flattened, lit_evenly
from ingest.ocr.ring import read_seal
from ingest.ocr.ruled import ruling_lines
from ingest.ocr.seals import Seal, find_seals, without_seals
from ingest.records import Mark, Word

_LONGEST = 960  # pixels that detection looks at
_WORKING = 4_000  # pixels of the longest side that is worked on
_NARROWEST = 12  # pixels: a narrower picture holds no line of print
_LEANING = 0.3  # degrees of a guessed lean that is straightened
_STROKE = 1.3  # of the print's height: shorter lines are strokes of characters
_LEAST = 0.35  # confidence of a line below which it is speckle, not print
_RINGING = 0.8  # confidence of a line below which it may be a piece of a ring
_PIECE = 3  # characters of a ring that are often read as a line of their own
_SCRAPPY, _OVER = 0.7, 0.4  # confidence below which so few characters over a seal are no print; share of their box
_INK = 0.0006  # share of dark pixels below which a page without print is blank


class PictureReading(msgspec.Struct, frozen=True, kw_only=True):
    """What was read on a picture, in points of the reading frame; ``frame`` leads to the picture as given."""

    words: tuple[Word, ...]
    marks: tuple[Mark, ...] = ()
    rulings: tuple[Box, ...] = ()
    frame: Homography = IDENTITY
    turn: int = 0
    blank: bool = False
    digest: str = ""


def read_picture(picture: Picture, scale: float, engine: Engine) -> PictureReading:
    """Reads a whole page; ``scale`` is points a pixel."""
    if min(picture.shape[:2]) < _NARROWEST:
        return PictureReading(words=(), blank=_inkless(picture))
    engine = Remembering(engine)
    picture, scale = _bounded(picture, scale)
    sheet = _upright(_sheet(flattened(given(picture))), engine)
    view, text_picture, seals = sheet.view, sheet.text, sheet.seals
    quads = with_lines_at_seals(text_picture, sheet.quads, seals, engine)
    words = read_lines(text_picture, quads, scale, engine, seals)
    printed = [word.text for word in words]
    read = [read_seal(view.picture, seal, scale, engine, printed) for seal in seals]
    marks = [mark for mark in read if mark is not None]
    words = tuple(
        word
        for word in words
        if not any(_rings(word, mark) for mark in marks) and not any(_is_scrap(word, seal, scale) for seal in seals)
    )
    return PictureReading(
        words=words,
        marks=(*marks, *codes(view.picture, scale)),
        rulings=ruling_lines(text_picture, scale, _STROKE * _print_height(quads)),
        frame=view.frame(scale),
        turn=sheet.quarters * 90,
        blank=not words and _inkless(picture),
        digest=picture_digest(view.picture),
    )


def read_lines(
    picture: Picture, quads: Sequence[Quad], scale: float, engine: Engine, seals: Sequence[Seal] = ()
) -> tuple[Word, ...]:
    """The lines in ``quads`` of an upright picture that was cleared of ``seals``, speckle left out."""
    readings = again.recognise(engine, picture, quads)
    hidden = [Box(*map(float, seal.box)) for seal in seals]
    return tuple(
        word_of(quad, reading, scale, hidden)
        for quad, reading in zip(quads, readings, strict=True)
        if reading.text.strip() and reading.confidence >= _LEAST
    )


def _rings(word: Word, seal: Mark) -> bool:
    """Whether a line is a piece of the seal's ring, read a second time as if it were level."""
    inside = word.box.intersection(seal.box) > 0.6 * word.box.area
    known = sum(character in seal.text for character in word.text)
    piece = known == len(word.text) <= _PIECE
    return inside and (piece or (word.confidence < _RINGING and 2 * known > len(word.text)))


def _is_scrap(word: Word, seal: Seal, scale: float) -> bool:
    """Whether a few characters that were read unsurely over a seal are what is left of its ring or star."""
    box = Box(*(value * scale for value in seal.box))
    over = word.box.intersection(box) > _OVER * word.box.area
    return over and word.confidence < _SCRAPPY and len(word.text) <= _PIECE


def _print_height(quads: Sequence[Quad]) -> float:
    """How high the larger lines of print are, in pixels; 0 without any."""
    heights = sorted(min(quad_size(quad)) for quad in quads)
    return heights[len(heights) * 3 // 4] if heights else 0.0


def _bounded(picture: Picture, scale: float) -> tuple[Picture, float]:
    longest = max(picture.shape[:2])
    if longest <= _WORKING:
        return picture, scale
    factor = _WORKING / longest
    size = max(round(picture.shape[1] * factor), 1), max(round(picture.shape[0] * factor), 1)
    reduced = np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    return reduced, scale * picture.shape[1] / size[0]


class _Sheet(msgspec.Struct, frozen=True):
    """A page on its way to be read: ``text`` is the picture of ``view`` without seals and shadows, ``quads`` the lines
    found on it, ``quarters`` how many quarters clockwise the view was turned."""

    view: View
    text: Picture
    seals: tuple[Seal, ...]
    quads: tuple[Quad, ...] = ()
    quarters: int = 0


def _sheet(view: View) -> _Sheet:
    """The view turned and straightened by the guess that its ink allows."""
    guess = guessed_lie(view.picture)
    quarters = 3 if guess.sideways else 0
    view = view.turned(quarters)
    return _cleared(view.straightened(guess.lean) if abs(guess.lean) > _LEANING else view, quarters)


def _cleared(view: View, quarters: int) -> _Sheet:
    seals = find_seals(view.picture)
    return _Sheet(view, lit_evenly(without_seals(view.picture, seals)), seals, quarters=quarters)


def _upright(sheet: _Sheet, engine: Engine) -> _Sheet:
    """The sheet turned and straightened, with its lines."""
    quads = engine.detect(sheet.text, _LONGEST)
    if upright.sideways(quads):
        turned = _cleared(sheet.view.turned(3), (sheet.quarters + 3) % 4)
        turned_quads = engine.detect(turned.text, _LONGEST)
        if turned_quads and not upright.sideways(turned_quads):
            sheet, quads = turned, turned_quads
    angle = upright.lean(quads)
    if angle:
        sheet = _cleared(sheet.view.straightened(angle), sheet.quarters)
        quads = engine.detect(sheet.text, _LONGEST)
    as_is, upside_down = upright.legibility(sheet.text, quads, engine)
    if upside_down > as_is:
        quads, sheet = upright.upside_down(quads, sheet.text), _half_turned(sheet)
    return msgspec.structs.replace(sheet, quads=tuple(quads))


def _half_turned(sheet: _Sheet) -> _Sheet:
    """The sheet turned by 180°; one without seals needs no second look for them."""
    view, quarters = sheet.view.turned(2), (sheet.quarters + 2) % 4
    if sheet.seals:
        return _cleared(view, quarters)
    return _Sheet(view, upright.half_turned(sheet.text), (), quarters=quarters)


def _inkless(picture: Picture) -> bool:
    height, width = picture.shape[:2]
    size = max(min(600, width), 1), max(round(height * min(600, width) / width), 1)
    grey = np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), dtype=np.uint8).min(axis=2)
    paper = cv2.medianBlur(np.asarray(grey, dtype=np.uint8), 31).astype(np.int16)
    return float((paper - grey > 30).mean()) < _INK
