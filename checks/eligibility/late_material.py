"""eligibility.late-material: results made after the day judged by."""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Case, Check, CheckInfo
from checks.eligibility.findings import conditions, coverage, found
from checks.eligibility.measures.cut_off import late
from checks.eligibility.subject import Subject
from checks.records import Coverage, Finding

ROW = "cut-off"
INFO = CheckInfo(
    code="eligibility.late-material",
    title="材料形成于核算截止日之后",
    severity="missing",
    kind="deterministic",
    rationale="业绩、学历、职称等材料应形成于核算截止日之前；之后形成的不计入，请以截止日前的材料替换或说明。截止日可配置。",
    innocent=("补发或换发证书", "当地规定的截止日不同", "先发表后印制"),
    verify="核对该材料的形成日期与本次申报规定的截止日",
    handbook=("F46", "F53"),
    references=("handbook 3.3",),
)


def _run(case: Case) -> Iterator[Finding | Coverage]:
    rows = list(conditions(case, ROW))
    items = late(Subject(case)) if rows else []
    for item in items:
        message = f"{item.document.file}的日期为{item.value}，晚于核算截止日{case.as_of.isoformat()}，不计入本次申报"
        yield found(INFO, rows[0], message, evidence=(item.evidence,))
    if not items:
        yield from coverage(INFO, case, ROW)


CHECK = Check(info=INFO, run=_run)
