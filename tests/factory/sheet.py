"""One page as a list of things to draw, laid out once and rendered as PDF or as a picture.

Coordinates are points with the origin at the top-left corner. Texts are templates: ``{key}`` stands for a field,
whose place on the page becomes part of the truth.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from PIL import Image

from ingest.geometry import Box, union
from tests.factory.fonts import FontSet, advance, face_for

Colour = tuple[int, int, int]
Align = Literal["left", "center", "right"]
BLACK: Colour = (20, 20, 20)
RED: Colour = (200, 20, 30)
GREY: Colour = (110, 110, 110)
A4 = (595.0, 842.0)
NO_LINE_START = "，。；：、）》」”！？〕·,.;:)"
ASCENT, DESCENT = 0.88, 0.12


@dataclass(frozen=True)
class Field:
    """A value as printed. ``name`` is the contract's fact name, "" for print that is no fact."""

    name: str
    value: str | tuple[str, ...]
    text: str
    item: int = 0


Fields = Mapping[str, Field]


@dataclass(frozen=True)
class Text:
    x: float
    baseline: float
    text: str
    face: str
    size: float
    colour: Colour = BLACK
    spacing: float = 0.0


@dataclass(frozen=True)
class Line:
    x0: float
    y0: float
    x1: float
    y1: float
    width: float = 0.6
    colour: Colour = BLACK


@dataclass(frozen=True)
class Panel:
    """A filled or framed rectangle."""

    box: Box
    fill: Colour | None = None
    stroke: Colour | None = None
    width: float = 0.6


@dataclass(frozen=True)
class Picture:
    image: Image.Image
    box: Box
    kind: str = "picture"


Operation = Text | Line | Panel | Picture


@dataclass(frozen=True)
class Placed:
    """A fact with its place on a sheet."""

    field: Field
    box: Box


@dataclass(frozen=True)
class Stamp:
    """A seal on a sheet: what its ring says and where it lies."""

    issuer: str
    box: Box


@dataclass
class Sheet:
    fonts: FontSet
    width: float = A4[0]
    height: float = A4[1]
    paper: Colour = (255, 255, 255)
    operations: list[Operation] = field(default_factory=list)
    placed: list[Placed] = field(default_factory=list)
    stamps: list[Stamp] = field(default_factory=list)
    signatures: list[tuple[str, Box, bool]] = field(default_factory=list)

    def line(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.6, colour: Colour = BLACK) -> None:
        self.operations.append(Line(x0, y0, x1, y1, width, colour))

    def panel(self, box: Box, fill: Colour | None = None, stroke: Colour | None = None, width: float = 0.6) -> None:
        self.operations.append(Panel(box, fill, stroke, width))

    def picture(self, image: Image.Image, box: Box, kind: str = "picture") -> None:
        self.operations.append(Picture(image, box, kind))

    def face(self, role: str) -> str:
        return {"body": self.fonts.body, "title": self.fonts.title, "script": self.fonts.script}[role]

    def run(
        self, x: float, top: float, text: str, size: float, role: str = "body", colour: Colour = BLACK, gap: float = 0.0
    ) -> Box:
        """One line of text without templates; returns its box."""
        start, baseline = x, top + ASCENT * size
        pending, current = "", ""
        begin = x
        for character in text:
            chosen = face_for(character, self.face(role), self.fonts.latin)
            if chosen != current and pending:
                self.operations.append(Text(begin, baseline, pending, current, size, colour, gap))
                pending, begin = "", x
            current, pending = chosen, pending + character
            x += advance(character, chosen) * size + gap
        if pending:
            self.operations.append(Text(begin, baseline, pending, current, size, colour, gap))
        return Box(start, top, max(x - gap, start), top + (ASCENT + DESCENT) * size)

    def measure(self, text: str, size: float, role: str = "body", gap: float = 0.0) -> float:
        face = self.face(role)
        widths = (advance(c, face_for(c, face, self.fonts.latin)) * size + gap for c in text)
        return max(sum(widths) - gap, 0.0)

    def title(
        self, top: float, text: str, size: float, colour: Colour = BLACK, gap: float = 0.0, centre: float = 0.0
    ) -> Box:
        """A line centred on the page or on ``centre``."""
        middle = centre or self.width / 2
        return self.run(middle - self.measure(text, size, "title", gap) / 2, top, text, size, "title", colour, gap)

    def vertical(
        self,
        x: float,
        top: float,
        text: str,
        size: float,
        gap: float = 4.0,
        role: str = "title",
        colour: Colour = BLACK,
    ) -> Box:
        """Characters below one another."""
        boxes = [self.run(x, top + i * (size + gap), character, size, role, colour) for i, character in enumerate(text)]
        return union(boxes)

    def put(
        self,
        x: float,
        top: float,
        template: str,
        fields: Fields,
        size: float = 12,
        *,
        width: float = 10_000.0,
        role: str = "body",
        value_role: str = "",
        colour: Colour = BLACK,
        gap: float = 0.0,
        leading: float = 1.6,
        indent: float = 0.0,
        align: Align = "left",
        underline: bool = False,
    ) -> float:
        """Sets a template in lines of ``width`` and returns the y below its last line.

        ``value_role`` is the face role of filled-in fields; ``underline`` rules a line under them; ``indent`` is the
        first line's, in ems.
        """
        pieces = _pieces(template, fields)
        roles = [value_role or role if key else role for _, key in pieces]
        widths = [
            advance(c, face_for(c, self.face(r), self.fonts.latin)) * size + gap
            for (c, _), r in zip(pieces, roles, strict=True)
        ]
        found: dict[str, list[Box]] = {}
        first = x + indent * size
        for start, stop in _lines([c for c, _ in pieces], widths, width, first - x):
            left = first if start == 0 else x
            used = sum(widths[start:stop]) - (gap if stop > start else 0)
            room = width - (left - x) - used
            left += {"left": 0.0, "center": room / 2, "right": room}[align]
            self._set_line(left, top, pieces[start:stop], roles[start:stop], size, colour, gap, underline, found)
            top += size * leading
        for key, boxes in found.items():
            if fields[key].name:
                self.placed.append(Placed(fields[key], union(boxes)))
        return top

    def lines_of(self, template: str, fields: Fields, size: float, width: float, role: str = "body") -> int:
        """How many lines ``put`` would need."""
        pieces = _pieces(template, fields)
        face = self.face(role)
        widths = [advance(c, face_for(c, face, self.fonts.latin)) * size for c, _ in pieces]
        return len(_lines([c for c, _ in pieces], widths, width, 0.0))

    def _set_line(
        self,
        x: float,
        top: float,
        pieces: Sequence[tuple[str, str]],
        roles: Sequence[str],
        size: float,
        colour: Colour,
        gap: float,
        underline: bool,
        found: dict[str, list[Box]],
    ) -> None:
        index = 0
        while index < len(pieces):
            key, end = pieces[index][1], index
            while end < len(pieces) and pieces[end][1] == key:
                end += 1
            text = "".join(c for c, _ in pieces[index:end])
            box = self.run(x, top, text, size, roles[index], colour, gap)
            if key:
                found.setdefault(key, []).append(box)
                if underline:
                    self.line(box.x0 - 2, box.y1 + 2, box.x1 + 2, box.y1 + 2, 0.5)
            x = box.x1 + gap
            index = end


