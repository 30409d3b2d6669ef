"""Characters of a PDF page into words: runs on one line, in one font, without a wide gap."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ingest.geometry import Box
from ingest.glyphs import folded, is_cjk
from ingest.pdf.chars import Chars, main_quarter
from ingest.records import Word

_WIDE = 0.9  # of the font size: a wider gap ends a word
_SPACE = 0.25  # a gap of this width is a space even where the text has none
_THIN = 0.1  # a narrower gap is none, even where the text has a space
_EVEN = 1.6  # gaps that differ by less are letter spacing
_LOW = 0.6  # of the font size: a box is at least as high, so that a dash or comma can be seen and matched
_DOTS = "·•‧・"
_ALONE = 2  # characters of a run that tell little of the direction of print
_HALF = 1e-6  # hundredths of a hundredth: as near to one half, rounding has to look at the decimals

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]


def words_of(chars: Chars) -> tuple[Word, ...]:
    """Words of ``chars`` in the reading frame, in their order."""
    if not len(chars):
        return ()
    runs = _runs(chars)
    fonts = [style.font for style in chars.styles]
    sizes = [round(style.size, 2) for style in chars.styles]
    styles = chars.style[runs.first].tolist()
    slanted = _slanted(chars, runs)
    parts = zip(_texts(chars, runs), _edges(chars, runs), _boxes(chars, runs), styles, slanted, strict=True)
    return tuple(
        [
            Word(text=text, box=box, font=fonts[style], size=sizes[style], edges=edges, slanted=slants)
            for text, edges, box, style, slants in parts
        ]
    )


class _Runs(NamedTuple):
    """Of each run: its first character, the character after its last, and its font size. Of each character: whether
    it begins a run, and whether a space stands before it."""

    first: NDArray[np.intp]
    end: NDArray[np.intp]
    em: Numbers
    begins: Flags
    spaced: Flags


def _runs(chars: Chars) -> _Runs:
    x0, y0, x1, y1 = chars.boxes
    size = np.array([style.size for style in chars.styles])[chars.style]
    em = np.where(size == 0, np.maximum(y1 - y0, 1.0), size)
    gap = np.zeros(len(chars))
    gap[1:] = x0[1:] - x1[:-1]
    begins = ~_continue(chars, size, em, gap)
    first = np.flatnonzero(begins)
    end = np.append(first[1:], len(chars))
    return _Runs(first, end, em[first], begins, _spaced(chars, gap, begins, first, end, em[first]))


def _continue(chars: Chars, size: Numbers, em: Numbers, gap: Numbers) -> Flags:
    """Whether each character goes on with the run of the one before."""
    names = {name: index for index, name in enumerate(dict.fromkeys(style.font for style in chars.styles))}
    font = np.array([names[style.font] for style in chars.styles])[chars.style]
    quarter = _quarters(chars)
    middle = (chars.boxes[1] + chars.boxes[3]) / 2
    dot = np.array([character in _DOTS for character in chars.text])  # in a name, often from a Latin font
    same = (
        ((font[1:] == font[:-1]) | dot[1:] | dot[:-1])
        & (quarter[1:] == quarter[:-1])
        & (np.abs(size[1:] - size[:-1]) <= 0.1)
    )
    near = (-0.6 * em[1:] < gap[1:]) & (gap[1:] < _WIDE * em[1:])
    level = np.abs(middle[1:] - middle[:-1]) < 0.6 * em[1:]
    return np.concatenate(([False], same & near & level))


def _quarters(chars: Chars) -> NDArray[np.intp]:
    """Each character's direction of reading; see ``Style.quarter``."""
    return np.array([style.quarter for style in chars.styles])[chars.style]


