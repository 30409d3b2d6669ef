"""How Chinese official texts number their passages, and what a numbered line opens."""

from __future__ import annotations

import re
from typing import NamedTuple

NUMERAL = "[一二三四五六七八九十百零〇]{1,5}"
MARKS: tuple[tuple[int, re.Pattern[str], str], ...] = (  # depth, numbering, how its reference is written
    (1, re.compile(rf"第{NUMERAL}[编章](?![的规之])"), "{0}"),
    (2, re.compile(rf"第{NUMERAL}节(?![的课点])"), "{0}"),
    (3, re.compile(rf"第{NUMERAL}条(?:之{NUMERAL})?"), "{0}"),
    (1, re.compile(rf"({NUMERAL})[、.．]"), "{1}"),
    (4, re.compile(rf"[（(]({NUMERAL})[）)]"), "（{1}）"),
    (5, re.compile(r"(\d{1,2})[.．、](?!\d)"), "{1}."),
    (6, re.compile(r"[（(](\d{1,2})[）)]"), "（{1}）"),
)
ARTICLE = 3  # numbered through a whole text: its reference needs no chapter before it
HEADED = MARKS[:2]  # 章 and 节 stand on a line of their own
LINE = 30  # characters: a longer line that opens with 第一章 is a sentence about it


class Numbered(NamedTuple):
    """A line's numbering. ``depth`` 1 is the outermost; ``mark`` is how a reference writes it."""

    depth: int
    mark: str
    length: int  # characters of the line that the numbering takes


def numbering(line: str) -> Numbered | None:
    """The numbering a line opens with, None when it opens with none."""
    for depth, pattern, form in MARKS:
        found = pattern.match(line)
        if found is None or ((depth, pattern, form) in HEADED and len(line) > LINE):
            continue
        return Numbered(depth, form.format(found.group(), *found.groups()), found.end())
    return None


def reference(path: dict[int, str]) -> str:
    """The reference of a passage from the marks above it: 一（一）1., 第五条（二）, 第二章第一节."""
    inner = {depth: mark for depth, mark in path.items() if depth >= ARTICLE} if ARTICLE in path else path
    return "".join(inner[depth] for depth in sorted(inner))
