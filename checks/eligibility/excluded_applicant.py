"""eligibility.excluded-applicant: civil servants, retired people, people under sanction."""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Case, Check, CheckInfo
from checks.eligibility.findings import conditions, coverage, found
from checks.eligibility.measures.retirement import age
from checks.eligibility.subject import Subject
from checks.records import Condition, Coverage, Finding

ROWS = ("civil-servant", "retirement", "sanction")
SURELY_DUE = 60  # years: past it both sexes need an approved extension
INFO = CheckInfo(
    code="eligibility.excluded-applicant",
    title="申报人属于不得申报的情形",
    severity="ineligible",
    kind="deterministic",
    rationale="公务员（含参公人员）、离退休人员不得申报，受处分期间不得申报。材料写明的才列为条件未满足；年龄到限的请补充在职或延迟退休材料。",
    innocent=("已由机关转入企事业单位", "经批准延迟退休", "处分已期满或已解除"),
    verify="向所在单位和组织人事部门核对编制身份、在职状态；处分情况向单位、纪检部门核对",
    handbook=("F13", "F14"),
    references=("handbook 2", "职称评审管理暂行规定（令40）"),
    weight=4,
)


def _run(case: Case) -> Iterator[Finding | Coverage]:
    seen = False
    for row in conditions(case, *ROWS):
        for finding in _about(case, row):
            seen = True
            yield finding
    if not seen:
        yield from coverage(INFO, case, *ROWS)


def _about(case: Case, row: Condition) -> Iterator[Finding]:
    said = {"civil-servant": "公务员身份", "retirement": "离退休", "sanction": "处分"}[row.id]
    if row.outcome == "not_met":
        yield found(INFO, row, f"材料载有{said}信息：{row.measured}；要求{row.threshold}")
    elif row.outcome == "cannot_tell" and row.id == "retirement":
        years = age(Subject(case))
        if years is None:
            return
        message = f"截至核算日{years}周岁，请确认是否在职，并补充延迟退休批准文件或在职证明"
        yield found(INFO, row, message, severity="missing" if years >= SURELY_DUE else "notice")
    elif row.outcome == "cannot_tell" and row.evidence:
        yield found(INFO, row, f"材料载有{said}信息：{row.measured}，是否影响申报请人工确认", severity="notice")


CHECK = Check(info=INFO, run=_run)
