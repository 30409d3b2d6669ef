"""Putting together what the rooms before handed on, as the one record behind every output."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from checks.records import (
    Claim,
    Condition,
    Coverage,
    Disposition,
    DossierRef,
    Engine,
    Finding,
    PolicyUsed,
    Report,
)
from corpus.policy.records import Policy
from extractors.records import Document
from ingest.records import Dossier


class Assessed(Protocol):
    """What ``checks.engine.assess`` returns, as far as a report needs it."""

    @property
    def applicant(self) -> Mapping[str, str]: ...
    @property
    def findings(self) -> Sequence[Finding]: ...
    @property
    def conditions(self) -> Sequence[Condition]: ...
    @property
    def claims(self) -> Sequence[Claim]: ...
    @property
    def coverage(self) -> Sequence[Coverage]: ...
    @property
    def disposition(self) -> Disposition: ...


def build(
    dossier: Dossier,
    documents: Sequence[Document],
    assessment: Assessed,
    policy: Policy,
    as_of: date,
    version: str,
) -> Report:
    """The report of one dossier (contract.md, ``mingcha.report/1``).

    ``version`` is the engine's. Nothing is added, judged or dropped here: order and values are those handed in.
    """
    return Report(
        dossier=DossierRef(id=dossier.id, path=dossier.path),
        policy=PolicyUsed(id=policy.id, title=policy.title),
        as_of=as_of.isoformat(),
        applicant=dict(assessment.applicant),
        documents=tuple(documents),
        findings=tuple(assessment.findings),
        conditions=tuple(assessment.conditions),
        claims=tuple(assessment.claims),
        coverage=tuple(assessment.coverage),
        engine=Engine(version=version, policy_sha256=policy.sha256, inputs_sha256=dossier.inputs_sha256),
        disposition=assessment.disposition,
    )
