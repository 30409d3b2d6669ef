"""A journal's contents page: title, authors and first page of every entry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from extractors.base import fact
from extractors.closing import segments
from extractors.layout import Line, PageView
from extractors.passage import Passage, joined
from extractors.records import Fact
from extractors.works import issues
from extractors.works.authors import Authors, chinese, run_together
from extractors.works.matching import printed

HEAD = regex.compile(
    r"(?:^|\n)(?:本期)?(?:目录|目次|要目|CONTENTS|Contents)(?:CONTENTS|Contents)?(?:\n|$|[(（])|(?:^"
    r"|\n)[^\n]{0,24}(?:总)?目[录次](?:\n|$)"
)
_LEADERS = r"[.·…。⋯\-—_=]{3,}|\t+"
_RIGHT = regex.compile(
    rf"^(?P<title>.+?)(?:\s*(?:{_LEADERS})\s*|\s*/\s*"
    rf"|\s{{2,}})(?P<authors>[^\d]*?)\s*(?:{_LEADERS})?\s*[(\[]?(?P<page>\d{{1,4}}(?:\s?[-—~]\s?\d{{1,4}})?)[)\]]?$"
)
_LEFT = regex.compile(
    rf"^[(\[]?(?P<page>\d{{1,4}}(?:\s?[-—~]\s?\d{{1,4}})?)[)\]]?[\t .、]+(?P<title>.+?)(?:\s*(?:{_LEADERS})\s*|\s*/\s*"
    rf"|\s{{2,}})(?P<authors>[^\d]+)$"
)
_BRACKET = regex.compile(r"^(?P<title>.{6,}?)[(](?P<page>\d{1,4}(?:\s?[-—~]\s?\d{1,4})?)[)]$")
_AROUND_TITLE = ".·…⋯-—_/ "


class Entry:
    """One line of a contents page."""

    __slots__ = ("authors", "line", "page", "title")

    def __init__(self, line: Line, match: regex.Match[str]) -> None:
        self.line = line
        self.title = match.span("title")
        self.page = match.span("page")
        groups = match.groupdict()
        text = groups.get("authors") or ""
        self.authors = match.span("authors") if len(regex.sub(r"\W", "", text)) >= 2 else None

    def titled(self) -> Passage:
        return self.line.passage[slice(*self.title)].strip(_AROUND_TITLE)

    def signed(self) -> Passage | None:
        return self.line.passage[slice(*self.authors)] if self.authors else None

    def without_brackets(self) -> None:
        """Names that stand in brackets of their own; anything else between title and page belongs to the title."""
        assert self.authors is not None
        part = self.line.passage[slice(*self.authors)].strip("()[]/.·…")
        start = self.line.text.index(part.text, self.authors[0]) if part else self.authors[0]
        if part and _people(part):
            self.authors = (start, start + len(part))
        else:
            self.title, self.authors = (self.title[0], self.authors[1]), None

    def part_brackets(self) -> None:
        """Authors in brackets after the title: 题名(李明 王红)."""
        if self.authors is not None:
            return
        match = regex.search(r"\s*\((?P<a>[^()]{2,40})\)[\s.·…]*$", self.line.text[slice(*self.title)])
        if match and chinese(self.line.passage[slice(*self.title)][match.start("a") : match.end("a")]):
            at = self.title[0]
            self.authors = (at + match.start("a"), at + match.end("a"))
            self.title = (at, at + match.start())


def _people(passage: Passage) -> Authors | None:
    return chinese(passage) or run_together(passage)


def entry(line: Line) -> Entry | None:
    """What the line says of one paper; None for a line that is no entry, or only the second line of one."""
    text = line.text.strip()
    if not 8 <= len(text) <= 160 or not regex.search(r"\p{Han}{3}|[A-Za-z]{4}", text):
        return None
    for pattern in (_LEFT, _RIGHT, _BRACKET):
        match = pattern.match(line.text)
        if match and not issues.has_issue(line.passage):
            found = Entry(line, match)
            found.part_brackets()
            if found.authors and chinese(line.passage[slice(*found.authors)]) is None:
                found.without_brackets()
            return found
    return None


def facts(views: Sequence[PageView]) -> Iterator[Fact]:
    """``title``, ``authors`` and ``page_range`` of every entry of the contents pages, an item each."""
    item = 0
    for view in views:
        text = "\n".join("".join(line.text.split()) for line in view.lines)
        if not HEAD.search(text):
            continue
        lines = _right_of_imprint(view)
        edge = _edge(lines)
        for line, following in zip(lines, [*lines[1:], None], strict=True):
            found = entry(line)
            if found is None or not found.titled():
                continue
            item += 1
            title, signed = _whole(found, following, edge, view.em)
            yield fact("title", printed(title), title, item=item)
            people = _people(signed) if signed else None
            if signed and people:
                yield fact("authors", people.names, signed, people.start, people.end, item=item)
            yield fact("page_range", found.line.text[slice(*found.page)], found.line.passage, *found.page, item=item)


def _edge(lines: Sequence[Line]) -> float:
    """Where the column of titles ends: no title reaches further to the right."""
    ends = [found.titled().box().x1 for line in lines if (found := entry(line)) and found.authors and found.titled()]
    return max(ends, default=0.0)


def _whole(found: Entry, following: Line | None, edge: float, em: float) -> tuple[Passage, Passage | None]:
    """Title and names of an entry, with what of each goes on in the next line."""
    title, signed = found.titled(), found.signed()
    if following is None or entry(following) is not None:
        return title, signed
    if signed is None:
        return title, following.passage if chinese(following.passage) else None
    box, names = title.box(), signed.box()
    first, *rest = segments(following)
    near = following.box.y0 - found.line.box.y1 < 1.6 * found.line.height
    if not near or regex.search(r"\d", following.text) or following.box.x0 < box.x0 - em:
        return title, signed
    if abs(first.box().x0 - names.x0) < 2 * em:
        rest = [first, *rest]
    elif not chinese(first) and box.x1 > edge - 3 * em and (rest or names.x0 - box.x1 < 2.5 * em):
        title = joined((title, first), "")
    people = [part for part in rest if chinese(part)]
    return title, joined((signed, *people), " ") if people else signed


def _right_of_imprint(view: PageView) -> list[Line]:
    """The page's lines without an imprint's column on the left: lines through it cut where the entries begin."""
    starts = [line.box.x0 for line in view.lines if entry(line)]
    if len(starts) < 3:
        return list(view.lines)
    cuts = [(x, [_from(view, line, x) for line in view.lines]) for x in starts]
    edge, best = max(cuts, key=lambda cut: sum(1 for line in cut[1] if line and entry(line)))
    pairs = zip(best, view.lines, strict=True)
    return [line or whole for line, whole in pairs if line or whole.box.x1 > edge]


def _from(view: PageView, line: Line, edge: float) -> Line | None:
    """The words of ``line`` from ``edge`` on, where one begins there; None where none does."""
    inside = [w for w in line.words if w.box.x0 > edge - 0.5 * view.em]
    if not inside or inside[0].box.x0 - edge > 0.5 * view.em:
        return None
    return line if len(inside) == len(line.words) else Line(view.page, inside)
