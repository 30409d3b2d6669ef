"""What checks hand on: findings, conditions, claims and coverage, each with the places to look."""

from __future__ import annotations

from typing import Literal

import msgspec

from extractors.records import Document, FactValue
from ingest.geometry import Box

Severity = Literal["missing", "ineligible", "suspect", "notice"]
ConditionOutcome = Literal["met", "not_met", "waived", "not_applicable", "cannot_tell"]
ClaimResult = Literal["proved", "contradicted", "unsupported"]
CoverageOutcome = Literal["clear", "found", "not_applicable", "cannot_tell"]
Disposition = Literal["accept", "supplement", "verify", "decline"]


class ClauseRef(msgspec.Struct, frozen=True):
    """A place in a policy: the pack's id and the clause path, such as ``二（四）``; ``ref`` "" when none applies."""

    policy: str
    ref: str


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """A place to look. ``bbox`` is in the page as displayed, None when the whole page or file is meant."""

    document: str = ""  # "" when the file gave no document
    file: str
    page: int = 0  # 0: the whole file
    bbox: Box | None = None
    text: str = ""


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """What was seen, against what, what innocent cause it may have and how a person verifies it. Chinese texts.

    ``id`` is given by the engine (f01 …) after sorting; a check leaves it "". ``weight`` 1–4 ranks findings inside a
    severity (handbook 0.3). ``certainty``: deterministic facts, or a heuristic that is a ``notice`` unless something
    independent agrees (handbook section 6).
    """

    id: str = ""
    code: str
    severity: Severity
    message: str
    clause: ClauseRef | None = None
    explanation: str = ""
    innocent: tuple[str, ...] = ()
    verify: str = ""
    evidence: tuple[Evidence, ...] = ()
    weight: int = 2
    certainty: Literal["deterministic", "heuristic"] = "deterministic"


class Condition(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the eligibility table. ``explanation`` holds the arithmetic in words."""

    id: str
    clause: ClauseRef
    requirement: str
    measured: str
    threshold: str
    outcome: ConditionOutcome
    explanation: str
    evidence: tuple[Evidence, ...] = ()
    basis_mark: Literal["A", "B", "C", ""] = ""  # how sure the source is (handbook 0.1)


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the application form against its proof."""

    name: str
    item: int
    value: FactValue
    outcome: ClaimResult
    evidence: tuple[Evidence, ...] = ()
    explanation: str = ""


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """Whether a check looked at a document ("" for the dossier as a whole), and why not."""

    code: str
    document: str = ""
    outcome: CoverageOutcome
    reason: str = ""


class Assessment(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the checks say of one dossier; ``applicant`` holds the best values over all documents."""

    policy: str
    applicant: dict[str, str]
    findings: tuple[Finding, ...]
    conditions: tuple[Condition, ...]
    claims: tuple[Claim, ...]
    coverage: tuple[Coverage, ...]
    disposition: Disposition


class PolicyUsed(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    title: str


class DossierRef(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    path: str


class Engine(msgspec.Struct, frozen=True, kw_only=True):
    """What the report rests on. ``registers`` names the imported lists, ``registers_sha256`` is over their contents."""

    version: str
    policy_sha256: str
    inputs_sha256: str
    registers: tuple[str, ...] = ()
    registers_sha256: str = ""  # "" when no list was imported


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """report.json (contract.md, schema ``mingcha.report/1``). Field order is the file's order."""

    schema: str = "mingcha.report/1"
    dossier: DossierRef
    policy: PolicyUsed
    as_of: str
    applicant: dict[str, str]
    documents: tuple[Document, ...]
    findings: tuple[Finding, ...]
    conditions: tuple[Condition, ...]
    claims: tuple[Claim, ...]
    coverage: tuple[Coverage, ...]
    engine: Engine
    disposition: Disposition
