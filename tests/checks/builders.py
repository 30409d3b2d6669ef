"""Dossiers for the tests of checks, built from facts alone: no file is read, no picture drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from checks.applicant import profile
from checks.base import Case, Check
from checks.engine import run_check
from checks.records import Coverage, Finding
from corpus.policy.records import Policy
from extractors.records import Document, DocumentSource, DocumentType, Fact, FactValue, Seal, Signature
from ingest.geometry import Box
from ingest.records import Dossier, Page, SourceFile, Word

Row = Mapping[str, FactValue]


class NoPictures:
    """A store that cannot render anything."""

    def page(self, file: str, number: int, dpi: int) -> NDArray[np.uint8]:
        raise LookupError(file)


class BlankPictures:
    """A store whose every page is white A4."""

    def page(self, file: str, number: int, dpi: int) -> NDArray[np.uint8]:
        return np.full((int(842 * dpi / 72), int(595 * dpi / 72), 3), 255, dtype=np.uint8)


def facts(values: Row, *, item: int = 0, confidence: float = 0.98, page: int = 1) -> tuple[Fact, ...]:
    """One fact per entry, one under the other on the page; the printed text is the value."""
    return tuple(
        Fact(
            name=name,
            value=value,
            text=value if isinstance(value, str) else "；".join(value),
            page=page,
            bbox=Box(100, 100 + 20 * line, 300, 114 + 20 * line),
            confidence=confidence,
            item=item,
        )
        for line, (name, value) in enumerate(values.items())
    )


def document(
    type: DocumentType,
    values: Row | None = None,
    *rows: Row,
    id: str = "d01",
    source: DocumentSource = "text",
    confidence: float = 0.98,
    text: str = "",
    seals: Sequence[Seal] = (),
    signatures: Sequence[Signature] = (),
    **more: Any,
) -> Document:
    """A one-page document ``id``.pdf; ``rows`` become items 1, 2 …"""
    found = facts(values or {}, confidence=confidence)
    for number, row in enumerate(rows, start=1):
        found += facts(row, item=number, confidence=confidence)
    return Document(
        id=id,
        file=f"{id}.pdf",
        pages=(1, 1),
        type=type,
        confidence=0.95,
        source=source,
        sha256=id.rjust(64, "0"),
        facts=found,
        text=text,
        seals=tuple(seals),
        signatures=tuple(signatures),
        **more,
    )


def dossier(documents: Sequence[Document]) -> Dossier:
    files = {d.file: d for d in documents}
    return Dossier(
        id="case",
        path="case",
        files=tuple(
            SourceFile(name=name, path=name, sha256=d.sha256, size=1000, kind="pdf", page_count=1)
            for name, d in files.items()
        ),
        pages=tuple(
            Page(file=name, number=1, width=595, height=842, source="text" if d.source == "text" else "ocr")
            for name, d in files.items()
        ),
    )


def printed(document: Document, *lines: str) -> Dossier:
    """A dossier of one document whose page prints ``lines``, a word each."""
    whole = dossier([document])
    words = tuple(Word(text=text, box=Box(50, 100 + 20 * n, 300, 112 + 20 * n)) for n, text in enumerate(lines))
    return msgspec.structs.replace(whole, pages=(msgspec.structs.replace(whole.pages[0], words=words),))


def case(*documents: Document, as_of: date = date(2020, 12, 31), pictures: Any = None, **more: Any) -> Case:
    """A case of these documents, renumbered d01, d02 … where they share an id."""
    if len({d.id for d in documents}) < len(documents):
        documents = tuple(renumbered(d, n) for n, d in enumerate(documents, start=1))
    return Case(
        dossier=more.pop("dossier", None) or dossier(documents),
        documents=documents,
        applicant=profile(documents),
        policy=more.pop("policy", None) or policy(),
        as_of=as_of,
        pictures=pictures or NoPictures(),
        **more,
    )


def renumbered(document: Document, number: int) -> Document:
    name = f"d{number:02d}"
    return msgspec.structs.replace(document, id=name, file=f"{name}.pdf", sha256=name.rjust(64, "0"))


def policy() -> Policy:
    return Policy(id="test-pack", title="测试", sha256="0" * 64)


def findings(check: Check, *documents: Document, **more: Any) -> list[Finding]:
    return run_check(check, case(*documents, **more))[0]


def coverage(check: Check, *documents: Document, **more: Any) -> list[Coverage]:
    return run_check(check, case(*documents, **more))[1]
