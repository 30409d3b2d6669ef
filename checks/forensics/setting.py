"""How a page of text is set: its rows, and the places where what touches differs a little in size or baseline.

A program that sets a line varies the font inside it, seldom the size, and keeps all on one baseline. Values printed
into a form may be off everywhere; a single place that is off was set at another time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

import msgspec

from ingest.open_page import StyledChar

LEAST_STEP, MOST_STEP = 0.012, 0.2  # of the size: less is rounding, more is meant to stand out
_LEAST_OFF, _MOST_OFF = 0.025, 0.15  # of the size, from baseline to baseline; more is raised or lowered on purpose
_NEAR = 1.1  # sizes of print within which something touches: a wide colon has a gap behind it
_CLOSE = 0.45  # sizes of print between the characters of one value, at most
_FIGURES = 0.4  # of its letters and figures
_MARKS = "年月日.-/"
_COLUMN = 2  # other values that make a column
_SAME_SIZE = 0.03  # points

Row = Sequence[StyledChar]


class Step(msgspec.Struct, frozen=True):
    """Two touching characters of a row that differ a little, the left and the right one."""

    left: StyledChar
    right: StyledChar


def rows(chars: Sequence[StyledChar]) -> list[list[StyledChar]]:
    """The characters that stand on one level, from left to right; the rows from above to below."""
    found: list[list[StyledChar]] = []
    for char in sorted((c for c in chars if c.box.area > 0 and not c.text.isspace()), key=lambda c: c.box.center[1]):
        if found and _level(found[-1][-1], char):
            found[-1].append(char)
        else:
            found.append([char])
    return [sorted(row, key=lambda c: c.box.x0) for row in found]


def _level(one: StyledChar, other: StyledChar) -> bool:
    shared = min(one.box.y1, other.box.y1) - max(one.box.y0, other.box.y0)
    return shared > 0.5 * min(one.box.height, other.box.height)


def touching(row: Row) -> Iterator[tuple[StyledChar, StyledChar]]:
    return ((a, b) for a, b in pairwise(row) if b.box.x0 - a.box.x1 < _NEAR * max(a.size, b.size))


def steps(row: Row) -> list[Step]:
    """Where the size or the baseline changes a little within a row."""
    return [Step(a, b) for a, b in touching(row) if resized(a, b) or shifted(a, b)]


def resized(one: StyledChar, other: StyledChar) -> bool:
    """Whether the sizes differ, by little."""
    return LEAST_STEP < abs(one.size / other.size - 1) < MOST_STEP if other.size else False


def shifted(one: StyledChar, other: StyledChar) -> bool:
    """Whether the baselines of two characters of about one size differ, by little."""
    size = max(one.size, other.size)
    alike = abs(one.size - other.size) < MOST_STEP * size
    return alike and _LEAST_OFF * size < abs(one.baseline - other.baseline) < _MOST_OFF * size


def values(row: Row) -> list[list[StyledChar]]:
    """The dates, numbers and codes of a row: figures, capitals and their marks that stand close together, mostly
    figures."""
    found: list[list[StyledChar]] = []
    for member, group in groupby(row, key=_is_of_value):
        for char in group if member else ():
            if found and found[-1] and char.box.x0 - found[-1][-1].box.x1 < _CLOSE * char.size:
                found[-1].append(char)
            else:
                found.append([char])
        found.append([])
    return [v for v in found if sum(c.text.isdecimal() for c in v) > _FIGURES * sum(c.text.isalnum() for c in v)]


def _is_of_value(char: StyledChar) -> bool:
    return (char.text.isascii() and (char.text.isdecimal() or char.text.isupper())) or char.text in _MARKS


def strangers(value: Sequence[StyledChar]) -> list[StyledChar]:
    """The figures of one value that are in another font than most of its figures."""
    figures = [c for c in value if c.text.isdecimal()]
    fonts = Counter(c.font for c in figures).most_common(2)
    return [c for c in figures if c.font != fonts[0][0]] if len(fonts) > 1 and fonts[0][1] > fonts[1][1] else []


def cells_like(value: Row, ordered: Sequence[Row]) -> list[StyledChar]:
    """The letters and figures of its row's other values that are set as ``value`` is, where cells of a table were set
    anew: the row has values set otherwise too, and so have at least two other rows, above or below this one. A row that
    is set apart as a whole, as sums are, or a form's line filled in, gives none."""
    row = next(row for row in ordered if any(c is value[0] for c in row))
    cells = [cell for cell in values(row) if cell[0] is not value[0]]
    own = [cell for cell in cells if all(alike(c, value[0]) for c in cell if c.text.isalnum())]
    column = [cell for other in ordered if other is not row for cell in values(other) if _above(cell, value)]
    unlike = [cell for cell in column if not any(alike(c, value[0]) for c in cell)]
    if len(own) == len(cells) or len(unlike) < _COLUMN or len(unlike) < len(column):
        return []
    return [c for cell in own for c in cell if c.text.isalnum()]


