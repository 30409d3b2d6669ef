"""Whose dossier it is, and the best value of each fact about that person over all documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from checks.names import bare, compare, plausible
from corpus.codes import identity
from extractors.records import Document, DocumentType, Fact, shown

# Where a fact about the person is best read, in falling order of trust.
SOURCES: dict[str, tuple[DocumentType, ...]] = {
    "employer": ("application_form", "employer_publicity", "employment_contract", "social_insurance", "appointment"),
    "workplace": ("application_form",),
    "employer_kind": ("application_form",),
    "applied_title": ("application_form",),
    "applied_level": ("application_form",),
    "applied_series": ("application_form",),
    "applied_specialty": ("application_form",),
    "current_title": ("application_form",),
    "current_title_date": ("application_form",),
    "education_level": ("application_form", "diploma", "credential_report"),
    "graduation_date": ("application_form",),
    "institution": ("application_form", "diploma", "credential_report", "degree_certificate"),
    "major": ("application_form", "diploma", "credential_report"),
}
# What a document's word weighs when documents disagree about who the applicant is.
WEIGHTS: dict[DocumentType, float] = {"application_form": 4.0, "identity_card": 3.0}
# Documents that name many people, or people other than the applicant, and so cannot say whose dossier it is.
OF_OTHERS: tuple[DocumentType, ...] = ("title_notice", "commendation", "paper", "journal_pages", "book_pages", "other")


def profile(documents: Sequence[Document]) -> dict[str, str]:
    """The applicant's facts by name, in a fixed order; names that no document gives are left out.

    The name is the one that most of the dossier speaks for, the ID number the one that most papers under that name do;
    birth date and sex come from the number, or from a vote when there is none. The rest is read where it is best read.
    """
    person: dict[str, str] = {}
    if name := _voted(documents, "person_name", bare):
        person["person_name"] = name
    own = [d for d in documents if not name or compare(d.value("person_name"), name) != "different"]
    if number := _voted(own, "id_number", identity.short):
        person["id_number"] = number
    person |= _from_number(number)
    for fact in ("gender", "birth_date"):
        if fact not in person and (value := _voted(own, fact, str.strip)):
            person[fact] = value
    for name, types in SOURCES.items():
        if value := _best(documents, name, types):
            person[name] = value
    return person


def _voted(documents: Iterable[Document], name: str, same: Callable[[str], str]) -> str:
    votes: dict[str, float] = {}
    best: dict[str, tuple[float, str]] = {}
    for document in documents:
        fact = document.first(name)
        if document.type in OF_OTHERS or fact is None or not isinstance(fact.value, str):
            continue
        key = same(fact.value)
        if not key or (name == "person_name" and not plausible(fact.value)):
            continue
        weight = WEIGHTS.get(document.type, 1.0) * fact.confidence * _soundness(name, fact)
        votes[key] = votes.get(key, 0.0) + weight
        standing = best.get(key)
        if standing is None or (weight, len(fact.value)) > (standing[0], len(standing[1])):
            best[key] = (weight, fact.value)
    if not votes:
        return ""
    winner = max(votes, key=lambda key: votes[key])
    return best[winner][1]


def _soundness(name: str, fact: Fact) -> float:
    """A number that fails its own check digit is rather misread than meant."""
    return 0.2 if name == "id_number" and not identity.plausible(str(fact.value)) else 1.0


def _from_number(number: str) -> dict[str, str]:
    if not identity.plausible(number):
        return {}
    return {"gender": identity.gender(number), "birth_date": identity.birth(number).isoformat()}


def _best(documents: Sequence[Document], name: str, types: tuple[DocumentType, ...]) -> str:
    for wanted in types:
        facts = [f for d in documents if d.type == wanted if (f := d.first(name)) is not None]
        if facts:
            return shown(max(facts, key=lambda f: f.confidence).value)
    return ""
