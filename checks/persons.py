"""Whose document it is: what its name, ID number and birth date say against the applicant's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import Levenshtein

from checks.base import Case, place
from checks.names import Likeness, bare, compare, plausible
from checks.reading import is_clear, plain
from checks.records import Evidence
from checks.spans import Days, days, days_of
from corpus.codes import identity
from extractors.records import Document, DocumentType, Fact

YOUNGEST, OLDEST = 16, 90
Voice = Literal["same", "different", "doubt", "silent"]

_RENAMED = "(?:曾用名|原名|更名|改名|姓名变更|变更姓名|现名|[系为是]同一人)"
_NEAR = 20  # characters between a former name and the words that make it one
# Papers made out to one person. Works, lists and papers of an office name many, or nobody.
PERSONAL: tuple[DocumentType, ...] = (
    "identity_card",
    "application_form",
    "diploma",
    "degree_certificate",
    "title_certificate",
    "appointment",
    "annual_appraisal",
    "continuing_education",
    "service_proof",
    "skill_certificate",
    "postdoc_certificate",
    "integrity_pledge",
    "social_insurance",
    "exam_certificate",
    "credential_report",
    "licence",
    "employment_contract",
)


@dataclass(frozen=True, slots=True)
class Speaks:
    """What one document says of its holder. ``name`` is None when it prints no name that could be compared."""

    name: Likeness | None
    number: Voice
    birth: Voice

    @property
    def for_applicant(self) -> bool:
        return "same" in (self.number, self.birth) or self.name in ("same", "variant")

    @property
    def for_other(self) -> bool:
        """Every fact that says anything speaks for somebody else, the name plainly or together with another fact."""
        if self.for_applicant or "doubt" in (self.number, self.birth):
            return False
        others = (self.number, self.birth).count("different")
        return (
            (self.name == "different") or (self.name == "close" and others == 2) or (self.name is None and others == 2)
        )


def renaming(case: Case, name: str) -> Document | None:
    """The paper that gives ``name`` as a former name of the applicant's, or says that both are one person; None when no
    paper does."""
    other, known = bare(name), bare(case.applicant.get("person_name", ""))
    if not other or not known or other == known:
        return None
    near = re.compile(rf"{_RENAMED}.{{0,{_NEAR}}}{re.escape(other)}|{re.escape(other)}.{{0,{_NEAR}}}{_RENAMED}")
    texts = ((document, bare(document.text)) for document in case.documents)
    return next((document for document, text in texts if known in text and near.search(text)), None)


def speaks(case: Case, document: Document) -> Speaks:
    return Speaks(_name(case, document), _number(case, document), _birth(case, document))


def mentions(document: Document, name: str) -> bool:
    """Whether the document's text holds the name, a name of three or more characters also with one of them misread."""
    wanted, text = bare(name), bare(document.text)
    if not wanted or wanted in text:
        return bool(wanted)
    if len(wanted) < 3:
        return False
    windows = (text[i : i + len(wanted)] for i in range(len(text) - len(wanted) + 1))
    return any(w[0] == wanted[0] and Levenshtein.distance(w, wanted, score_cutoff=1) <= 1 for w in windows)


def reference(case: Case, name: str, same: str, beside: Document | None = None) -> Evidence | None:
    """Where the applicant's own value of a fact stands, in another document than ``beside``."""
    trusted = sorted(case.documents, key=lambda d: d.type not in ("identity_card", "application_form"))
    for document in trusted:
        for fact in document.all(name):
            if (beside is None or document.id != beside.id) and fact.value == same:
                return place(document, fact)
    return None


def people(document: Document) -> Fact | None:
    """The list of people a work is by, or an award is for: authors, inventors, winners; None when none was read."""
    for name in ("winners", "authors", "inventors"):
        fact = document.first(name)
        if fact is not None and isinstance(fact.value, tuple) and fact.value:
            return fact
    return None


def leaves_out(listed: Fact, document: Document, name: str) -> bool:
    """Whether a list of names, in the script of ``name``, certainly holds nobody like that, nor the document's text."""
    members = tuple(listed.value)
    if is_open(document, members) or mentions(document, name):
        return False
    return all(compare(name, member) == "different" and plausible(member) for member in members)


def is_open(document: Document, members: Iterable[str]) -> bool:
    """Whether the paper goes on after one of these names with 等, so that people are meant whom it does not name."""
    text = bare(document.text)
    return any(re.search(f"{re.escape(bare(member))}(?:等(?![级次])|团队|课题组)", text) for member in members)


def may_be_birth(printed: Days, case: Case) -> bool:
    """Whether an applicant for a title can have been born then; a date from another cell of a form cannot be that."""
    return YOUNGEST <= case.as_of.year - printed.first.year <= OLDEST


def number_of(document: Document) -> Fact | None:
    """The ID number fact, when it is neither masked nor empty."""
    fact = document.first("id_number")
    return fact if fact is not None and isinstance(fact.value, str) and plain(fact.value).isalnum() else None


def _name(case: Case, document: Document) -> Likeness | None:
    fact, applicant = document.first("person_name"), case.applicant.get("person_name", "")
    if fact is None or not isinstance(fact.value, str) or not applicant:
        return None
    likeness = compare(fact.value, applicant)
    if likeness == "different" and not plausible(fact.value):
        return None
    if likeness == "incomparable" or (likeness == "different" and not is_clear(case, document, fact)):
        return None
    return likeness


def _number(case: Case, document: Document) -> Voice:
    fact, applicant = number_of(document), case.applicant.get("id_number", "")
    if fact is None or not applicant:
        return "silent"
    number = str(fact.value)
    if identity.same(number, applicant):
        return "same"
    if not identity.plausible(number) or not identity.plausible(applicant):
        return "doubt"
    return "different" if is_clear(case, document, fact) else "doubt"


def _birth(case: Case, document: Document) -> Voice:
    fact = document.first("birth_date")
    printed, known = days_of(fact), days(case.applicant.get("birth_date", ""))
    if fact is None or printed is None or known is None:
        return "silent"
    if printed.meets(known):
        return "same"
    if not may_be_birth(printed, case):
        return "silent"
    return "different" if is_clear(case, document, fact) else "doubt"
