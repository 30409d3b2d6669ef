"""Putting together what the rooms before handed on, as the one record behind every output."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from checks.records import Assessment, DossierRef, Engine, PolicyUsed, Report
from corpus.policy.records import Policy
from corpus.registries.registers import Registers
from extractors.records import Document
from ingest.records import Dossier


def build(
    dossier: Dossier,
    documents: Sequence[Document],
    assessment: Assessment,
    policy: Policy,
    as_of: date,
    version: str,
    registers: Registers | None = None,
) -> Report:
    """The report of one dossier (contract.md, ``mingcha.report/1``).

    ``version`` is the engine's; ``registers`` are the imported lists that the checks could look things up in.
    Nothing is added, judged or dropped here: order and values are those handed in.
    """
    lists = registers or Registers()
    engine = Engine(
        version=version,
        policy_sha256=policy.sha256,
        inputs_sha256=dossier.inputs_sha256,
        registers=lists.names,
        registers_sha256=lists.sha256,
    )
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
        engine=engine,
        disposition=assessment.disposition,
    )
