"""Putting together what the rooms before handed on, as the one record behind every output."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from checks.records import Assessment, DossierRef, Engine, PolicyUsed, Report
from corpus.policy.records import Policy
from extractors.records import Document
from ingest.records import Dossier


def build(
    dossier: Dossier,
    documents: Sequence[Document],
    assessment: Assessment,
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
        applicant=assessment.applicant,
        documents=tuple(documents),
        findings=assessment.findings,
        conditions=assessment.conditions,
        claims=assessment.claims,
        coverage=assessment.coverage,
        engine=Engine(version=version, policy_sha256=policy.sha256, inputs_sha256=dossier.inputs_sha256),
        disposition=assessment.disposition,
    )
