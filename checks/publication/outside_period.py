"""publication.outside-period: a claimed paper, award or patent from before the present title."""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Case, Check, CheckInfo, cannot_tell, each, found, place
from checks.publication.works import PRINTED, published_year
from checks.records import Coverage, Finding
from checks.spans import days, days_of
from extractors.records import Document

INFO = CheckInfo(
    code="publication.outside-period",
    title="成果不在任现职期间",
    severity="notice",
    kind="deterministic",
    rationale="多数系列只计取得现职称以后、申报截止以前的成果；刊出时间确在此期间之外的列出，由评委会办事机构认定是否计入。",
    innocent=("所在系列自上一次评审起计", "破格或代表作不限时间", "先网络首发后刊出"),
    verify="按所在系列标准条件核对成果计算期间",
    handbook=("F53",),
    weight=2,
)


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    fact = document.first("year") or document.first("issue_date")
    printed, since = days_of(fact), days(case.applicant.get("current_title_date", ""))
    if fact is None or printed is None:
        yield cannot_tell(INFO, document, "未读到刊出时间")
    elif since is None:
        yield cannot_tell(INFO, document, "未读到现职称取得时间")
    elif printed.before(since):
        message = f"论文刊于{published_year(document)}年，早于现职称取得时间{case.applicant['current_title_date']}"
        yield found(INFO, message, [place(document, fact)])
    elif printed.first > case.as_of:
        message = f"论文刊出时间“{fact.text}”晚于申报截止日{case.as_of.isoformat()}"
        yield found(INFO, message, [place(document, fact)])


CHECK = Check(info=INFO, run=each(INFO, PRINTED, look))
