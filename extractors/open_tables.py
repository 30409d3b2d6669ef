"""Tables whose rulings are absent or unseen: columns from the heads, rows from the cells of a key column.

A head may be broken over two lines and stand in any order; a cell may hold several lines, centred or at the top.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import regex

from extractors.grammar.normal import tight
from extractors.layout import PageView, rows_of
from extractors.open_heads import columns_of, is_another_head, runs_across
from extractors.passage import Passage, joined, of_words
from extractors.table_records import Column, Heads, Row, Table
from ingest.geometry import Box, union
from ingest.records import Word


def open_tables(view: PageView, heads: Heads, key: regex.Pattern[str] | None = None, *, least: int = 2) -> list[Table]:
    """Every table with at least ``least`` of the heads in one row, found without its rulings.

    ``key``: what a cell must hold for its row to be a row (a year, a running number); each such cell, in the first
    column that has one, begins a row of its own. Without it every line with a word in the first column does.
    """
    found: list[Table] = []
    index = 0
    while index < len(view.lines):
        columns = columns_of(view, index, heads)
        if sum(1 for c in columns if c.name) >= least:
            table = _read(view, columns, heads, key)
            if table.rows:
                found.append(table)
                index = next(
                    (i for i in range(index + 1, len(view.lines)) if view.lines[i].box.center[1] > table.bottom),
                    len(view.lines),
                )
                continue
        index += 1
    return found


def _read(view: PageView, heads: Sequence[Column], patterns: Heads, key: regex.Pattern[str] | None) -> Table:
    top = max(c.head.y1 for c in heads)
    words = _body(view, top, heads, patterns)
    columns = _bounded(heads, words)
    by_column = {i: [w for w in words if _column_of(w, columns) == i] for i in range(len(columns))}
    starts = _starts(by_column, key)
    edges = _edges(starts, words, top)
    rows = []
    for upper, lower in edges:
        inside = [w for w in words if upper <= w.box.center[1] < lower]
        if inside:
            rows.append(_row(view, columns, inside))
    bottom = max((r.box.y1 for r in rows), default=top)
    return Table(tuple(columns), tuple(rows), min(c.head.y0 for c in heads), bottom)


def _body(view: PageView, top: float, heads: Sequence[Column], patterns: Heads) -> list[Word]:
    """The words under the heads, up to a wide empty strip, another row of heads, or a line that runs across columns."""
    body: list[Word] = []
    last = top
    left, right = min(c.head.x0 for c in heads), max(c.head.x1 for c in heads)
    for line in view.lines:
        if line.box.center[1] <= top:
            continue
        if line.box.y0 - last > 5.5 * view.em or is_another_head(line, patterns):
            break
        if runs_across(line, heads) or _FOOT.match(line.text) or _HEADING.fullmatch(line.text):
            break
        if line.box.x0 < left + 3 * view.em and _SECTION.fullmatch(tight(line.text)) and "\t" not in line.text:
            break
        body.extend(w for w in line.words if w.box.x1 > left - 8 * view.em and w.box.x0 < right + 8 * view.em)
        last = max(last, line.box.y1)
    return body


_FOOT = regex.compile(
    r"^\s*[\u4e00-\u9fff]{2,8}\s*:|^(?:注|说明|备注|以上|特此证明)|^\s*(?:本人|个人|申报人)(?:承诺|声明|签[字名])|"
    r"^\s*[\u4e00-\u9fff]{2,10}意见(?:\s|$)"
)
_SECTION = regex.compile(
    r"[^,。;:《》\d]{0,8}(?:任现职|考核|获奖|奖励|荣誉|论文|论著|著作|项目|课题|专利|继续教育|工作|学习|培训)"
    r"[^,。;:《》\d]{0,10}(?:情况|登记|经历|意见|一览)"
)
_HEADING = regex.compile(r"\s*(?:[一二三四五六七八九十]{1,3}、|[(][一二三四五六七八九十]{1,3}[)])\s*[^\t,。;:]{2,24}")


def _bounded(heads: Sequence[Column], words: Sequence[Word]) -> list[Column]:
    """Columns with their bounds: the widest strip between two heads into which no cell reaches."""
    bounds = [float("-inf")]
    for left, right in pairwise(heads):
        bounds.append(_strip(left.head.x1, right.head.x0, words))
    bounds.append(float("inf"))
    return [Column(c.name, c.head, bounds[i], bounds[i + 1]) for i, c in enumerate(heads)]


def _strip(start: float, end: float, words: Sequence[Word]) -> float:
    if end <= start:
        return (start + end) / 2
    spans = sorted((w.box.x0, w.box.x1) for w in words if w.box.x1 > start and w.box.x0 < end)
    best, at = 0.0, (start + end) / 2
    reach = start
    for x0, x1 in [*spans, (end, end)]:
        if x0 - reach > best:
            best, at = x0 - reach, (x0 + reach) / 2
        reach = max(reach, x1)
    return at


def _column_of(word: Word, columns: Sequence[Column]) -> int:
    shares = [min(word.box.x1, c.right) - max(word.box.x0, c.left) for c in columns]
    return max(range(len(columns)), key=lambda i: shares[i])


def _starts(by_column: Mapping[int, Sequence[Word]], key: regex.Pattern[str] | None) -> list[Box]:
    """The cells that begin rows."""
    best: list[Box] = []
    for words in by_column.values():
        boxes = [w.box for w in words if key is None or key.search(tight(w.text))]
        if key is None and boxes:
            return [union(w.box for w in row) for row in rows_of(words)]
        if len(boxes) > len(best):
            best = boxes
    if not best and key is not None:
        return _starts(by_column, None)  # a table without years and running numbers
    return sorted(best, key=lambda b: b.center[1])


def _edges(starts: Sequence[Box], words: Sequence[Word], top: float) -> list[tuple[float, float]]:
    """Upper and lower bounds of rows: the widest empty strip between two starts, else half-way."""
    if not starts:
        return []
    merged: list[Box] = []
    for box in starts:
        if merged and box.center[1] - merged[-1].center[1] < 0.5 * box.height:
            merged[-1] = union((merged[-1], box))
        else:
            merged.append(box)
    cuts = [top]
    for upper, lower in pairwise(merged):
        cuts.append(_gap(upper.center[1], lower.center[1], words))
    pitch = merged[-1].center[1] - cuts[-1] if len(merged) > 1 else 3 * merged[-1].height
    cuts.append(merged[-1].center[1] + max(1.4 * pitch, 1.2 * merged[-1].height))
    return list(pairwise(cuts))


def _gap(start: float, end: float, words: Sequence[Word]) -> float:
    spans = sorted((w.box.y0, w.box.y1) for w in words if w.box.y1 > start and w.box.y0 < end)
    middle = (start + end) / 2
    best, at, reach = -1.0, middle, start
    for y0, y1 in [*spans, (end, end)]:
        width = y0 - reach
        if width > best + 0.5 or (width > best - 0.5 and abs((y0 + reach) / 2 - middle) < abs(at - middle)):
            best, at = max(best, width), (y0 + reach) / 2
        reach = max(reach, y1)
    return at if best > 0 else middle


def _row(view: PageView, columns: Sequence[Column], words: Sequence[Word]) -> Row:
    cells: dict[str, Passage] = {}
    for i, column in enumerate(columns):
        inside = [w for w in words if _column_of(w, columns) == i]
        if column.name and inside:
            cells[column.name] = joined((of_words(view.page, row) for row in rows_of(inside)), "\n")
    whole = joined((of_words(view.page, row) for row in rows_of(words)), "\n")
    return Row(view.page, cells, whole, union(w.box for w in words))
