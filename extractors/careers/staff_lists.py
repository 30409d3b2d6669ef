"""Lists of the people whom an employer insures or employs, an item each (see ``extractors.members``)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
import regex

from extractors.base import fact
from extractors.grammar import names, titles, values
from extractors.layout import PageView
from extractors.records import Fact
from extractors.table_records import Row
from extractors.tables import tables

_HEADS = {
    "number": regex.compile(r"^序号$"),
    "person": regex.compile(r"^(?:参保人|职工|人员|员工)?姓名$"),
    "identity": regex.compile(r"社会?保障?号码?$|身份证(?:件)?号码?$|^(?:公民身份|证件)号码$"),
    "title": regex.compile(
        r"^(?:拟?聘[任用]?|受聘|现聘|所聘)(?:专业技术)?(?:职务|岗位|职称)(?:名称)?$|^专业技术职务(?:名称)?$"
    ),
    "start": regex.compile(r"(?:起始|开始|参保起|起)(?:年月|时间|日期)$|^缴费起|^参保(?:时间|日期|年月)$"),
    "end": regex.compile(r"(?:截止|终止|结束|止)(?:年月|时间|日期)$|^缴费止"),
    "period": regex.compile(r"起止(?:年月|时间|日期)$|缴费(?:时间段|期间|时间)$"),
    "professional": regex.compile(r"^专业(?:科目|课程?)?(?:学时|课时|学分)数?$"),
    "public": regex.compile(r"^公需(?:科目|课程?)?(?:学时|课时|学分)数?$"),
    "hours": regex.compile(r"^(?:总|合计|累计|完成|培训|年度)?(?:学时|课时|学分)(?:合计|总数|数)?$"),
    "note": regex.compile(r"^性别$|险种|参保类型|基数|金额|月数|状态|备注"),
}
OF_ONE = frozenset(("person_name", "id_number", "gender", "birth_date", "start_date", "end_date"))


def staff(views: Sequence[PageView]) -> list[Fact]:
    """The people of a list of an employer's staff, an item each (see ``extractors.members``); nothing where all rows
    are one person's."""
    rows: list[list[Fact]] = []
    for table in (table for view in views for table in tables(view, _HEADS) if "person" in table.names):
        members = [row for row in map(list, map(_member, table.rows)) if len(row) > 1]  # a name with more beside it
        if 2 * len(members) > len(table.rows):
            rows += members
    if len({row[0].value for row in rows}) < 2:
        return []
    return [msgspec.structs.replace(f, item=item) for item, row in enumerate(rows, 1) for f in row]


def _member(row: Row) -> Iterator[Fact]:
    cell = row.cell("person").strip()
    name = names.find(cell.text)
    if name is None or name.end < len(cell.text):
        return
    yield fact("member", name.value, cell, name.start, name.end)
    for name_of, head in (("member_hours", "hours"), ("member_professional_hours", "professional")):
        hours = values.number(row.cell(head))
        if hours:
            yield fact(name_of, hours.value, row.cell(head), hours.start, hours.end)
    post = titles.TITLE.search(row.cell("title").text)
    if post:
        yield fact("member_title", post.group(), row.cell("title"), *post.span())
    number = values.id_number(row.cell("identity"))
    if number:
        yield fact("member_id_number", number.value, row.cell("identity"), number.start, number.end)
    start, end = row.cell("start") or row.cell("period"), row.cell("end") or row.cell("period")
    first, last = values.period_start(start), (values.date if row.cell("end") else values.period_end)(end)
    for name_of, value, place in (("member_start_date", first, start), ("member_end_date", last, end)):
        if value:
            yield fact(name_of, value.value, place, value.start, value.end)
