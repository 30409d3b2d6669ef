"""Ruled tables: rows are the bands between level lines, merged cells belong to every band they span."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import regex

from extractors.layout import PageView
from extractors.open_tables import open_tables
from extractors.passage import Passage, joined
from extractors.ruled import Cell
from extractors.table_records import Column, Heads, Row, Table, head_of
from ingest.geometry import union

_EDGE = 4.0
_APART = 8.0  # points between the outer rulings of two tables


def ruled_tables(view: PageView, heads: Heads, least: int, *, empty: bool = False) -> list[Table]:
    """Every ruled table with at least ``least`` of the heads in one row of cells; ``empty``: also one without rows."""
    found: list[Table] = []
    for row in _level_rows(view.cells):
        if found and row[0].box.y0 < found[-1].bottom - _EDGE and any(_within(row[0], t) for t in found):
            continue
        columns = [] if _is_data(row) else _named(row, heads)
        if sum(1 for c in columns if c.name) >= least:
            table = rows_under(view, columns, heads)
            if table.rows or empty:
                found.append(table)
    return found


def _level_rows(cells: Sequence[Cell]) -> list[list[Cell]]:
    """Adjoining cells with the same upper edge, left to right: two tables may stand side by side."""
    rows: list[list[Cell]] = []
    for cell in cells:
        if rows and abs(rows[-1][0].box.y0 - cell.box.y0) < _EDGE:
            rows[-1].append(cell)
        else:
            rows.append([cell])
    return [part for row in rows for part in _adjoining(sorted(row, key=lambda c: c.box.x0))]


def _adjoining(row: Sequence[Cell]) -> list[list[Cell]]:
    parts: list[list[Cell]] = []
    for cell in row:
        if parts and cell.box.x0 - parts[-1][-1].box.x1 < _APART:
            parts[-1].append(cell)
        else:
            parts.append([cell])
    return parts


def _within(cell: Cell, table: Table) -> bool:
    x, y = cell.box.center
    return table.top <= y <= table.bottom and table.columns[0].left <= x <= table.columns[-1].right


_AMOUNT = regex.compile(r"\d+(?:\.\d+)?|(?:19|20)\d\d[年.\-/].*")
_DATED = regex.compile(r"(?:19|20)\d\d(?:年|[.\-/])\d{1,2}(?!\d).*")


def _is_data(row: Sequence[Cell]) -> bool:
    """Whether a row holds a number or a date of its own, as no row of heads does, so that words in it that heads also
    use (公需科目) are values."""
    filled = [c.text for c in row if c.words]
    if any(_DATED.fullmatch(text) for text in filled):
        return True
    return sum(1 for text in filled if _AMOUNT.fullmatch(text)) >= 2 or bool(filled and _AMOUNT.fullmatch(filled[0]))


def _named(row: Sequence[Cell], heads: Heads) -> list[Column]:
    columns: list[Column] = []
    taken: set[str] = set()
    side = _at_side(row, heads)
    for cell in row:
        text = head_of(cell.text)
        name = next((n for n, p in heads.items() if n not in taken and len(text) <= 26 and p.search(text)), "")
        if name and cell is not side:
            taken.add(name)
        columns.append(Column(name if cell is not side else "", cell.box, cell.box.x0, cell.box.x1))
    return columns


_TALL = 1.8  # times as high as the heads beside it is what names the whole table at its side


def _at_side(row: Sequence[Cell], heads: Heads) -> Cell | None:
    """The cell at the left of a table's heads that reaches down beside the rows under them and says what one of them
    says too (获奖情况 beside 奖项名称)."""
    if len(row) < _FEWEST or row[0].box.height <= _TALL * max(c.box.height for c in row[1:]):
        return None
    said = next((p for p in heads.values() if p.search(head_of(row[0].text))), None)
    return row[0] if said and any(said.search(head_of(c.text)) for c in row[1:]) else None


_FEWEST = 3


def rows_under(view: PageView, columns: Sequence[Column], heads: Heads) -> Table:
    """The table of the ruled rows below the heads of ``columns``, up to where another begins."""
    left, right = columns[0].left, columns[-1].right
    top = min(c.head.y1 for c in columns)
    below = [c for c in view.cells if c.box.y1 > top + _EDGE and c.box.x0 > left - _EDGE and c.box.x1 < right + _EDGE]
    rows: list[Row] = []
    bottom = top
    for upper, lower in _bands(below, top):
        band = sorted((c for c in below if c.box.y0 < (upper + lower) / 2 < c.box.y1), key=lambda c: c.box.x0)
        if not band:
            continue
        if rows and len(band) == 1 and _SECTION.fullmatch(band[0].text):
            break
        if upper - bottom > _EDGE and not _in_columns(band, columns):
            break
        named = [] if _is_data(band) else _named(band, heads)
        bottom = lower
        if sum(1 for c in named if c.name) >= 2:
            if rows:
                bottom = upper
                break
            columns = _refined(columns, named)
            continue
        if any(c.words for c in band):
            rows.append(_row(view, columns, band))
    return Table(tuple(columns), tuple(rows), min(c.head.y0 for c in columns), bottom)


def _in_columns(band: Sequence[Cell], columns: Sequence[Column]) -> bool:
    """Whether most columns have a cell of their own: else another table begins where there is room between the two."""
    edges = [c.box.x0 for c in band]
    return 2 * sum(1 for c in columns if any(abs(c.left - x) < _EDGE for x in edges)) > len(columns)


_SECTION = regex.compile(
    r"[^\d,。;:《》]{0,10}(?:论文|论著|著作|项目|课题|专利|获奖|奖励|荣誉|考核|继续教育)[^\d,。;:《》]{0,10}"
)


def _refined(columns: Sequence[Column], under: Sequence[Column]) -> Sequence[Column]:
    """Heads of two storeys: a head that spans several in the row beneath gives way to them."""
    refined: list[Column] = []
    for column in columns:
        parts = [c for c in under if c.left > column.left - _EDGE and c.right < column.right + _EDGE]
        refined += parts if len(parts) > 1 else [column]
    return refined


def _bands(cells: Sequence[Cell], top: float) -> list[tuple[float, float]]:
    """The strips between neighbouring upper and lower edges, narrowest rows first to last."""
    edges: list[float] = [top]
    for edge in sorted({round(e, 1) for c in cells for e in (c.box.y0, c.box.y1)}):
        if edge - edges[-1] > _EDGE:
            edges.append(edge)
    return list(pairwise(edges))


def _row(view: PageView, columns: Sequence[Column], band: Sequence[Cell]) -> Row:
    cells: dict[str, Passage] = {}
    used: set[int] = set()
    across: set[str] = set()
    for column in columns:
        middle = (column.left + column.right) / 2
        cell = next((c for c in band if c.box.x0 < middle < c.box.x1), None)
        if cell is not None and column.name and sum(1 for c in columns if c.name and _middle_in(c, cell)) > 1:
            across.add(column.name)
        if cell is None or id(cell) in used or not cell.words:
            continue
        used.add(id(cell))  # a cell merged over several columns is the first one's
        if column.name:
            cells[column.name] = cell.passage
    filled = sorted((c for c in band if c.words), key=lambda c: c.box.x0)
    whole = joined((c.passage for c in filled), "\t")
    return Row(view.page, cells, whole, union(c.box for c in band), frozenset(across))


def _middle_in(column: Column, cell: Cell) -> bool:
    return cell.box.x0 < (column.left + column.right) / 2 < cell.box.x1


def tables(view: PageView, heads: Heads, key: regex.Pattern[str] | None = None, *, least: int = 2) -> list[Table]:
    """Every table on the page, top to bottom: the ruled ones by their cells, the others by alignment (``tables``)."""
    aligned = open_tables(view, heads, key, least=least)
    drawn = ruled_tables(view, heads, least)
    whole = [t for t in aligned if sum(_meet(t, r) for r in drawn) < 2]  # what runs through two side by side is none
    ruled = [r for r in drawn if not any(_meet(t, r) and _fuller(t, r) for t in whole)]
    apart = [t for t in aligned if not any(_meet(t, r) for r in ruled)]
    return sorted([*ruled, *apart], key=lambda t: t.top)


def _fuller(aligned: Table, ruled: Table) -> bool:
    """Whether the rulings that were seen part only some of the columns, as on a faint scan."""
    return aligned.names > ruled.names and len(aligned.rows) >= len(ruled.rows) > 0


def _meet(a: Table, b: Table) -> bool:
    return min(a.bottom, b.bottom) - max(a.top, b.top) > 0
