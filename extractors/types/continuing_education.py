"""继续教育证书, 登记册 and 学时证明: a row a year, or courses that add up to one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

import msgspec
import regex

from extractors.base import FieldSet, at_most_one, fact
from extractors.closing import closing, sealed_issuer
from extractors.common import COMMON
from extractors.grammar import dates, values
from extractors.grammar.labels import Field
from extractors.grammar.normal import tight
from extractors.layout import PageView
from extractors.passage import Passage, joined
from extractors.prose import person_in_prose, sentence
from extractors.recognition import Signs
from extractors.records import DocumentType, Fact
from extractors.table_records import Row, Table
from extractors.tables import tables

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
_COURSES = (
    r"(?:(?:《[^》]{1,60}》|“[^”]{1,60}”)(?:等)?[、，,和]?\s?)*(?:课程)?"  # between a kind of subject and its hours
)
_HOUR = r"(?:个)?\s?(?:标准)?(?:学时|课时|学分)"
_FIELDS = FieldSet(
    *COMMON,
    Field(
        "issuer",
        ("验证机关", "验证单位", "验证部门", "审验部门", "审验机关", "验印机关", "出具机构", "出具单位"),
        values.organisation,
    ),
    Field("certificate_number", ("查验编号", "查验码", "查询编号", "验证编号"), values.code),
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
_HEADS = {
    "number": regex.compile(r"^序号$"),
    "year": regex.compile(r"^(?:培训|学习|继续教育)?(?:年度|年份)(?:\(年\))?$"),
    "date": regex.compile(r"(?:培训|学习|起止|完成)(?:时间|日期|起止时间)|^(?:时间|日期|起止时间)$"),
    "course": regex.compile(r"(?:课程|培训|学习|项目|科目|班)(?:名称|内容|班名称|项目|主题|科目)"),
    "type": regex.compile(r"^(?:科目|课程|学习|学时|培训)?(?:类别|类型|性质)$|^科目$"),
    "public": regex.compile(r"公需"),
    "professional": regex.compile(r"专业(?:科[目日曰]|课|课程|知识|技术|学时|类)|(?:^|其中:?)专业$"),
    "total": regex.compile(r"合计|总计|小计|累计|总(?:学时|课时|学分)"),
    "hours": regex.compile(r"^(?:培训|学习|完成|获得|认定)?(?:学时|课时|学分)(?:数|\(分\)|总数)?(?:\(学时\))?$"),
    "organiser": regex.compile(r"(?:举办|主办|培训|施教|承办|组织)(?:单位|机构|部门)"),
    "note": regex.compile(r"^(?:备注|考核结果|考试成绩|成绩|结果|审核|验证|是否合格|结论|审验意见)$"),
}
_ROW = regex.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|二[〇○零O][〇○零O一二三四五六七八九]{2}|^\d{1,2}$")
_YEAR = regex.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|二[〇○零O][〇○零O一二三四五六七八九]{2}")
_AMOUNT = regex.compile(r"\d+(?:\.\d+)?")
_TOTAL = (
    regex.compile(rf"(?:共计|总计|合计|累计|总共|总学时(?:数)?)[^\d。;；\n]{{0,14}}?(?P<v>\d+(?:\.\d+)?)\s?{_HOUR}"),
    regex.compile(
        rf"(?:共计|总计|合计|累计|总共|共|修满|修完|计|完成|取得|获得|"
        rf"总学时(?:数)?)[^\d。;；\n]{{0,14}}?(?P<v>\d+(?:\.\d+)?)\s?{_HOUR}"
    ),
    regex.compile(r"(?:学时(?:数)?|课时|学分)(?:为|共|[:：])\s?(?P<v>\d+(?:\.\d+)?)"),
    regex.compile(rf"(?<!科目|公需课|专业课|公需|专业)(?P<v>\d+(?:\.\d+)?)\s?{_HOUR}"),
)
_PROFESSIONAL = regex.compile(
    rf"专业(?:科目|课程|课|知识|技术|类)?(?:培训|学习|继续教育)?{_COURSES}(?:学时)?(?:数)?(?:为|共计|共|计|"
    rf"[:：(])?\s?(?P<v>\d+(?:\.\d+)?)\s?(?:{_HOUR})?"
)
_PUBLIC = regex.compile(
    rf"公需(?:科目|课程|课|知识|类)?(?:培训|学习|继续教育)?{_COURSES}(?:学时)?(?:数)?(?:为|共计|共|计|"
    rf"[:：(])?\s?(?P<v>\d+(?:\.\d+)?)\s?(?:{_HOUR})?"
)
_OF_YEAR = regex.compile(r"(?P<y>(?:19|20)\s?\d\s?\d|二[〇○零O0][〇○零O0一二三四五六七八九]{2})\s?年?\s?度?")
_CLAUSE = regex.compile(r"(?P<y>(?:19|20)\d\d)\s?年(?:度)?(?P<rest>(?:(?!(?:19|20)\d\d\s?年)[^。\n])*)")


class ContinuingEducation:
    type: DocumentType = "continuing_education"

    def recognise(self, view: PageView) -> float:
        return _SIGNS.score(view)

    def facts(self, views: Sequence[PageView]) -> list[Fact]:
        passage = sentence(views)
        years = _by_table(views) or _by_statement(passage)
        if years:
            found = [
                msgspec.structs.replace(f, item=item)
                for item, row in enumerate(years, 1 if len(years) > 1 else 0)
                for f in row
            ]
        else:
            found = _single(views, passage)
        general = [f for f in _FIELDS.read(views) if f.name not in _ROWS]
        general += [*person_in_prose(passage), *closing(views), *sealed_issuer(views)]
        return at_most_one(map(_whole, [*found, *general]))


def _whole(one: Fact) -> Fact:
    """Hours that a platform prints with a nought after the point (92.0) as the number that they are."""
    value = str(one.value)
    whole = one.name in _ROWS and value.endswith(".0")
    return msgspec.structs.replace(one, value=value.removesuffix(".0")) if whole else one


_ROWS = frozenset(("year", "hours", "professional_hours"))


def _by_table(views: Sequence[PageView]) -> list[list[Fact]]:
    rows: list[tuple[Table, Row]] = []
    for view in views:
        for table in tables(view, _HEADS, _ROW):
            if table.names & {"total", "hours", "professional", "public"} and table.names & {"year", "date", "course"}:
                rows += [(table, row) for row in table.rows]
    years: dict[str, _Year] = {}
    for table, row in rows:
        year = _year_of(row)
        if year is None:
            continue
        entry = years.setdefault(str(year.value), _Year(year, [], []))
        if _SUM.search(tight(row.whole.text)):
            entry.sums.extend(_said(row.whole.tight()))
        elif table.names & {"total", "professional", "public"}:
            entry.sums.extend(_of_columns(row, "total" if "total" in table.names else "hours"))
        if not table.names & {"professional", "public"} and not _SUM.search(tight(row.whole.text)):
            entry.courses.append(row)
    return [_of_year(years[y]) for y in sorted(years)]


def _of_year(year: _Year) -> list[Fact]:
    """The year with its sums; what no sum says is added up from its courses."""
    sums = at_most_one(year.sums)
    said = {f.name for f in sums}
    return [year.year, *sums, *(f for f in _added(year.courses) if f.name not in said)]


class _Year(NamedTuple):
    """What a table says of one year: its sums as printed, and the rows of its courses."""

    year: Fact
    sums: list[Fact]
    courses: list[Row]


_SUM = regex.compile(r"合计|总计|小计|累计")


def _year_of(row: Row) -> Fact | None:
    for name in ("year", "date"):
        passage = row.cell(name)
        found = dates.find(passage.text, typed=True)
        if found:
            return fact("year", found[-1].value[:4], passage, found[-1].start, found[-1].end)
    match = _YEAR.search(row.whole.text)
    return fact("year", dates.parse(match.group() + "年"), row.whole, *match.span()) if match else None


def _of_columns(row: Row, whole: str) -> Iterator[Fact]:
    """A row that gives a year's hours, the public and the professional ones in columns of their own; ``whole`` is the
    column of all of them."""
    total, professional, public = (_amount(row.cell(n)) for n in (whole, "professional", "public"))
    if total:
        yield fact("hours", total[0], row.cell(whole), total[1], total[2])
    elif professional and public:
        both = joined((row.cell("public"), row.cell("professional")), "、")
        yield fact("hours", _plain(Decimal(professional[0]) + Decimal(public[0])), both, trust=0.9)
    if professional:
        yield fact("professional_hours", professional[0], row.cell("professional"), professional[1], professional[2])


def _added(rows: Sequence[Row]) -> Iterator[Fact]:
    """One year's courses: their hours added up, those of professional courses also by themselves."""
    cells = [(row.cell("hours"), _amount(row.cell("hours")), _kind(row)) for row in rows]
    for name, wanted in (("hours", ("professional", "public", "")), ("professional_hours", ("professional",))):
        parts = [(cell[a[1] : a[2]], a[0]) for cell, a, kind in cells if a and kind in wanted]
        if parts:
            yield fact(
                name, _plain(sum((Decimal(n) for _, n in parts), Decimal(0))), joined((p for p, _ in parts), "、")
            )


