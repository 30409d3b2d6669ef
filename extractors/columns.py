"""Running text column by column, for comparing texts: no line runs on into the next column, however many there are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from extractors.layout import PageView, rows_of
from ingest.geometry import Box, union
from ingest.records import Word

_GAP = 1.2  # heights of print between two columns at least; words of one line are nearer
_LONG = 8.0  # heights: the width of what fills most of a column's line
_LEAST = 6  # such lines in a column
_EDGE = 3.0  # points between the left edges of one column's lines


def running_text(view: PageView) -> str:
    """What runs over the whole width first, a line a line, then each column from top to bottom."""
    runs = [run for row in rows_of(view.words) for run in _runs(row)]
    columns = _columns([union(w.box for w in run) for run in runs])
    if len(columns) < 2:
        return "\n".join(line.text for line in view.lines)
    held: list[list[Word]] = [[] for _ in columns]
    across: list[Word] = []
    for run in runs:
        box = union(w.box for w in run)
        place = next((i for i, column in enumerate(columns) if _inside(box, column)), None)
        (across if place is None else held[place]).extend(run)
    return "\n".join("".join(word.text for word in row) for part in (across, *held) for row in rows_of(part))


def _runs(row: Sequence[Word]) -> Iterable[list[Word]]:
    """The words of a row parted where a gap is as wide as that between columns."""
    run = [row[0]]
    for left, right in pairwise(row):
        if right.box.x0 - left.box.x1 > _GAP * min(left.box.height, right.box.height):
            yield run
            run = []
        run.append(right)
    yield run


def _columns(runs: Iterable[Box]) -> list[Box]:
    """The strips that lines of print begin and end at together, left to right; of strips that meet, as a column's and
    its first lines', the one with most lines."""
    groups: list[list[Box]] = []
    for box in sorted((b for b in runs if b.width >= _LONG * b.height), key=lambda b: b.x0):
        if groups and box.x0 - groups[-1][-1].x0 <= _EDGE:
            groups[-1].append(box)
        else:
            groups.append([box])
    kept: list[Box] = []
    for strip in (_strip(group) for group in sorted(groups, key=len, reverse=True) if len(group) >= _LEAST):
        if all(strip.x1 < other.x0 or other.x1 < strip.x0 for other in kept):
            kept.append(strip)
    return sorted(kept, key=lambda strip: strip.x0)


def _strip(lines: Sequence[Box]) -> Box:
    """Three in four lines end at the right edge or before it; titles and abstracts run beyond."""
    right = sorted(line.x1 for line in lines)[(3 * (len(lines) - 1)) // 4]
    own = [line for line in lines if line.x1 <= right + _EDGE]
    return Box(min(b.x0 for b in own), min(b.y0 for b in own), right, max(b.y1 for b in own))


def _inside(run: Box, column: Box) -> bool:
    """Whether a run stands in a column, an indented first line above it or a hanging mark at its end allowed."""
    level = column.y0 - 2 * run.height <= run.center[1] <= column.y1 + 2 * run.height
    return level and run.x0 >= column.x0 - _EDGE and run.x1 <= column.x1 + run.height
