"""Tables that go on over the page: rows at the top of a page under heads that stand on the page before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from extractors.layout import PageView
from extractors.ruled import Cell
from extractors.table_records import Column, Heads, Table
from extractors.tables import rows_under, ruled_tables, tables
from ingest.geometry import Box

_HEADER, _FOOTER = 0.1, 0.9  # of the page's height: what stands above and below is no part of a form
_SHIFT = 30.0  # points by which a page of a form may lie beside the one before
_EDGE = 6.0


def tables_by_page(
    views: Sequence[PageView], heads: Heads, key: regex.Pattern[str] | None = None, *, least: int = 2
) -> Iterator[tuple[PageView, list[Table]]]:
    """The ``tables`` of each page, first the rows at its top in which the last table of the page before goes on."""
    columns: tuple[Column, ...] = ()
    for view in views:
        carried = _carried(view, columns, heads)
        own = [t for t in tables(view, heads, key, least=least) if carried is None or t.top > carried.top]
        found = [carried, *own] if carried else own
        columns = _open_at_foot(view, heads, least) or (carried.columns if carried and _reaches(carried, view) else ())
        yield view, found


def tables_of(
    views: Sequence[PageView], heads: Heads, key: regex.Pattern[str] | None = None, *, least: int = 2
) -> Iterator[Table]:
    """The tables of ``tables_by_page``, one after another."""
    for _, found in tables_by_page(views, heads, key, least=least):
        yield from found


def _open_at_foot(view: PageView, heads: Heads, least: int) -> tuple[Column, ...]:
    """The columns of a ruled table, with rows or without, under which the page ends."""
    found = ruled_tables(view, heads, least, empty=True)
    return found[-1].columns if found and _reaches(found[-1], view) else ()


def _reaches(table: Table, view: PageView) -> bool:
    """Whether nothing but a page's foot follows."""
    bottom = max([table.bottom, *(c.head.y1 for c in table.columns if not table.rows)])
    return all(line.box.y0 > _FOOTER * view.height for line in view.lines if line.box.center[1] > bottom)


def _carried(view: PageView, columns: Sequence[Column], heads: Heads) -> Table | None:
    """The rows at the top of a page whose cells have the edges of ``columns``."""
    first = _first_row(view)
    if not columns or not first:
        return None
    shift = first[0].box.x0 - columns[0].left
    if abs(shift) > _SHIFT or abs(first[-1].box.x1 - columns[-1].right - shift) > _EDGE:
        return None
    top = first[0].box.y0
    moved = [
        replace(c, head=Box(c.left + shift, top - 1, c.right + shift, top), left=c.left + shift, right=c.right + shift)
        for c in columns
    ]
    if sum(any(abs(cell.box.x0 - c.left) < _EDGE for cell in first) for c in moved) * 2 <= len(moved):
        return None
    table = rows_under(view, moved, heads)
    return table if table.rows else None


def _first_row(view: PageView) -> list[Cell]:
    """The uppermost cells of the page, left to right, where nothing but its header stands above them."""
    if not view.cells:
        return []
    top = view.cells[0].box.y0
    if any(_HEADER * view.height < line.box.y1 < top for line in view.lines):
        return []
    return sorted((c for c in view.cells if c.box.y0 - top < _EDGE), key=lambda c: c.box.x0)
