"""年度考核: a form a year, a table of years, or a certificate that lists them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
import regex

from extractors.base import FieldSet, at_most_one, fact
from extractors.careers.addressee import answered
from extractors.careers.appraisal_cells import (
    GRADE,
    GRADE_WORDS,
    YEAR,
    Appraisal,
    grade_at,
    grade_in,
    ticked_grade,
    year_in,
)
from extractors.careers.appraisal_lists import graded_people
from extractors.careers.appraisal_statements import STATED, by_statement
from extractors.carried import tables_of
from extractors.closing import closing, employer_from_issuer, sealed_issuer
from extractors.common import PERSON
from extractors.grammar import dates, values
from extractors.grammar.labels import Field
from extractors.grammar.normal import tight
from extractors.grammar.regions import values as beside
from extractors.layout import Line, PageView
from extractors.passage import Passage
from extractors.prose import person_in_prose, sentence
from extractors.recognition import Signs
from extractors.records import DocumentType, Fact
from extractors.table_records import Row
from extractors.under_title import under_title
from extractors.works import official
from extractors.works.matching import words
from extractors.works.surnames import reads_as_a_name
from extractors.works.winners import called

_SIGNS = Signs(
    titles=(
        (
            r"(?:事业单位|专业技术人员|企业|教职工|教师|职工|工作人员|员工){0,4}(?:年度|历年|近[三五]年|任期|聘期|"
            r"任职期间)(?:年度)?(?:专业技术人员|教职工|教师|职工|工作人员|员工)?考核(?:情况)?(?:登记|结果|汇总|鉴定|审批|备案)*(?:表|卡|证明|一览表|通知书)"
        ),
        r"^年度考核(?:情况|结果)证明$",
        r"考核(?:情况|结果|登记)(?:登记|汇总|统计|一览)?(?:表|证明)",
        r"年度考核",
        r"关于.{0,40}考核(?:情况|结果|等次).{0,10}(?:通报|通知|公布|决定)|考核(?:情况|结果)(?:的)?(?:通报|公示)",
        r"任(?:现职|职|期)(?:以来|期间)(?:年度|历年)?考核(?:情况|结果)",
    ),
    wording=(
        r"考核(?:等次|结果|等级|结论)",
        r"优秀|合格|称职",
        r"年度",
        r"考核(?:小组|组|委员会)|主管领导|单位意见|负责人",
    ),
    against=(
        r"申报表|评审表|继续教育(?:证书|登记)|承诺书|驻村(?:工作|扶贫|帮扶|服务|干部|第一书记|队员)|支教|帮扶",
        r"基层服务|挂职|服务期满",
    ),
    alone=0.74,
)
_YEARLY_FORM = regex.compile(
    r"(?!.*(?:驻村|支教|挂职|服务|志愿|继续教育))\p{Han}{0,16}年度考核(?:情况|结果)?(?:登记|鉴定|审批|备案|考核)?表"
)
_OF_FORM = 0.9
_NO_STATEMENT = regex.compile(r"申报表|评审表|承诺书|公示|聘期|总结|驻村|支教")
_OF_STATEMENT = 0.6
_FIELDS = FieldSet(
    *PERSON,
    Field("person_name", ("被考核人姓名", "被考核人", "被考核者", "考核对象", "教师姓名", "职工姓名"), values.person),
    Field(
        "employer",
        (
            "所在单位",
            "工作单位",
            "单位名称",
            "考核单位",
            "单位及职务",
            "公司名称",
            "所在学校",
            "学校名称",
            "任教学校",
            "单位",
        ),
        values.organisation,
    ),
    Field("issue_date", ("填表日期", "考核时间", "考核日期"), values.date),
    stops=("考核等次", "考核结果", "职务", "从事或分管工作", "个人总结", "主管领导评语"),
)
_HEADS = {
    "year": regex.compile(r"^(?:考核)?(?:年度|年份|考核年份|考核时间|时间)(?:\(年\))?$"),
    "grade": regex.compile(r"(?:考核)?(?:等次|结果|等级|结论)$|^(?:年度)?考核(?:等次|结果|情况)"),
    "employer": regex.compile(r"单位(?:名称)?$"),
    "note": regex.compile(r"^备注$|考核单位意见|盖章"),
    "number": regex.compile(r"^序号$"),
}
_JUDGED = regex.compile(
    rf"(?:考核(?:等次|结果|等级|结论)?(?:评定|确定|定)?(?:为|是|[:：])|考核(?:等次|结果)|(?:评定|确定|"
    rf"评)(?:为|等次为?|[:：])|考核等次|定为|同意(?:评为|确定为|定为)?)[\s:：“\"]*(?P<g>{GRADE})"
)


class AnnualAppraisal:
    type: DocumentType = "annual_appraisal"

    def recognise(self, view: PageView) -> float:
        score = _SIGNS.score(view)
        if any(_YEARLY_FORM.fullmatch(heading) for heading in view.headings[:2]):
            return max(score, _OF_FORM)  # whatever its holder did that year
        stated = len(STATED.findall(view.tight)) >= 2 and not _NO_STATEMENT.search(view.tight)
        return max(score, _OF_STATEMENT) if stated else score

    def facts(self, views: Sequence[PageView]) -> list[Fact]:
        passage = sentence(views)
        years = _by_table(views) or _by_columns(views) or by_statement(passage) or _by_form(views)
        found: list[Fact] = []
        for item, row in enumerate(years, 1 if len(years) > 1 else 0):
            found += [msgspec.structs.replace(f, item=item) for f in row if f is not None]
        staff = graded_people(views) if len(years) < 2 else []
        if staff:
            number = official.numbered(official.document_number(views))
            found = [*(f for f in found if f.name != "grade"), *staff, *number]
        read = [f for f in _FIELDS.read(views) if not staff or f.name not in _OF_ONE]
        closed = list(closing(views))
        if any(_SEALED.search(view.tight) for view in views[-1:]):  # the unit's day goes before that of filling in
            read = [f for f in read if f.name != "issue_date" or not _later(closed, f)]
        if len(years) > 1 and closed:  # a column of the table may be headed 考核日期
            read = [f for f in read if f.name != "issue_date" or not _later(closed, f)]
        spoken_to = called(views) if _SPOKEN_TO.search(passage.text) else ()
        told = [f for f in spoken_to if reads_as_a_name(str(f.value))]
        general = [
            *_by_unit(views),
            *read,
            *([] if staff else [*person_in_prose(passage), *told]),
            *closed,
            *sealed_issuer(views),
        ]
        if any(f.name == "employer" for f in found):
            general = [f for f in general if f.name != "employer"]
        general += [] if any(f.name == "employer" for f in (*general, *found)) else answered(views)
        general += [] if staff else under_title(views[0])
        return at_most_one([*found, *general, *_employer(general, found), *_issuer(general)])


_UNITS_PLACE = regex.compile(
    r"考核委员|机关负责人|单位(?:考核)?意见|单位负责人|考核(?:小组|领导小组)意见|^单位.{0,6}\((?:盖章|公章)\)"
)
_OWN_PLACE = regex.compile(r"(?:本人|被考核人|个人)意见|(?:本|被考核)人签|复核|申诉|^本人(?:无意见|同意|无异议|认可)")


def _by_unit(views: Sequence[PageView]) -> Iterator[Fact]:
    """The day of the unit's opinion, in a form where the person appraised signs under it (本人意见)."""
    inside, day = False, None
    for line in (line for view in views for line in view.lines):
        said = tight(line.text)
        if inside and _OWN_PLACE.search(said) and day:
            yield day
            return
        inside = (inside or bool(_UNITS_PLACE.search(said))) and not _OWN_PLACE.search(said)
        found = [d for d in dates.find(line.text) if d.precision == "day"] if inside else []
        day = fact("issue_date", found[-1].value, line.passage, found[-1].start, found[-1].end) if found else day


