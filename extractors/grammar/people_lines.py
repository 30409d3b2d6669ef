"""Lists of people that run over the lines of a cell: which lines hold nothing but names."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from extractors.grammar import names
from extractors.grammar.labels import Occurrence
from extractors.layout import PageView
from extractors.passage import EMPTY, Passage, joined
from extractors.works.surnames import reads_as_a_name

_ENDS_OPEN = regex.compile(r"[、,;]\s*$|(?<![\u4e00-\u9fff·])[\u4e00-\u9fff]\s*$")


def of_people(passage: Passage) -> bool:
    """Whether a value is names, of which the first may be the end of one and the last cut by the end of the line."""
    people = names.listed(passage.text)
    sure = people[:-1] if len(people) > 1 and _ENDS_OPEN.search(passage.text) else people
    sure = sure[1:] if len(sure) > 1 and len(sure[0]) == 1 else sure
    return bool(sure) and all(reads_as_a_name(name) for name in sure)


def names_around(view: PageView, occurrence: Occurrence, found: Sequence[Occurrence], beside: Passage) -> Passage:
    """``beside`` with the lines of names above and below it in its column, where its label stands at their middle;
    empty where none is above it: what is below goes on as in any other place."""
    x0 = beside.box().x0
    above: list[Passage] = []
    for index in range(occurrence.line - 1, -1, -1):
        line = view.lines[index]
        near = view.lines[index + 1].box.y0 - line.box.y1 < 0.8 * view.em
        if not near or abs(line.box.x0 - x0) > 1.5 * view.em or any(o.line == index for o in found):
            break
        if not more_people(line.passage, line.passage):
            break
        above.insert(0, line.passage)
    if not above:
        return EMPTY
    below: list[Passage] = []
    for index in range(occurrence.line + 1, min(occurrence.line + 1 + len(above), len(view.lines))):
        line = view.lines[index]
        if abs(line.box.x0 - x0) > 1.5 * view.em or not more_people(line.passage, line.passage):
            break
        below.append(line.passage)
    return joined((*above, beside, *below), "\n")


def more_people(last: Passage, following: Passage) -> bool:
    """Whether a line holds nothing but names, of which the first may be the end of one that the last line began."""
    people = names.listed(following.text.rstrip(" \t。;"))
    if not people or not all(regex.fullmatch(r"[\u4e00-\u9fff·]{1,12}", name) for name in people):
        return False
    begun = names.listed(last.text)
    if len(people) > 1 and len(people[0]) == 1 and begun and len(begun[-1]) == 2:
        people = people[1:]
    if _ENDS_OPEN.search(last.text):
        return all(len(name) <= 4 or "·" in name for name in people)
    return all(reads_as_a_name(name) for name in people)
