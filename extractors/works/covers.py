"""The year and the issue on a journal's cover, where neither 年 and 期 nor 第 stands beside them."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from extractors.base import fact
from extractors.closing import segments
from extractors.grammar.numerals import digits
from extractors.layout import PageView
from extractors.records import Fact
from extractors.works import issues


def dated(view: PageView) -> Iterator[Fact]:
    """``year`` and ``issue`` of a cover: 2018/12, 2019 over a large 07, or the year on a line of its own."""
    yield from _dated_cover(view)
    yield from _alone(view)


_COVER = 400  # characters of a page that is no more than a cover
_YEAR_ALONE = regex.compile(r"(?P<y>(?:19|20)\d\d|[一二][〇○零一二三四五六七八九]{3}(?=年))年?")
_NUMBER_ALONE = regex.compile(r"0?[1-9]|1\d|2[0-4]")


def _alone(view: PageView) -> Iterator[Fact]:
    """The year that stands by itself on a cover, and the issue as a large number without 第 and 期 beside it."""
    if len(view.tight) > _COVER:
        return
    parts = [part.bare() for line in view.lines for part in (line.passage, *segments(line))]
    years = [(part, match) for part in parts if (match := _YEAR_ALONE.fullmatch(part.text))]
    for part, match in years[:1]:
        yield fact("year", str(digits(match["y"])), part, *match.span("y"), trust=0.9)
    for part in parts if years else ():
        if _NUMBER_ALONE.fullmatch(part.text) and part.box().height >= 1.3 * view.em:
            yield fact("issue", issues.plain(part.text), part, trust=0.8)
            return


_MONTH = regex.compile(r"(?P<y>(?:19|20)\d\d)\s?[/.·]\s?(?:0?[1-9]|1[0-2])(?:\s?\(?[上中下]旬?半?月?刊?\)?)?")


def _dated_cover(view: PageView) -> Iterator[Fact]:
    """The year where a cover gives year and month or issue alone: 2018/12."""
    for line in view.lines:
        match = _MONTH.fullmatch(line.text.strip())
        if match:
            start = line.text.index(match["y"])
            yield fact("year", match["y"], line.passage, start, start + 4, trust=0.9)
            return
