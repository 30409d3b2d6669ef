"""Alterations of a scanned page's pixels as people make them with picture editors: one digit, date, name or seal.

Each tool takes a ``Paper`` and lots, and gives the altered pixels with the places that changed. Nothing here knows of
any check.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from ingest.records import Word
from tests.factory.fonts import FACES

Pixels = NDArray[np.uint8]
Rect = tuple[int, int, int, int]  # left, top, right, bottom in pixels

_MARGIN = 3
_NUMBER = re.compile(r"\d{4,}")
_DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")
_NAME = re.compile(r"(?:人|名称|者|称)[:：]\s*([\u4e00-\u9fff]{2,16})")


class NothingToAlterError(Exception):
    """The page has no place for this tool."""


@dataclass(frozen=True)
class Paper:
    """An upright scan with its words and the boxes of its seals, all in pixels; ``others`` are further papers."""

    name: str
    pixels: Pixels
    words: Sequence[Word]
    seals: Sequence[Rect]
    others: Sequence[Paper] = field(default=(), repr=False)


@dataclass(frozen=True)
class Glyphs:
    """Some characters of one word, with the rectangle around their ink."""

    text: str
    rect: Rect


@dataclass(frozen=True)
class Altered:
    pixels: Pixels
    places: tuple[Rect, ...]


Tool = Callable[[Paper, Random], Altered]


def glyphs(paper: Paper, word: Word, start: int, end: int) -> Glyphs | None:
    """The ink of ``word.text[start:end]``; None when it cannot be told from its neighbours'."""
    around = word.span(start, end)
    box = word.box
    x0, y0, x1, y1 = (round(v) for v in (box.x0 - 4, box.y0 - 2, box.x1 + 4, box.y1 + 2))
    x0, y0 = max(x0, 0), max(y0, 0)
    ink = _ink(paper.pixels[y0:y1, x0:x1])
    columns = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((ink.shape[0] | 1, 1), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(columns, connectivity=8)
    kept = []
    for x, y, w, h, area in stats[1:].tolist():
        middle = x0 + x + w / 2
        if area >= 6 and around.x0 - 1 <= middle <= around.x1 + 1:
            kept.append((x, y, w, h))
    if not kept:
        return None
    left, right = min(k[0] for k in kept), max(k[0] + k[2] for k in kept)
    rows = np.nonzero(ink[:, left:right].any(axis=1))[0]
    if rows.size < 6 or right - left > 1.6 * around.width + 6:
        return None
    return Glyphs(word.text[start:end], (x0 + left, y0 + int(rows[0]), x0 + right, y0 + int(rows[-1]) + 1))


def _ink(pixels: Pixels) -> Pixels:
    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY).astype(np.int16)
    return (np.median(grey) - grey > 60).astype(np.uint8)


def digits(paper: Paper) -> list[Glyphs]:
    """Single digits standing in numbers and dates."""
    found = []
    for word in paper.words:
        for match in _NUMBER.finditer(word.text):
            found += [glyphs(paper, word, i, i + 1) for i in range(match.start(), match.end())]
    good = [g for g in found if g is not None and 0.25 < (g.rect[2] - g.rect[0]) / (g.rect[3] - g.rect[1]) < 0.9]
    return [g for g in good if g.rect[3] - g.rect[1] >= 10]


def dates(paper: Paper) -> list[Glyphs]:
    found = [glyphs(paper, w, m.start(), m.end()) for w in paper.words for m in _DATE.finditer(w.text)]
    return [g for g in found if g is not None]


def names(paper: Paper) -> list[Glyphs]:
    found = [glyphs(paper, w, m.start(1), m.end(1)) for w in paper.words for m in _NAME.finditer(w.text)]
    return [g for g in found if g is not None]


def _one(found: Sequence[Glyphs], rng: Random) -> Glyphs:
    if not found:
        raise NothingToAlterError
    return rng.choice(list(found))


def _padded(rect: Rect, margin: int = _MARGIN) -> Rect:
    return rect[0] - margin, rect[1] - margin, rect[2] + margin, rect[3] + margin


def _cut(paper: Paper, rect: Rect) -> Pixels:
    x0, y0, x1, y1 = rect
    return np.asarray(paper.pixels[y0:y1, x0:x1].copy())


