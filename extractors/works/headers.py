"""Where running titles stand on a page, and the parts that wide gaps make of such a line."""

from __future__ import annotations

import regex

from extractors.layout import Line, PageView
from extractors.passage import Passage
from extractors.works import issues
from extractors.works.journals import JOURNAL_NAME

_SHORT_ISSUE = (
    r"(?:(?P<year>(?:19|20)\d\d)\s?[./·]\s?(?P<issue>0?[1-9]|1[0-2])(?:\s?\(?[上中下]旬?半?月?刊?\)?)?"
    r"|(?P<year>(?:19|20)\d\d)\s?\((?P<issue>\d{1,2})\))"
)
_NAME = r"[《]?(?!\p{Han}{0,6}(?:日期|时间|收稿|修回|定稿|录用))\p{Han}[\p{Han}· ]{2,15}[》]?"
_PAGE = r"\d{1,4}"
_DATED = regex.compile(
    rf"(?:{_PAGE}\s+)?{_NAME}\s*{_SHORT_ISSUE}(?:\s+{_PAGE})?|(?:{_PAGE}\s+)?{_SHORT_ISSUE}\s+{_NAME}(?:\s+{_PAGE})?"
)
_ALONE = regex.compile(_SHORT_ISSUE)


def dated_name(line: Line) -> tuple[Passage, regex.Match[str]] | None:
    """A line that gives the name of a magazine and its issue as 2009.12 or 2009(12), a page number or the name of a
    column beside them; the match in the passage has ``year`` and ``issue``."""
    whole = line.passage.strip()
    match = _DATED.fullmatch(whole.text)
    if match:
        return whole, match
    parts = [part.strip() for part in parts_of(line.passage)]
    named = any(JOURNAL_NAME.fullmatch(part.bare().text) for part in parts)
    return next(((part, match) for part in parts if named and (match := _ALONE.fullmatch(part.text))), None)


def header_lines(view: PageView) -> list[Line]:
    """Lines at the top of a page and in its bottom eighth, and last ones with an issue: where running titles stand."""
    boxes = [line.box for line in view.lines]
    if not boxes:
        return []
    height = max(view.page.height, *(b.y1 for b in boxes))
    top = max(height / 6, min(b.y0 for b in boxes) + 0.06 * height)
    last = {id(o) for o in view.lines[-2:] if issues.has_issue(o.passage) or dated_name(o)}
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
