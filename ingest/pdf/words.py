"""Characters of a PDF page into words: runs on one line, in one font, without a wide gap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from ingest.geometry import Box
from ingest.glyphs import folded, is_cjk
from ingest.pdf.text import Char
from ingest.records import Word

_WIDE = 0.9  # of the font size: a wider gap ends a word
_SPACE = 0.25  # a gap of this width is a space even where the text has none
_THIN = 0.1  # a narrower gap is none, even where the text has a space
_EVEN = 1.6  # gaps that differ by less are letter spacing


Glyph = Char  # in the reading frame


def words_of(glyphs: Iterable[Glyph]) -> tuple[Word, ...]:
    """Words in the order of ``glyphs``."""
    return tuple(_word(run) for run in _runs(glyphs))


def _runs(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and not _continues(run[-1], glyph):
            yield run
            run = []
        run.append(glyph)
    if run:
        yield run


def _continues(before: Glyph, glyph: Glyph) -> bool:
    style, last = glyph.style, before.style
    if style is not last and (style.font != last.font or abs(style.size - last.size) > 0.1):
        return False
    em = style.size or _em(glyph)
    gap = glyph.x0 - before.x1
    if not -0.6 * em < gap < _WIDE * em:
        return False
    middle, other = (glyph.y0 + glyph.y1) / 2, (before.y0 + before.y1) / 2
    return abs(middle - other) < 0.6 * em


def _em(glyph: Glyph) -> float:
    return glyph.style.size or max(glyph.y1 - glyph.y0, 1.0)


def _word(run: list[Glyph]) -> Word:
    em = _em(run[0])
    texts, edges = [run[0].text], [run[0].x0]
    for (before, glyph), space in zip(pairwise(run), _spaces(run, em), strict=True):
        if space:
            texts.append(" ")
            edges += (before.x1, glyph.x0)
        else:
            edges.append((before.x1 + glyph.x0) / 2)
        texts.append(glyph.text)
    edges.append(run[-1].x1)
    return Word(
        text=folded("".join(texts)),
        box=_box(run, em),
        font=run[0].style.font,
        size=round(run[0].style.size, 2),
        edges=tuple([round(edge, 2) for edge in edges]),
    )


def _spaces(run: list[Glyph], em: float) -> list[bool]:
    """Whether a space stands between each two characters; widely set Chinese has none."""
    gaps = [after.x0 - before.x1 for before, after in pairwise(run)]
    if not gaps or max(gaps) <= _THIN * em:
        return [False] * len(gaps)
    even = len(gaps) > 1 and min(gaps) > _THIN * em and max(gaps) < _EVEN * min(gaps)
    if even and all(is_cjk(glyph.text[0]) for glyph in run):
        return [False] * len(gaps)
    return [gap > _SPACE * em or (after.gap and gap > _THIN * em) for gap, after in zip(gaps, run[1:], strict=True)]


def _box(run: list[Glyph], em: float) -> Box:
    """Around the ink; at least six tenths of the font size high, so that a dash or comma can be seen and matched."""
    y0, y1 = min([glyph.y0 for glyph in run]), max([glyph.y1 for glyph in run])
    lack = 0.6 * em - (y1 - y0)
    if lack > 0:
        y0, y1 = y0 - lack / 2, y1 + lack / 2
    return Box(round(run[0].x0, 2), round(y0, 2), round(max([glyph.x1 for glyph in run]), 2), round(y1, 2))


def glyphs_of(chars: Iterable[Char], turn: int, width: float, height: float) -> Iterator[Glyph]:
    """``chars`` in the reading frame of a page, ``width`` by ``height`` as displayed, to be turned by ``turn``."""
    if not turn:
        yield from chars
        return
    for char in chars:
        x0, y0, x1, y1 = char.x0, char.y0, char.x1, char.y1
        match turn:
            case 90:
                x0, y0, x1, y1 = height - char.y1, char.x0, height - char.y0, char.x1
            case 180:
                x0, y0, x1, y1 = width - char.x1, height - char.y1, width - char.x0, height - char.y0
            case 270:
                x0, y0, x1, y1 = char.y0, width - char.x1, char.y1, width - char.x0
        yield Glyph(char.text, x0, y0, x1, y1, char.style, char.gap)
