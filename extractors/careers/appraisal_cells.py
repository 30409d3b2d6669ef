"""The year and the grade in a place for either: printed, or ticked among the choices."""

from __future__ import annotations

from typing import NamedTuple

import regex

from extractors.base import fact
from extractors.grammar import dates
from extractors.passage import Passage
from extractors.records import Fact

GRADES = {
    "优秀": "优秀",
    "优秀等次": "优秀",
    "合格": "合格",
    "称职": "合格",
    "良好": "良好",
    "基本合格": "基本合格",
    "基本称职": "基本合格",
    "不合格": "不合格",
    "不称职": "不合格",
    "未定等次": "未定等次",
    "不定等次": "未定等次",
    "不确定等次": "未定等次",
}
GRADE = "基本合格|基本称职|不合格|不称职|[未不]定等次|不确定等次|优秀|良好|(?<!基本|不|不\\s)合格|(?<!基本|不)称职"
GRADE_WORDS = regex.compile(GRADE)
YEAR = regex.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|二[〇○零O0][〇○零O0一二三四五六七八九]{2}年")
_TICKED_BEFORE = regex.compile(rf"[☑√✓✔■☒▣]\s?(?P<g>{GRADE})")
_TICKED_AFTER = regex.compile(rf"(?P<g>{GRADE})\s?[(\[]?\s?[☑√✓✔■☒▣]")
_BOX = regex.compile(r"[□☐○◯口☑√✓✔■☒▣]")


class Appraisal(NamedTuple):
    """One year's grade and where both stand."""

    year: Fact
    grade: Fact | None
    employer: Fact | None


def year_in(passage: Passage) -> Fact | None:
    """The first year that stands there."""
    found = dates.find(passage.text, typed=True)
    return fact("year", found[0].value[:4], passage, found[0].start, found[0].end) if found else None


def grade_in(passage: Passage) -> Fact | None:
    """The one grade that stands there; None when several do, as beside empty boxes to tick, unless one is ticked."""
    ticked = ticked_grade(passage)
    if ticked:
        return ticked
    found = list(GRADE_WORDS.finditer(passage.text))
    if len({m.group() for m in found}) != 1 or (_BOX.search(passage.text) and len(found) > 1):
        return None
    return grade_at(passage, *found[0].span())


def ticked_grade(passage: Passage) -> Fact | None:
    """The one grade with a printed tick in its box; boxes stand either all before or all after their words."""
    box, grade = _BOX.search(passage.text), GRADE_WORDS.search(passage.text)
    if box is None or grade is None:
        return None
    pattern = _TICKED_BEFORE if box.start() < grade.start() else _TICKED_AFTER
    ticked = list(pattern.finditer(passage.text))
    return grade_at(passage, *ticked[0].span("g")) if len(ticked) == 1 else None


def grade_at(passage: Passage, start: int, end: int) -> Fact:
    """The grade printed at ``passage.text[start:end]``, in the contract's word."""
    return fact("grade", GRADES["".join(passage.text[start:end].split())], passage, start, end)