def _paper_colour(paper: Paper, rect: Rect) -> tuple[int, int, int]:
    around = _cut(paper, _padded(rect, 6)).reshape(-1, 3)
    light = around[around.sum(axis=1) >= np.percentile(around.sum(axis=1), 50)]
    return tuple(int(v) for v in np.median(light, axis=0))  # type: ignore[return-value]


def _ink_colour(paper: Paper, rect: Rect) -> tuple[int, int, int]:
    inside = _cut(paper, rect).reshape(-1, 3)
    dark = inside[inside.sum(axis=1) <= np.percentile(inside.sum(axis=1), 8)]
    return tuple(int(v) for v in np.median(dark, axis=0))  # type: ignore[return-value]


def _painted(paper: Paper, rect: Rect, colour: tuple[int, int, int] | None = None) -> Pixels:
    pixels = paper.pixels.copy()
    x0, y0, x1, y1 = _padded(rect)
    pixels[y0:y1, x0:x1] = colour or _paper_colour(paper, rect)
    return pixels


def _inpainted(paper: Paper, rect: Rect) -> Pixels:
    x0, y0, x1, y1 = _padded(rect, 12)
    part = paper.pixels[y0:y1, x0:x1]
    mask = cv2.dilate(_ink(part), np.ones((5, 5), np.uint8))
    mask[: 12 - _MARGIN], mask[-12 + _MARGIN :] = 0, 0
    mask[:, : 12 - _MARGIN], mask[:, -12 + _MARGIN :] = 0, 0
    pixels = paper.pixels.copy()
    bgr = cv2.inpaint(np.ascontiguousarray(part[..., ::-1]), mask, 4, cv2.INPAINT_TELEA)
    pixels[y0:y1, x0:x1] = bgr[..., ::-1]
    return pixels


def _typed(pixels: Pixels, rect: Rect, text: str, colour: tuple[int, int, int], face: str) -> Pixels:
    """``text`` with its ink as high as ``rect`` and starting at its left."""
    x0, y0, _, y1 = rect
    size = 2.0 * (y1 - y0)
    font = ImageFont.truetype(str(FACES[face].file), round(size), index=FACES[face].index)
    _, top, _, bottom = font.getbbox(text)
    font = ImageFont.truetype(
        str(FACES[face].file), max(round(size * (y1 - y0) / max(bottom - top, 1)), 6), index=FACES[face].index
    )
    left, _, _, bottom = font.getbbox(text)
    image = Image.fromarray(pixels)
    ImageDraw.Draw(image).text((x0 - left, y1 - bottom), text, fill=colour, font=font)
    return np.asarray(image).copy()


def _pasted(pixels: Pixels, cut: Pixels, x: int, y: int) -> Pixels:
    h, w = cut.shape[:2]
    h, w = min(h, pixels.shape[0] - y), min(w, pixels.shape[1] - x)
    pixels[y : y + h, x : x + w] = cut[:h, :w]
    return pixels


def other_digits(text: str, rng: Random) -> str:
    """``text`` with one of its digits changed; a later one where there are many."""
    places = [i for i, c in enumerate(text) if c.isdecimal()]
    place = rng.choice(places[3:] if len(places) > 4 else places)
    new = rng.choice([d for d in "0123456789" if d != text[place] and (len(places) == 1 or d in "01")] or ["7"])
    return text[:place] + new + text[place + 1 :]


def _heights_fit(one: Glyphs, other: Glyphs, slack: float) -> bool:
    a, b = one.rect[3] - one.rect[1], other.rect[3] - other.rect[1]
    return abs(a - b) <= max(slack * a, 1)


def digit_cloned(paper: Paper, rng: Random) -> Altered:
    """A digit copied from elsewhere on the page, with the paper around it."""
    found = digits(paper)
    place = _one(found, rng)
    givers = [g for g in found if g.text != place.text and _heights_fit(place, g, 0.08)]
    giver = _one(givers, rng)
    pixels = _painted(paper, place.rect)
    cut = _cut(paper, _padded(giver.rect))
    x = (place.rect[0] + place.rect[2]) // 2 - cut.shape[1] // 2
    y = place.rect[3] + _MARGIN - cut.shape[0]
    return Altered(_pasted(pixels, cut, x, y), (_padded(place.rect), _padded(giver.rect)))


def digit_retyped(paper: Paper, rng: Random) -> Altered:
    """One digit painted over in the paper's colour, another typed there in the ink's colour."""
    place = _one(digits(paper), rng)
    ink = _ink_colour(paper, place.rect)
    face = rng.choice(("serif", "uming", "dejavu"))
    pixels = _typed(_painted(paper, place.rect), place.rect, other_digits(place.text, rng), ink, face)
    return Altered(pixels, (_padded(place.rect),))


