"""Notices that say how a whole staff was appraised: names under a grade, beside it, or in a table, an item each.

By itself such a notice is about none of them more than the others (see ``extractors.members``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
import regex

from extractors.base import fact
from extractors.careers import rosters
from extractors.careers.appraisal_cells import GRADE, GRADE_WORDS, grade_at, grade_in
from extractors.grammar import names
from extractors.grammar.labels import Value
from extractors.grammar.organisations import is_organisation
from extractors.layout import PageView
from extractors.passage import Passage
from extractors.prose import sentence
from extractors.records import Fact
from extractors.works.surnames import begins_like_a_name


def _grade(passage: Passage) -> Value | None:
    found = grade_in(passage)
    return Value(str(found.value), 0, len(passage)) if found else None


_COLUMNS = {
    "grade": rosters.Column(r"(?:等次|结果|等级|结论)$|^年度考核$", (("grade", _grade),)),
    "employer": rosters.Column(r"(?:单位|部门|科室)(?:名称)?$"),
    "note": rosters.Column(r"^备注$|职务|岗位|职称|年度"),
}
_UNDER = regex.compile(
    rf"^\s*(?:[(]?[一二三四五六七八九十\d]{{1,2}}[)、.]\s*)?(?:考核|评定|确定)?(?:等次)?(?:为|:)?\s*[“\"]?(?P<g>{GRADE})[”\"]?"
    r"(?:等次|人员|等级|的?人员|名单)*\s*(?:[(]?共?\s?\d+\s?[人名]?[)]?)?\s*(?::|$)"
)
_PART = regex.compile(r"\p{Han}{2,4}|\p{Han}{1,8}·\p{Han}{1,8}(?:·\p{Han}{1,8})?")
_FEWEST = 2
_SURE = 0.5  # share of a list that begins as names do


def graded_people(views: Sequence[PageView]) -> list[Fact]:
    """``member`` and ``member_grade`` of everybody a notice lists; nothing where it lists fewer than two."""
    rows = [*_in_tables(views), *_under_grades(views), *_said(sentence(views))]
    if len({person.value for person, _ in rows}) < _FEWEST:
        return []
    return [msgspec.structs.replace(f, item=item) for item, row in enumerate(rows, 1) for f in row]


_SAID = regex.compile(
    r"(?:确定|评定|评选|同意|决定)(?P<l>[\p{Han}·]{2,12}(?:[、,][\p{Han}·]{2,12})*[、,][\p{Han}·]{2,12}?)等?\d*[名位]?(?:同志|人员|老师)[^。;，,]{0,20}?"
    rf"(?P<g>{GRADE})"
)


def _said(passage: Passage) -> Iterator[tuple[Fact, Fact]]:
    """Those whom one sentence grades alike: 确定甲、乙、丙等3名同志2018年度考核为优秀等次."""
    for match in _SAID.finditer(passage.text):
        people = list(_names(passage[: match.end("l")], match.start("l")))
        grade = msgspec.structs.replace(grade_at(passage, *match.span("g")), name="member_grade")
        yield from ((person, grade) for person in people)


def _in_tables(views: Sequence[PageView]) -> Iterator[tuple[Fact, Fact]]:
    for row in rosters.people(views, _COLUMNS):
        grade = next((f for f in row if f.name == "grade"), None)
        if grade:
            yield msgspec.structs.replace(row[0], name="member"), msgspec.structs.replace(grade, name="member_grade")


def _under_grades(views: Sequence[PageView]) -> Iterator[tuple[Fact, Fact]]:
    """The names of the lines under, or behind the colon of, a heading that is a grade: 优秀等次(3人)."""
    for view in views:
        grade: Fact | None = None
        for line in view.lines:
            head = _UNDER.match(line.text)
            if head:
                grade = grade_at(line.passage, *head.span("g"))
            elif GRADE_WORDS.search(line.text) or is_organisation(line.passage.bare().text):
                grade = None
            if grade is None:
                continue
            people = list(_names(line.passage, head.end() if head else 0))
            yield from ((person, msgspec.structs.replace(grade, name="member_grade")) for person in people)
            if not people and not head:
                grade = None


def _names(passage: Passage, start: int) -> Iterator[Fact]:
    """A line of names and nothing else."""
    parts = list(regex.finditer(r"[^\s、,，;；。]+", passage.text[start:]))
    if not parts or not all(_PART.fullmatch(m.group()) and names.find(m.group()) for m in parts):
        return
    if sum(begins_like_a_name(m.group()) for m in parts) < _SURE * len(parts):
        return
    for m in parts:
        yield fact("member", m.group(), passage, start + m.start(), start + m.end())
