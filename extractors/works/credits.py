"""Who did what in a book, on a line of its own: 罗小明 主编, 主编:罗小明."""

from __future__ import annotations

from typing import NamedTuple

import regex

from extractors.grammar.normal import tight
from extractors.passage import Passage
from extractors.works.authors import Authors, chinese, run_together
from extractors.works.matching import words

ROLES = words("编著 主编 副主编 参编 编写 编译 合著 译著 专著 著 编 译")
ROLE = "(?:" + "|".join(ROLES) + ")"
_ROLE_LINE = regex.compile(rf"^(?P<people>.+?)\s*[◎●·/]?\s*(?P<role>{ROLE})$")
_ROLE_FIRST = regex.compile(
    r"\s*(?P<role>(?:副\s*|执\s*行\s*)?主\s*编|编\s*著|参\s*编|合\s*著|编\s*写|编\s*译)"
    r"(?:\s*:\s*|[\t ]+|(?=\p{Han}{4,9}\s*$))(?P<people>\S.+)"
)


class Credit(NamedTuple):
    """Who did what on a line of its own, and where the word for it stands there."""

    people: Authors
    role: str
    start: int
    end: int


def credit(passage: Passage) -> Credit | None:
    """A line such as 李明 王红 主编 or 主编:李明; None for any other."""
    behind = _ROLE_LINE.match(passage.text.rstrip())
    people = chinese(passage[: behind.end("people")], sure=True) if behind else None
    if behind and people:
        return Credit(people, behind["role"], *behind.span("role"))
    before = _ROLE_FIRST.match(passage.text)
    named = passage[before.start("people") :] if before else passage
    people = chinese(named, sure=True) or run_together(named) if before else None
    if before and people:
        at = before.start("people")
        return Credit(
            Authors(people.names, at + people.start, at + people.end), tight(before["role"]), *before.span("role")
        )
    return None
