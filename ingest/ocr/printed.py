"""A ring read with gaps, held against the names printed on its page: a tie-breaker, never a source.

A printed name is taken for the ring's only where the ring was read as that name but for places that were unsure, or
where ink stands that could not be read. What was read surely stays as it was read.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence

import regex

from ingest.ocr.arc import Arc, Glyph

_SURE = 0.97  # confidence from which a character stays as it was read
_MATCHED = 0.6  # of the name's characters, that must have been read
_BEYOND = 2  # characters at either end that may be no part of the name
_LEAST = 4  # characters of a name
_UNREAD = 0.5  # confidence of a character that only the page has
_TELLING = frozenset("一二三四五六七八九十东西南北中上下前后省州市县区镇乡局厅部处科院所站队校会")  # never exchanged
_ENDINGS = frozenset("局厅部委院所站校学会室司社厂处府队心团组行馆园场矿县市州区")
_OPENINGS = frozenset("经由被向在为是与和及报于以对从据按受")
_RUN = regex.compile(r"[\u3400-\u9fff（）()]{4,40}")
_DEARER = 99.0

Inked = Callable[[float, float], float]


def as_printed(arc: Arc, lines: Sequence[str], inked: Inked) -> tuple[str, float]:
    """The ring's text and its confidence, completed by the one name among ``lines`` that it can be.

    ``inked`` tells the share of the ring between two places that has ink.
    """
    read = arc.text
    if len(read) < 2:
        return read, arc.confidence
    fitting = [
        (not whole, cost, -len(name), name)
        for name, whole in _names(lines, read).items()
        if (cost := _cost(arc, name, inked)) is not None
    ]
    if not fitting:
        return read, arc.confidence
    *_, best = min(fitting)
    scores = sorted((glyph.score for glyph in arc.glyphs), reverse=True)[: len(best)]
    return best, (sum(scores) + _UNREAD * (len(best) - len(scores))) / len(best)


def _names(lines: Sequence[str], read: str) -> dict[str, bool]:
    """Pieces of the page's print that may be the name, and whether each stands by itself: where it does not, it must
    begin and end as it was read."""
    longest = round(len(read) / _MATCHED)
    names: dict[str, bool] = {}
    for run in (run for line in lines for run in _RUN.findall(line)):
        for start in range(len(run) - _LEAST + 1):
            for end in range(start + max(_LEAST, len(read) - 2), min(start + longest, len(run)) + 1):
                name, whole = run[start:end], start == 0 and end == len(run)
                if _is_office(name) and (whole or (name[0] == read[0] and name[-1] == read[-1])):
                    names[name] = whole or names.get(name, False)
    return names


def _is_office(name: str) -> bool:
    """Whether it ends as offices do, and does not begin as a clause does: 经云南省教育厅."""
    return name[-1] in _ENDINGS and name[0] not in _OPENINGS


def _cost(arc: Arc, name: str, inked: Inked) -> float | None:
    """How many places of the ring would have been misread or not read if it said ``name``; None if it cannot."""
    glyphs, step = arc.glyphs, arc.step
    most = (1.0 - _MATCHED) * len(name)

    @functools.cache
    def rest(at: int, of: int) -> float:
        """The least cost from the ``at``-th character read and the ``of``-th of the name on."""
        if at == len(glyphs) and of == len(name):
            return 0.0
        ways = []
        if at < len(glyphs) and of < len(name):
            ways.append(_exchanged(glyphs[at], name[of]) + rest(at + 1, of + 1))
        beyond = (at < _BEYOND and of == 0) or (at >= len(glyphs) - _BEYOND and of == len(name))
        if at < len(glyphs) and beyond and glyphs[at].score < _SURE and glyphs[at].text not in _TELLING:
            ways.append(1.0 + rest(at + 1, of))
        for count in range(1, min(3, len(name) - of) + 1):
            if _room(glyphs, at, count, step, inked):
                ways.append(count + (rest(at, of + count) if at == len(glyphs) else _after(at, of + count)))
        return min(ways, default=_DEARER)

    def _after(at: int, of: int) -> float:
        """As ``rest``, the next character of the name having been read: gaps are filled at one go."""
        if of == len(name):
            return _DEARER
        return _exchanged(glyphs[at], name[of]) + rest(at + 1, of + 1)

    cost = rest(0, 0)
    return cost if cost <= most else None


def _exchanged(glyph: Glyph, character: str) -> float:
    if glyph.text == character:
        return 0.0
    if glyph.score >= _SURE or (glyph.text in _TELLING and character in _TELLING):
        return _DEARER
    return 1.0


def _room(glyphs: Sequence[Glyph], at: int, count: int, step: float, inked: Inked) -> bool:
    """Whether ``count`` unread characters have room before the ``at``-th read one, and ink where they would stand."""
    if 0 < at < len(glyphs):
        return glyphs[at].place - glyphs[at - 1].place > (count + 0.55) * step
    start = glyphs[0].place - (count + 0.5) * step if at == 0 else glyphs[-1].place + 0.5 * step
    return all(inked(start + i * step, start + (i + 1) * step) > 0.3 for i in range(count))
