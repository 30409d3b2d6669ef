"""The cover and the foreword of a published standard (DB53/T 123—2016): drafted by whom, published by whom and when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from extractors.base import fact
from extractors.grammar import dates, names, organisations
from extractors.layout import Line, PageView
from extractors.prose import sentence
from extractors.records import Fact
from extractors.works.matching import first, printed

_KIND = regex.compile(r"(?:国家|行业|地方|团体|企业)标准(?:化指导性技术文件)?(?:\(.{1,10}\))?$")
_NUMBER = regex.compile(
    r"^(?P<n>(?:GB|DB\d{2,6}|T|Q|[A-Z]{2,3})(?:/[A-Z0-9]{1,8})*\s*\d{1,6}(?:\.\d{1,3})?[-—–－―]{1,2}(?:19|20)\d\d)$"
)
_PUBLISHED = regex.compile(r"\s*发\s*布")
_BEGUN = regex.compile(r"\s*实\s*施")
_PUBLISHERS = regex.compile(r"(?P<o>\p{Han}{4,40})发布$")
_DRAFTERS = regex.compile(r"(?:主要)?起草人(?:员)?[:：](?P<n>[\p{Han}·、,]{2,300})")


def score(view: PageView) -> float:
    """0.9 for a cover that says what kind of standard it is, its number, and when it was published; else 0."""
    lines = [line.passage.tight().text for line in view.lines]
    kind = any(_KIND.search(text) for text in lines)
    number = any(_NUMBER.match(text) for text in lines)
    return 0.9 if kind and number and _published(view) else 0.0


def facts(views: Sequence[PageView]) -> Iterator[Fact]:
    """Title, number, date of publication, publisher, and the drafters whom the foreword names."""
    cover = views[0]
    yield from _title(cover)
    for line in cover.lines:
        number = _NUMBER.match(line.passage.tight().text)
        if number:
            yield fact("certificate_number", line.passage.tight().text, line.passage)
            break
    published = _published(cover)
    if published:
        line, date = published
        yield fact("issue_date", date.value, line.passage, date.start, date.end)
    for line in cover.lines:
        by = first(_PUBLISHERS, line.passage)
        if by and organisations.is_organisation(by["o"]):
            yield by.fact("issuer", "o")
            break
    drafted = first(_DRAFTERS, sentence(views))
    people = names.listed(drafted["n"]) if drafted else ()
    if drafted and people:
        yield drafted.fact("members", "n", people)


def _published(view: PageView) -> tuple[Line, dates.Found] | None:
    """The date before 发布, not that before 实施."""
    for line in view.lines:
        for date in dates.find(line.text):
            if _PUBLISHED.match(line.text, date.end):
                return line, date
    return None


def _title(view: PageView) -> Iterator[Fact]:
    """The tallest Chinese line between the standard's number and its date."""
    at = next((i for i, line in enumerate(view.lines) if _NUMBER.match(line.passage.tight().text)), 0)
    end = next((i for i, line in enumerate(view.lines) if dates.find(line.text) and i > at), len(view.lines))
    chinese = [line for line in view.lines[at + 1 : end] if regex.search(r"\p{Han}{4}", "".join(line.text.split()))]
    if chinese:
        line = max(chinese, key=lambda one: one.height)
        yield fact("project_name", printed(line.passage), line.passage)
