"""What is known of a drawn dossier: frozen records, written beside it as truth.json."""

from __future__ import annotations

import msgspec

from ingest.geometry import Box

Value = str | tuple[str, ...]
ALL_PAGES = 10_000  # the last page of a document whose pages nobody wrote down


class TruthFact(msgspec.Struct, frozen=True, kw_only=True):
    """``page`` counts inside the file; ``bbox`` is in points on the page as displayed, None where the value is implied."""

    name: str
    value: Value
    text: str
    page: int
    bbox: Box | None
    item: int = 0


class TruthSeal(msgspec.Struct, frozen=True, kw_only=True):
    issuer: str
    page: int
    bbox: Box


class TruthDocument(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    file: str
    pages: tuple[int, int]
    type: str
    layout: str
    carrier: str
    facts: tuple[TruthFact, ...] = ()
    seals: tuple[TruthSeal, ...] = ()
    signatures: tuple[tuple[str, int, bool], ...] = ()  # role, page, whether written


class PageSize(msgspec.Struct, frozen=True, kw_only=True):
    """The displayed size in points that the truth's boxes of a page assume."""

    file: str
    page: int
    width: float
    height: float


class Planted(msgspec.Struct, frozen=True, kw_only=True):
    """A fault made on purpose. ``innocent``: a look-alike that must not be reported under ``code``.

    ``files``: files concerned that hold no document, such as damaged ones. ``says``: a pattern that the finding's
    message must hold, where there is no paper to point at.
    """

    code: str
    documents: tuple[str, ...]
    note: str
    files: tuple[str, ...] = ()
    says: str = ""
    innocent: bool = False


class Truth(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    seed: str
    held_out: bool
    carrier: str
    trade: str
    applicant: dict[str, str]
    documents: tuple[TruthDocument, ...]
    sizes: tuple[PageSize, ...]
    separators: tuple[tuple[str, int], ...] = ()  # blank and separator pages: file, page
    planted: tuple[Planted, ...] = ()
    conditions: dict[str, str] = {}
    clean: bool = True
