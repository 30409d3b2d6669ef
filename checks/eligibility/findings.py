"""Turning a row of the eligibility table into a finding."""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Case, CheckInfo
from checks.records import Condition, Coverage, Evidence, Finding, Severity


def conditions(case: Case, *ids: str) -> Iterator[Condition]:
    """The rows of these ids; a numbered row (``unit-publicity-2``) belongs to its id."""
    for condition in case.conditions:
        if any(condition.id == id or condition.id.rpartition("-")[0] == id for id in ids):
            yield condition


def found(
    info: CheckInfo,
    condition: Condition,
    message: str,
    *,
    severity: Severity | None = None,
    explanation: str = "",
    evidence: tuple[Evidence, ...] | None = None,
) -> Finding:
    """A finding of a check about one row: its clause, arithmetic and places."""
    return Finding(
        code=info.code,
        severity=severity or info.severity,
        message=message,
        clause=condition.clause,
        explanation=explanation or condition.explanation,
        innocent=info.innocent,
        verify=info.verify,
        evidence=condition.evidence if evidence is None else evidence,
        weight=info.weight,
    )


def coverage(info: CheckInfo, case: Case, *ids: str) -> Iterator[Coverage]:
    """What a check that found nothing says: that a row could not be told, or did not concern the applicant."""
    rows = list(conditions(case, *ids))
    open_ = next((c for c in rows if c.outcome == "cannot_tell"), None)
    if not rows:
        yield Coverage(code=info.code, outcome="not_applicable", reason="本政策包没有该项条件")
    elif open_ is not None:
        yield Coverage(code=info.code, outcome="cannot_tell", reason=open_.explanation)
    elif all(c.outcome == "not_applicable" for c in rows):
        yield Coverage(code=info.code, outcome="not_applicable", reason=rows[0].explanation)
    else:
        yield Coverage(code=info.code, outcome="clear", reason="")
