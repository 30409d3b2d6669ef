"""eligibility.outside-scope: a route or a title whose scope does not reach this application."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

import msgspec

from checks.base import Case, Check, CheckInfo
from checks.eligibility import roles, scope
from checks.eligibility.claimed import Claimed, denied
from checks.eligibility.findings import conditions, coverage, found
from checks.eligibility.subject import Subject, evidence
from checks.locate import locate
from checks.records import Coverage, Evidence, Finding

DIRECTED = "directed-evaluation"
BASE = "base-title-scope"
SKILLED = "high-skilled"
_SKILLED_ROUTE = re.compile("高技能|职业发展贯通")
INFO = CheckInfo(
    code="eligibility.outside-scope",
    title="所选途径或所持职称的适用范围不及本次申报",
    severity="ineligible",
    kind="deterministic",
    rationale=(
        "定向评价只适用于怒江、迪庆和六个挂牌督战县的单位，以工作单位所在地为准，与户籍无关；高技能人才贯通只限所列领域；标注基层有效的职称能否作为申报基础由评委会认定。"
        "申报表写明申请视同基层服务年限、提前申报、不要求论文，而给予该项的条款均不及本人的，一并列出；有一条可能适用即不提示。"
    ),
    innocent=("单位在范围内而地址写法不同", "可改按正常途径申报", "职称范围已另行确认"),
    verify="核对工作单位所在县；请评委会办事机构认定所持职称的适用范围",
    handbook=("F30",),
    references=("handbook 1.2 a, d",),
    weight=3,
)


def _run(case: Case) -> Iterator[Finding | Coverage]:
    subject = Subject(case)
    declared = roles.has(subject, "directed_route").answer == "yes"
    seen = False
    for row in conditions(case, DIRECTED):
        if declared and row.outcome == "not_applicable":
            seen = True
            message = f"申报途径为定向评价，但{row.explanation.rstrip('。')}；可按正常途径申报"
            yield found(INFO, row, message, evidence=_declared_at(subject))
    for finding in _skilled(case, subject):
        seen = True
        yield finding
    for row in conditions(case, BASE):
        if row.outcome == "cannot_tell":
            seen = True
            message = f"所持职称标注“{row.measured}”，请提供评委会办事机构关于能否作为申报基础的意见"
            yield found(INFO, row, message, severity="missing")
    for claim in denied(subject):
        seen = True
        yield _denial(claim)
    if not seen:
        yield from coverage(INFO, case, DIRECTED, BASE) if declared else coverage(INFO, case, BASE)


def _skilled(case: Case, subject: Subject) -> Iterator[Finding]:
    """The route for skilled workers chosen in a series or by a unit to which its clause does not reach."""
    rule = subject.policy.rule(SKILLED)
    if rule is None or not _SKILLED_ROUTE.search(roles.route(subject)):
        return
    reach = scope.match(subject, msgspec.structs.replace(rule.entry.scope, roles=()))
    for row in conditions(case, SKILLED):
        if row.outcome == "not_applicable" and reach.answer == "no":
            stated = [h.evidence for h in (subject.form("applied_route"), subject.form("applied_series")) if h]
            message = f"申报途径为高技能人才贯通，但{reach.why}；可按正常途径申报"
            yield found(INFO, row, message, evidence=tuple(stated))


def _declared_at(subject: Subject) -> tuple[Evidence, ...]:
    """Where directed evaluation is asked for, and the place of work."""
    stated = subject.form("applied_route")
    if stated is not None and "定向" in stated.value:
        return (stated.evidence, *subject.place_evidence)
    forms = subject.of("application_form")
    places = (evidence(form, at) for form in forms if (at := locate(subject.case, form, "applied_route", "定向评价")))
    return (*islice(places, 1), *subject.place_evidence)


def _denial(claim: Claimed) -> Finding:
    why = claim.row.explanation.rstrip("。")
    if claim.unproved:
        message = f"申报表写明“{claim.said}”，{why}，请补充证明材料"
        return found(INFO, claim.row, message, severity="missing", evidence=claim.evidence)
    message = f"申报表写明“{claim.said}”，但{why}，该项政策不及本次申报；可按正常条件申报"
    return found(INFO, claim.row, message, evidence=claim.evidence)


CHECK = Check(info=INFO, run=_run)
