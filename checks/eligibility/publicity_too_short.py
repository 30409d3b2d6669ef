"""eligibility.publicity-too-short: fewer than five working days, or a filing before the publicity had ended."""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Case, Check, CheckInfo
from checks.eligibility.findings import conditions, coverage, found
from checks.records import Coverage, Finding

PUBLICITIES = ("unit-publicity", "result-publicity")
FILING = "filing-after-publicity"
COUNTED = "次日起算"
INFO = CheckInfo(
    code="eligibility.publicity-too-short",
    title="公示不足规定的工作日",
    severity="ineligible",
    kind="deterministic",
    rationale="单位公示和评审结果公示均不少于5个工作日。起始日计入、次日起算两种口径都不足才列为未满足；只有一种不足时提示。",
    innocent=("公示延长而证明未写明", "证明书写起止日期有误"),
    verify="向公示单位调取公示原件、照片或网页存档，核对起止日期",
    handbook=("F75",),
    references=("handbook 1.3", "职称评审管理暂行规定（令40）"),
    weight=3,
)


def _run(case: Case) -> Iterator[Finding | Coverage]:
    seen = False
    for row in conditions(case, *PUBLICITIES):
        if row.outcome == "not_met":
            seen = True
            yield found(INFO, row, f"公示期为{row.measured}，要求{row.threshold}")
        elif row.outcome == "cannot_tell" and COUNTED in row.measured:
            seen = True
            message = f"公示期为{row.measured}，是否{row.threshold}取决于起算口径"
            yield found(INFO, row, message, severity="notice")
    for row in conditions(case, FILING):
        if row.outcome == "not_met":
            seen = True
            yield found(INFO, row, f"备案（批复）日期{row.measured}早于公示结束，要求{row.threshold}")
    if not seen:
        yield from coverage(INFO, case, *PUBLICITIES)


CHECK = Check(info=INFO, run=_run)
