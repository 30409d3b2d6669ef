"""eligibility.years-in-title-short: too few years in the title below, whichever way they are counted."""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Case, Check, CheckInfo
from checks.eligibility.findings import conditions, coverage, found
from checks.eligibility.subject import Subject
from checks.records import Coverage, Evidence, Finding

ROW = "years-in-title"
INFO = CheckInfo(
    code="eligibility.years-in-title-short",
    title="任职年限不足",
    severity="ineligible",
    kind="deterministic",
    rationale="申报高一级职称须在下一级职称任职满规定年限；按取得日和聘任日两种起点都不足时才列出，只有一种不足时只在条件表中说明。",
    innocent=("符合提前申报或破格的规定", "证书补发，实际取得时间更早", "年限另有折算"),
    verify="调取职称批复文件和聘任文件核对起算日期；由评委会办事机构确认起算口径",
    handbook=("F25", "F26"),
    references=("handbook 3.1, 3.3",),
    weight=4,
)


def _run(case: Case) -> Iterator[Finding | Coverage]:
    for row in conditions(case, ROW):
        if row.outcome == "not_met":
            message = f"任职年限为{row.measured}，要求{row.threshold}"
            yield found(INFO, row, message, evidence=(*row.evidence, *_stated(case)))
            return
    yield from coverage(INFO, case, ROW)


def _stated(case: Case) -> tuple[Evidence, ...]:
    """Where the form says since when the title has been held."""
    stated = Subject(case).form("current_title_date")
    return (stated.evidence,) if stated else ()


CHECK = Check(info=INFO, run=_run)