def digit_inpainted(paper: Paper, rng: Random) -> Altered:
    """One digit removed by inpainting, another typed there."""
    place = _one(digits(paper), rng)
    ink = _ink_colour(paper, place.rect)
    pixels = _typed(_inpainted(paper, place.rect), place.rect, other_digits(place.text, rng), ink, "serif")
    return Altered(pixels, (_padded(place.rect),))


def digit_foreign(paper: Paper, rng: Random) -> Altered:
    """One digit cut out of another paper and brought to size."""
    place = _one(digits(paper), rng)
    other = _other([o for o in _similar(paper) if digits(o)], rng)
    giver = _one([g for g in digits(other) if g.text != place.text], rng)
    return _from_other(paper, place, other, giver)


def date_retyped(paper: Paper, rng: Random) -> Altered:
    """A whole date painted over and typed anew with one digit changed."""
    place = _one(dates(paper), rng)
    ink = _ink_colour(paper, place.rect)
    face = rng.choice(("uming", "sungti", "zenhei"))
    pixels = _typed(_painted(paper, place.rect), place.rect, other_digits(place.text, rng), ink, face)
    return Altered(pixels, (_padded(place.rect),))


def date_foreign(paper: Paper, rng: Random) -> Altered:
    """A whole date cut out of another paper and brought to size."""
    place = _one(dates(paper), rng)
    other = _other([o for o in _similar(paper) if dates(o)], rng)
    return _from_other(paper, place, other, _one(dates(other), rng))


def name_retyped(paper: Paper, rng: Random) -> Altered:
    """A name painted over and another typed there."""
    place = _one(names(paper), rng)
    ink = _ink_colour(paper, place.rect)
    text = "".join(rng.sample("王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗云山海明华建国志文", len(place.text)))
    pixels = _typed(_painted(paper, place.rect), place.rect, text, ink, rng.choice(("uming", "serif", "zenhei")))
    return Altered(pixels, (_padded(place.rect),))


def name_cloned(paper: Paper, rng: Random) -> Altered:
    """A name made of characters copied from another line of the page."""
    place = _one(names(paper), rng)
    runs = []
    for word in paper.words:
        run = max(re.findall(r"[\u4e00-\u9fff]+", word.text) or [""], key=len)
        count = min(len(place.text), 3)
        at = word.text.find(run)
        if len(run) >= count:
            runs.append(glyphs(paper, word, at, at + count))
    away = [g for g in runs if g and _heights_fit(place, g, 0.2) and abs(g.rect[1] - place.rect[1]) > 20]
    giver = _one(away, rng)
    cut = _cut(paper, _padded(giver.rect))
    y = (place.rect[1] + place.rect[3]) // 2 - cut.shape[0] // 2
    pixels = _pasted(_painted(paper, place.rect), cut, place.rect[0] - _MARGIN, y)
    return Altered(pixels, (_padded(place.rect), _padded(giver.rect)))


def name_foreign(paper: Paper, rng: Random) -> Altered:
    """A name cut out of another paper and brought to size."""
    place = _one(names(paper), rng)
    other = _other([o for o in _similar(paper) if names(o)], rng)
    return _from_other(paper, place, other, _one(names(other), rng))


def _similar(paper: Paper) -> list[Paper]:
    """Others on paper of like colour: nobody pastes from another kind of sheet."""
    own = np.median(paper.pixels[::16, ::16].reshape(-1, 3), axis=0)
    return [
        other
        for other in paper.others
        if np.abs(np.median(other.pixels[::16, ::16].reshape(-1, 3), axis=0) - own).max() < 8
    ]


def _other(found: Sequence[Paper], rng: Random) -> Paper:
    if not found:
        raise NothingToAlterError
    return rng.choice(list(found))


def _from_other(paper: Paper, place: Glyphs, other: Paper, giver: Glyphs) -> Altered:
    height = place.rect[3] - place.rect[1]
    factor = height / (giver.rect[3] - giver.rect[1])
    cut = _cut(other, _padded(giver.rect))
    if abs(factor - 1) > 0.03:
        cut = np.asarray(Image.fromarray(cut).resize((round(cut.shape[1] * factor), round(cut.shape[0] * factor))))
    margin = round(_MARGIN * factor)
    x, y = place.rect[0] - margin, place.rect[3] + margin - cut.shape[0]
    return Altered(_pasted(_painted(paper, place.rect), cut, x, y), (_padded(place.rect),))


