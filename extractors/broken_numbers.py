"""Numbers that the end of a line breaks in two, as engines do that set Chinese character by character."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from extractors.passage import GAP

if TYPE_CHECKING:
    from extractors.layout import Line, PageView

_BROKEN = regex.compile(r"\p{Han}{3}[\s\S]*(?:\d\n[\dA-Z]|[A-Z]\n\d)")
_LONG = 15  # times the usual height: a line of running text


def goes_on(view: PageView, above: Line, below: Line) -> bool:
    """Whether a number goes on from the end of a sentence's full line to the next one's beginning; rows of a table and
    a date that signs below do not."""
    if below.box.y0 - above.box.y1 > 2 * above.box.height:  # a page's number, far below
        return False
    if GAP in above.text or GAP in below.text[:20] or not _BROKEN.search(f"{above.text}\n{below.text}"):
        return False
    full = above.box.x1 > max(line.box.x1 for line in view.lines) - 1.5 * view.em
    full = full or (above.box.width > _LONG * view.em and "," in above.text)
    return full and below.box.x0 <= above.box.x0 + view.em
