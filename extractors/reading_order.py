"""Two columns, and the two pages of an opened booklet, one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from extractors.grammar.normal import is_han
from ingest.records import Page, Word


def in_reading_order(rows: list[list[Word]], page: Page) -> list[list[Word]]:
    """Rows as they are, unless a gutter parts the page into two columns of running text or into the two pages of an
    opened booklet; then column by column."""
    columns = _gutter(rows, page)
    gutter = columns or _fold(rows, page)
    if gutter is None:
        return rows
    body = _first_of_columns(rows, page) if columns else 0  # running titles above it are not parted
    edges = min(row[0].box.x0 for row in rows), max(row[-1].box.x1 for row in rows)
    ordered: list[list[Word]] = []
    left: list[list[Word]] = []
    right: list[list[Word]] = []
    for index, row in enumerate(rows):
        crosses = any(w.box.x0 < gutter < w.box.x1 for w in row)
        if index < body or crosses or _spaced_out(row, gutter) or _centred(row, gutter, edges):
            ordered += left + right + [row]
            left, right = [], []
            continue
        sides = [w for w in row if w.box.x1 <= gutter], [w for w in row if w.box.x0 >= gutter]
        left += [sides[0]] if sides[0] else []
        right += [sides[1]] if sides[1] else []
    return ordered + left + right


def _spaced_out(row: Sequence[Word], gutter: float) -> bool:
    """Whether a wide-set run of single characters (高　原　教　学) of a row is parted by the gutter by chance."""
    single = [len(w.text.strip()) == 1 and is_han(w.text.strip()) for w in row]
    after = next((i for i, w in enumerate(row) if w.box.x0 >= gutter), 0)
    start = end = after
    while start and single[start - 1]:
        start -= 1
    while end < len(row) and single[end]:
        end += 1
    run = row[start:end]
    if len(run) < 4 or not start < after < end:
        return False
    gaps = [b.box.x0 - a.box.x1 for a, b in pairwise(run)]
    return max(gaps) < 1.5 * min(gaps) + 1


def _centred(row: Sequence[Word], gutter: float, edges: tuple[float, float]) -> bool:
    """Whether a row is set about the gutter, as authors under a title are, and reaches neither edge of the print."""
    em = row[0].box.height
    left, right = row[0].box.x0, row[-1].box.x1
    inside = min(left - edges[0], edges[1] - right) > 4 * em
    return inside and abs((left + right) / 2 - gutter) < em and len(row) > 1


_INLINE = 2.0  # heights of print: a gap as between the words of one line


def _fold(rows: list[list[Word]], page: Page) -> float | None:
    """The middle of the widest strip near the middle of a wide page that no word and no table crosses."""
    width, height = (page.width, page.height) if page.turn % 180 == 0 else (page.height, page.width)
    if width < 1.15 * height or len(rows) < 4:
        return None
    spans = sorted((w.box.x0, w.box.x1) for row in rows for w in row)
    best, at, reach = 0.0, None, spans[0][1]
    for x0, x1 in spans:
        middle = (reach + x0) / 2
        if x0 - reach > best and 0.33 * width < middle < 0.67 * width:
            best, at = x0 - reach, middle
        reach = max(reach, x1)
    if at is None or best < 0.02 * width:
        return None
    print_height = median(w.box.height for row in rows for w in row)
    if best < _INLINE * print_height and abs(at - 0.5 * width) > 0.1 * width:  # white space inside a sentence
        return None
    inner = (0.12 * height, 0.88 * height)
    crossed = any(r.width > r.height and r.x0 < at < r.x1 and inner[0] < r.y0 < inner[1] for r in page.rulings)
    sides = [sum(1 for row in rows if any((w.box.x0 < at) is left for w in row)) for left in (True, False)]
    tabular = sum(1 for row in rows if len(row) >= 5 and min(_split(row, at)) >= 2)
    return at if not crossed and min(sides) >= 2 and tabular < 2 else None


def _split(row: Sequence[Word], at: float) -> tuple[int, int]:
    left = sum(1 for w in row if w.box.x0 < at)
    return left, len(row) - left


def _is_column_wide(word: Word, page: Page) -> bool:
    middle = page.width / 2 if page.turn % 180 == 0 else page.height / 2
    return 0.55 * middle < word.box.width < 1.1 * middle


def _first_of_columns(rows: Sequence[Sequence[Word]], page: Page) -> int:
    """The first row that holds a line as wide as a column."""
    return next((i for i, row in enumerate(rows) if any(_is_column_wide(w, page) for w in row)), 0)


def _gutter(rows: list[list[Word]], page: Page) -> float | None:
    """The x of an empty strip near the middle with long lines on both sides of it; None for one column."""
    middle = page.width / 2 if page.turn % 180 == 0 else page.height / 2
    long = [w.box for row in rows for w in row if _is_column_wide(w, page)]
    left = [b.x1 for b in long if b.center[0] < middle]
    right = [b.x0 for b in long if b.center[0] > middle]
    if len(left) < 8 or len(right) < 8:
        return None
    edge, start = sorted(left)[int(0.9 * len(left))], sorted(right)[int(0.1 * len(right))]
    return (edge + start) / 2 if start > edge else None
