"""Tables of training: a row a year with its sums, or the rows of courses that are added up to years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

import regex

from extractors.base import at_most_one, fact
from extractors.careers.training_hours import plain, said
from extractors.carried import tables_by_page
from extractors.grammar import dates
from extractors.grammar.normal import tight
from extractors.layout import Line, PageView
from extractors.passage import GAP, Passage, joined
from extractors.records import Fact
from extractors.table_records import Row, Table

_HEADS = {
    "number": regex.compile(r"^序号$"),
    "year": regex.compile(r"^(?:培训|学习|继续教育|登记|学时|审验)?(?:年度|年份)(?:\(年\))?$"),
    "date": regex.compile(r"(?:培训|学习|起止|完成)(?:时间|日期|起止时间)|^(?:时间|日期|起止时间)$"),
    "course": regex.compile(r"(?:课程|培训|学习|项目|科目|班)(?:名称|内容|班名称|项目|主题|科目)"),
    "type": regex.compile(r"^(?:科目|课程|学习|学时|培训)?(?:类别|类型|性质)$|^科目$"),
    "public": regex.compile(r"公需"),
    "professional": regex.compile(r"专业(?:科[目日曰]|课|课程|知识|技术|学时|类)|(?:^|其中:?)专业$"),
    "total": regex.compile(r"合计|总计|小计|累计|总(?:学时|课时|学分)|^(?:折合|折算)(?:学时|课时)数?$"),
    "hours": regex.compile(r"^(?:培训|学习|完成|获得|认定)?(?:学时|课时|学分)(?:数|\(分\)|总数)?(?:\(学时\))?$"),
    "organiser": regex.compile(r"(?:举办|主办|培训|施教|承办|组织)(?:单位|机构|部门)"),
    "note": regex.compile(r"^(?:备注|考核结果|考试成绩|成绩|结果|审核|验证|是否合格|结论|审验意见)$"),
}
_ROW = regex.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|二[〇○零O][〇○零O一二三四五六七八九]{2}|^\d{1,2}$")
_YEAR = regex.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|二[〇○零O][〇○零O一二三四五六七八九]{2}")
_AMOUNT = regex.compile(r"\d+(?:\.\d+)?")
_WHOLE_AMOUNT = regex.compile(rf"{_AMOUNT.pattern}(?=\s|$)")


def by_table(views: Sequence[PageView]) -> list[list[Fact]]:
    """The years of all tables, each with its hours and the professional ones among them."""
    rows: list[tuple[Table, Row, Fact | None]] = []
    for view, found in tables_by_page(views, _HEADS, _ROW):
        for table in found:
            dated = table.names & {"year", "date", "course"}
            above = None if dated or len(table.rows) != 1 else _year_above(view, table)
            if above or (dated and table.names & _HOURS):
                rows += [(table, row, above) for row in table.rows if table.names & _HOURS]
    years: dict[str, _Year] = {}
    for table, row, above in rows:
        year = above or _year_of(row)
        if year is None or _FOOT.search(tight(row.whole.text)):
            continue
        entry = years.setdefault(str(year.value), _Year(year, [], []))
        if _SUM.search(tight(row.whole.text)):
            entry.sums.extend(said(row.whole.tight()))
        elif table.names & {"total", "professional", "public"}:
            entry.sums.extend(_of_columns(row, "total" if "total" in table.names else "hours"))
        if not table.names & {"professional", "public"} and not _SUM.search(tight(row.whole.text)):
            entry.courses.append(row)
    return [_of_year(years[y]) for y in sorted(years)]


def by_columns(views: Sequence[PageView]) -> list[list[Fact]]:
    """A table that gives each year a column: a line of years, and beneath it lines of as many hours."""
    for view in views:
        for at, line in enumerate(view.lines):
            years = [_named(line.passage, match) for match in _YEAR.finditer(line.text)]
            beneath = view.lines[at + 1 : at + 1 + _BENEATH] if len(years) >= _COLUMNS else ()
            rows = [hours for below in beneath if (hours := _hours_of(below, len(years)))]
            if rows:
                return [[year, *(row[i] for row in rows)] for i, year in enumerate(years)]
    return []


_COLUMNS, _BENEATH = 3, 5  # years that make a line of heads; lines under it that belong to the table


def _hours_of(line: Line, count: int) -> list[Fact]:
    """One fact for each of ``count`` columns of a line headed 总学时 or 专业科目学时; nothing of any other line."""
    head, _, rest = line.text.partition(GAP)
    name = next((n for key, n in _COLUMN_OF.items() if _HEADS[key].search(tight(head))), None)
    amounts = list(_WHOLE_AMOUNT.finditer(rest)) if name else []
    if name is None or len(amounts) != count:
        return []
    shift = len(head) + 1
    return [fact(name, m.group(), line.passage, m.start() + shift, m.end() + shift) for m in amounts]


_COLUMN_OF = {"professional": "professional_hours", "total": "hours"}
_HOURS = frozenset(("total", "hours", "professional", "public"))
_YEAR_HEAD = regex.compile(r"[^\p{Han}\d]{0,3}(?P<y>(?:19|20)\d\d)年?度?[:：]?")


def _year_above(view: PageView, table: Table) -> Fact | None:
    """The year that the line right above a table says and nothing else: ■ 2017年."""
    above = [line for line in view.lines if line.box.y1 <= table.top + 1]
    match = _YEAR_HEAD.fullmatch(tight(above[-1].text)) if above else None
    if match is None:
        return None
    bare = above[-1].passage.bare()
    start = bare.text.index(match["y"])
    return fact("year", match["y"], bare, start, start + len(match["y"]))


_FOOT = regex.compile(
    r"(?:出证|打印|查询|生成|制表|填表)(?:时间|日期)|(?:查验|验证|防伪|校验)码"
)  # under the last year


def _of_year(year: _Year) -> list[Fact]:
    """The year with its sums; what no sum says is added up from its courses."""
    sums = at_most_one(year.sums)
    named = {f.name for f in sums}
    return [year.year, *sums, *(f for f in _added(year.courses) if f.name not in named)]


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
    return _named(row.whole, match) if match else None


def _named(passage: Passage, year: regex.Match[str]) -> Fact:
    return fact("year", dates.parse(year.group() + "年"), passage, *year.span())


def _of_columns(row: Row, whole: str) -> Iterator[Fact]:
    """A row that gives a year's hours, the public and the professional ones in columns of their own; ``whole`` is the
    column of all of them."""
    total, professional, public = (_amount(row.cell(n)) for n in (whole, "professional", "public"))
    if total:
        yield fact("hours", total[0], row.cell(whole), total[1], total[2])
    elif professional and public:
        both = joined((row.cell("public"), row.cell("professional")), "、")
        yield fact("hours", plain(Decimal(professional[0]) + Decimal(public[0])), both, trust=0.9)
    if professional:
        yield fact("professional_hours", professional[0], row.cell("professional"), professional[1], professional[2])


def _added(rows: Sequence[Row]) -> Iterator[Fact]:
    """One year's courses: their hours added up, those of professional courses also by themselves."""
    cells = [(row.cell("hours"), _amount(row.cell("hours")), _kind(row)) for row in rows]
    for name, wanted in (("hours", ("professional", "public", "")), ("professional_hours", ("professional",))):
        parts = [(cell[a[1] : a[2]], a[0]) for cell, a, kind in cells if a and kind in wanted]
        if parts:
            yield fact(
                name, plain(sum((Decimal(n) for _, n in parts), Decimal(0))), joined((p for p, _ in parts), "、")
            )


def _kind(row: Row) -> str:
    said = tight(row.cell("type").text) or tight(row.whole.text)
    return "public" if "公需" in said else "professional" if "专业" in said else ""


def _amount(passage: Passage) -> tuple[str, int, int] | None:
    match = _AMOUNT.search(passage.text)
    return (match.group(), match.start(), match.end()) if match else None
