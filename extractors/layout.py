"""A page as readers see it: words grouped into lines, in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from statistics import median

from extractors.grammar.normal import tight
from extractors.passage import Passage, joined, of_words
from ingest.geometry import Box, union
from ingest.records import Page, Word


class Line:
    """Words side by side. ``box`` is in the reading frame."""

    __slots__ = ("box", "page", "passage", "words")

    def __init__(self, page: Page, words: Sequence[Word]) -> None:
        self.page = page
        self.words = tuple(words)
        self.box: Box = union(w.box for w in words)
        self.passage: Passage = of_words(page, words)

    @property
    def text(self) -> str:
        """Folded; see ``Passage.text``."""
        return self.passage.text

    @property
    def height(self) -> float:
        """Of the tallest word, in points."""
        return max(w.box.height for w in self.words)


class PageView:
    """A page with its lines, made once and handed to every extractor."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """In reading order: top to bottom, on a page of two columns the left one first."""
        return tuple(Line(self.page, words) for words in in_reading_order(rows_of(self.page.words), self.page))

    @cached_property
    def text(self) -> str:
        """Folded text, a line a line."""
        return "\n".join(line.text for line in self.lines)

    @cached_property
    def tight(self) -> str:
        """Folded text without any white space, for recognition by wording."""
        return tight(self.text)

    @cached_property
    def passage(self) -> Passage:
        """All lines run together without white space between Chinese characters, as a sentence is read; a line break
        stays where the size of print changes or the lines stand far apart."""
        runs: list[list[Passage]] = []
        above: Line | None = None
        for line in self.lines:
            if above is None or self._apart(above, line):
                runs.append([])
            runs[-1].append(line.passage)
            above = line
        return joined((joined(run, " ").tight() for run in runs), "\n")

    def _apart(self, above: Line, below: Line) -> bool:
        low, high = sorted((above.height, below.height))
        return high > 1.35 * low or below.box.y0 - above.box.y1 > 2.2 * self.em

    @cached_property
    def em(self) -> float:
        """The usual height of a word on this page, in points; 12 on a page without words."""
        return median(w.box.height for w in self.page.words) if self.page.words else 12.0

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """Tight text of what stands out as a title: lines clearly taller than usual, and the first lines of the page."""
        tall = [i for i, line in enumerate(self.lines) if line.height >= 1.3 * self.em]
        first = range(min(4, len(self.lines)))
        return tuple(tight(self.lines[i].text) for i in sorted({*tall, *first})) + self.stacked

    @cached_property
    def stacked(self) -> tuple[str, ...]:
        """Words set one character below the other (vertical titles), top to bottom."""
        single = sorted((w for w in self.page.words if len(w.text.strip()) == 1), key=lambda w: (w.box.y0, w.box.x0))
        runs: list[list[Word]] = []
        for word in single:
            for run in runs:
                last = run[-1].box
                if (
                    abs(last.center[0] - word.box.center[0]) < 0.4 * last.height
                    and 0 < word.box.y0 - last.y0 < 4 * last.height
                ):
                    run.append(word)
                    break
            else:
                runs.append([word])
        return tuple(tight("".join(w.text for w in run)) for run in runs if len(run) >= 3)

    def within(self, box: Box, share: float = 0.5) -> Passage:
        """The text of the words that lie in ``box`` (reading frame) with at least ``share`` of their area."""
        words = [w for w in self.page.words if w.box.area and w.box.intersection(box) >= share * w.box.area]
        return joined((of_words(self.page, row) for row in rows_of(words)), "\n")


def rows_of(words: Sequence[Word]) -> list[list[Word]]:
    """Words grouped into lines: each joins the line whose nearest word it overlaps by half of the smaller height.

    Comparing with the nearest word, not with the whole line, keeps slightly sloping lines together.
    """
    rows: list[list[Word]] = []
    for word in sorted((w for w in words if w.text.strip()), key=lambda w: (w.box.center[1], w.box.x0)):
        for row in reversed(rows[-12:]):
            nearest = min(row, key=lambda w: abs(w.box.center[0] - word.box.center[0]))
            if _level(nearest.box, word.box):
                row.append(word)
                break
        else:
            rows.append([word])
    for row in rows:
        row.sort(key=lambda w: w.box.x0)
    rows.sort(key=lambda row: min(w.box.center[1] for w in row))
    return rows


def _level(a: Box, b: Box) -> bool:
    overlap = min(a.y1, b.y1) - max(a.y0, b.y0)
    if overlap < 0.5 * min(a.height, b.height):
        return False
    apart = min(a.x1, b.x1) - max(a.x0, b.x0)
    return apart < 0.5 * min(a.width, b.width)  # words above one another are never one line


def in_reading_order(rows: list[list[Word]], page: Page) -> list[list[Word]]:
    """Rows as they are, unless a gutter parts the page into two columns of running text; then column by column."""
    gutter = _gutter(rows, page)
    if gutter is None:
        return rows
    ordered: list[list[Word]] = []
    left: list[list[Word]] = []
    right: list[list[Word]] = []
    for row in rows:
        if any(w.box.x0 < gutter < w.box.x1 for w in row):
            ordered += left + right + [row]
            left, right = [], []
            continue
        sides = [w for w in row if w.box.x1 <= gutter], [w for w in row if w.box.x0 >= gutter]
        left += [sides[0]] if sides[0] else []
        right += [sides[1]] if sides[1] else []
    return ordered + left + right


def _gutter(rows: list[list[Word]], page: Page) -> float | None:
    """The x of an empty strip near the middle with long lines on both sides of it; None for one column."""
    middle = page.width / 2 if page.turn % 180 == 0 else page.height / 2
    long = [w.box for row in rows for w in row if w.box.width > 0.55 * middle and w.box.width < 1.1 * middle]
    left = [b.x1 for b in long if b.center[0] < middle]
    right = [b.x0 for b in long if b.center[0] > middle]
    if len(left) < 8 or len(right) < 8:
        return None
    edge, start = sorted(left)[int(0.9 * len(left))], sorted(right)[int(0.1 * len(right))]
    return (edge + start) / 2 if start > edge else None
