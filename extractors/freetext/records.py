"""What free text gives: claims with offsets, and the allegations of a complaint letter."""

from __future__ import annotations

from typing import Literal

import msgspec

from extractors.records import DocumentType

ClaimKind = Literal[
    "person",
    "org",
    "edu",
    "title",
    "award",
    "year",
    "rank",
    "role",
    "project",
    "paper",
    "patent",
    "software",
    "document_number",
]
AllegationKind = Literal[
    "identity",
    "education",
    "title",
    "years",
    "appraisal",
    "training",
    "service",
    "authorship",
    "plagiarism",
    "journal",
    "award",
    "project",
    "patent",
    "publicity",
    "other",
]


class TextClaim(msgspec.Struct, frozen=True, kw_only=True):
    """Something a text says. ``text`` is ``source[start:end]``; ``value`` is its normal form: an ISO date of the
    printed precision for years, the plain number for ranks, contract words for grades, else the words themselves.

    ``statement`` numbers the sentence, from 0: claims of one statement belong together.
    """

    kind: ClaimKind
    value: str
    text: str
    start: int
    end: int
    statement: int = 0


class Topic(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the table of allegation kinds: the words that betray it and what in a dossier bears on it."""

    kind: AllegationKind
    label: str  # what a reviewer reads
    cues: tuple[tuple[str, int], ...]  # regular expression, weight
    documents: tuple[DocumentType, ...]
    codes: tuple[str, ...]


class Allegation(msgspec.Struct, frozen=True, kw_only=True):
    """One thing a letter says against somebody. ``text`` has the complainant's identity taken out; ``start`` and
    ``end`` are offsets into the letter as received.

    ``documents`` and ``codes`` (contract.md names) say where in a dossier to look, best first.
    """

    number: int  # 1-based, in the order of the letter
    kind: AllegationKind
    text: str
    start: int
    end: int
    also: tuple[AllegationKind, ...] = ()  # further kinds touched, strongest first
    persons: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    names: tuple[str, ...] = ()  # titles and names in quotation or book-title marks
    documents: tuple[DocumentType, ...] = ()
    codes: tuple[str, ...] = ()


class Redaction(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of a letter that would show who wrote it; never quoted, only counted."""

    kind: Literal["name", "contact", "identity_number", "self_description", "signature"]
    start: int
    end: int


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    """A complaint letter, read. ``text`` is the letter with every redaction replaced by 〔隐去〕."""

    text: str
    allegations: tuple[Allegation, ...]
    reported: str = ""  # the person complained of
    reported_unit: str = ""
    signed: bool = False  # a name stands in the signature block
    redactions: tuple[Redaction, ...] = ()
