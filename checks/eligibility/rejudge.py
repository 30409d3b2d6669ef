"""Judging facts that were read before, or written down in a case: no file is opened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

import msgspec
import numpy as np
from numpy.typing import NDArray

from checks.applicant import profile
from checks.base import Case
from checks.discovery import all_checks
from checks.eligibility.judge import judge
from checks.records import Condition
from corpus.policy.cases import Facts, PolicyCase
from corpus.policy.records import Policy
from extractors.records import Document, DocumentType, Fact
from ingest.geometry import Box
from ingest.records import Dossier

ROWS_OF_ONE: tuple[DocumentType, ...] = ("annual_appraisal", "continuing_education")  # given as the rows of one table
NOWHERE = Box(0, 0, 1, 1)
JUDGED_BY_CASES = ("eligibility.", "completeness.missing-document")


class _NoPictures:
    def page(self, file: str, number: int, dpi: int) -> NDArray[np.uint8]:
        raise LookupError(f"no picture of {file} page {number} at {dpi} dpi: only facts were kept")


@dataclass(frozen=True, slots=True)
class Result:
    """What a case brought: ``wrong`` holds one English sentence for each expectation that failed."""

    case: PolicyCase
    wrong: tuple[str, ...]


def case_of(documents: tuple[Document, ...], applicant: dict[str, str], policy: Policy, as_of: date) -> Case:
    """A case made of facts alone."""
    return Case(
        dossier=Dossier(id="", path="", files=(), pages=()),
        documents=documents,
        applicant=applicant,
        policy=policy,
        as_of=as_of,
        pictures=_NoPictures(),
    )


def rejudge(
    documents: tuple[Document, ...], applicant: dict[str, str], policy: Policy, as_of: date
) -> tuple[Condition, ...]:
    """The conditions of documents already read, under any policy and day."""
    return judge(case_of(documents, applicant, policy, as_of))


def documents_of(facts: Facts) -> tuple[Document, ...]:
    """Documents that bear the facts of a case. Raises ValueError for a document type that does not exist."""
    made: list[Document] = []
    for name, given in facts.items():
        type_ = msgspec.convert(name, DocumentType)
        sheets: Iterable[tuple[dict[str, str], ...]] = [given] if type_ in ROWS_OF_ONE else [(d,) for d in given]
        for rows in sheets:
            made.append(_document(len(made) + 1, type_, rows))
    return tuple(made)


def _document(number: int, type_: DocumentType, rows: tuple[dict[str, str], ...]) -> Document:
    facts = tuple(
        Fact(name=name, value=value, text=value, page=1, bbox=NOWHERE, item=item if len(rows) > 1 else 0)
        for item, row in enumerate(rows)
        for name, value in row.items()
    )
    return Document(
        id=f"d{number:02d}",
        file=f"{number:02d}.pdf",
        pages=(1, 1),
        type=type_,
        confidence=1.0,
        source="text",
        sha256="",
        facts=facts,
    )


def run(case: PolicyCase, facts: Facts, policy: Policy) -> Result:
    """Judge one case and compare. Raises ValueError for a document type that does not exist."""
    documents = documents_of(facts)
    as_of = case.as_of or policy.as_of or date(policy.packs[0].since.year, 12, 31)
    judged = case_of(documents, profile(documents), policy, as_of)
    judged = replace(judged, conditions=judge(judged))
    return Result(case, tuple(_wrong(case, judged)))


def _wrong(case: PolicyCase, judged: Case) -> Iterator[str]:
    rows = {row.id: row for row in judged.conditions}
    for id, wanted in case.expect.items():
        row = rows.get(id)
        seen = row.outcome if row else "absent"
        if seen != wanted:
            why = f": {row.explanation}" if row else ""
            yield f"{id} is {seen}, expected {wanted}{why}"
    if not case.findings and not case.silent:
        return
    codes = _codes(judged)
    yield from (f"{code} was not found" for code in case.findings if code not in codes)
    yield from (f"{code} was found but must stay silent" for code in case.silent if code in codes)


def _codes(judged: Case) -> set[str]:
    checks = [c for c in all_checks() if c.info.code.startswith(JUDGED_BY_CASES)]
    results = (result for check in checks for result in check.run(judged))
    return {result.code for result in results if hasattr(result, "severity")}
