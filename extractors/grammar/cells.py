"""Where the value of a label in a ruled cell may stand: in the next cell, beneath, or in the rest of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractors.grammar.labels import Occurrence
from extractors.layout import PageView, rows_of
from extractors.passage import Origin, Passage, joined, of_words
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


def rest_of_cell(view: PageView, occurrence: Occurrence, found: Sequence[Occurrence]) -> Passage | None:
    """What follows a label in its own ruled cell, up to the next label there; None when it stands in no cell, or
    in one of many lines, such as the frame around a certificate."""
    if occurrence.line < 0 or not view.cells:
        return None
    line = view.lines[occurrence.line].passage
    last = line.origin[occurrence.end - 1]
    cell = next((c for c in view.cells if last is not None and any(w is last[1] for w in c.words)), None)
    if cell is None or cell.lines > 3:
        return None
    places = {(id(o[1]), o[2]): i for i, o in enumerate(cell.passage.origin) if o is not None}
    start = places.get(_place(last), -1) + 1
    others = (view.lines[o.line].passage.origin[o.start] for o in found if o.cell is None and o.line >= 0)
    ends = [places[_place(first)] for first in others if _place(first) in places]
    rest = cell.passage[start : min((e for e in ends if e >= start), default=len(cell.passage))].strip(":_")
    return rest if rest or occurrence.colon else None


def _place(origin: Origin | None) -> tuple[int, int]:
    return (id(origin[1]), origin[2]) if origin is not None else (0, -1)
