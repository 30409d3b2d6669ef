"""eligibility.training-hours-short: a year with too few hours of continuing education, or with none shown."""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Case, Check, CheckInfo
from checks.eligibility.findings import conditions, coverage, found
from checks.eligibility.judge import helped
from checks.eligibility.measures.training_hours import shortfalls
from checks.eligibility.subject import Subject
from checks.records import Coverage, Finding

ROW = "training-hours"
INFO = CheckInfo(
    code="eligibility.training-hours-short",
    title="继续教育学时不足",
    severity="ineligible",
    kind="deterministic",
    rationale="专业技术人员继续教育每年累计不少于90学时；逐年核算，学时不足的年度列为条件未满足，没有记录的年度请补交。",
    innocent=("另有学时证明未提交", "脱产学习、抗疫等按规定视同完成", "学时登记滞后"),
    verify="在继续教育管理平台或向人社部门、单位核对该年度学时",
    handbook=("F73",),
    references=("专业技术人员继续教育规定（令25）",),
    weight=3,
)


def _run(case: Case) -> Iterator[Finding | Coverage]:
    subject = Subject(case)
    seen = False
    for row in conditions(case, ROW):
        rule = case.policy.rule(row.id)
        if row.outcome != "not_met" or rule is None:
            continue
        for short in shortfalls(subject, rule, helped(subject)):
            seen = True
            if short.hours is None:
                message = f"缺少{short.year}年度的继续教育学时记录"
                yield found(INFO, row, message, severity="missing", evidence=())
            else:
                message = f"{short.year}年继续教育{short.hours:g}学时，要求不少于{short.needed:g}学时"
                yield found(INFO, row, message, evidence=short.evidence)
    if not seen:
        yield from coverage(INFO, case, ROW)


CHECK = Check(info=INFO, run=_run)