_OF_ONE = frozenset(("person_name", "gender", "birth_date", "id_number"))
_SPOKEN_TO = regex.compile(r"[你您](?!单位|[院校局所])")
_SEALED = regex.compile(r"盖章|公章|[(]章[)]")


def _later(closed: Sequence[Fact], filled: Fact) -> bool:
    return any(f.name == "issue_date" and str(f.value) > str(filled.value) for f in closed)


def _by_table(views: Sequence[PageView]) -> list[Appraisal]:
    rows = []
    for table in tables_of(views, _HEADS, YEAR):
        if {"year", "grade"} <= table.names:
            rows += [a for row in table.rows if (a := _of_row(row))]
    return rows


def _by_columns(views: Sequence[PageView]) -> list[Appraisal]:
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


def _by_form(views: Sequence[PageView]) -> list[Appraisal]:
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


def _employer(general: Sequence[Fact], found: Sequence[Fact]) -> Iterator[Fact]:
    """The unit that signs, when no label or column names one."""
    if any(f.name == "employer" for f in (*general, *found)):
        return
    yield from employer_from_issuer(general)


def _issuer(general: Sequence[Fact]) -> Iterator[Fact]:
    """The unit that a label names appraises its own people, where no signature can be read."""
    yield from (msgspec.structs.replace(f, name="issuer") for f in general if f.name == "employer")


EXTRACTOR = AnnualAppraisal()
