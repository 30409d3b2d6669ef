"""What extractors hand on: documents made of pages, and the facts read on them."""

from __future__ import annotations

from typing import Literal

import msgspec

from ingest.geometry import Box

DocumentType = Literal[
    "identity_card",
    "application_form",
    "diploma",
    "degree_certificate",
    "title_certificate",
    "appointment",
    "annual_appraisal",
    "continuing_education",
    "paper",
    "acceptance_letter",
    "journal_pages",
    "award_certificate",
    "patent_certificate",
    "software_copyright",
    "project_proof",
    "service_proof",
    "skill_certificate",
    "postdoc_certificate",
    "employer_publicity",
    "integrity_pledge",
    "social_insurance",
    "work_summary",
    "exam_certificate",
    "book_pages",
    "patent_application",
    "title_notice",
    "commendation",
    "credential_report",
    "licence",
    "employment_contract",
    "merit_proof",
    "other",
]

DocumentSource = Literal["text", "ocr", "mixed"]
FactValue = str | tuple[str, ...]


def shown(value: FactValue) -> str:
    """A value as text, a list's members joined by "、"."""
    return value if isinstance(value, str) else "、".join(value)


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """One value read on a page.

    ``value`` is normalised (ISO dates of the printed precision, NFKC numbers, grade words of contract.md; lists for
    authors, inventors, names); ``text`` is as printed. ``bbox`` is in the page as displayed. ``page`` is the page's
    number inside the document's file. ``item`` groups the facts of one row, 0 where there is one row.
    """

    name: str
    value: FactValue
    text: str
    page: int
    bbox: Box
    confidence: float = 1.0
    item: int = 0


class Seal(msgspec.Struct, frozen=True, kw_only=True):
    """A seal on a document's page; ``text`` is the issuing body read from its ring, "" when unread."""

    page: int
    bbox: Box
    text: str = ""
    shape: str = ""
    confidence: float = 1.0


class Signature(msgspec.Struct, frozen=True, kw_only=True):
    """A place that asks for a signature, and whether something stands there ("cannot_tell" where unsure)."""

    role: str  # the label printed there: 本人签名, 单位负责人 …
    page: int
    bbox: Box
    present: Literal["yes", "no", "cannot_tell"]


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """One document of a dossier: an inclusive page range inside one file, its type and facts."""

    id: str  # d01, d02 … in the order of the dossier
    file: str
    pages: tuple[int, int]
    type: DocumentType
    confidence: float
    source: DocumentSource
    sha256: str  # of the whole file
    facts: tuple[Fact, ...] = ()
    seals: tuple[Seal, ...] = ()
    signatures: tuple[Signature, ...] = ()
    codes: tuple[str, ...] = ()  # payloads of QR and bar codes
    text: str = ""  # all its text in reading order, lines parted by \n, pages by \f
    failure: str = ""  # the error that kept its facts from being extracted; "" when they were

    def all(self, name: str) -> tuple[Fact, ...]:
        """Every fact of that name, by item then position."""
        return tuple(f for f in self.facts if f.name == name)

    def first(self, name: str) -> Fact | None:
        """The most trusted fact of that name, a row's only where the document has none of its own; or None."""
        return max(self.all(name), key=lambda f: (f.item == 0, f.confidence), default=None)

    def value(self, name: str) -> str:
        """The text value of ``first(name)``; "" when absent, a list's members joined by "、"."""
        fact = self.first(name)
        if fact is None:
            return ""
        return shown(fact.value)

    def rows(self) -> dict[int, dict[str, Fact]]:
        """Facts by item, each row by name, in the order of items."""
        rows: dict[int, dict[str, Fact]] = {}
        for fact in sorted(self.facts, key=lambda f: f.item):
            rows.setdefault(fact.item, {}).setdefault(fact.name, fact)
        return rows
