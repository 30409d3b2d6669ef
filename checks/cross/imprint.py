"""What is kept of a dossier so that others can be compared with it: small, and enough to point at the place.

An imprint holds personal data (names, numbers, the text of the work summary); whoever stores it answers for it as for
the dossier itself (domain handbook 8.3).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from checks.base import Pictures
from checks.cross.similarity import LONGEST
from checks.cross.strokes import stroke_print
from checks.ink import DPI
from extractors.columns import running_text
from extractors.layout import PageView
from extractors.records import Document, DocumentType, Fact, shown
from ingest.geometry import Box
from ingest.records import Dossier

NUMBER_FACTS = ("certificate_number", "registration_number", "patent_number")
TEXT_TYPES: tuple[DocumentType, ...] = ("work_summary", "merit_proof", "paper")
_KEPT_FACTS = (
    "issuer",
    "issue_date",
    "degree",
    "education_level",
    "award_name",
    "award_grade",
    "project_name",
    "project_number",
    "rank",
    "title",
    "authors",
    "journal",
    "doi",
    "year",
    "issue",
    "inventors",
    "patent_name",
    "names",
    "institution",
)
OWN = re.compile("本人|申报人|申请人|承诺人|被考核人")
PRINT = re.compile(r"[年月日签盖章:：\d]")
_NOT_KEPT: tuple[DocumentType, ...] = ("application_form", "identity_card", "integrity_pledge")


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where something stands in its own dossier."""

    document: str
    file: str
    page: int
    bbox: Box | None = None
    text: str = ""
    confidence: float = 1.0


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One document: whose it is, its numbers and the facts that tell it from others, and the look of its pages."""

    type: DocumentType
    place: Place
    holder: str = ""
    numbers: dict[str, Place] = {}  # by fact name; the number itself is the place's text
    facts: dict[str, tuple[str, ...]] = {}
    fact_places: dict[str, Place] = {}
    scanned: bool = False
    sha256: str = ""  # of the file
    pictures: tuple[tuple[int, str], ...] = ()  # page number and perceptual hash
    names_applicant: bool = False  # the applicant's name stands in its text
    text: str = ""  # of those types whose wording is compared
    people: tuple[str, ...] = ()  # every person it names as a fact


class ClaimRow(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the application form."""

    kind: str  # award, paper, project, patent
    values: dict[str, str]
    place: Place


class SignaturePrint(msgspec.Struct, frozen=True, kw_only=True):
    """The applicant's own signature in one place; ``strokes`` is its ``stroke_print``."""

    place: Place
    strokes: str


class Imprint(msgspec.Struct, frozen=True, kw_only=True):
    """One dossier. ``person`` is the applicant's name, ``id_number`` the number read, both "" when unknown."""

    dossier: str
    person: str = ""
    id_number: str = ""
    employer: str = ""
    entries: tuple[Entry, ...] = ()
    claims: tuple[ClaimRow, ...] = ()
    signatures: tuple[SignaturePrint, ...] = ()


def imprint(
    dossier: Dossier, documents: Iterable[Document], applicant: Mapping[str, str], pictures: Pictures | None = None
) -> Imprint:
    """The imprint of one dossier that has been read; without ``pictures`` signatures are not kept."""
    documents = tuple(documents)
    person = applicant.get("person_name", "")
    digests = {(p.file, p.number): p.picture_digest for p in dossier.pages if p.picture_digest and not p.blank}
    scanned = {(p.file, p.number) for p in dossier.pages if p.source in ("ocr", "mixed")}
    return Imprint(
        dossier=dossier.id,
        person=person,
        id_number=applicant.get("id_number", ""),
        employer=applicant.get("employer", ""),
        entries=tuple(
            _entry(d, person, digests, scanned, _wording(dossier, d)) for d in documents if d.type not in _NOT_KEPT
        ),
        claims=tuple(row for d in documents if d.type == "application_form" for row in _claims(d)),
        signatures=tuple(s for d in documents for s in _signatures(dossier, d, pictures)) if pictures else (),
    )


def _signatures(dossier: Dossier, document: Document, pictures: Pictures) -> Iterator[SignaturePrint]:
    """The applicant's own signatures; print beside them, such as 年 月 日, is left out of the strokes."""
    for signature in document.signatures:
        page = next((p for p in dossier.pages if (p.file, p.number) == (document.file, signature.page)), None)
        if page is None or page.source == "text" or not OWN.search(signature.role):
            continue
        try:
            picture = pictures.page(document.file, signature.page, DPI)
        except (LookupError, OSError, RuntimeError):
            continue
        printed = [page.displayed(w.box) for w in page.words if PRINT.search(w.text)]
        if strokes := stroke_print(picture, signature.bbox, printed):
            where = Place(document=document.id, file=document.file, page=signature.page, bbox=signature.bbox)
            yield SignaturePrint(place=where, strokes=strokes)


def _wording(dossier: Dossier, document: Document) -> str:
    """The text of a document whose wording is compared, columns one after the other, pages parted by form feeds."""
    if document.type not in TEXT_TYPES:
        return ""
    first, last = document.pages
    pages = [p for p in dossier.pages if p.file == document.file and first <= p.number <= last]
    text = "\f".join(running_text(PageView(page)) for page in pages) if document.type == "paper" else ""
    return (text or document.text)[:LONGEST]


def _entry(
    document: Document,
    person: str,
    digests: Mapping[tuple[str, int], str],
    scanned: set[tuple[str, int]],
    wording: str,
) -> Entry:
    first, last = document.pages
    pages = range(first, min(last, first + 30) + 1)
    numbers = {n: _place(document, f) for n in NUMBER_FACTS if (f := document.first(n)) is not None}
    kept = {n: f for n in _KEPT_FACTS if (f := document.first(n)) is not None}
    return Entry(
        type=document.type,
        place=Place(document=document.id, file=document.file, page=first),
        holder=document.value("person_name"),
        numbers=numbers,
        facts={n: f.value if isinstance(f.value, tuple) else (f.value,) for n, f in kept.items()},
        fact_places={n: _place(document, f) for n, f in kept.items()},
        scanned=any((document.file, page) in scanned for page in pages),
        sha256=document.sha256,
        pictures=tuple((p, digests[document.file, p]) for p in pages if (document.file, p) in digests),
        names_applicant=bool(person) and person in "".join(document.text.split()),
        text=wording,
        people=tuple(dict.fromkeys(_people(document))),
    )


def _people(document: Document) -> Iterator[str]:
    for name in ("person_name", "authors", "inventors", "names"):
        for fact in document.all(name):
            yield from fact.value if isinstance(fact.value, tuple) else (fact.value,)


def _place(document: Document, fact: Fact) -> Place:
    value = shown(fact.value)
    return Place(
        document=document.id,
        file=document.file,
        page=fact.page,
        bbox=fact.bbox,
        text=value,
        confidence=fact.confidence,
    )


def _claims(document: Document) -> Iterator[ClaimRow]:
    for row in document.rows().values():
        for kind in ("award", "paper", "project", "patent"):
            fact = row.get(f"claimed_{kind}")
            if fact is not None:
                values = {name: _place(document, f).text for name, f in row.items()}
                yield ClaimRow(kind=kind, values=values, place=_place(document, fact))
