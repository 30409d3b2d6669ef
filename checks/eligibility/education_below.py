"""eligibility.education-below: the education proved lies below what the level asks for."""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Case, Check, CheckInfo
from checks.eligibility.findings import conditions, coverage, found
from checks.records import Coverage, Finding

ROW = "education"
INFO = CheckInfo(
    code="eligibility.education-below",
    title="学历低于申报级别的要求",
    severity="ineligible",
    kind="deterministic",
    rationale="各系列按级别规定最低学历（学位）；材料证明的和申报表填写的学历都低于该要求时列出。",
    innocent=("另有更高学历未提交", "属破格申报或转系列，另有规定"),
    verify="请申报人补充最高学历证书；在学信网（www.chsi.com.cn）或发证学校核实学历层次",
    handbook=("F17", "F27"),
    references=("handbook 3.1",),
    weight=4,
)


def _run(case: Case) -> Iterator[Finding | Coverage]:
    for row in conditions(case, ROW):
        if row.outcome == "not_met":
            yield found(INFO, row, f"学历为{row.measured}，低于要求的{row.threshold}")
            return
    yield from coverage(INFO, case, ROW)


CHECK = Check(info=INFO, run=_run)
