"""Text without a fixed layout set on pages of our own, so that every word has a place to point at.

The pages are A4 with 72-point margins. Boxes say where a word stands on such a page, not where a word processor would
put it; crops of these pages do not exist.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from ingest.geometry import Box
from ingest.glyphs import folded
from ingest.records import Page, Word
from ingest.rulings import joined

WIDTH, HEIGHT = 595.0, 842.0
_MARGIN = 72.0
_SIZE = 10.5
_LEADING = 1.6
_CELL_PAD = 4.0


class Typesetter:
    """Sets paragraphs and table rows from the top of a page down, and begins new pages where they are full."""

    def __init__(self) -> None:
        self._pages: list[tuple[list[Word], list[Box]]] = [([], [])]
        self._y = _MARGIN

    def page_break(self) -> None:
        if any(self._pages[-1]):
            self._pages.append(([], []))
        self._y = _MARGIN

    def paragraph(self, text: str, *, size: float = _SIZE, centred: bool = False) -> None:
        """One paragraph; an empty one is an empty line."""
        width = WIDTH - 2 * _MARGIN
        for line in _lines(text, width, size) or [""]:
            self._room(size * _LEADING)
            x = _MARGIN + (width - _width(line, size)) / 2 if centred else _MARGIN
            self._put(line, x, self._y, size)
            self._y += size * _LEADING

    def row(self, cells: Sequence[tuple[str, int]]) -> None:
        """A table row of cells: their text and the number of columns each spans."""
        columns = sum(span for _, span in cells)
        if not columns:
            return
        unit = (WIDTH - 2 * _MARGIN) / columns
        set_cells = [_lines(text, max(unit * span - 2 * _CELL_PAD, _SIZE * 2), _SIZE) for text, span in cells]
        height = max(1, *(len(lines) for lines in set_cells)) * _SIZE * _LEADING + _CELL_PAD
        self._room(min(height, HEIGHT - 2 * _MARGIN))
        x = _MARGIN
        for lines, (_, span) in zip(set_cells, cells, strict=True):
            self._frame(Box(x, self._y, x + unit * span, self._y + height))
            for index, line in enumerate(lines):
                self._put(line, x + _CELL_PAD, self._y + _CELL_PAD / 2 + index * _SIZE * _LEADING, _SIZE)
            x += unit * span
        self._y += height

    def _room(self, height: float) -> None:
        if self._y + height > HEIGHT - _MARGIN + 0.01:
            self.page_break()

    def _frame(self, box: Box) -> None:
        x0, y0, x1, y1 = (round(value, 2) for value in (box.x0, box.y0, box.x1, box.y1))
        sides = (Box(x0, y0, x1, y0), Box(x0, y1, x1, y1), Box(x0, y0, x0, y1), Box(x1, y0, x1, y1))
        self._pages[-1][1].extend(sides)

    def _put(self, line: str, x: float, y: float, size: float) -> None:
        words, _ = self._pages[-1]
        start = 0
        for piece in line.split("\t"):
            left = x + _width(line[:start], size)
            if piece.strip():
                words.append(_word(piece, left, y, size))
            start += len(piece) + 1

    def pages(self, file: str) -> tuple[Page, ...]:
        """The pages set so far, the last left out when it is empty unless it is the only one."""
        kept = [page for page in self._pages if any(page)] or self._pages[:1]
        return tuple(
            Page(
                file=file,
                number=number,
                width=WIDTH,
                height=HEIGHT,
                source="text" if words else "none",
                words=tuple(words),
                rulings=joined(lines, 1.0),
                text_layer="sound" if words else "absent",
                blank=not words,
            )
            for number, (words, lines) in enumerate(kept, 1)
        )


def _advance(char: str, size: float) -> float:
    return size if unicodedata.east_asian_width(char) in "WFA" else 2 * size if char == "\t" else size / 2


def _width(text: str, size: float) -> float:
    return sum(_advance(char, size) for char in text)


def _lines(text: str, width: float, size: float) -> list[str]:
    lines: list[str] = []
    for paragraph in text.replace("\r", "").split("\n"):
        line, used = "", 0.0
        for char in paragraph:
            step = _advance(char, size)
            if line and used + step > width:
                lines.append(line)
                line, used = "", 0.0
            line += char
            used += step
        lines.append(line)
    return lines if any(lines) else []


def _word(text: str, x: float, y: float, size: float) -> Word:
    lead = len(text) - len(text.lstrip())
    text, x = text.strip(), x + _width(text[:lead], size)
    edges = [x]
    for char in text:
        edges.append(edges[-1] + _advance(char, size))
    box = Box(round(x, 2), round(y, 2), round(edges[-1], 2), round(y + size, 2))
    return Word(text=folded(text), box=box, size=size, edges=tuple(round(edge, 2) for edge in edges))
