"""eligibility.appraisal-failed: an appraisal of the term below 合格."""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Case, Check, CheckInfo
from checks.eligibility.findings import conditions, coverage, found
from checks.eligibility.measures.appraisal import below_pass
from checks.eligibility.subject import Subject
from checks.records import Coverage, Finding

ROW = "appraisal"
INFO = CheckInfo(
    code="eligibility.appraisal-failed",
    title="年度考核未达合格",
    severity="ineligible",
    kind="deterministic",
    rationale="任现职以来年度考核应为合格以上。不合格列为条件未满足；基本合格、未定等次的影响由政策包规定，默认只提示。",
    innocent=("等次经复核变更", "该年度按规定不确定等次"),
    verify="向所在单位人事部门核对该年度考核等次及有无复核",
    handbook=("F32", "F33"),
    references=("事业单位人事管理条例第二十一条",),
    weight=4,
)


def _run(case: Case) -> Iterator[Finding | Coverage]:
    subject = Subject(case)
    seen = False
    for row in conditions(case, ROW):
        for record in below_pass(subject, row.clause):
            seen = True
            grades = "、".join(g for g, _ in record.grades)
            severity = INFO.severity if any(c == "not_met" for _, c in record.grades) else "notice"
            message = f"{record.year}年度考核等次为{grades}，要求合格以上"
            yield found(INFO, row, message, severity=severity, evidence=record.evidence)
    if not seen:
        yield from coverage(INFO, case, ROW)


CHECK = Check(info=INFO, run=_run)
