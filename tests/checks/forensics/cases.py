"""Cases for the forensic checks: documents read from thin air, over files that are real or told of."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from checks.base import Check
from checks.engine import run_check
from checks.records import Coverage, Finding
from extractors.records import Document, DocumentType, Fact
from ingest.geometry import Box
from ingest.provenance import provenance
from ingest.records import Dossier, FileKind, Page, PageSource, Provenance, SourceFile
from tests.checks.builders import case


def fact(name: str, value: str, box: Box, page: int = 1, confidence: float = 0.98) -> Fact:
    return Fact(name=name, value=value, text=value, page=page, bbox=box, confidence=confidence)


def seen(
    check: Check,
    *,
    type: DocumentType = "award_certificate",
    path: Path | None = None,
    kind: FileKind = "pdf",
    said: Provenance | None = None,
    facts: Sequence[Fact] = (),
    source: PageSource = "ocr",
    pages: int = 1,
    **more: Any,
) -> tuple[list[Finding], list[Coverage]]:
    """What ``check`` says of one document: of the file at ``path``, or of one with the provenance ``said``."""
    name = path.name if path else "d01.pdf"
    told = said if said is not None else provenance(path, kind) if path else Provenance()
    document = Document(
        id="d01",
        file=name,
        pages=(1, pages),
        type=type,
        confidence=0.95,
        source="text" if source == "text" else "ocr",
        sha256="0" * 64,
        facts=tuple(facts),
    )
    dossier = Dossier(
        id="case",
        path="case",
        files=(
            SourceFile(
                name=name, path=str(path or name), sha256="0" * 64, size=1, kind=kind, page_count=pages, provenance=told
            ),
        ),
        pages=tuple(
            Page(file=name, number=number + 1, width=595, height=842, source=source, **more.pop("page", {}))
            for number in range(pages)
        ),
    )
    return run_check(check, case(document, dossier=dossier, **more))


def findings(check: Check, **more: Any) -> list[Finding]:
    return seen(check, **more)[0]
