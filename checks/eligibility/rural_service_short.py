"""eligibility.rural-service-short: less than a year in the countryside where the clause asks for one."""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Case, Check, CheckInfo
from checks.eligibility.findings import conditions, coverage, found
from checks.eligibility.measures.rural_service import UNSEEN
from checks.records import Coverage, Finding

ROW = "rural-service"
INFO = CheckInfo(
    code="eligibility.rural-service-short",
    title="农村基层服务年限不足",
    severity="ineligible",
    kind="deterministic",
    rationale="中小学教师、卫生技术人员晋升高级职称须有1年以上农村基层服务经历；区间取并集，重叠不重复计。没有证明的请补交，有证明而不足的列为条件未满足。",
    innocent=("本人岗位即在农村，证明未写明乡镇", "另有服务期未提交证明", "脱贫攻坚、抗疫服务可以视同"),
    verify="向派出单位、接收单位（教育体育局、卫生健康局）核对服务起止和地点",
    handbook=("F68", "F69"),
    references=("handbook 1.2 d5", "基本医疗卫生与健康促进法第五十六条"),
    weight=3,
)


def _run(case: Case) -> Iterator[Finding | Coverage]:
    for row in conditions(case, ROW):
        if row.outcome != "not_met":
            continue
        if row.measured != UNSEEN:
            yield found(INFO, row, f"农村基层服务经历为{row.measured}，要求{row.threshold}")
        else:
            message = f"未见农村基层服务证明，要求{row.threshold}；如本人岗位在乡镇及以下，请注明"
            yield found(INFO, row, message, severity="missing")
        return
    yield from coverage(INFO, case, ROW)


CHECK = Check(info=INFO, run=_run)
