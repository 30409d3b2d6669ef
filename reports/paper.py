"""A paper as blocks: what the HTML and the DOCX writer both render, so that the two cannot say different things.

Texts in here are final: masked, neutral, in Chinese. A writer adds typography and nothing else.
"""

from __future__ import annotations

from typing import ClassVar, Literal

import msgspec

Tone = Literal["", "missing", "ineligible", "suspect", "notice", "good", "muted"]
Align = Literal["left", "center", "right"]


class Run(msgspec.Struct, frozen=True):
    """A piece of a line. ``link`` is the anchor it leads to, "" for none."""

    text: str
    strong: bool = False
    tone: Tone = ""
    link: str = ""


Line = tuple[Run, ...]


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    """A picture with its caption. ``width`` and ``height`` are pixels; ``shown`` is its width on paper in points."""

    kind: ClassVar[str] = "picture"
    data: bytes
    media: Literal["image/png", "image/jpeg"]
    width: int
    height: int
    shown: float
    caption: str
    anchor: str = ""


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """A cell of a table: lines and pictures below each other. ``label`` marks a heading cell, ``span`` columns."""

    content: tuple[Line | Picture, ...]
    align: Align = "left"
    label: bool = False
    span: int = 1


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A row of a table; ``together`` keeps it with the next one on a page, ``room`` is its least height in points."""

    cells: tuple[Cell, ...]
    anchor: str = ""
    together: bool = False
    room: float = 0.0


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """A ruled table. ``widths`` are the columns' shares of the type area; ``head`` repeats on every page; ``dense``
    tables are set smaller; ``open`` ones have no rules."""

    kind: ClassVar[str] = "table"
    widths: tuple[float, ...]
    head: tuple[str, ...] = ()
    rows: tuple[Row, ...]
    dense: bool = False
    open: bool = False


class Heading(msgspec.Struct, frozen=True, kw_only=True):
    """A heading: level 1 is 一、, level 2 （一）, level 3 a run-in line."""

    kind: ClassVar[str] = "heading"
    level: Literal[1, 2, 3]
    text: str
    anchor: str = ""


class Para(msgspec.Struct, frozen=True, kw_only=True):
    """A paragraph. body: indented by two characters; plain: not; note: small, kept with what follows; remark: small;
    statement: boxed; sign: to the right."""

    kind: ClassVar[str] = "para"
    line: Line
    style: Literal["body", "plain", "note", "remark", "statement", "sign"] = "body"


class Title(msgspec.Struct, frozen=True, kw_only=True):
    """The title of a paper or of an annex that begins a new page."""

    kind: ClassVar[str] = "title"
    text: str
    under: str = ""
    anchor: str = ""
    new_page: bool = False


Block = Title | Heading | Para | Table | Picture


class Paper(msgspec.Struct, frozen=True, kw_only=True):
    """A whole paper. ``contents`` names the anchors that a reader on a screen may jump to."""

    name: str  # of the document, for its properties
    reference: str  # printed in the page head, with the draft mark
    draft: str
    blocks: tuple[Block, ...]
    contents: tuple[tuple[str, str], ...] = ()


def line(*pieces: str | Run) -> Line:
    """A line of plain strings and runs; empty strings are left out."""
    return tuple(Run(piece) if isinstance(piece, str) else piece for piece in pieces if piece != "")


def cell(*content: str | Line | Picture, align: Align = "left", label: bool = False, span: int = 1) -> Cell:
    """A cell of texts (split at line breaks), lines and pictures; empty texts are left out."""
    parts: list[Line | Picture] = []
    for piece in content:
        if isinstance(piece, str):
            parts += [line(part) for part in piece.split("\n") if part.strip()]
        elif piece != ():
            parts.append(piece)
    return Cell(content=tuple(parts), align=align, label=label, span=span)


def row(*cells: str | Cell, anchor: str = "", together: bool = False, room: float = 0.0) -> Row:
    """A row; strings become plain cells."""
    made = tuple(cell(c) if isinstance(c, str) else c for c in cells)
    return Row(cells=made, anchor=anchor, together=together, room=room)
