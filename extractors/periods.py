"""Which of a text's periods and dates is meant: by the words before it."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from extractors.base import fact
from extractors.grammar import dates
from extractors.passage import Passage
from extractors.records import Fact

_LATER = regex.compile(r"出生|有效|打印|查询")


def said_period(
    passage: Passage, *, lone_start: regex.Pattern[str] | None = None, typed: bool = False
) -> Iterator[Fact]:
    """``start_date`` and ``end_date`` of the first period "from … to …" that is no validity; where there is none,
    the lone date after ``lone_start`` as a start."""
    for span in dates.spans(passage.text, typed=typed):
        if _LATER.search(passage.text, max(0, span.start - 8), span.start):
            continue
        yield fact("start_date", span.first.value, passage, span.first.start, span.first.end)
        if span.last is not None:
            yield fact("end_date", span.last.value, passage, span.last.start, span.last.end)
        return
    if lone_start is None:
        return
    match = lone_start.search(passage.text)
    if match is None:
        return
    for date in dates.find(passage.text[: match.end() + 20]):
        if match.end() - 1 <= date.start <= match.end() + 3 or match.start() <= date.start < match.end():
            yield fact("start_date", date.value, passage, date.start, date.end)
            return
