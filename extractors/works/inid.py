"""The numbered headings of a patent gazette page: (21)申请号, (54)发明名称 … (WIPO standard ST.9)."""

from __future__ import annotations

import regex

from extractors.layout import Line, PageView
from extractors.passage import EMPTY, Passage, joined, of_words

_LABELS = (
    "申请公布号 申请公布日 授权公告号 授权公告日 申请号 专利号 申请日 申请人 专利权人 发明人 设计人 专利代理机构 "
    "发明名称 实用新型名称 使用外观设计的产品名称 外观设计名称 优先权数据 摘要"
)
_HEADING = regex.compile(
    r"\((?P<code>\d{2})\)\s*(?:" + "|".join(r"\s*".join(label) for label in _LABELS.split()) + r")?\s*:?"
)
_SUBHEADING = regex.compile(r"^\s*(?:地\s*址|专利代理|代理人|权利要求书|审查员)")


def fields(view: PageView) -> dict[str, Passage]:
    """What stands under each code, its lines joined by ``\\n``; the first of a code where one comes twice."""
    found: dict[str, Passage] = {}
    for index, line in enumerate(view.lines):
        marks = list(_HEADING.finditer(line.text))
        for i, mark in enumerate(marks):
            end = marks[i + 1].start() if i + 1 < len(marks) else len(line.text)
            left = line.passage.box(mark.start(), mark.start() + 1).x0
            right = _edge(view, line, mark.start())
            beside = line.passage[mark.end() : end]
            beside = _left_of(beside, right)
            found.setdefault(mark["code"], joined([beside, *_following(view, index, left, right)], "\n").strip())
    return found


def _edge(view: PageView, line: Line, at: int) -> float:
    """Where the heading's column ends: these pages are set in two columns."""
    left = line.passage.box(at, at + 1).x0
    extent = max(w.box.x1 for w in view.page.words)
    return left + 0.5 * (extent - min(w.box.x0 for w in view.page.words))


def _left_of(passage: Passage, right: float) -> Passage:
    """What stands before a gap that leads into the other column."""
    for i, char in enumerate(passage.text):
        begins = char == "\t" and i + 1 < len(passage) and passage.origin[i + 1] is not None
        if begins and passage.box(i + 1, i + 2).x0 > right:
            return passage[:i]
    return passage if passage.strip() else EMPTY


def _following(view: PageView, index: int, left: float, right: float) -> list[Passage]:
    """The lines under a heading, in its column, up to the next heading or a wide blank."""
    found: list[Passage] = []
    last = view.lines[index].box
    for line in view.lines[index + 1 : index + 8]:
        words = [w for w in line.words if left - 2 <= w.box.x0 <= right]
        if not words:
            continue
        passage = of_words(view.page, words)
        if (
            _HEADING.match(passage.text.strip())
            or _SUBHEADING.match(passage.text)
            or words[0].box.y0 - last.y1 > 1.6 * view.em
        ):
            break
        found.append(passage)
        last = line.box
    return found
