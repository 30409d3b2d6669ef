"""The person whom a print-out names without labels: name, sex perhaps, and citizen's number at the head of the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from extractors.base import fact
from extractors.grammar import names
from extractors.layout import PageView
from extractors.records import Fact

_NAME_AND_NUMBER = regex.compile(r"(?P<n>[\u4e00-\u9fff·]{2,12})\s+(?:(?P<g>[男女])\s+)?(?:\d{17}[\dXx])(?!\d)")
_HEAD = 6  # lines of a page's head


def named_beside_number(views: Sequence[PageView]) -> Iterator[Fact]:
    """The name, with the sex after it, that begins a line and stands right before a citizen's number; nothing where
    several lines do so, as the rows of a list do."""
    found = [
        (line, match)
        for line in (line for view in views[:1] for line in view.lines[: 2 * _HEAD])
        if (match := _NAME_AND_NUMBER.match(line.text))
    ]
    if len(found) != 1 or found[0][0] not in views[0].lines[:_HEAD]:
        return
    line, match = found[0]
    name = names.find(match["n"])
    if name and name.value == match["n"]:
        yield fact("person_name", name.value, line.passage, *match.span("n"))
        if match["g"]:
            yield fact("gender", match["g"], line.passage, *match.span("g"))
