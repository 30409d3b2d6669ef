"""Where a form claims what: headings of sections, and cells that head rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

import regex

from extractors.closing import segments
from extractors.grammar.normal import tight
from extractors.layout import PageView
from extractors.table_records import Row

Kind = Literal["award", "paper", "project", "patent"]
SECTIONS: tuple[tuple[Kind, regex.Pattern[str]], ...] = (
    ("patent", regex.compile(r"专利|知识产权")),
    ("paper", regex.compile(r"论文|论著|著作|发表|出版")),
    ("award", regex.compile(r"获奖|奖励|表彰|荣誉|奖项|作品奖")),
    ("project", regex.compile(r"项目|课题|科研")),
)
NUMBERED = regex.compile(
    r"^\s*(?:\d{1,2}\t|[(（]?\d{1,2}[)）.、．]|\[\d{1,2}\]|[①-⑳●■◆▪•]|[一二三四五六七八九十]+[、.])\s*"
)
# 奖励1:…, 论文2:…: entries that carry kind and number themselves.
COUNTED = regex.compile(
    r"^\s*(?:主要)?(?:奖[励项]|获奖|荣誉|表彰|论文|论著|著作|项目|课题|专利)"
    r"(?:\s?[(（]?(?:\d{1,2}|[一二三四五六七八九十])[)）]?\s?[:：]\s*(?=\S)|[:：]\s*(?=[^;；]{8,}$))"
)
_INDENT = 20.0  # points that a table may begin left of its heading


class Place(NamedTuple):
    """Where on a page a section begins."""

    kind: Kind
    line: int  # index into ``PageView.lines``
    left: float = 0.0  # of its heading, in the reading frame


def sections(view: PageView) -> list[Place]:
    """Headings of sections: short lines that name a kind of achievement and are no row of heads."""
    places = []
    for index, line in enumerate(view.lines):
        text = tight(line.text)
        if len(text) > 30 or len(line.text.split("\t")) > 2 or (NUMBERED.match(line.text) and len(text) > 22):
            continue
        if (
            regex.search(r"[。；;]|《|\d{4}", text)
            or (NUMBERED.match(line.text) and _SAYS.search(text))
            or COUNTED.match(text)
        ):
            continue
        parts = [(_kind_in(part.text), part.box().x0) for part in segments(line)]
        if len({kind for kind, _ in parts if kind}) > 1:
            places += [Place(kind, index, left) for kind, left in parts if kind]
        elif kind := _kind_in(text):
            places.append(Place(kind, index, line.box.x0))
    return places


_SAYS = regex.compile(r":.")  # a label with its value is no heading


def _kind_in(text: str) -> Kind | None:
    return next((kind for kind, pattern in SECTIONS if pattern.search(text)), None)


def section_before(places: Sequence[Place], view: PageView, y: float, left: float | None = None) -> Kind | None:
    """The kind of the last section that begins above ``y`` (reading frame), of several side by side the one that begins
    left of ``left``; None where none does."""
    above = [p for p in places if view.lines[p.line].box.y0 < y]
    beside = [p for p in above if p.line == above[-1].line and left is not None and p.left < left + _INDENT]
    return (beside or above)[-1].kind if above else None


def section_beside(view: PageView, row: Row) -> Kind | None:
    """The kind that the cell at the left names, merged over the rows it heads (课题项目)."""
    middle = row.box.center[1]
    level = [c for c in view.cells if c.box.y0 < middle < c.box.y1 and c.words]
    first = min(level, key=lambda c: c.box.x0, default=None)
    if first is None or not 2 <= len(first.text) <= 10 or first.text in {tight(c.text) for c in row.cells.values()}:
        return None
    return next((kind for kind, pattern in SECTIONS if pattern.search(first.text)), None)
