"""Years of appraisal with their grades, as a letter says them in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import regex

from extractors.base import fact
from extractors.careers.appraisal_cells import GRADE, GRADE_WORDS, YEAR, Appraisal, grade_at
from extractors.grammar import dates
from extractors.grammar.organisations import is_organisation
from extractors.passage import Passage, joined

STATED = regex.compile(
    rf"(?P<y>(?<!\d)(?:19|20)\d\d|二[〇○零O0][〇○零O0一二三四五六七八九]{{2}})\s?年?(?:度)?[^\d。;；\n"
    rf"优合称基不未良]{{0,14}}?(?P<g>{GRADE})"
)
# 2012年度:在某卫生院工作,年度考核“合格”等次
_AT_WORK = regex.compile(
    rf"(?P<y>(?<!\d)(?:19|20)\d\d)年?度?[:：,，](?:在(?P<e>[\p{{Han}}()]{{4,30}}?)工作)?[^\d。;；]{{0,40}}?考核[^\d。;；优合称基不未良]{{0,8}}(?P<g>{GRADE})"
)
_MANY = regex.compile(
    rf"(?P<list>(?:(?:19|20)\d\d\s?年?(?:度)?\s?[、,和及至~—-]+\s?)+(?:19|"
    rf"20)\d\d\s?年?(?:度)?)[^。;；\n]{{0,16}}?(?P<g>{GRADE})"
)
_SPAN = regex.compile(r"((?:19|20)\d\d)\s?年?(?:度)?\s?[至~—-]+\s?((?:19|20)\d\d)")


def by_statement(passage: Passage) -> list[Appraisal]:
    """Sentences that name year after year with its grade, several years possibly sharing one."""
    passage = _unbroken(passage)
    rows = {str(a.year.value): a for a in _respectively(passage)}
    if rows:
        return [rows[y] for y in sorted(rows)]
    for match in () if _RESPECTIVE.search(passage.text) else _MANY.finditer(passage.text):
        grade = grade_at(passage, *match.span("g"))
        for value, start, end in _years_of(passage.text, *match.span("list")):
            rows.setdefault(value, Appraisal(fact("year", value, passage, start, end), grade, None))
    for match in (*STATED.finditer(passage.text), *_AT_WORK.finditer(passage.text)):
        value = dates.parse(match.group("y") + "年")
        if value and value not in rows:
            year = fact("year", value, passage, *match.span("y"))
            unit = "e" in match.groupdict() and match["e"] and is_organisation(match["e"])
            employer = fact("employer", match["e"], passage, *match.span("e")) if unit else None
            rows[value] = Appraisal(year, grade_at(passage, *match.span("g")), employer)
    return [rows[y] for y in sorted(rows)] if len(rows) > 1 else []


_BREAK = regex.compile(r"(?<=\p{Han})\n(?=\p{Han})")


def _unbroken(passage: Passage) -> Passage:
    """``passage`` without the breaks of lines inside a sentence: 合 at the end of one, 格 on the next."""
    cuts = [0, *(match.start() for match in _BREAK.finditer(passage.text)), len(passage)]
    return joined([passage[a + (a > 0) : b] for a, b in pairwise(cuts)], "")


_RESPECTIVE = regex.compile(
    r"(?P<list>(?:19|20)\d\d[^。;；\n优合称基不未良]{2,80}?)(?:分别|依次)(?:为|是|评定为|确定为)?[:：“\"]*"
    rf"(?P<grades>(?:{GRADE})(?:(?:等次)?[、,，]\s?(?:{GRADE}))+)"
)


def _respectively(passage: Passage) -> Iterator[Appraisal]:
    """As many grades as years, in their order: 2017—2019年度考核结果分别为合格、优秀、合格."""
    match = _RESPECTIVE.search(passage.text)
    if match is None:
        return
    years = sorted(set(_years_of(passage.text, *match.span("list"))))
    years = list({value: (value, start, end) for value, start, end in years}.values())
    grades = list(GRADE_WORDS.finditer(passage.text, *match.span("grades")))
    if len(years) == len(grades):
        for (value, start, end), grade in zip(years, grades, strict=True):
            yield Appraisal(fact("year", value, passage, start, end), grade_at(passage, *grade.span()), None)


def _years_of(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Every year of a list; a range stands for all years in it."""
    for match in _SPAN.finditer(text, start, end):
        first, last = int(match.group(1)), int(match.group(2))
        if 0 < last - first < 30:
            yield from ((str(y), match.start(), match.end()) for y in range(first, last + 1))
    yield from ((m.group(), m.start(), m.end()) for m in YEAR.finditer(text, start, end))
