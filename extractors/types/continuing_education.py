"""继续教育证书, 登记册 and 学时证明: a row a year, or courses that add up to one."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import regex

from extractors.base import FieldSet, at_most_one, fact
from extractors.beside_number import named_beside_number
from extractors.careers.rosters import OF_ONE
from extractors.careers.staff_lists import staff
from extractors.careers.training_hours import by_statement, said
from extractors.careers.training_years import by_columns, by_table
from extractors.closing import closing, sealed_issuer
from extractors.common import COMMON, registered
from extractors.grammar import dates, values
from extractors.grammar.labels import Field
from extractors.layout import PageView
from extractors.passage import Passage
from extractors.periods import said_period
from extractors.prose import person_in_prose, sentence
from extractors.recognition import Signs
from extractors.records import DocumentType, Fact
from extractors.under_title import under_title

_SIGNS = Signs(
    titles=(
        (
            r"继续教育(?:合格|登记|学习|培训|学时|情况|年度|证明|公需科目|专业科目|考试){0,4}(?:证书?|证明|"
            r"登记(?:册|表|手册)|手册|学时(?:证明|登记表|统计表|汇总表)|审验(?:登记)?(?:表|卡)|一览表|情况表|"
            r"汇总表)"
        ),
        r"(?:公需科目|专业科目|专业课|公需课)(?:培训|学习|考试)?(?:合格)?(?:证书?|证明)",
        r"(?:培训|学习|进修)(?:学时)?(?:合格|结业)?(?:证书|证明)|结业证书",
        r"学时(?:证明|登记表|统计表|认定表)",
        r"继续(?:医学)?教育(?:学分)\p{Han}{0,8}(?:登记|审验|证明|证书?|手册|卡|汇总)表?$",
    ),
    wording=(
        r"继续教育",
        r"学时|课时|学分",
        r"公需|专业科目|专业课",
        r"\d\s?(?:个)?(?:学时|课时|学分)|学时(?:数)?",
        r"年度|培训",
    ),
    against=(r"申报表|评审表|承诺书|年度考核(?:登记|情况)|准予毕业",),
    alone=0.79,
)
_FIELDS = FieldSet(
    *COMMON,
    Field(
        "issuer",
        ("数据来源", "验证机关", "验证单位", "验证部门", "审验部门", "审验机关", "验印机关", "出具机构", "出具单位"),
        values.organisation,
    ),
    Field("certificate_number", ("查验编号", "查验码", "查询编号", "验证编号"), values.code),
    Field("certificate_number", ("档案号", "档案编号"), values.code),
    Field("issue_date", ("打印日期", "出具日期", "生成日期"), values.date),
    Field("year", ("培训年度", "学习年度", "继续教育年度", "年度", "年份"), values.year),
    Field(
        "hours",
        (
            "总学时",
            "学时合计",
            "合计学时",
            "累计学时",
            "总学时数",
            "培训学时",
            "学习学时",
            "完成学时",
            "学时数",
            "学时总计",
            "合计",
            "总计",
            "总课时",
            "课时",
            "学时",
            "学分",
        ),
        values.number,
    ),
    Field(
        "professional_hours",
        ("专业科目学时", "专业课学时", "专业科目", "专业学时", "专业课", "专业知识学时"),
        values.number,
    ),
    stops=(
        "公需科目学时",
        "公需科目",
        "公需课学时",
        "公需课",
        "公需学时",
        "培训内容",
        "培训时间",
        "培训地点",
        "培训机构",
        "主办单位",
    ),
)
_AWAY = regex.compile(r"(?<![半不非])脱产")  # a course away from work, which takes all its time
_OF_YEAR = regex.compile(r"(?P<y>(?:19|20)\s?\d\s?\d|二[〇○零O0][〇○零O0一二三四五六七八九]{2})\s?年?\s?度?")


class ContinuingEducation:
    type: DocumentType = "continuing_education"

    def recognise(self, view: PageView) -> float:
        return _SIGNS.score(view)

    def facts(self, views: Sequence[PageView]) -> list[Fact]:
        passage = sentence(views)
        years = by_table(views) or by_columns(views) or by_statement(passage) or _by_page(views)
        if years:
            found = [
                msgspec.structs.replace(f, item=item)
                for item, row in enumerate(years, 1 if len(years) > 1 else 0)
                for f in row
            ]
        else:
            found = _single(views, passage)
        general = [f for f in _FIELDS.read(views) if f.name not in _ROWS]
        people = [*person_in_prose(passage), *named_beside_number(views), *under_title(views[0])]
        if listed := staff(views):  # a list of an employer's people is about none of them more than the others
            found = [*(f for f in found if f.name == "year"), *listed]
            general = [f for f in general if f.name not in OF_ONE]
            people = []
        if _AWAY.search(passage.text):
            general += said_period(passage)
        general += [*people, *closing(views), *sealed_issuer(views), *registered(views)]
        return at_most_one(map(_whole, [*found, *general]))


def _by_page(views: Sequence[PageView]) -> list[list[Fact]]:
    """The years of a booklet that gives each a page of its own; none where fewer than two pages do."""
    pages = [[f for f in _FIELDS.read([view]) if f.name in _ROWS] for view in views]
    found = [page for page in pages if {"year", "hours"} <= {f.name for f in page}]
    return found if len({f.value for page in found for f in page if f.name == "year"}) == len(found) > 1 else []


def _whole(one: Fact) -> Fact:
    """Hours that a platform prints with a nought after the point (92.0) as the number that they are."""
    value = str(one.value)
    whole = one.name in _ROWS and value.endswith(".0")
    return msgspec.structs.replace(one, value=value.removesuffix(".0")) if whole else one


_ROWS = frozenset(("year", "hours", "professional_hours"))


def _single(views: Sequence[PageView], passage: Passage) -> list[Fact]:
    """A certificate for one year or one course."""
    labelled = [f for f in _FIELDS.read(views) if f.name in _ROWS]
    summed = _SUMMED.search(passage.text)
    hours = list(said(passage[summed.start() :] if summed else passage))
    year = next((f for f in labelled if f.name == "year"), None) or _year_said(views, passage)
    ordered = [*hours, *labelled] if summed else [*labelled, *hours]
    return [*([year] if year else []), *ordered]


# 累计完成66学时(公需科目16学时,专业科目50学时): a sum and its parts, under a list of courses.
_SUMMED = regex.compile(r"(?:累计|合计|共计|总计)[^。\n]{0,20}?\d\s?(?:学时|课时|学分)[,，:(（][^。\n]{0,24}专业")


def _year_said(views: Sequence[PageView], passage: Passage) -> Fact | None:
    """The year that the paper is about: one followed by 年度, else that of the training."""
    for match in _OF_YEAR.finditer(passage.text):
        if match.group().endswith("度"):
            return fact("year", dates.parse(match.group("y") + "年"), passage, *match.span("y"))
    spans = dates.spans(passage.text)
    if spans:
        last = spans[0].last or spans[0].first
        return fact("year", last.value[:4], passage, last.start, last.start + 4)
    for date in dates.find(passage.text):
        if regex.search(r"(?:于|在|参加|自)\s?$", passage.text[: date.start]):
            return fact("year", date.value[:4], passage, date.start, date.end)
    closed = next((f for f in closing(views) if f.name == "issue_date"), None)
    return msgspec.structs.replace(closed, name="year", value=str(closed.value)[:4], confidence=0.6) if closed else None


EXTRACTOR = ContinuingEducation()
