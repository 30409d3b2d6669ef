"""Names of offices that a narrow column breaks over the line."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from extractors.grammar import organisations
from extractors.passage import Passage, joined

_LEAST = 8  # characters of a name in the line that it fills
_LAST = 4  # characters of it that may stand below


def whole_name(segment: Passage, below: Iterable[Passage]) -> Passage:
    """``segment`` with the last characters of its name, one of ``below``, right under its left or right end:
    …领导小组办公 over 室. As it is where it names an office already, or where both together name none."""
    box, text = segment.box(), segment.bare().text
    if len(text) < _LEAST or organisations.is_organisation(text) or not regex.fullmatch(r"[\p{Han}()]+", text):
        return segment
    for rest in below:
        under, short = rest.box(), rest.bare().text
        beneath = -0.3 * box.height < under.y0 - box.y1 < 0.8 * box.height
        edge = min(abs(under.x0 - box.x0), abs(under.x1 - box.x1)) < 0.7 * box.height
        if beneath and edge and len(short) <= _LAST and organisations.is_organisation(text + short):
            return joined((segment, rest), "")
    return segment
