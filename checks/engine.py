"""Running every check on one dossier and putting together what they say."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

import msgspec

from checks.applicant import profile
from checks.base import Case, Check, Pictures
from checks.consistency.claims import prove
from checks.corroboration import weighed
from checks.coverage import covered
from checks.discovery import all_checks
from checks.eligibility.judge import judge
from checks.records import Assessment, Claim, ClauseRef, Condition, Coverage, Disposition, Finding
from corpus.policy.records import Policy
from corpus.registries.registers import Registers
from extractors.records import Document
from ingest.records import Dossier

Row = TypeVar("Row", Claim, Condition)

SUPERVISION = "supervision"  # the entry for which suspicions are passed on, in packs that have one
SEVERITIES = ("ineligible", "suspect", "missing", "notice")


def assess(
    dossier: Dossier,
    documents: tuple[Document, ...],
    policy: Policy,
    as_of: date,
    pictures: Pictures,
    *,
    registers: Registers | None = None,
) -> Assessment:
    """Holds the documents of one dossier against ``policy`` as it stood on ``as_of``.

    ``registers`` are the lists of journals and retractions that a user imported; none when left out.
    A check that raises costs only itself: its coverage says "cannot_tell" and why.
    """
    case = Case(
        dossier=dossier,
        documents=documents,
        applicant=profile(documents),
        policy=policy,
        as_of=as_of,
        pictures=pictures,
        registers=registers or Registers(),
    )
    findings: list[Finding] = []
    coverage: list[Coverage] = []
    case = dataclasses.replace(case, conditions=_safely("eligibility", judge, case, coverage))
    case = dataclasses.replace(case, claims=_safely("consistency", prove, case, coverage))
    for check in all_checks():
        seen, said = run_check(check, case)
        findings += seen
        coverage += covered(check, documents, seen, said)
    return _complete(
        Assessment(
            policy=policy.id,
            applicant=dict(case.applicant),
            findings=(),
            conditions=case.conditions,
            claims=case.claims,
            coverage=tuple(coverage),
            disposition="accept",
        ),
        [_cited(finding, policy) for finding in weighed(findings)],
    )


def with_findings(assessment: Assessment, more: Iterable[Finding]) -> Assessment:
    """The assessment with findings from outside the dossier taken in: sorted and numbered anew."""
    more = list(more)
    everything = [*assessment.findings, *more]
    return _complete(assessment, [*assessment.findings, *weighed(everything)[len(assessment.findings) :]])


def run_check(check: Check, case: Case) -> tuple[list[Finding], list[Coverage]]:
    """What one check finds and says of its coverage; an exception becomes a "cannot_tell"."""
    try:
        results = list(check.run(case))
    except Exception as error:
        return [], [_broken(check.info.code, error)]
    return [r for r in results if isinstance(r, Finding)], [r for r in results if isinstance(r, Coverage)]


def _safely(
    family: str, judgement: Callable[[Case], tuple[Row, ...]], case: Case, coverage: list[Coverage]
) -> tuple[Row, ...]:
    """The rows of a judgement; none, and a "cannot_tell" for its family, where it fails."""
    try:
        return judgement(case)
    except Exception as error:
        coverage.append(_broken(family, error))
        return ()


def _broken(code: str, error: Exception) -> Coverage:
    reason = f"检查程序未能完成（{type(error).__name__}: {error}），请人工查看"
    return Coverage(code=code, outcome="cannot_tell", reason=reason)


def disposition(findings: Iterable[Finding]) -> Disposition:
    """The suggestion to a person that follows from the gravest finding."""
    severities = {finding.severity for finding in findings}
    if "ineligible" in severities:
        return "decline"
    if "suspect" in severities:
        return "verify"
    return "supplement" if "missing" in severities else "accept"


def _cited(finding: Finding, policy: Policy) -> Finding:
    """The finding with the clause that leads to its code; a suspicion with the one for which it is passed on."""
    if finding.clause is not None:
        return finding
    rule = next((rule for rule in policy.rules if finding.code in rule.entry.checks), None)
    if rule is None and finding.severity == "suspect":
        rule = policy.rule(SUPERVISION)
    return msgspec.structs.replace(finding, clause=ClauseRef(rule.pack, rule.entry.clause)) if rule else finding


def _complete(assessment: Assessment, findings: Iterable[Finding]) -> Assessment:
    fallback = ClauseRef(assessment.policy, "")
    numbered = tuple(
        msgspec.structs.replace(finding, id=f"f{position:02d}", clause=finding.clause or fallback)
        for position, finding in enumerate(sorted(findings, key=_reading_order), start=1)
    )
    return msgspec.structs.replace(assessment, findings=numbered, disposition=disposition(numbered))


def _reading_order(finding: Finding) -> tuple[object, ...]:
    """The gravest first, then by code, then by place; documents d02 before d10."""
    rank = (SEVERITIES.index(finding.severity), -finding.weight, finding.code)
    if not finding.evidence:
        return (*rank, -1, "", "", 0, (), finding.message)
    first = finding.evidence[0]
    box = msgspec.structs.astuple(first.bbox) if first.bbox else ()
    return (*rank, len(first.document), first.document, first.file, first.page, box, finding.message)
