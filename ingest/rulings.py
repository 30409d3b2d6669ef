"""Cells of ruled tables and forms, merged ones included, from the printed lines of a page."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from ingest.geometry import Box, union

_TOLERANCE = 2.5  # points within which lines are at one height, and ends meet
_COVERED = 0.8  # share of a cell's side that a line must run along
_SMALLEST = 4.0  # points: narrower strips are double lines, not cells
_MOST_LINES = 400
_SAME_LEVEL = 1.0  # points between the pieces of one printed line


class _Grid(msgspec.Struct, frozen=True):
    """Where lines run: ``above[j, i]`` on level ``ys[j]`` from ``xs[i]`` to ``xs[i + 1]``, ``left[j, i]`` likewise."""

    xs: list[float]
    ys: list[float]
    above: NDArray[np.bool_]
    left: NDArray[np.bool_]


def cells(rulings: Sequence[Box]) -> tuple[Box, ...]:
    """The rectangles that ``rulings`` (``Page.rulings``) enclose on all four sides, row by row.

    A merged cell is one rectangle. Boxes run from line centre to line centre.
    """
    level = [line for line in rulings if line.width >= line.height][:_MOST_LINES]
    upright = [line for line in rulings if line.width < line.height][:_MOST_LINES]
    ys = _clustered([(line.y0 + line.y1) / 2 for line in level])
    xs = _clustered([(line.x0 + line.x1) / 2 for line in upright])
    if len(xs) < 2 or len(ys) < 2:
        return ()
    above = _covered([((line.y0 + line.y1) / 2, line.x0, line.x1) for line in level], ys, xs)
    left = _covered([((line.x0 + line.x1) / 2, line.y0, line.y1) for line in upright], xs, ys)
    return _enclosed(_Grid(xs, ys, above, left.T))


def _clustered(values: list[float]) -> list[float]:
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] <= _TOLERANCE:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(group) / len(group) for group in groups]


def _covered(lines: list[tuple[float, float, float]], levels: list[float], stops: list[float]) -> NDArray[np.bool_]:
    """``result[level, i]``: lines on that level run along most of the way from ``stops[i]`` to ``stops[i + 1]``."""
    length = np.zeros((len(levels), len(stops) - 1))
    starts, ends = np.array(stops[:-1]), np.array(stops[1:])
    at = np.array(levels)
    for position, begin, end in lines:
        overlap = np.minimum(ends, end + _TOLERANCE) - np.maximum(starts, begin - _TOLERANCE)
        length[int(np.argmin(np.abs(at - position)))] += np.clip(overlap, 0, None)
    covered: NDArray[np.bool_] = length >= _COVERED * (ends - starts)
    return covered


def _enclosed(grid: _Grid) -> tuple[Box, ...]:
    rows, columns = len(grid.ys) - 1, len(grid.xs) - 1
    seen = np.zeros((rows, columns), dtype=bool)
    found = []
    for row in range(rows):
        for column in range(columns):
            if not seen[row, column]:
                box = _cell(grid, _flooded(grid, seen, row, column))
                if box is not None:
                    found.append(box)
    return tuple(found)


def _flooded(grid: _Grid, seen: NDArray[np.bool_], row: int, column: int) -> list[tuple[int, int]]:
    """The elementary cells reached from one without crossing a line; they are marked in ``seen``."""
    rows, columns = seen.shape
    seen[row, column] = True
    waiting, reached = [(row, column)], []
    while waiting:
        r, c = waiting.pop()
        reached.append((r, c))
        for nr, nc, wall in (
            (r - 1, c, grid.above[r, c]),
            (r + 1, c, grid.above[r + 1, c]),
            (r, c - 1, grid.left[r, c]),
            (r, c + 1, grid.left[r, c + 1]),
        ):
            if 0 <= nr < rows and 0 <= nc < columns and not wall and not seen[nr, nc]:
                seen[nr, nc] = True
                waiting.append((nr, nc))
    return reached


def _cell(grid: _Grid, reached: list[tuple[int, int]]) -> Box | None:
    top, bottom = min(r for r, _ in reached), max(r for r, _ in reached) + 1
    first, last = min(c for _, c in reached), max(c for _, c in reached) + 1
    if len(reached) != (bottom - top) * (last - first):
        return None
    level = grid.above[top, first:last].all() and grid.above[bottom, first:last].all()
    upright = grid.left[top:bottom, first].all() and grid.left[top:bottom, last].all()
    box = Box(*(round(v, 2) for v in (grid.xs[first], grid.ys[top], grid.xs[last], grid.ys[bottom])))
    return box if level and upright and min(box.width, box.height) >= _SMALLEST else None


def joined(lines: Sequence[Box], gap: float) -> tuple[Box, ...]:
    """Pieces of one printed line put together: at one height or position, apart by at most ``gap``."""
    level = [line for line in lines if line.width >= line.height]
    upright = [_swapped(line) for line in lines if line.width < line.height]
    return (*_chained(level, gap), *map(_swapped, _chained(upright, gap)))


def _chained(lines: Sequence[Box], gap: float) -> list[Box]:
    """Level lines with their pieces put together, from the top down."""
    return [line for level in _levels(lines) for line in _whole(level, gap)]


def _whole(level: Sequence[Box], gap: float) -> list[Box]:
    whole: list[Box] = []
    for piece in sorted(level, key=lambda b: b.x0):
        if whole and piece.x0 - whole[-1].x1 <= gap:
            whole[-1] = union((whole[-1], piece))
        else:
            whole.append(piece)
    return whole


def _levels(lines: Sequence[Box]) -> list[list[Box]]:
    """Lines that lie no further from the next one down than pieces of one line do."""
    levels: list[list[Box]] = []
    for line in sorted(lines, key=lambda b: (b.y0, b.x0)):
        if levels and line.y0 - levels[-1][-1].y0 <= _SAME_LEVEL:
            levels[-1].append(line)
        else:
            levels.append([line])
    return levels


def _swapped(box: Box) -> Box:
    return Box(box.y0, box.x0, box.y1, box.x1)
