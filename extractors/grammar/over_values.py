"""Pages that set every label on a line of its own over its value, as web pages and modern certificates do."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.grammar.labels import Occurrence
from extractors.layout import PageView
from extractors.passage import EMPTY, Passage

_LEAST = 3  # labels set so, before one is believed to be
_CLOSE = 1.6  # of the usual height, between a label and its value


def line_under(view: PageView, occurrence: Occurrence, found: Sequence[Occurrence]) -> Passage:
    """The line under a label that fills its own line; empty on pages that do not set their labels so."""
    if not _over(view, occurrence, found) or sum(_over(view, o, found) for o in found) < _LEAST:
        return EMPTY
    return view.lines[occurrence.line + 1].passage


def _over(view: PageView, occurrence: Occurrence, found: Sequence[Occurrence]) -> bool:
    if occurrence.line < 0 or occurrence.cell is not None or occurrence.line + 1 >= len(view.lines):
        return False
    line, below = view.lines[occurrence.line], view.lines[occurrence.line + 1]
    return (
        not (line.text[: occurrence.start] + line.text[occurrence.end :]).strip()
        and abs(below.box.x0 - line.box.x0) < 0.6 * view.em
        and below.box.y0 - line.box.y1 < _CLOSE * view.em
        and not any(o.line == occurrence.line + 1 for o in found)
    )
