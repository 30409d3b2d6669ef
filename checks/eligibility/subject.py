"""The applicant as the policy sees them: series, level, place of work, titles held, each with where it was read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar, cast

from checks.base import Case
from checks.eligibility.places import Workplace, workplace
from checks.eligibility.spans import Day, day
from checks.names import compare
from checks.persons import renaming
from checks.records import Evidence
from corpus.policy import titles
from corpus.policy.records import Level, Policy
from extractors.records import Document, DocumentType, Fact, shown

T = TypeVar("T")
READABLE = 0.5  # a fact trusted less than this is not reckoned with
# Documents that belong to the applicant by their nature and name somebody else only by mistake.
PERSONAL: tuple[DocumentType, ...] = (
    "diploma",
    "degree_certificate",
    "title_certificate",
    "appointment",
    "annual_appraisal",
    "continuing_education",
    "credential_report",
    "service_proof",
    "skill_certificate",
    "postdoc_certificate",
)


@dataclass(frozen=True, slots=True)
class Held:
    """A value and where it stands."""

    value: str
    document: Document
    fact: Fact

    @property
    def evidence(self) -> Evidence:
        return evidence(self.document, self.fact)

    @property
    def day(self) -> Day | None:
        return day(self.value)


def evidence(document: Document, fact: Fact | None = None) -> Evidence:
    """The place of a fact, or the document's first page."""
    if fact is None:
        return Evidence(document=document.id, file=document.file, page=document.pages[0])
    return Evidence(document=document.id, file=document.file, page=fact.page, bbox=fact.bbox, text=fact.text)


class Subject:
    """A view on one case. Everything is worked out once and only when asked for."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.policy: Policy = case.policy
        self.as_of: date = case.as_of
        self._kept: dict[str, object] = {}

    def once(self, name: str, work: Callable[[], T]) -> T:
        """What ``work`` gives, done the first time only."""
        if name not in self._kept:
            self._kept[name] = work()
        return cast(T, self._kept[name])

    @cached_property
    def documents(self) -> dict[DocumentType, list[Document]]:
        """The applicant's own documents by type."""
        own: dict[DocumentType, list[Document]] = {}
        for document in self.case.documents:
            if self._is_own(document):
                own.setdefault(document.type, []).append(document)
        return own

    def of(self, *types: DocumentType) -> list[Document]:
        return [d for type_ in types for d in self.documents.get(type_, ())]

    def _is_own(self, document: Document) -> bool:
        """False only for a personal document that plainly bears another name, none the applicant had before, and no
        number of the applicant's."""
        if document.type not in PERSONAL:
            return True
        name, number = document.value("person_name"), document.value("id_number")
        mine, my_number = self.case.applicant.get("person_name", ""), self.case.applicant.get("id_number", "")
        if not name or not mine or (number and number == my_number):
            return True
        return compare(name, mine) != "different" or renaming(self.case, name) is not None

    def held(self, name: str, *types: DocumentType) -> list[Held]:
        """Every readable fact of a name on the applicant's documents of these types."""
        return [
            Held(shown(fact.value), document, fact)
            for document in self.of(*types)
            for fact in document.facts
            if fact.name == name and fact.value and fact.confidence >= READABLE
        ]

    def form(self, name: str) -> Held | None:
        """The application form's most trusted fact of a name."""
        return max(self.held(name, "application_form"), key=lambda h: h.fact.confidence, default=None)

    def said(self, name: str) -> str:
        """What the form says, else what is known of the applicant from elsewhere; "" when nothing does."""
        stated = self.form(name)
        return stated.value if stated else self.case.applicant.get(name, "")

    @cached_property
    def title(self) -> titles.Title | None:
        return titles.lookup(self.said("applied_title")) if self.said("applied_title") else None

    @cached_property
    def series(self) -> str:
        """The series applied in, "" when it cannot be told."""
        stated = titles.series_of(self.said("applied_series"))
        if stated:
            return stated
        if self.title is not None and len(self.title.series) == 1:
            return self.title.series[0]
        return ""

    @cached_property
    def level(self) -> Level | None:
        """The level applied for: what the title itself says, what the table knows of it, else what the form states."""
        wording = self.said("applied_title")
        if "正高" in wording or "副高" in wording:
            return titles.level_of(wording)
        if self.title is not None:
            return self.title.level
        return titles.level_of(self.said("applied_level"))

    @cached_property
    def employer_kind(self) -> str:
        return self.said("employer_kind")

    @cached_property
    def place(self) -> Workplace:
        """Where the unit and posting are; never taken from the ID number."""
        return workplace(self.said("workplace"), self.said("employer"))

    @cached_property
    def place_evidence(self) -> tuple[Evidence, ...]:
        stated = self.form("workplace") or self.form("employer")
        return (stated.evidence,) if stated else ()

    def services(self, *kinds: str) -> list[Document]:
        """Service proofs of these kinds; "" stands for those whose kind was not read."""
        return [d for d in self.of("service_proof") if d.value("service_kind") in kinds]

    @cached_property
    def current_title(self) -> Held | None:
        return self.form("current_title")

    def titles_at(self, level: Level) -> Iterator[tuple[Document, Held | None]]:
        """Title certificates of a level with the day of approval (else of issue); unreadable levels are taken in."""
        for document in self.of("title_certificate"):
            found = certificate_level(document)
            if found is None or found == level:
                yield document, first_day(document, "approved_date", "issue_date")

    def before_cut_off(self, document: Document, *names: str) -> bool:
        """Whether a document's day lies surely after the day judged by; documents without a day count as before."""
        dated = first_day(document, *names)
        return dated is None or dated.day is None or dated.day.low <= self.as_of


def certificate_level(document: Document) -> Level | None:
    """The level a title certificate or appointment proves, by its title first, then by the printed level."""
    known = titles.lookup(document.value("title")) if document.value("title") else None
    return known.level if known else titles.level_of(document.value("title_level"))


def first_day(document: Document, *names: str) -> Held | None:
    """The first of these facts that the document has and that is a day."""
    for name in names:
        fact = document.first(name)
        if fact is not None and isinstance(fact.value, str) and fact.confidence >= READABLE and day(fact.value):
            return Held(fact.value, document, fact)
    return None
