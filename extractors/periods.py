"""Which of a text's periods and dates is meant: by the words before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from extractors.base import fact, uncut
from extractors.grammar import dates
from extractors.passage import Passage
from extractors.records import Fact

_LATER = regex.compile(r"(?:出生(?!,)|有效|打印|查询)[^。;；]*$")


def _set_aside(passage: Passage, span: dates.Span) -> bool:
    """Whether a period says how long the paper itself is valid (自…起有效，至…失效), or ends with the time on trial."""
    return span.last is not None and _ASIDE.search(passage.text, span.first.end, span.last.start) is not None


_ASIDE = regex.compile(r"有效|试用期?\p{Han}{0,4}$")


def said_period(
    passage: Passage, *, lone_start: regex.Pattern[str] | None = None, typed: bool = False
) -> Iterator[Fact]:
    """``start_date`` and ``end_date`` of the first period "from … to …" that is no validity; where there is none,
    the lone date after ``lone_start`` as a start."""
    for span in dates.spans(passage.text, typed=typed):
        if _LATER.search(passage.text, max(0, span.start - 8), span.start) or _set_aside(passage, span):
            continue
        yield fact("start_date", span.first.value, passage, span.first.start, span.first.end)
        if span.last is not None:
            yield fact("end_date", span.last.value, passage, span.last.start, span.last.end)
        return
    parted = list(_parted(passage))
    yield from parted
    if parted or lone_start is None:
        return
    match = lone_start.search(passage.text)
    if match is None:
        return
    for date in dates.find(passage.text[: match.end() + 20]):
        if match.end() - 1 <= date.start <= match.end() + 3 or match.start() <= date.start < match.end():
            yield fact("start_date", date.value, passage, date.start, date.end)
            return


def whole_dates(found: Sequence[Fact]) -> list[Fact]:
    """``found`` without starts and ends that a line's end cut short: another of the same name goes on where they stop
    (2020-08 beside 2020-08-03)."""
    return uncut(found, "start_date", "end_date", joint="-")


_FROM = regex.compile(r"(?:自|从|于|(?:起始|开始)(?:时间|日期)(?:为|是|:)?)\s?$")
_SAME_YEAR = regex.compile(
    r"[^。;\d]{0,16}(?:\d{1,2}个?(?:工作日|天|日))?[^。;\d]{0,8}[至到]"
    r"(?P<day>(?P<m>0?[1-9]|1[0-2])月(?P<d>0?[1-9]|[12]\d|3[01])日)"
)
_IN_FORCE = regex.compile(r"\s?起(?:生效|有效)")
_TO = regex.compile(r"(?:至|到|(?:结束|终止|截止|期满)(?:时间|日期)?(?:为|是|:)?)\s?$")

_BEGUN = regex.compile(r"\s?(?:起|开始|生效)[,，]")
_ENDED = regex.compile(r"\s?(?:止|终止|届满|期满|到期|结束)")  # 于2009年1月1日生效,于2011年12月31日终止


def _parted(passage: Passage) -> Iterator[Fact]:
    """A period whose two dates stand apart: 于2002年9月起在…学习，至2006年6月期满; 起始时间为…，结束时间为…"""
    found = dates.find(passage.text)
    for i, first in enumerate(found):
        if not _FROM.search(passage.text, max(0, first.start - 10), first.start) and not _BEGUN.match(
            passage.text, first.end
        ):
            continue
        if _IN_FORCE.match(passage.text, first.end):
            continue
        rest = _SAME_YEAR.match(passage.text, first.end)
        if rest and first.precision == "day":
            last_day = f"{first.value[:4]}-{int(rest['m']):02}-{int(rest['d']):02}"
            if last_day >= first.value:
                yield fact("start_date", first.value, passage, first.start, first.end)
                yield fact("end_date", last_day, passage, *rest.span("day"))
                return
        last = next(
            (
                d
                for d in found[i + 1 :]
                if (_TO.search(passage.text, max(0, d.start - 10), d.start) or _ENDED.match(passage.text, d.end))
                and not _ASIDE.search(passage.text, first.end, d.start)
            ),
            None,
        )
        if last is not None and last.start - first.end < 60 and last.value >= first.value:
            yield fact("start_date", first.value, passage, first.start, first.end)
            yield fact("end_date", last.value, passage, last.start, last.end)
            return
