"""Lists of those who were sent to serve, a row each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import regex

from extractors.base import fact
from extractors.grammar import values
from extractors.grammar.labels import Parser
from extractors.layout import PageView
from extractors.records import Fact
from extractors.tables import tables

_HEADS = {
    "person_name": regex.compile(r"^(?:教师|人员|队员|干部)?姓名$"),
    "gender": regex.compile(r"^性别$"),
    "id_number": regex.compile(r"^(?:公民)?身份证(?:件)?号码?$"),
    "place": regex.compile(
        r"^(?:支教|受援|受派|接收|派驻|派往|服务|帮扶|驻村|挂职|支援|下派|轮岗|任教|交流)(?:学校|单位|医院|地点|地区|乡镇|村|地)(?:名称)?$"
    ),
    "start_date": regex.compile(r"^(?:出发|派出|派驻|到岗|报到|进驻|开始|起始|服务开始|选派)(?:日期|时间|年月)$"),
    "end_date": regex.compile(r"^(?:返回|返岗|离岗|撤回|返程|结束|截止|期满|服务结束)(?:日期|时间|年月)$"),
    "period": regex.compile(r"^(?:服务|支教|派驻|驻村|支援|挂职|工作|援助)?(?:起止)?(?:时间|日期|年月|期限)$"),
}
_PARSE: Mapping[str, tuple[tuple[str, Parser], ...]] = {
    "person_name": (("person_name", values.person),),
    "gender": (("gender", values.gender),),
    "id_number": (("id_number", values.id_number),),
    "place": (("place", values.long_text),),
    "start_date": (("start_date", values.date),),
    "end_date": (("end_date", values.date),),
    "period": (("start_date", values.period_start), ("end_date", values.period_end)),
}


def sent(views: Sequence[PageView]) -> list[Fact]:
    """Who is sent where, a row each, as the list of a notice tells of several; empty where it names only one."""
    rows = [row for view in views for table in tables(view, _HEADS) for row in table.rows]
    named = [row for row in rows if row.cell("place") and values.person(row.cell("person_name").bare())]
    if len(named) < 2:
        return []
    found: list[Fact] = []
    for item, row in enumerate(named, 1):
        for column in row.cells:
            cell = row.cell(column).bare()
            for name, parse in _PARSE[column]:
                if value := parse(cell):
                    found.append(fact(name, value.value, cell, value.start, value.end, item=item))
    return found