def is_odd_in_column(value: Row, ordered: Sequence[Row]) -> bool:
    """Whether at least three figures of about as many digits stand above or below ``value``, all in one other font."""
    own = {c.font for c in value if c.text.isalnum()}
    others = (cell for row in ordered if not any(c is value[0] for c in row) for cell in values(row))
    column = [cell for cell in others if _above(cell, value) and abs(len(cell) - len(value)) <= 1]
    if any(not c.text.isdecimal() and c.text != "." for cell in (*column, value) for c in cell):
        return False
    fonts = {c.font for cell in column for c in cell if c.text.isalnum()}
    return len(column) > _COLUMN and len(fonts) == 1 and not fonts & own


def set_alike(value: Row, own: StyledChar, chars: Sequence[StyledChar], ordered: Sequence[Row]) -> list[StyledChar]:
    """The letters and figures of the page, ``value`` aside, that are in the font of ``own``. A table's heads are none
    of it for one figure of a column otherwise in another font: they are seldom set as the figures under them."""
    found = [c for c in chars if c.font == own.font and c.text.isalnum() and not any(c is v for v in value)]
    heads = is_latin(own) and is_odd_in_column(value, ordered)
    return [c for c in found if is_latin(c)] if heads else found


def is_latin(char: StyledChar) -> bool:
    return ord(char.text[0]) < 0x250


def _above(cell: Row, value: Row) -> bool:
    """Whether the one stands above or below the other."""
    shared = min(cell[-1].box.x1, value[-1].box.x1) - max(cell[0].box.x0, value[0].box.x0)
    return shared > 0.5 * min(cell[-1].box.x1 - cell[0].box.x0, value[-1].box.x1 - value[0].box.x0)


def alike(one: StyledChar, other: StyledChar) -> bool:
    """Set in one font and size."""
    return one.font == other.font and abs(one.size - other.size) < _SAME_SIZE


def around(char: StyledChar, ordered: Sequence[StyledChar]) -> list[StyledChar]:
    """The characters next to one another in ``ordered`` that are set as this one."""
    at = next(n for n, c in enumerate(ordered) if c is char)
    first, last = at, at
    while first > 0 and alike(ordered[first - 1], char):
        first -= 1
    while last + 1 < len(ordered) and alike(ordered[last + 1], char):
        last += 1
    return list(ordered[first : last + 1])


def style(char: StyledChar) -> str:
    """Font and size in words."""
    return f"字体{char.font}、{round(char.size, 2)}磅"


def styles(own: Sequence[StyledChar], others: Sequence[StyledChar]) -> str:
    """The usual font and size here and there, in words."""
    here = Counter((c.font, round(c.size, 1)) for c in own).most_common(1)[0][0]
    there = Counter((c.font, round(c.size, 1)) for c in others).most_common(1)[0][0]
    return f"该处字体{here[0]}、{here[1]}磅；同页同类字符多为{there[0]}、{there[1]}磅。"
