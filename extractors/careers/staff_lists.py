"""Lists of the people whom an employer insures, trains or appoints."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.careers.rosters import Column, members
from extractors.grammar import titles, values
from extractors.grammar.labels import Value
from extractors.layout import PageView
from extractors.passage import Passage
from extractors.records import Fact


def staff(views: Sequence[PageView]) -> list[Fact]:
    """The people of a list of an employer's staff, an item each (see ``extractors.members``); nothing where all rows
    are one person's."""
    return members(views, _COLUMNS)


def _title(passage: Passage) -> Value | None:
    found = titles.TITLE.search(passage.text)
    return Value(found.group(), *found.span()) if found else None


_COLUMNS = {
    "title": Column(
        r"^(?:拟?聘[任用]?|受聘|现聘|所聘)(?:专业技术)?(?:职务|岗位|职称)(?:名称)?$|^专业技术职务(?:名称)?$|^职务$",
        (("title", _title),),
    ),
    "start": Column(
        r"(?:起始|开始|参保起|起)(?:年月|时间|日期)$|^(?:聘期)?起$|^缴费起|^参保(?:时间|日期|年月)$",
        (("start_date", values.period_start),),
    ),
    "end": Column(r"(?:截止|终止|结束|止)(?:年月|时间|日期)$|^(?:聘期)?止$|^缴费止", (("end_date", values.date),)),
    "period": Column(
        r"起止(?:年月|时间|日期)$|缴费(?:时间段|期间|时间)$",
        (("start_date", values.period_start), ("end_date", values.period_end)),
    ),
    "born": Column(r"^出生(?:年月日?|日期)$", (("birth_date", values.date),)),
    "certificate": Column(r"^(?:结业|合格|证书)?证书(?:编)?号$", (("certificate_number", values.code),)),
    "professional": Column(
        r"^专业(?:科目|课程?)?(?:(?:学时|课时|学分)数?)?$", (("professional_hours", values.number),)
    ),
    "public": Column(r"^公需(?:科目|课程?)?(?:(?:学时|课时|学分)数?)?$"),
    "hours": Column(
        r"^(?:总|合计|累计|完成|培训|年度)?(?:学时|课时|学分)(?:合计|总数|数)?$", (("hours", values.number),)
    ),
    "note": Column(r"险种|参保类型|基数|金额|月数|状态|备注"),
}
