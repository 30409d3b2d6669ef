"""Years in Chinese numerals inside long lines, read again where circles were dropped: greedy decoding runs 〇〇 of a
squeezed line together, and 二〇〇四年 becomes 二四年, which may mean three years. A short piece keeps its circles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import regex

from ingest.ocr.base import Engine, Picture, Reading
from ingest.ocr.lines import stretched

_STRETCHES = (1.25, 1.6, 2.0)  # of the piece's width
_AGREEING = 2  # readings of the piece that must give one year
_BESIDE = 2  # characters read along with the year on either side
_FEWER = regex.compile(r"(?<![〇○零一二三四五六七八九十百\d])[一二][〇○零一二三四五六七八九]{1,2}(?=年)")
_YEAR = regex.compile(r"(?:一九[〇○零一二三四五六七八九]|二[〇○零][〇○零一二])[〇○零一二三四五六七八九](?=年)")


def restored(engine: Engine, line: Picture, first: Reading) -> Reading:
    """``first`` with each year of two or three numerals replaced by the one that a closer look at it gives twice."""
    if len(first.columns) != len(first.text):
        return first
    for match in reversed(list(_FEWER.finditer(first.text))):
        year = _closer(engine, _piece(line, first.columns, match.span()), match.group())
        if year:
            first = _replaced(first, match.span(), year)
    return first


def _piece(line: Picture, columns: Sequence[float], span: tuple[int, int]) -> Picture:
    """The year with 年 and what stands beside it; ``span`` is that of the numerals."""
    width, beyond = line.shape[1], line.shape[0] / 2
    left = columns[max(span[0] - _BESIDE, 0)] * width - beyond
    right = columns[min(span[1] + _BESIDE, len(columns) - 1)] * width + beyond
    return line[:, max(int(left), 0) : min(round(right), width)]


def _closer(engine: Engine, piece: Picture, fewer: str) -> str:
    """The year that most readings of the stretched piece give, "" where they do not agree or lack what was read."""
    readings = engine.recognise([stretched(piece, by) for by in _STRETCHES])
    found = (_YEAR.search("".join(reading.text.split())) for reading in readings)
    years = Counter(regex.sub("[○零]", "〇", match.group()) for match in found if match)
    best, count = max(years.items(), key=lambda item: (item[1], item[0]), default=("", 0))
    return best if count >= _AGREEING and _holds(best, regex.sub("[○零]", "〇", fewer)) else ""


def _holds(year: str, fewer: str) -> bool:
    """Whether ``fewer`` is what is left of ``year`` when numerals are dropped."""
    rest = iter(year)
    return all(numeral in rest for numeral in fewer)


def _replaced(reading: Reading, span: tuple[int, int], year: str) -> Reading:
    start, end = span
    columns, scores = reading.columns, reading.scores
    step = (columns[end] - columns[start]) / len(year)
    return Reading(
        reading.text[:start] + year + reading.text[end:],
        reading.confidence,
        (*columns[:start], *(columns[start] + step * at for at in range(len(year))), *columns[end:]),
        (*scores[:start], *(min(scores[start:end]),) * len(year), *scores[end:]) if scores else (),
    )
