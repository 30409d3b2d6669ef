"""Appraisals of several years in a table: a row for each, or a column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from extractors.base import fact
from extractors.careers.appraisal_cells import GRADE_WORDS, YEAR, Appraisal, grade_at, grade_in, year_in
from extractors.carried import tables_of
from extractors.grammar import dates, values
from extractors.layout import Line, PageView
from extractors.table_records import Row

_HEADS = {
    "year": regex.compile(r"^(?:考核)?(?:年度|年份|考核年份|考核时间|时间)(?:\(年\))?$"),
    "grade": regex.compile(r"(?:考核)?(?:等次|结果|等级|结论)$|^(?:年度)?考核(?:等次|结果|情况)"),
    "employer": regex.compile(r"(?<!考核|评定|鉴定)单位(?:名称)?$"),
    "note": regex.compile(r"^备注$|考核单位意见|盖章"),
    "number": regex.compile(r"^序号$"),
}


def by_table(views: Sequence[PageView]) -> list[Appraisal]:
    """The years of tables that give each a row, over all pages."""
    rows = []
    for table in tables_of(views, _HEADS, YEAR):
        if {"year", "grade"} <= table.names:
            rows += [a for row in table.rows if (a := _of_row(row))]
    return rows


def by_columns(views: Sequence[PageView]) -> list[Appraisal]:
    """A table that gives each year a column: a line of years, and beneath it a line of as many grades."""
    for view in views:
        for above, below in _within_reach(view.lines):
            years = [d for d in dates.find(above.text, typed=True) if d.precision == "year"]
            grades = list(GRADE_WORDS.finditer(below.text))
            if (
                len(years) >= 2
                and len(years) == len(grades)
                and not GRADE_WORDS.search(above.text)
                and not YEAR.search(below.text)
            ):
                return [
                    Appraisal(
                        fact("year", y.value, above.passage, y.start, y.end), grade_at(below.passage, *g.span()), None
                    )
                    for y, g in zip(years, grades, strict=True)
                ]
    return []


_ROWS = 3  # of such a table down from the years: units, posts, grades


def _within_reach(lines: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    """Every line with each of the few under it, the nearest first."""
    for at, line in enumerate(lines):
        yield from ((line, below) for below in lines[at + 1 : at + 1 + _ROWS])


def _of_row(row: Row) -> Appraisal | None:
    grade = grade_in(row.cell("grade")) or grade_in(row.whole)
    year = year_in(row.cell("year")) or (year_in(row.whole) if grade else None)
    if year is None or (grade is None and row.across):
        return None  # the foot of the table: who signs, and when
    employer = values.organisation(row.cell("employer"))
    return Appraisal(
        year,
        grade,
        fact("employer", employer.value, row.cell("employer"), employer.start, employer.end) if employer else None,
    )
