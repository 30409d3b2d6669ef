"""Text and pictures of one OFD page. Lengths in the file are millimetres from the page's top-left corner."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator
from itertools import islice

import msgspec

from ingest.geometry import Box
from ingest.ofd.package import children, local, numbers
from ingest.package import Element
from ingest.pdf.chars import Char, Chars, Style
from ingest.pdf.words import words_of
from ingest.records import Word

POINTS = 72 / 25.4
_MOST_CHARS = 200_000
_ASCENT, _DESCENT = 0.86, 0.14  # of the font size, about the baseline


class Placed(msgspec.Struct, frozen=True):
    """A picture on a page: which resource, and where, in points as displayed."""

    resource: str
    box: Box


def text_words(layers: list[Element], offset: tuple[float, float]) -> tuple[Word, ...]:
    """The words of all text objects under ``layers``, in the order drawn; ``offset`` in millimetres."""
    glyphs = (glyph for layer in layers for obj in _objects(layer, "TextObject") for glyph in _glyphs(obj, offset))
    return words_of(Chars.of(islice(glyphs, _MOST_CHARS)))


def images(layers: list[Element], offset: tuple[float, float]) -> tuple[Placed, ...]:
    placed = []
    for layer in layers:
        for obj in _objects(layer, "ImageObject"):
            boundary = numbers(obj.get("Boundary"))
            if len(boundary) == 4:
                x, y, w, h = boundary
                x, y = x + offset[0], y + offset[1]
                box = Box(x * POINTS, y * POINTS, (x + w) * POINTS, (y + h) * POINTS).rounded()
                placed.append(Placed(obj.get("ResourceID") or "", box))
    return tuple(placed)


def _objects(layer: Element, name: str) -> Iterator[Element]:
    return (element for element in layer.iter() if local(element) == name)


def _glyphs(obj: Element, offset: tuple[float, float]) -> Iterator[Char]:
    boundary, size = numbers(obj.get("Boundary")), numbers(obj.get("Size"))
    if len(boundary) != 4 or len(size) != 1:
        return
    matrix = numbers(obj.get("CTM"))
    a, b, c, d, e, f = matrix if len(matrix) == 6 else (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    origin = boundary[0] + offset[0], boundary[1] + offset[1]
    drawn = size[0] * math.hypot(c, d) * POINTS
    quarter = round(math.degrees(math.atan2(b, a)) / 90) % 4
    style = Style(obj.get("Font") or "", round(drawn, 2), quarter, False, True, False)
    stretch = math.hypot(a, b) * POINTS
    for code in children(obj, "TextCode"):
        for char, x, y, advance in _placed(code, size[0]):
            left = (a * x + c * y + e + origin[0]) * POINTS
            base = (b * x + d * y + f + origin[1]) * POINTS
            right = left + advance * stretch
            yield Char(char, left, base - _ASCENT * drawn, right, base + _DESCENT * drawn, style, False)


def _placed(code: Element, size: float) -> Iterator[tuple[str, float, float, float]]:
    """Each printed character, its origin and advance in the object's own units."""
    start = numbers(code.get("X")), numbers(code.get("Y"))
    x, y = (start[0] or [0.0])[0], (start[1] or [0.0])[0]
    text = "".join(char for char in code.text or "" if char not in "\r\n")
    across, down = _deltas(code.get("DeltaX")), _deltas(code.get("DeltaY"))
    for index, char in enumerate(text):
        own = size if unicodedata.east_asian_width(char) in "WFA" else size / 2
        step = across[index] if index < len(across) else 0.0 if down else own
        if not char.isspace():
            yield char, x, y, min(own, step) if step > 0 else own
        x += step
        y += down[index] if index < len(down) else 0.0


def _deltas(value: str | None) -> list[float]:
    """Offsets between characters; "g 3 2.5" stands for 2.5 three times (GB/T 33190, 11.3)."""
    parts = (value or "").split()
    deltas: list[float] = []
    index = 0
    try:
        while index < len(parts):
            if parts[index] == "g":
                deltas += [float(parts[index + 2])] * min(int(parts[index + 1]), _MOST_CHARS)
                index += 3
            else:
                deltas.append(float(parts[index]))
                index += 1
    except (ValueError, IndexError):
        return deltas
    return deltas
