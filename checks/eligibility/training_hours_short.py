"""eligibility.training-hours-short: a year with too few hours of continuing education, or with none shown."""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Case, Check, CheckInfo
from checks.eligibility.findings import conditions, coverage, found
from checks.eligibility.judge import helped
from checks.eligibility.measures.training_hours import shortfalls
from checks.eligibility.standing import rule_of
from checks.eligibility.subject import Subject
from checks.records import Coverage, Finding

ROW = "training-hours"
INFO = CheckInfo(
    code="eligibility.training-hours-short",
    title="继续教育学时不足",
    severity="ineligible",
    kind="deterministic",
    rationale="专业技术人员继续教育每年累计不少于90学时；卫生25学分、会计90学分，中小学教师五年合计360学时，学时与学分不换算。不足的列为条件未满足，没有记录的年度请补交。",
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
        rule = rule_of(subject, row.id)
        if row.outcome in ("not_applicable", "waived") or rule is None:
            continue
        for short in shortfalls(subject, rule, helped(subject)):
            if row.outcome != "not_met" and not short.open_:
                continue
            seen = True
            if short.amount is None:
                message = f"缺少{short.when}的继续教育学时记录"
                yield found(INFO, row, message, severity="missing", evidence=())
            else:
                message = f"{short.when}继续教育{short.amount}，要求不少于{short.needed}"
                severity = "notice" if short.open_ else INFO.severity
                yield found(INFO, row, message, severity=severity, evidence=short.evidence)
    if not seen:
        yield from coverage(INFO, case, ROW)


CHECK = Check(info=INFO, run=_run)