def _slanted(chars: Chars, runs: _Runs) -> list[bool]:
    """Whether each run stands at an angle to the page's lines: set so, turned by itself, or the one character of a ring
    between two slanted ones that happens to stand straight. Where most print is, none of it is taken for slanted."""
    quarter, length = _quarters(chars)[runs.first], runs.end - runs.first
    slanted = (quarter < 0) | ((quarter != main_quarter(chars.counts())) & (length <= _ALONE))
    if 2 * int(length[slanted].sum()) > len(chars):
        return [False] * len(length)
    between = np.zeros_like(slanted)
    between[1:-1] = slanted[:-2] & slanted[2:] & (length[1:-1] <= _ALONE)
    return [bool(value) for value in slanted | between]


def _spaced(
    chars: Chars, gap: Numbers, begins: Flags, first: NDArray[np.intp], end: NDArray[np.intp], em: Numbers
) -> Flags:
    """Whether a space stands before each character of a run but its first; widely set Chinese has none."""
    widest = np.maximum.reduceat(np.where(begins, -np.inf, gap), first)
    narrowest = np.minimum.reduceat(np.where(begins, np.inf, gap), first)
    apart = widest > _THIN * em
    even = apart & (end - first > 2) & (narrowest > _THIN * em) & (widest < _EVEN * narrowest)
    for run in np.flatnonzero(even).tolist():
        apart[run] = not all(map(is_cjk, chars.text[first[run] : end[run]]))
    lengths = end - first
    em, apart = np.repeat(em, lengths), np.repeat(apart, lengths)
    return apart & ~begins & ((gap > _SPACE * em) | (chars.gap & (gap > _THIN * em)))


def _texts(chars: Chars, runs: _Runs) -> list[str]:
    text = folded(chars.text)
    spaces = np.flatnonzero(runs.spaced).tolist()
    pieces = [text[start:stop] for start, stop in pairwise((0, *spaces, len(text)))]
    whole, before = " ".join(pieces), np.cumsum(runs.spaced)
    starts = (runs.first + before[runs.first]).tolist()
    stops = (runs.end + before[runs.end - 1]).tolist()
    return [whole[start:stop] for start, stop in zip(starts, stops, strict=True)]


def _edges(chars: Chars, runs: _Runs) -> list[tuple[float, ...]]:
    """The boundaries of each run's characters, spaces included: halfway between two, at their sides about a space."""
    x0, x1 = chars.boxes[0], chars.boxes[2]
    place = np.arange(len(chars)) + np.cumsum(runs.spaced) + np.cumsum(runs.begins) - 1
    edges = np.empty(place[-1] + 2)
    halfway = x0.copy()
    halfway[1:] = np.where((runs.begins | runs.spaced)[1:], x0[1:], (x1[:-1] + x0[1:]) / 2)
    edges[place] = halfway
    spaces = np.flatnonzero(runs.spaced)
    edges[place[spaces] - 1] = x1[spaces - 1]
    last = runs.end - 1
    edges[place[last] + 1] = x1[last]
    values = hundredths(edges)
    stops = (place[last] + 2).tolist()
    return [tuple(values[start:stop]) for start, stop in pairwise((0, *stops))]


def _boxes(chars: Chars, runs: _Runs) -> list[Box]:
    """Around the ink of each run."""
    x0, y0, x1, y1 = chars.boxes
    top, bottom = np.minimum.reduceat(y0, runs.first), np.maximum.reduceat(y1, runs.first)
    lack = np.maximum(_LOW * runs.em - (bottom - top), 0.0)
    sides = (x0[runs.first], top - lack / 2, np.maximum.reduceat(x1, runs.first), bottom + lack / 2)
    return [Box(*box) for box in zip(*map(hundredths, sides), strict=True)]


def hundredths(values: Numbers) -> list[float]:
    """Each value rounded as ``round(value, 2)`` does."""
    scaled = values * 100
    rounded: list[float] = (np.rint(scaled) / 100).tolist()
    doubtful = np.flatnonzero(np.abs(np.abs(scaled - np.trunc(scaled)) - 0.5) < _HALF)
    for index in doubtful.tolist():
        rounded[index] = round(float(values[index]), 2)
    return rounded
