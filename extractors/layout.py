"""A page as readers see it: words grouped into lines, in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from statistics import median, median_low

import regex

from extractors.broken_numbers import goes_on
from extractors.grammar.normal import is_han, tight
from extractors.interleaved import interleaved
from extractors.passage import Passage, joined, of_words
from extractors.reading_order import in_reading_order
from extractors.ruled import Cell, cells_of, divided
from ingest.geometry import Box, union
from ingest.records import Page, Word

_FILE_NAME = regex.compile(r"\\|\.(?:pdf|docx?|xlsx?|pptx?|jpe?g|png|zip|txt)$", regex.IGNORECASE)


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


_LETTERHEAD = 8  # lines at the head of a letter, in which its subject stands
_BEGUN = regex.compile(r"[\p{Han}()]{0,24}关于(?!.*(?:通知|决定|批复|通报|函|报告|公告|公示|意见|请示)$)")
_ENDED = regex.compile(r"^[^关]{2,40}(?:通知|决定|批复|通报|函|报告|公告|公示|意见)$")


class PageView:
    """A page with its lines, made once and handed to every extractor."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The page's words, cut where they run across a ruling or around marks set in another font."""
        return interleaved(divided(self.page))

    @property
    def height(self) -> float:
        """Points from top to bottom of the page as it is read, turned upright."""
        return self.page.height if self.page.turn % 180 == 0 else self.page.width

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """The cells of ruled forms and tables, row by row; empty where nothing is ruled."""
        return cells_of(self.page, self.words, rows_of) if len(self.page.rulings) >= 4 else ()

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Top to bottom, on a page of two columns the left one first. A run set downwards is one line."""
        upright = {id(w) for run in self.stacked for w in run}
        rows = rows_of([w for w in self.words if id(w) not in upright])
        lines = [Line(self.page, part) for words in in_reading_order(rows, self.page) for part in _sizes_apart(words)]
        for run in self.stacked:
            at = next((i for i, line in enumerate(lines) if line.box.y0 > run[0].box.y0), len(lines))
            lines.insert(at, Line(self.page, run))
        return tuple(lines)

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
                runs.append([line.passage])
            elif goes_on(self, above, line):
                runs[-1][-1] += line.passage
            else:
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
        """Tight text of what stands out as a title: lines of the upper half clearly taller than usual, the first lines
        of the page, words set downwards, and words that are taller than what stands beside them. Headings of sections
        (一、基本情况) are none."""
        bottom = max((w.box.y1 for w in self.words), default=0.0)
        tall = [i for i, line in enumerate(self.lines) if line.height >= 1.3 * self.em and line.box.y0 < 0.55 * bottom]
        texts = [_ENGLISH_TITLE.sub("", tight(self.lines[i].text)) for i in sorted({*tall, *self._first_lines()})]
        texts += [text for line in self.lines for text in self._standing_out(line)]
        return tuple(t for t in dict.fromkeys(texts) if not _SECTION.match(t) and not _FILE_NAME.search(t))

    def _first_lines(self) -> Iterator[int]:
        """The first lines of the page, and those of the right half of a booklet, to which its lines jump up."""
        yield from range(min(_FIRST, len(self.lines)))
        for i, (above, line) in enumerate(pairwise(self.lines), 1):
            if above.box.y0 - line.box.y0 > _JUMP * self.page.height and line.box.x0 > above.box.x1:
                yield from range(i, min(i + _FIRST_OF_HALF, len(self.lines)))

    def _standing_out(self, line: Line) -> Iterator[str]:
        """Tight text of the words of a line that are taller than the others, or that say nothing but what paper this is
        and are a little taller than usual."""
        for word in line.words:
            others = [w.box.height for w in line.words if w is not word]
            text = tight(word.text)
            taller = bool(others) and word.box.height >= _TALLER * max(*others, self.em)
            named = not others and word.box.height >= _A_LITTLE * self.em and _NAMES_A_PAPER.fullmatch(text)
            if len(text) >= 4 and (taller or named):
                yield text

    @cached_property
    def titles(self) -> tuple[tuple[str, str], ...]:
        """Tight text of neighbouring lines that are set as one title: headings alike in size, one under the other, or
        a letter's subject that breaks after 关于某事."""
        pairs = [(a, b, tight(a.text), tight(b.text)) for a, b in pairwise(self.lines)]
        known = set(self.headings)
        return tuple(
            (upper, lower)
            for index, (a, b, upper, lower) in enumerate(pairs)
            if not _PUNCTUATED.search(upper + lower)
            and (
                ({upper, lower} <= known and self._one_title(a, b))
                or (index < _LETTERHEAD and _BEGUN.match(upper) and _ENDED.search(lower))
            )
        )

    def _one_title(self, above: Line, below: Line) -> bool:
        low, high = sorted((above.height, below.height))
        gap = below.box.y0 - above.box.y1
        centred = abs(above.box.center[0] - below.box.center[0]) < 0.3 * high
        first = above is self.lines[0] and centred  # over the kind of paper for whom or what it is
        return (
            low > 1.15 * self.em
            and high < (2.6 if first else 1.8) * low
            and gap < 1.6 * high
            and min(abs(above.box.center[0] - below.box.center[0]), abs(above.box.x0 - below.box.x0)) < 1.5 * high
        )

    @cached_property
    def stacked(self) -> tuple[tuple[Word, ...], ...]:
        """Runs of three or more Chinese characters set one below the other, or read as one word: vertical titles and
        labels."""
        single = sorted((w for w in self.words if len(w.text.strip()) == 1 and is_han(w.text.strip())), key=_from_top)
        runs: list[list[Word]] = []
        for word in single:
            run = next((r for r in runs if _beneath(r[-1].box, word.box)), None)
            if run is None:
                runs.append([word])
            else:
                run.append(word)
        one = ((w,) for w in self.words if w.box.height > _DOWNWARDS * w.box.width and len(tight(w.text)) >= 3)
        halves = [*single, *(w for w in self.words if _HALF.match(w.text))]
        apart = (r for r in runs if len({w.text for w in r} - _MARKS) >= 3 and not _label_halves(r, halves))
        return (*map(tuple, apart), *one)

    def within(self, box: Box, share: float = 0.5) -> Passage:
        """The text of the words that lie in ``box`` (reading frame) with at least ``share`` of their area."""
        words = [w for w in self.words if w.box.area and w.box.intersection(box) >= share * w.box.area]
        return joined((of_words(self.page, row) for row in rows_of(words)), "\n")


