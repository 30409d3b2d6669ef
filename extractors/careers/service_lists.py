"""Lists of those who were sent to serve, a row each."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.careers.rosters import Column, people
from extractors.grammar import values
from extractors.layout import PageView
from extractors.records import Fact


def sent(views: Sequence[PageView]) -> list[Fact]:
    """Who is sent where, a row each, as the list of a notice tells of several; empty where it names only one."""
    rows = people(views, _COLUMNS)
    return [f for row in rows if any(f.name == "place" for f in row) for f in row]


_COLUMNS = {
    "place": Column(
        r"^(?:支教|受援|受派|接收|派驻|派往|服务|帮扶|驻村|挂职|支援|下派|轮岗|任教|交流)(?:学校|单位|医院|地点|地区|乡镇|村|地)(?:名称)?$",
        (("place", values.long_text),),
    ),
    "start": Column(
        r"^(?:出发|派出|派驻|到岗|报到|进驻|开始|起始|服务开始|选派)(?:日期|时间|年月)$", (("start_date", values.date),)
    ),
    "end": Column(
        r"^(?:返回|返岗|离岗|撤回|返程|结束|截止|期满|服务结束)(?:日期|时间|年月)$", (("end_date", values.date),)
    ),
    "period": Column(
        r"^(?:服务|支教|派驻|驻村|支援|挂职|工作|援助)?(?:起止)?(?:时间|日期|年月|期限)$",
        (("start_date", values.period_start), ("end_date", values.period_end)),
    ),
}
