"""consistency.insured-elsewhere: another payer of the present insurance than the employer applied from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import Case, Check, CheckInfo, cannot_tell, each, not_applicable
from checks.persons import reference
from checks.reading import plain
from checks.records import Coverage, Finding
from checks.saying import say
from checks.spans import days_of
from checks.wording import likeness
from extractors.records import Document

INFO = CheckInfo(
    code="consistency.insured-elsewhere",
    title="社保缴费单位与申报单位不同",
    severity="notice",
    kind="deterministic",
    rationale="截至申报时的社保缴费单位一般与申报单位一致；不一致的可能为劳务派遣、人事代理或集中缴费，也可能为挂靠，列出供核对。",
    innocent=("劳务派遣或人事代理", "主管部门、总公司或财政集中缴费", "刚调入尚未转移", "单位更名或简称"),
    verify="核对聘用（劳动）合同与社保经办机构出具的参保证明，请单位说明缴费关系",
    handbook=("F34",),
    weight=2,
)
AGENCY = re.compile("人力资源|劳务|派遣|外包|人才|人事|就业服务|财政局|结算中心|核算中心|机关事务|社会保险")
LAPSED = 183  # days before the cut-off from which an insurance is a former one
SAME = 80.0


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    payer, employer = document.first("employer"), case.applicant.get("employer", "")
    ended = days_of(document.first("end_date"))
    if payer is None or not employer:
        yield cannot_tell(INFO, document, "未读到缴费单位或申报单位")
    elif ended is None or (case.as_of - ended.last).days > LAPSED:
        yield not_applicable(INFO, document, "缴费截止时间未读到，或为以往单位的缴费记录")
    elif not AGENCY.search(str(payer.value)) and not _one_body(plain(str(payer.value)), plain(employer)):
        message = f"社保缴费单位“{payer.value}”与申报单位“{employer}”不同"
        other = reference(case, "employer", employer, document)
        yield say(case, INFO, document, payer, message, others=[other] if other else [])


def _one_body(payer: str, employer: str) -> bool:
    """One name inside the other, or nearly the same: a branch, a short form, a misread character."""
    return payer in employer or employer in payer or likeness(payer, employer) >= SAME


CHECK = Check(info=INFO, run=each(INFO, ("social_insurance",), look))
