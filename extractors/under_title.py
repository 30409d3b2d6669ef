"""The person whose name stands by itself under a paper's title, a unit, a title or a field perhaps beside it."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from extractors.base import fact
from extractors.closing import segments
from extractors.grammar import names, organisations
from extractors.grammar.normal import tight
from extractors.layout import Line, PageView
from extractors.records import Fact
from extractors.works.surnames import reads_as_a_name

_LINES = slice(1, 4)  # of the page, counted from the title
_LISTED = slice(1, 12)
_PARTS = 3
_BESIDE_UNIT = regex.compile(r"(?P<unit>.{4,45}?)\s+(?P<n>[\p{Han}·]{2,12})")
_THEN_UNIT = regex.compile(r"\s*(?P<n>[\p{Han}·]{2,12}?)[,，]\s?(?P<unit>[\p{Han}()]{3,30})[。.]?\s*")


def under_title(view: PageView) -> Iterator[Fact]:
    """Such a name in the three lines under the first one of the page, where the lines below bear no other: a list of
    people is about none of them."""
    found = next((one for line in view.lines[_LINES] if (one := _alone(line) or _beside(line))), None)
    if found is not None and {one.value for line in view.lines[_LISTED] if (one := _alone(line))} <= {found.value}:
        yield found


def _alone(line: Line) -> Fact | None:
    """A name that fills the first part of the line, or all of it, set with wide spaces; not a table's head."""
    parts = list(segments(line))
    between = [parts[1]] if len(parts) == _PARTS and organisations.is_organisation(parts[0].bare().text) else []
    for part in (parts[0], parts[-1], *between) if parts and len(parts) <= _PARTS else ():
        bare = part.bare()
        found = names.find(part.text)
        if found and found.value == bare.text and reads_as_a_name(found.value):
            return fact("person_name", found.value, bare)
    return None


def _beside(line: Line) -> Fact | None:
    """A name behind the unit's (某县某站 李明), or before it: 李明，研发中心。"""
    before = _BESIDE_UNIT.fullmatch(line.text.strip())
    if before and organisations.is_organisation(tight(before["unit"])) and reads_as_a_name(before["n"]):
        start = line.text.rindex(before["n"])
        return fact("person_name", before["n"], line.passage, start, start + len(before["n"]))
    after = _THEN_UNIT.fullmatch(line.text)
    if after and reads_as_a_name(after["n"]):
        return fact("person_name", after["n"], line.passage, *after.span("n"))
    return None