def _pieces(template: str, fields: Fields) -> list[tuple[str, str]]:
    """The characters of a template after substitution, each with the key of the field it belongs to or ""."""
    pieces: list[tuple[str, str]] = []
    for part in re.split(r"(\{\w+\})", template):
        key = part[1:-1] if part.startswith("{") and part.endswith("}") else ""
        pieces += [(character, key) for character in (fields[key].text if key else part)]
    return pieces


def _lines(characters: Sequence[str], widths: Sequence[float], width: float, indent: float) -> list[tuple[int, int]]:
    """Half-open index ranges of the lines; a newline ends one, closing punctuation hangs."""
    lines, start, used = [], 0, indent
    index = 0
    while index < len(characters):
        character = characters[index]
        if character == "\n":
            lines.append((start, index))
            start, used, index = index + 1, 0.0, index + 1
            continue
        hangs = character in NO_LINE_START and used <= width
        if used + widths[index] > width and index > start and not hangs:
            cut = _break(characters, start, index)
            lines.append((start, cut))
            start, used, index = cut, 0.0, cut
            continue
        used += widths[index]
        index += 1
    lines.append((start, len(characters)))
    return lines


def _break(characters: Sequence[str], start: int, index: int) -> int:
    """Where to end a line so that Latin words and numbers stay whole if they can."""
    cut = index
    while cut > start + 1 and _word(characters[cut]) and _word(characters[cut - 1]):
        cut -= 1
    return cut if cut > start + 1 and index - cut < 30 else index


def _word(character: str) -> bool:
    return character.isascii() and (character.isalnum() or character in ".-/")


def plain(**texts: str) -> dict[str, Field]:
    """Fields that are no facts."""
    return {key: Field("", text, text) for key, text in texts.items()}


def renamed(sheet: Sheet, item: int) -> Sheet:
    """The sheet with its placed facts put under another item."""
    return replace(sheet, placed=[Placed(replace(p.field, item=item), p.box) for p in sheet.placed])
