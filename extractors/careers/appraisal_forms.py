"""A form for one year: which year, and the grade that the unit's opinion gives."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from extractors.base import FieldSet, fact
from extractors.careers.appraisal_cells import GRADE, Appraisal, grade_at, grade_in, ticked_grade
from extractors.grammar import dates, values
from extractors.grammar.labels import Field
from extractors.grammar.regions import values as beside
from extractors.layout import PageView
from extractors.passage import Passage
from extractors.prose import sentence
from extractors.records import Fact
from extractors.works.matching import words

_JUDGED = regex.compile(
    rf"(?:考核(?:等次|结果|等级|结论)?(?:评定|确定|定)?(?:为|是|[:：])|考核(?:等次|结果)|(?:评定|确定|"
    rf"评)(?:为|等次为?|[:：])|考核等次|定为|同意(?:评为|确定为|定为)?)[\s:：“\"]*(?P<g>{GRADE})"
)


def by_form(views: Sequence[PageView]) -> list[Appraisal]:
    """A form for one year: the year of its title, the grade that the unit's opinion gives."""
    year = next((y for view in views for line in view.lines if (y := _titled_year(line.passage))), None)
    if year is None:
        year = next((f for f in _RESULT.read(views) if f.name == "year"), None)
    if year is None:
        year = next((y for view in views if (y := _titled_year(view.passage))), None)
    if year is None:
        return []
    return [Appraisal(year, _judged(views), None)]


_OF_YEAR = regex.compile(
    r"(?P<y>(?:19|20)\s?\d\s?\d|[二一][〇○零O0九一二三四五六七八]{3})\s*\)?\s*年?\s*(?:度)(?!.{0,4}证书)"
)


def _titled_year(passage: Passage) -> Fact | None:
    match = _OF_YEAR.search(passage.text)
    value = dates.parse(match.group("y") + "年") if match else ""
    return fact("year", value, passage, *match.span("y")) if match and value else None


def _judged(views: Sequence[PageView]) -> Fact | None:
    """The grade in the place for it: under its label, ticked, or in the unit's sentence, which comes last."""
    for view in views:
        found = _RESULT.find(view)
        for occurrence in found:
            if occurrence.field == "grade":
                for passage in beside(view, occurrence, found, _RESULT.fields[0]):
                    grade = grade_in(passage)
                    if grade:
                        return grade
    passage = sentence(views)
    ticked = ticked_grade(passage)
    if ticked:
        return ticked
    said = list(_JUDGED.finditer(passage.text))
    if not said or _CHOICE.match(passage.text, said[-1].start("g")):
        return None  # a mark by hand says which, and no text does
    return grade_at(passage, *said[-1].span("g"))


_CHOICE = regex.compile(rf"(?:{GRADE})[\s□☐○口、/\\a-z|]{{0,4}}(?:{GRADE})")  # printed beside each other to be ticked


_RESULT = FieldSet(
    Field(
        "grade",
        words(
            "考核等次 考核结果 考核等级 年度考核等次 年度考核结果 等次 考核结论 评定等次 单位考核等次 评定结果 "
            "考核评定等次 考核评定结果 考核评定 评定等级 最终等次 考核定等 考核等第 "
            "单位考核结果 医院考核等次 学校考核等次 公司考核等次 本单位考核等次 医院考核结果 学校考核结果"
        ),
        values.text,
        wrap=True,
    ),
    Field("year", ("考核年度", "考核年份", "年度"), values.year),
)
