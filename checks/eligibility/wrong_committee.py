"""eligibility.wrong-committee: an application addressed to a body that does not review it."""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Case, Check, CheckInfo
from checks.eligibility.findings import conditions, coverage, found
from checks.eligibility.measures.listed_field import fields
from checks.eligibility.measures.routing import addressed
from checks.eligibility.subject import Subject
from checks.records import Coverage, Finding

ROWS = ("special-talent-routing", "committee-plan")
FIELD = "engineering-field"
INFO = CheckInfo(
    code="eligibility.wrong-committee",
    title="受理评委会与申报系列（途径）不对应",
    severity="missing",
    kind="deterministic",
    rationale="职称由对应系列（专业）的评委会评审；特殊人才2020年起不再由人社部门单独组织。不对应时请申报人改报，不因此否定申报资格。",
    innocent=("评委会经授权跨系列受理", "委托评审", "表上印的是前一次评审的评委会"),
    verify="对照评审委员会目录和年度评审计划，联系评委会组建单位确认受理范围",
    references=("handbook 1.1 一（三）、三（一）",),
)


def _run(case: Case) -> Iterator[Finding | Coverage]:
    failing = [row for row in conditions(case, *ROWS) if row.outcome == "not_met"]
    if failing:
        row = failing[0]
        yield found(INFO, row, f"受理主体为{row.measured}，应报{row.threshold}，请改报")
        return
    yield from list(_other_field(case)) or coverage(INFO, case, *ROWS)


def _other_field(case: Case) -> Iterator[Finding]:
    """A committee named for one of the listed fields and a specialty named for others: names alone settle nothing."""
    subject = Subject(case)
    rule, to, stated = subject.policy.rule(FIELD), addressed(subject), subject.form("applied_specialty")
    rows = [row for row in conditions(case, FIELD) if row.outcome == "met"]
    if not rows or rule is None or to is None or stated is None:
        return
    committee, own = fields(to[0], rule.entry.terms), fields(stated.value, rule.entry.terms)
    named = any(name in to[0] for name in committee) and any(name in stated.value for name in own)
    if named and not set(committee) & set(own):
        parted = f"按名称分属{'、'.join(committee)}与{'、'.join(own)}领域"
        message = f"受理评委会为{to[0]}，申报专业为{stated.value}，{parted}，请核对受理范围"
        yield found(INFO, rows[0], message, severity="notice", evidence=(to[1], stated.evidence))


CHECK = Check(info=INFO, run=_run)
