"""What a paper says of its own issue elsewhere than in its header: in the citation of itself, at the foot of a
magazine's page, in the name of a meeting's proceedings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from extractors.base import fact
from extractors.closing import segments
from extractors.layout import Line, PageView
from extractors.passage import Passage, joined
from extractors.records import Fact
from extractors.works import issues
from extractors.works.headers import dated_name, parts_of
from extractors.works.matching import printed
from extractors.works.running import own_lines

_CITES_ITSELF = regex.compile(
    r"(?:引用(?:本文)?(?:格式)?|本文引文格式|Citation|Cite this article|How to cite)\s*[:：]", regex.IGNORECASE
)
_CITATION = 4  # lines


def self_cited(view: PageView) -> Iterator[Fact]:
    """Year, volume, issue and pages of the citation that the page gives of itself (引用本文:…[J]. 刊名, 2019, 34(2):
    12-18), read down its own column where another stands beside it."""
    for index, line in enumerate(view.lines):
        mark = _CITES_ITSELF.search(line.text)
        if mark is None:
            continue
        left = line.passage.box(*mark.span()).x0 - view.em
        parts = [line.passage[mark.start() :]]
        for below in view.lines[index + 1 : index + _CITATION]:
            parts += [part for part in segments(below) if part.box().x0 >= left]
        citation = joined(parts, " ")
        at = _J.search(citation.text)
        if at and issues.cited(citation[at.end() :]):
            yield from issues.facts(citation[at.end() :], trust=0.95)
            return


_J = regex.compile(r"\[\s?J(?:/OL)?\s?\]")


def of_foot(line: Line) -> Iterator[Fact]:
    """Year and issue that a magazine prints as 2009.12 beside its name."""
    dated = dated_name(line)
    if dated:
        part, match = dated
        for name in ("year", "issue"):
            yield fact(name, issues.plain(match[name]), part, *match.span(name), trust=0.85)


_MEETING = r"[\p{Han}\d()·“”]{4,36}(?:论文集|论文汇编|论文选编|文集)(?:\([\p{Han}\d]{1,6}\))?"
_PROCEEDINGS = regex.compile(rf"(?P<name>(?:(?P<year>(?:19|20)\d\d)年?(?:度)?)?{_MEETING})")
_PAGED = regex.compile(
    rf"《?(?P<name>{_MEETING})》?[,.]?(?:(?P<year>(?:19|20)\d\d)年?)?[:,]?(?:第|pp?\.?)?"
    r"(?P<first>\d{1,4})[-—~](?P<last>\d{1,4})页?"
)


def _proceedings(views: Sequence[PageView]) -> Iterator[tuple[Passage, regex.Match[str]]]:
    """The name of a meeting's proceedings where it runs at the head of a page, with what stands beside it."""
    for line in (line for spoken in own_lines(views[:2]) for line in spoken[:3]):
        whole = line.passage.bare()
        paged = _PAGED.fullmatch(whole.text)
        if paged:
            yield whole, paged
            continue
        for part in parts_of(line.passage):
            bare = part.bare().strip("《》")
            match = _PROCEEDINGS.fullmatch(bare.text)
            if match:
                yield bare, match


def of_proceedings(views: Sequence[PageView]) -> Iterator[Fact]:
    """Year and pages beside the name of a meeting's proceedings: 第九届…年会论文集 2017: 112-113."""
    for head, match in _proceedings(views):
        groups = match.groupdict()
        if groups["year"]:
            yield fact("year", groups["year"], head, *match.span("year"), trust=0.85)
        if groups.get("first") and int(groups["first"]) <= int(groups["last"]):
            pages = f"{groups['first']}-{groups['last']}"
            yield fact("page_range", pages, head, match.start("first"), match.end("last"), trust=0.9)


def proceedings(views: Sequence[PageView]) -> Iterator[Fact]:
    """The name of a meeting's proceedings."""
    for head, match in _proceedings(views):
        yield fact("journal", printed(head, *match.span("name")), head, *match.span("name"), trust=0.9)
