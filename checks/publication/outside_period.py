"""publication.outside-period: a paper from before the present title, a patent whose term is over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

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
    rationale="多数系列只计取得现职称以后、申报截止以前的成果；刊出时间确在此期间之外的列出，由评委会办事机构认定是否计入；"
    "专利保护期已满的一并提示。",
    innocent=("所在系列自上一次评审起计", "破格或代表作不限时间", "先网络首发后刊出"),
    verify="按所在系列标准条件核对成果计算期间",
    handbook=("F53", "F57"),
    weight=2,
)
TERMS = {"发明": 20, "实用新型": 10, "外观": 10}
LONGER_DESIGNS = date(2021, 6, 1)
REGISTER = "在国家知识产权局查询专利法律状态；业绩认定一般不要求专利仍有效"


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    yield from (_term if document.type == "patent_certificate" else _published)(case, document)


def _term(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    """From filing: inventions 20 years, utility models 10, designs 15, or 10 before 2021-06-01 (handbook 4.5)."""
    fact, kind = document.first("application_date"), document.value("patent_kind")
    filed = days_of(fact)
    years = next((term for word, term in TERMS.items() if word in kind), 0)
    if fact is None or filed is None or not years:
        yield cannot_tell(INFO, document, "未读到申请日或专利类别，保护期无从计算")
        return
    if "外观" in kind and filed.first >= LONGER_DESIGNS:
        years = 15
    if filed.last.year + years < case.as_of.year:
        message = f"该{kind}自申请日“{fact.text}”起{years}年的保护期在申报截止日{case.as_of.isoformat()}前已届满"
        yield found(INFO, message, [place(document, fact)], verify=REGISTER, weight=1)


def _published(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    fact = document.first("year") or document.first("issue_date")
    obtained = _obtained(case)
    printed, since = days_of(fact), days(obtained)
    if fact is None or printed is None:
        yield cannot_tell(INFO, document, "未读到刊出时间")
    elif since is None:
        yield cannot_tell(INFO, document, "未读到现职称取得时间")
    elif printed.before(since):
        message = f"论文刊于{published_year(document)}年，早于现职称取得时间{obtained}"
        yield found(INFO, message, [place(document, fact)])
    elif printed.first > case.as_of:
        message = f"论文刊出时间“{fact.text}”晚于申报截止日{case.as_of.isoformat()}"
        yield found(INFO, message, [place(document, fact)])


def _obtained(case: Case) -> str:
    """When the present title was obtained: as the form says, else its certificate; "" where neither tells."""
    said = case.applicant.get("current_title_date", "")
    title = case.applicant.get("current_title", "")
    held = (d for d in case.of_type("title_certificate") if title and d.value("title") == title)
    return said or next((date for d in held if (date := d.value("approved_date") or d.value("issue_date"))), "")


CHECK = Check(info=INFO, run=each(INFO, (*PRINTED, "patent_certificate"), look))
