"""Where the text layer of a scan tells other words than its picture, line by line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from statistics import median

from checks.reading import CLEAR
from ingest.geometry import Box, union
from ingest.records import Page, Word

MOST, LEAST = 2, 3  # lines in which a page's layer may differ, and must agree to the letter, before one is told
ALIKE = 0.7  # of a page's lines agree to the letter when its layer is a good one; a bad reading errs all over
FIGURE = re.compile(r"[0-9〇零一二三四五六七八九十]+")
NEIGHBOURS = 2  # characters on either side by which a place in a line is known again


@dataclass(frozen=True, slots=True)
class Difference:
    """One place: what the picture shows and what the layer says instead, punctuation left out.

    ``word`` is the picture's, ``box`` the whole line of the layer (both in the reading frame), ``around`` the picture's
    piece with its neighbours. ``misread``: a recognition may have done it, as when a figure is taken for another.
    ``fits``: the line's width suits the picture's wording at the page's usual pitch better than the layer's.
    """

    word: Word
    box: Box
    shown: str
    said: str
    around: str
    misread: bool
    fits: bool


@dataclass(frozen=True, slots=True)
class _Line:
    """The same line of both readings."""

    seen: tuple[Word, ...]
    layer: tuple[Word, ...]

    @property
    def shown(self) -> str:
        return "".join(folded(word.text) for word in self.seen)

    @property
    def said(self) -> str:
        return "".join(folded(word.text) for word in self.layer)

    @property
    def width(self) -> float:
        """Points, the gaps between words left out."""
        return sum(word.box.width for word in self.seen)


def folded(text: str) -> str:
    """Letters, figures and Chinese characters alone, in capitals: what recognition is asked for."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).upper() if c.isalnum())


def differences(page: Page) -> list[Difference]:
    """The places where the layer says other words or figures; none on a page whose layer is a bad reading anyway."""
    lines = [line for line in _lines(page) if min(word.confidence for word in line.seen) >= CLEAR]
    same = [line for line in lines if line.shown == line.said]
    if len(same) < LEAST or len(same) < ALIKE * len(lines):
        return []
    pitch = median(line.width / _ems(line.shown) for line in same)
    told = [places for line in lines if not _is_sealed(page, line) and (places := _places(line, pitch))]
    text = "".join(line.shown for line in lines)
    return [place for places in told for place in places if place.said not in text] if len(told) <= MOST else []


def _is_sealed(page: Page, line: _Line) -> bool:
    """Whether a seal, a signature or a picture stands in the line: its words may be in one reading alone."""
    return any(mark.box.intersection(word.box) > 0 for mark in page.marks for word in line.layer)


def _places(line: _Line, pitch: float) -> list[Difference]:
    shown, said = line.shown, line.said
    fits = abs(line.width - pitch * _ems(shown)) < abs(line.width - pitch * _ems(said))
    found = []
    for kind, a, b, c, d in SequenceMatcher(a=shown, b=said, autojunk=False).get_opcodes():
        figures = bool(FIGURE.fullmatch(shown[a:b]) and FIGURE.fullmatch(said[c:d]))
        if kind == "equal" or not (figures or _is_wording(shown[a:b], said[c:d])):
            continue
        around = shown[max(a - NEIGHBOURS, 0) : b + NEIGHBOURS]
        box = union(word.box for word in line.layer)
        found.append(Difference(_word_at(line.seen, a), box, shown[a:b], said[c:d], around, figures, fits))
    return found


def _is_wording(shown: str, said: str) -> bool:
    """Whether the layer holds characters that no recognition makes of the picture's: two or more of its own, in another
    number."""
    return len(said) >= 2 and len(said) > len(shown) and not set(said) & set(shown)


def _word_at(words: Sequence[Word], index: int) -> Word:
    for word in words:
        index -= len(folded(word.text))
        if index < 0:
            return word
    return words[-1]


def _ems(text: str) -> float:
    """How many squares wide a text is set; at least half of one."""
    return max(sum(1.0 if unicodedata.east_asian_width(c) in "WFA" else 0.5 for c in text), 0.5)


def _lines(page: Page) -> list[_Line]:
    """Words of both readings that stand side by side, joined into lines."""
    lines: list[_Line] = []
    for word in page.words:
        if folded(word.text):
            lines = _joined(lines, _Line((word,), tuple(w for w in page.layer_words if _is_beside(w, word))))
    return [_Line(_in_order(line.seen), _in_order(line.layer)) for line in lines if line.layer]


def _joined(lines: list[_Line], new: _Line) -> list[_Line]:
    """``lines`` with ``new``, which becomes one with those that share a word of the layer with it."""
    shared = [line for line in lines if set(line.layer) & set(new.layer)]
    apart = [line for line in lines if line not in shared]
    seen = tuple(word for line in (*shared, new) for word in line.seen)
    layer = tuple(dict.fromkeys(word for line in (*shared, new) for word in line.layer))
    return [*apart, _Line(seen, layer)]


def _in_order(words: Sequence[Word]) -> tuple[Word, ...]:
    return tuple(sorted(words, key=lambda word: word.box.x0))


def _is_beside(one: Word, other: Word) -> bool:
    shared = min(one.box.y1, other.box.y1) - max(one.box.y0, other.box.y0)
    across = min(one.box.x1, other.box.x1) - max(one.box.x0, other.box.x0)
    return shared > 0.5 * min(one.box.height, other.box.height) and across > 0
