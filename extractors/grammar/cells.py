"""Where the value of a label that fills a ruled cell may stand: in the next cell, or beneath in a table of heads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractors.grammar.labels import Occurrence
from extractors.layout import PageView, rows_of
from extractors.passage import Passage, joined, of_words
from extractors.ruled import Cell, right_of, under

_EDGE = 4.0  # points within which two cells share an edge


def next_cells(view: PageView, cell: Cell, found: Sequence[Occurrence]) -> Iterable[Passage]:
    """The cell to the right, and where that is a label too, the one beneath; in a row of heads, the last of which no
    list may know, the one beneath before that; where no cell was seen to the right, the words there that stand in
    none."""
    labels = [o.cell for o in found if o.cell is not None]
    beside, below = right_of(view, cell), under(view, cell)
    value = below.passage if below is not None and below not in labels else None
    if value and (beside is None or beside.passage) and any(_level_left(label, cell) for label in labels):
        yield value
    if beside is None and (bare := _outside(view, cell)):
        yield bare
    elif beside is not None and beside not in labels:
        if beside.passage:
            yield beside.passage
    elif value:
        yield value


def _level_left(label: Cell, cell: Cell) -> bool:
    """Whether ``label`` is the left neighbour of ``cell`` in a row of heads, where labels stand side by side."""
    level = abs(label.box.y0 - cell.box.y0) < _EDGE and abs(label.box.y1 - cell.box.y1) < _EDGE
    return level and abs(label.box.x1 - cell.box.x0) < _EDGE


def _outside(view: PageView, cell: Cell) -> Passage:
    """The words right of a cell on its level up to the next cell: a ruling of theirs was lost on the scan."""
    middle = cell.box.center[1]
    inner = {id(w) for c in view.cells for w in c.words}
    edge = min((c.box.x0 for c in view.cells if c.box.x0 > cell.box.x1 and c.box.y0 < middle < c.box.y1), default=None)
    words = [
        w
        for w in view.words
        if id(w) not in inner
        and cell.box.y0 < w.box.center[1] < cell.box.y1
        and w.box.x0 > cell.box.x1 - 2
        and (edge is None or w.box.center[0] < edge)
    ]
    return joined((of_words(view.page, row) for row in rows_of(words)), "\n")
