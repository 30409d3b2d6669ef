"""The record of a scan: every dossier's outcome, its risk in parts, and which ones a person should look at."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from math import ceil

import msgspec

from checks.records import CoverageOutcome, Disposition, Engine, Finding, PolicyUsed, Report, Severity
from reports.masking import masker

FAMILY_CAP = 6
MATERIALS = 10  # a risk is stated per this many documents
_UNREAD = ("completeness.unreadable-file", "completeness.unreadable-page")
_COUNTED: tuple[Severity, ...] = ("ineligible", "suspect", "missing")


class AuditFinding(msgspec.Struct, frozen=True, kw_only=True):
    """A finding as the workbook shows it: masked, in one line."""

    id: str
    code: str
    severity: Severity
    weight: int
    message: str
    clause: str
    verify: str
    places: str


class FailedFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file, or a page of one, that was not read, and why."""

    file: str
    reason: str


class Risk(msgspec.Struct, frozen=True, kw_only=True):
    """The weights of distinct codes added up, at most ``FAMILY_CAP`` a family; ``score`` is per ten documents."""

    parts: dict[str, int]
    points: int
    score: float


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One dossier of a scan. ``lost`` says why it could not be checked at all, "" when it was."""

    dossier: str
    person: str = ""
    title: str = ""
    employer: str = ""
    disposition: Disposition = "supplement"
    documents: int = 0
    findings: tuple[AuditFinding, ...] = ()
    failed: tuple[FailedFile, ...] = ()
    coverage: dict[str, tuple[CoverageOutcome, ...]] = {}
    inputs_sha256: str = ""
    lost: str = ""

    def count(self, severity: Severity) -> int:
        return sum(finding.severity == severity for finding in self.findings)


class Sampled(msgspec.Struct, frozen=True, kw_only=True):
    """A dossier chosen for review by a person. ``second`` marks those that two people review independently."""

    dossier: str
    reason: str
    second: bool


class Sampling(msgspec.Struct, frozen=True, kw_only=True):
    """How dossiers are chosen: all with a finding of weight 4, the ``top`` share by risk, a ``random`` share of the
    rest, and of these a ``second`` share for double review (handbook 7.3)."""

    seed: int = 20200701
    top: float = 0.1
    random: float = 0.05
    second: float = 0.2


class Audit(msgspec.Struct, frozen=True, kw_only=True):
    """What ``audit.xlsx`` is written from."""

    policy: PolicyUsed
    as_of: str
    engine: Engine
    entries: tuple[Entry, ...]
    sampling: Sampling = Sampling()

    def ranked(self) -> tuple[tuple[Entry, Risk], ...]:
        """Entries by falling score, then points, then name; dossiers that could not be checked come first."""
        rated = [(entry, risk(entry)) for entry in self.entries]
        return tuple(sorted(rated, key=lambda r: (not r[0].lost, -r[1].score, -r[1].points, r[0].dossier)))


def entry(report: Report, *, lost: str = "", unmask: bool = False) -> Entry:
    """The part of ``report`` that an audit keeps; small, so that thousands fit into memory."""
    show = masker(report, unmask=unmask).text
    coverage: dict[str, set[CoverageOutcome]] = {}
    for seen in report.coverage:
        coverage.setdefault(seen.code, set()).add(seen.outcome)
    return Entry(
        dossier=report.dossier.id,
        person=show(report.applicant.get("person_name", "")),
        title=show(report.applicant.get("applied_title", "")),
        employer=show(report.applicant.get("employer", "")),
        disposition=report.disposition,
        documents=len(report.documents),
        findings=tuple(
            AuditFinding(
                id=finding.id,
                code=finding.code,
                severity=finding.severity,
                weight=finding.weight,
                message=show(finding.message),
                clause=finding.clause.ref if finding.clause else "",
                verify=show(finding.verify),
                places=show("；".join(dict.fromkeys(_places(finding)))),
            )
            for finding in report.findings
        ),
        failed=tuple(
            FailedFile(file=show(place.file) + (f" 第{place.page}页" if place.page else ""), reason=show(f.message))
            for f in report.findings
            if f.code in _UNREAD
            for place in f.evidence
        ),
        coverage={code: tuple(sorted(outcomes)) for code, outcomes in sorted(coverage.items())},
        inputs_sha256=report.engine.inputs_sha256,
        lost=lost,
    )


def risk(it: Entry) -> Risk:
    """The dossier's risk, from what was found and nothing personal."""
    heaviest: dict[str, int] = {}
    for finding in it.findings:
        if finding.severity in _COUNTED:
            heaviest[finding.code] = max(heaviest.get(finding.code, 0), finding.weight)
    parts: dict[str, int] = {}
    for code, weight in sorted(heaviest.items()):
        family = code.partition(".")[0]
        parts[family] = min(parts.get(family, 0) + weight, FAMILY_CAP)
    points = sum(parts.values())
    return Risk(parts=parts, points=points, score=round(points * MATERIALS / max(it.documents, MATERIALS), 2))


def sample(audit: Audit) -> tuple[Sampled, ...]:
    """Who is to be looked at by a person, in the order of the ranking. The same audit gives the same sample."""
    ranked = [it for it, _ in audit.ranked()]
    reasons: dict[str, str] = {}
    for it in ranked:
        if it.lost:
            reasons[it.dossier] = "未能检查"
        elif any(f.weight == 4 and f.severity in _COUNTED for f in it.findings):
            reasons[it.dossier] = "含重大事项"
    checked = [it.dossier for it, rated in audit.ranked() if not it.lost and rated.points]
    for name in checked[: ceil(audit.sampling.top * len(ranked))]:
        reasons.setdefault(name, "风险排序靠前")
    rest = [it.dossier for it in ranked if it.dossier not in reasons]
    for name in _drawn(rest, audit.sampling.seed, audit.sampling.random):
        reasons[name] = "随机抽取"
    twice = set(_drawn(list(reasons), audit.sampling.seed + 1, audit.sampling.second))
    chosen = (it.dossier for it in ranked if it.dossier in reasons)
    return tuple(Sampled(dossier=name, reason=reasons[name], second=name in twice) for name in chosen)


def _drawn(names: Sequence[str], seed: int, share: float) -> list[str]:
    """A share of ``names`` that only the seed and the names decide, at least one where there is any."""
    order = sorted(names, key=lambda name: hashlib.sha256(f"{seed}:{name}".encode()).digest())
    return order[: ceil(share * len(names))]


def _places(finding: Finding) -> Iterable[str]:
    for place in finding.evidence:
        yield " ".join(part for part in (place.document, place.file, f"第{place.page}页" if place.page else "") if part)
