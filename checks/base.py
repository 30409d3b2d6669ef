"""The shape of a check, and what it is given to look at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from checks.records import Claim, Condition, Coverage, Finding, Severity
from corpus.policy.records import Policy
from extractors.records import Document, DocumentType
from ingest.records import Dossier


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
    conditions: tuple[Condition, ...] = ()
    claims: tuple[Claim, ...] = ()

    def of_type(self, *types: DocumentType) -> tuple[Document, ...]:
        return tuple(d for d in self.documents if d.type in types)


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
