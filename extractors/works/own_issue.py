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
from extractors.works.headers import dated_name, header_lines, parts_of
from extractors.works.matching import printed

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


_PROCEEDINGS = regex.compile(
    r"(?:(?P<year>(?:19|20)\d\d)年?(?:度)?)?[\p{Han}\d()·“”]{4,36}(?:论文集|论文汇编|论文选编|文集)(?:\([\p{Han}\d]{1,6}\))?"
)


def of_proceedings(views: Sequence[PageView]) -> Iterator[tuple[Passage, regex.Match[str]]]:
    """The name of a meeting's proceedings where it runs at the head of a page."""
    for part in (part for view in views[:2] for line in header_lines(view)[:3] for part in parts_of(line.passage)):
        bare = part.bare().strip("《》")
        match = _PROCEEDINGS.fullmatch(bare.text)
        if match:
            yield bare, match


def proceedings(views: Sequence[PageView]) -> Iterator[Fact]:
    for name, _ in of_proceedings(views):
        yield fact("journal", printed(name), name, trust=0.9)