def _sizes_apart(row: list[Word]) -> Iterator[list[Word]]:
    """A row, what is far larger than the rest of it first and apart: 聘书 beside the lines of the letter."""
    usual = median_low(word.box.height for word in row)
    large = [w for w in row if _OUTSIZED * usual < w.box.height < w.box.width and len(tight(w.text)) > 1]
    if not large or len(large) == len(row):
        yield row
        return
    yield large
    yield [word for word in row if word not in large]


_OUTSIZED = 2.5  # times as high as all else on its level: the title on a booklet's left half
_TALLER = 1.25  # times as high as what stands beside it
_A_LITTLE = 1.15  # times the usual height
_FIRST, _FIRST_OF_HALF = 4, 2  # lines that may be a title without standing out
_JUMP = 0.2  # of the height of the page, up to where the right half of a booklet begins
_DOWNWARDS = 2.0  # times as high as wide
_NAMES_A_PAPER = regex.compile(r"\p{Han}{2,18}(?:证书|证明|通知书|登记表|审批表|申报表|聘书)")
_ENGLISH_TITLE = regex.compile(r"(?<=\p{Han}{2})[/|(]?[A-Za-z]{6,}\)?$")  # the title once more, beside it
_PUNCTUATED = regex.compile(r"[:,;。]")
_SECTION = regex.compile(r"^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))")
_HALF = regex.compile(r"\p{Han}{1,2}[:：]")  # the end of a label that is set apart, with its value (名：李明)
_MARKS = frozenset("男女是否无有优良中差")


def _from_top(word: Word) -> tuple[float, float]:
    return word.box.y0, word.box.x0


def _label_halves(run: Sequence[Word], halves: Sequence[Word]) -> bool:
    """Whether the run is the first or last characters of labels set apart (姓　名 over 性　别), ``halves`` being what
    may be the rest of one."""
    paired = sum(
        1
        for w in run
        if any(o not in run and _level(o.box, w.box) and abs(o.box.x0 - w.box.x0) < 6 * w.box.height for o in halves)
    )
    return 2 * paired >= len(run)


def _beneath(upper: Box, lower: Box) -> bool:
    return (
        abs(upper.center[0] - lower.center[0]) < 0.4 * upper.height
        and 0.8 * upper.height < lower.y0 - upper.y0 < 1.9 * upper.height
    )


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
