"""eligibility.appraisal-short: years of the term without an appraisal record."""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Case, Check, CheckInfo
from checks.eligibility.findings import conditions, coverage, found
from checks.eligibility.measures.appraisal import gaps
from checks.eligibility.subject import Subject
from checks.records import Coverage, Finding

ROW = "appraisal"
INFO = CheckInfo(
    code="eligibility.appraisal-short",
    title="任期内缺少年度考核记录",
    severity="missing",
    kind="deterministic",
    rationale="任现职以来各年度考核应为合格以上；任期内有年度没有记录时请申报人补交。当年考核尚未进行，不要求。",
    innocent=("该年度新入职、病休或脱产学习，按规定不确定等次", "考核表漏扫"),
    verify="向所在单位人事部门调取该年度考核登记表（干部人事档案）",
    handbook=("F32",),
    references=("handbook 3.2",),
)


def _run(case: Case) -> Iterator[Finding | Coverage]:
    subject = Subject(case)
    for row in conditions(case, ROW):
        lacking = gaps(subject, row.clause) if row.outcome == "not_met" and subject.of("annual_appraisal") else []
        if lacking:
            years = "、".join(map(str, lacking))
            yield found(INFO, row, f"缺少{years}年度的考核记录（材料所示：{row.measured}）")
            return
    yield from coverage(INFO, case, ROW)


CHECK = Check(info=INFO, run=_run)
