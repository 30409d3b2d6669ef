"""Cells of ruled forms and tables: what stands in each, and which lie side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractors.grammar.normal import tight
from extractors.level import level_words
from extractors.passage import Passage, joined, of_words
from ingest import rulings
from ingest.geometry import Box
from ingest.records import Page, Word

if TYPE_CHECKING:
    from extractors.layout import PageView

_EDGE = 4.0  # points within which two cells share an edge


@dataclass(frozen=True, slots=True)
class Cell:
    """A ruled rectangle and its text, lines drawn together by spaces. ``box`` is in the reading frame."""

    box: Box
    passage: Passage
    words: tuple[Word, ...]
    lines: int

    @property
    def text(self) -> str:
        """Folded, without white space."""
        return tight(self.passage.text)


def cells_of(
    page: Page, words: Iterable[Word], grouped: Callable[[Sequence[Word]], list[list[Word]]]
) -> tuple[Cell, ...]:
    """The smallest ruled rectangles of a page with the words whose centre lies in each; ``grouped`` makes lines of the
    words of one cell, whatever stands beside them in other cells."""
    boxes = sorted(rulings.cells(page.rulings), key=lambda b: b.area)
    held: dict[Box, list[Word]] = {box: [] for box in boxes}
    for word in words:
        box = next((b for b in boxes if _holds(b, word.box)), None)
        if box is not None:
            held[box].append(word)
    cells = (_cell(page, box, grouped(inside)) for box, inside in held.items())
    return tuple(sorted(cells, key=lambda c: (c.box.y0, c.box.x0)))


def _cell(page: Page, box: Box, lines: Sequence[list[Word]]) -> Cell:
    text = joined((of_words(page, line) for line in lines), " ")
    return Cell(box, text, tuple(w for line in lines for w in line), len(lines))


def _holds(cell: Box, word: Box) -> bool:
    x, y = word.center
    return cell.x0 <= x <= cell.x1 and cell.y0 <= y <= cell.y1


def divided(page: Page) -> tuple[Word, ...]:
    """The page's words without a watermark's, those that run across an upright ruling cut there: an OCR engine may read
    two cells as one."""
    words = level_words(page)
    upright = [r for r in page.rulings if r.height > r.width]
    return tuple(part for word in words for part in _cut(word, upright)) if upright else words


def _cut(word: Word, upright: Sequence[Box]) -> Iterable[Word]:
    y = word.box.center[1]
    margin = 0.3 * word.box.height
    lines = sorted(
        (r.x0 + r.x1) / 2
        for r in upright
        if r.y0 <= y <= r.y1 and word.box.x0 + margin < (r.x0 + r.x1) / 2 < word.box.x1 - margin
    )
    start = 0
    for line in lines:
        end = next((i for i in range(start, len(word.text)) if word.span(i, i + 1).center[0] > line), len(word.text))
        if end > start:
            yield _part(word, start, end)
            start = end
    if start == 0:
        yield word
    elif start < len(word.text):
        yield _part(word, start, len(word.text))


def _part(word: Word, start: int, end: int) -> Word:
    edges = word.edges[start : end + 1] if word.edges else ()
    return Word(
        text=word.text[start:end],
        box=word.span(start, end),
        confidence=word.confidence,
        font=word.font,
        size=word.size,
        edges=edges,
    )


def right_of(view: PageView, cell: Cell) -> Cell | None:
    """The cell that shares its left edge with this one's right edge, at this one's middle; None at the table's end."""
    middle = cell.box.center[1]
    beside = [c for c in view.cells if abs(c.box.x0 - cell.box.x1) < _EDGE and c.box.y0 <= middle <= c.box.y1]
    return min(beside, key=lambda c: c.box.area, default=None)


def under(view: PageView, cell: Cell) -> Cell | None:
    """The cell beneath, in the same column; None when none is as wide."""
    below = [
        c
        for c in view.cells
        if abs(c.box.y0 - cell.box.y1) < _EDGE
        and abs(c.box.x0 - cell.box.x0) < _EDGE
        and abs(c.box.x1 - cell.box.x1) < _EDGE
    ]
    return below[0] if below else None
