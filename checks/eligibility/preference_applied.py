"""eligibility.preference-applied: which clause helped the applicant, and how."""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Case, Check, CheckInfo
from checks.eligibility.findings import found
from checks.records import Coverage, Finding

INFO = CheckInfo(
    code="eligibility.preference-applied",
    title="适用的激励（倾斜）政策",
    severity="notice",
    kind="deterministic",
    rationale="列出对申报人适用的激励条款及其效果，便于复核其依据材料；各条款效果不叠加。",
    innocent=("符合政策规定的正常情形",),
    verify="复核该条款所依据的证明材料（单位所在地、服务证明、表彰文件等）",
    references=("handbook 1.2",),
    weight=1,
)


def _run(case: Case) -> Iterator[Finding | Coverage]:
    helping = {r.entry.id: r.entry for r in case.policy.rules if r.entry.kind == "preference"}
    applied = [row for row in case.conditions if row.id in helping and row.outcome == "met"]
    for row in applied:
        effects = helping[row.id].effects
        yield found(INFO, row, f"适用{row.clause.ref}：{effects.text if effects else row.requirement}")
    if not applied:
        yield Coverage(code=INFO.code, outcome="clear", reason="没有适用的激励条款")


CHECK = Check(info=INFO, run=_run)
