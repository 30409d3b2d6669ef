"""Where running titles stand on a page, and the parts that wide gaps make of such a line."""

from __future__ import annotations

import regex

from extractors.layout import Line, PageView
from extractors.passage import Passage
from extractors.works import issues

_SHORT_ISSUE = r"(?P<year>(?:19|20)\d\d)\s?[./·]\s?(?P<issue>0?[1-9]|1[0-2])"
_FOOT_NAME = r"[《]?(?!\p{Han}{0,6}(?:日期|时间|收稿|修回|定稿|录用))\p{Han}[\p{Han}· ]{2,15}[》]?"
DATED_FOOT = regex.compile(  # 104 云山教育 2009.12: page, name and issue at the foot of a magazine's page
    rf"(?:\d{{1,4}}\s+)?{_FOOT_NAME}\s*{_SHORT_ISSUE}(?:\s+\d{{1,4}})?"
    rf"|(?:\d{{1,4}}\s+)?{_SHORT_ISSUE}\s+{_FOOT_NAME}(?:\s+\d{{1,4}})?"
)


def header_lines(view: PageView) -> list[Line]:
    """Lines at the top of a page and in its bottom eighth, and last ones with an issue: where running titles stand."""
    boxes = [line.box for line in view.lines]
    if not boxes:
        return []
    height = max(view.page.height, *(b.y1 for b in boxes))
    top = max(height / 6, min(b.y0 for b in boxes) + 0.06 * height)
    last = {id(o) for o in view.lines[-2:] if issues.has_issue(o.passage) or DATED_FOOT.fullmatch(o.text.strip())}
    return [
        line
        for line in view.lines
        if line.box.center[1] < top or line.box.center[1] > height * 7 / 8 or id(line) in last
    ]


def parts_of(passage: Passage) -> list[Passage]:
    """Between wide gaps; characters that each stand alone (a widely spaced name) are drawn together first."""
    pieces = [p for p in passage.text.split("\t") if p.strip()]
    singles = sum(len(p.strip()) == 1 for p in pieces)
    if singles >= 3 and singles >= 0.6 * len(pieces):
        return [passage.bare()]
    parts: list[Passage] = []
    start = 0
    for piece in passage.text.split("\t"):
        if piece.strip():
            parts.append(passage[start : start + len(piece)])
        start += len(piece) + 1
    return parts