def _seal(paper: Paper) -> Rect:
    if not paper.seals:
        raise NothingToAlterError
    x0, y0, x1, y1 = _padded(paper.seals[0], 6)
    return max(x0, 0), max(y0, 0), min(x1, paper.pixels.shape[1]), min(y1, paper.pixels.shape[0])


def _stamped(pixels: Pixels, cut: Pixels, x: int, y: int) -> Pixels:
    """The coloured ink of ``cut`` multiplied onto the page."""
    wide = cut.astype(np.float32)
    red = wide[..., 0] - np.maximum(wide[..., 1], wide[..., 2])
    ink = np.where((red > 25)[..., None], wide, 255.0)
    h, w = cut.shape[:2]
    h, w = min(h, pixels.shape[0] - y), min(w, pixels.shape[1] - x)
    under = pixels[y : y + h, x : x + w].astype(np.float32)
    pixels[y : y + h, x : x + w] = np.clip(under * ink[:h, :w] / 255, 0, 255).astype(np.uint8)
    return pixels


def _free_spot(paper: Paper, width: int, height: int, rng: Random) -> tuple[int, int]:
    """A spot in the lower half, away from the seals."""
    page_height, page_width = paper.pixels.shape[:2]
    for _ in range(200):
        x = rng.randrange(page_width // 12, max(page_width - width - page_width // 12, page_width // 12 + 1))
        y = rng.randrange(page_height // 3, max(page_height - height - page_height // 20, page_height // 3 + 1))
        if all(x + width < s[0] or x > s[2] or y + height < s[1] or y > s[3] for s in paper.seals):
            return x, y
    raise NothingToAlterError


def seal_moved(paper: Paper, rng: Random) -> Altered:
    """The seal's square cut out, its place painted over, and set down elsewhere."""
    rect = _seal(paper)
    cut = _cut(paper, rect)
    dx, dy = rng.choice((-1, 1)) * rng.randrange(14, 60), rng.choice((-1, 1)) * rng.randrange(10, 40)
    x = min(max(rect[0] + dx, 0), paper.pixels.shape[1] - cut.shape[1])
    y = min(max(rect[1] + dy, 0), paper.pixels.shape[0] - cut.shape[0])
    pixels = _pasted(_painted(paper, rect), cut, x, y)
    return Altered(pixels, (rect, (x, y, x + cut.shape[1], y + cut.shape[0])))


def seal_duplicated(paper: Paper, rng: Random) -> Altered:
    """The seal's ink set down a second time on the same page."""
    rect = _seal(paper)
    cut = _cut(paper, rect)
    x, y = _free_spot(paper, cut.shape[1], cut.shape[0], rng)
    pixels = _stamped(paper.pixels.copy(), cut, x, y)
    return Altered(pixels, (rect, (x, y, x + cut.shape[1], y + cut.shape[0])))


def seal_foreign(paper: Paper, rng: Random) -> Altered:
    """The seal's square replaced by that of another paper, brought to size."""
    rect = _seal(paper)
    other = _other([o for o in _similar(paper) if o.seals], rng)
    cut = Image.fromarray(_cut(other, _seal(other))).resize((rect[2] - rect[0], rect[3] - rect[1]))
    pixels = _pasted(paper.pixels.copy(), np.asarray(cut), rect[0], rect[1])
    return Altered(pixels, (rect,))


def painted_over(paper: Paper, rng: Random) -> Altered:
    """A value painted over in the paper's colour."""
    place = _one([*dates(paper), *names(paper)], rng)
    return Altered(_painted(paper, place.rect), (_padded(place.rect),))


def painted_white(paper: Paper, rng: Random) -> Altered:
    """A value painted over in pure white."""
    place = _one([*dates(paper), *names(paper)], rng)
    return Altered(_painted(paper, place.rect, (255, 255, 255)), (_padded(place.rect),))


TOOLS: dict[str, Tool] = {
    tool.__name__.replace("_", "-"): tool
    for tool in (
        digit_cloned,
        digit_retyped,
        digit_inpainted,
        digit_foreign,
        date_retyped,
        date_foreign,
        name_retyped,
        name_cloned,
        name_foreign,
        seal_moved,
        seal_duplicated,
        seal_foreign,
        painted_over,
        painted_white,
    )
}