def _kind(row: Row) -> str:
    said = tight(row.cell("type").text) or tight(row.whole.text)
    return "public" if "公需" in said else "professional" if "专业" in said else ""


def _amount(passage: Passage) -> tuple[str, int, int] | None:
    match = _AMOUNT.search(passage.text)
    return (match.group(), match.start(), match.end()) if match else None


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


def _by_statement(passage: Passage) -> list[list[Fact]]:
    """Sentences that give year after year its hours; empty when fewer than two years are named with hours."""
    rows: list[list[Fact]] = []
    for match in _CLAUSE.finditer(passage.text):
        rest = passage[match.start("rest") : match.end("rest")]
        said = list(_said(rest))
        if said:
            rows.append([fact("year", match.group("y"), passage, *match.span("y")), *said])
    years = [str(r[0].value) for r in rows]
    return rows if len(rows) > 1 and len(set(years)) == len(years) else []


def _said(passage: Passage) -> Iterator[Fact]:
    professional, public = _PROFESSIONAL.search(passage.text), _PUBLIC.search(passage.text)
    total = next((m for p in _TOTAL if (m := _apart(p, passage.text, professional, public))), None)
    if total:
        yield fact("hours", total.group("v"), passage, *total.span("v"))
    elif professional and public:
        both = joined((passage[slice(*public.span("v"))], passage[slice(*professional.span("v"))]), "、")
        yield fact("hours", _plain(Decimal(professional.group("v")) + Decimal(public.group("v"))), both, trust=0.9)
    if professional:
        yield fact("professional_hours", professional.group("v"), passage, *professional.span("v"))


def _apart(
    pattern: regex.Pattern[str], text: str, professional: regex.Match[str] | None, public: regex.Match[str] | None
) -> regex.Match[str] | None:
    """The first match that is not the number of professional or public hours."""
    taken = {m.start("v") for m in (professional, public) if m}
    return next((m for m in pattern.finditer(text) if m.start("v") not in taken), None)


def _single(views: Sequence[PageView], passage: Passage) -> list[Fact]:
    """A certificate for one year or one course."""
    labelled = [f for f in _FIELDS.read(views) if f.name in _ROWS]
    summed = _SUMMED.search(passage.text)
    said = list(_said(passage[summed.start() :] if summed else passage))
    year = next((f for f in labelled if f.name == "year"), None) or _year_said(views, passage)
    ordered = [*said, *labelled] if summed else [*labelled, *said]
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
