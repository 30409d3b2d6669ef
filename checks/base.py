"""The shape of a check, and what it is given to look at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, Protocol, get_args

import numpy as np
from numpy.typing import NDArray

from checks.records import Claim, Condition, Coverage, Evidence, Finding, Severity
from corpus.policy.records import Policy
from corpus.registries.registers import Registers
from extractors.records import Document, DocumentType, Fact
from ingest.records import Dossier, PageSource

ANY_TYPE: tuple[DocumentType, ...] = get_args(DocumentType)


class Pictures(Protocol):
    """Page pictures on demand, rendered once and kept by whoever provides them."""

    def page(self, file: str, number: int, dpi: int) -> NDArray[np.uint8]:
        """The page as displayed: height by width by 3 (RGB). Raises LookupError when it cannot be rendered."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One dossier as checks see it. Nothing in it changes and nothing else is consulted: no clock, no network."""

    dossier: Dossier
    documents: tuple[Document, ...]
    applicant: Mapping[str, str]
    policy: Policy
    as_of: date
    pictures: Pictures
    registers: Registers = field(default_factory=Registers)
    conditions: tuple[Condition, ...] = ()
    claims: tuple[Claim, ...] = ()

    def of_type(self, *types: DocumentType) -> tuple[Document, ...]:
        return tuple(d for d in self.documents if d.type in types)

    def source(self, document: Document, page: int) -> PageSource:
        """How that page was read; the document's own source when the dossier does not list the page."""
        for candidate in self.dossier.pages:
            if candidate.file == document.file and candidate.number == page:
                return candidate.source
        return document.source


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInfo:
    """What a check says of itself; ``docs/checks.md`` and ``mingcha checks show`` are made from it.

    Texts a reviewer reads are Chinese, ``rationale`` included. ``handbook`` holds the ids F01–F94 of the domain
    handbook's catalogue.
    """

    code: str
    title: str
    severity: Severity
    kind: Literal["deterministic", "heuristic"]
    rationale: str
    innocent: tuple[str, ...]
    verify: str
    handbook: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    status: Literal["preview", "stable", "deprecated", "retired"] = "stable"
    weight: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One code: its description and the function that looks. Modules offer theirs as ``CHECK`` (or ``CHECKS``)."""

    info: CheckInfo
    run: Callable[[Case], Iterable[Finding | Coverage]] = field(repr=False)


Looks = Iterable[Finding | Coverage]


def found(
    info: CheckInfo,
    message: str,
    evidence: Iterable[Evidence],
    *,
    explanation: str = "",
    severity: Severity | None = None,
    certainty: Literal["deterministic", "heuristic"] | None = None,
    weight: int | None = None,
    verify: str = "",
) -> Finding:
    """A finding of the check ``info`` describes; what is not given is taken from there."""
    return Finding(
        code=info.code,
        severity=severity or info.severity,
        message=message,
        explanation=explanation,
        innocent=info.innocent,
        verify=verify or info.verify,
        evidence=tuple(evidence),
        weight=weight or info.weight,
        certainty=certainty or info.kind,
    )


def cannot_tell(info: CheckInfo, document: Document | None, reason: str) -> Coverage:
    """The check looked and could not say; ``reason`` is Chinese."""
    return Coverage(code=info.code, document=document.id if document else "", outcome="cannot_tell", reason=reason)


def not_applicable(info: CheckInfo, document: Document | None, reason: str) -> Coverage:
    """There is nothing here for the check to look at; ``reason`` is Chinese."""
    return Coverage(code=info.code, document=document.id if document else "", outcome="not_applicable", reason=reason)


def place(document: Document, fact: Fact) -> Evidence:
    """Where ``fact`` was read."""
    return Evidence(document=document.id, file=document.file, page=fact.page, bbox=fact.bbox, text=fact.text)


def whole(document: Document) -> Evidence:
    """The document as a whole, shown by its first page."""
    return Evidence(document=document.id, file=document.file, page=document.pages[0])


def each(
    info: CheckInfo, types: tuple[DocumentType, ...], look: Callable[[Case, Document], Looks]
) -> Callable[[Case], Looks]:
    """A check's ``run`` that looks at every document of ``types`` on its own and reports the quiet ones as clear."""

    def run(case: Case) -> Iterator[Finding | Coverage]:
        for document in case.of_type(*types):
            results = list(look(case, document))
            yield from results or [Coverage(code=info.code, document=document.id, outcome="clear")]

    return run
