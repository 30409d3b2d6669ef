"""Lines that may speak of a paper's own issue: running titles, and never the list of what the paper cites."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from extractors.closing import segments
from extractors.grammar.normal import tight
from extractors.layout import Line, PageView
from extractors.works import issues
from extractors.works.headers import dated_name, header_lines

_CITED_WORKS = regex.compile(r"[\[【(]?参考文献(?:\([^()]*\))?[\]】)]?:?|References:?", regex.IGNORECASE)
_ENTRY = regex.compile(r"\s*[\[【]\s?\d{1,3}\s?[\]】]\s?\p{L}")
_NUMBERED = regex.compile(r"\s*[\[【(]\s?\d{1,3}\s?[\]】)]\s?\S")
_KIND = regex.compile(r"\[\s?(?:[JMDCNPSRGZ]|EB)\s?(?:/\s?OL\s?)?\]")  # of what is cited: [J] a journal, [M] a book
_ENDED = regex.compile(r"\d\s?[-—~]\s?\d+\s?\.\s*$")
_EDGE = 3  # lines at the head and at the foot of a further page where its running title stands
_APART = 1.2  # line heights between the text and a running title at the foot
_CARRIED_ON = 2  # lines at the head of a page on which a list of references may go on


def own_lines(views: Sequence[PageView]) -> list[list[Line]]:
    """For every page its lines in the places of running titles, without those of a list of references: that may begin
    on an earlier page, go on at the head of a further one, and be set in columns."""
    kept: list[list[Line]] = []
    listing = False
    for number, view in enumerate(views):
        begun = _begun(view)
        top = view.lines[begun].box.y0 if begun < len(view.lines) else float("inf")
        above = {id(line) for line in view.lines[:begun] if line.box.y0 < top}
        allowed = above & _edge(view, carried_on=listing) if number else above
        foot = _foot(view)
        kept.append(
            [
                line
                for line in header_lines(view)
                if (id(line) in allowed or line is foot)
                and _NUMBERED.match(line.text) is None
                and not (number and _cites(line))
            ]
        )
        listing = listing or begun < len(view.lines)
    return kept


def references(view: PageView) -> set[int]:
    """The ``id`` of every line of the page from where a list of references begins."""
    return {id(line) for line in view.lines[_begun(view) :]}


def _begun(view: PageView) -> int:
    """The index of the line with which a list of references begins, behind the last where there is none."""
    return next((i for i, line in enumerate(view.lines) if _begins(line)), len(view.lines))


def _foot(view: PageView) -> Line | None:
    """The last line of a page where it stands apart from the text and gives an issue as a running title does."""
    lines = sorted(view.lines, key=lambda line: line.box.y0)
    if len(lines) < 2 or lines[-1].box.y0 - max(line.box.y1 for line in lines[:-1]) < _APART * lines[-1].height:
        return None
    dated = issues.has_issue(lines[-1].passage) or dated_name(lines[-1]) is not None
    return lines[-1] if dated and not _cites(lines[-1]) else None


def _begins(line: Line) -> bool:
    """Whether a list of references begins with the line, or with what stands in one of its columns."""
    return any(
        _CITED_WORKS.fullmatch(tight(part.text)) is not None or _ENTRY.match(part.text) is not None
        for part in (line.passage, *segments(line))
    )


def _edge(view: PageView, *, carried_on: bool) -> set[int]:
    lines = sorted(view.lines, key=lambda line: line.box.y0)
    return {id(line) for line in (lines[:_CARRIED_ON] if carried_on else (*lines[:_EDGE], *lines[-_EDGE:]))}


def _cites(line: Line) -> bool:
    """Whether a line of a further page is part of a reference: it names the kind of a work, ends as one does, or gives
    pages behind year, volume and issue, which a running title prints on a paper's first page only."""
    parts = (line.passage, *segments(line))
    return any(
        _KIND.search(part.text) is not None
        or _ENDED.search(part.text) is not None
        or any(hit["first"] for hit in [issues.cited(part)] if hit is not None)
        for part in parts
    )
