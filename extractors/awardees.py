"""The person to whom an award is given, where a certificate runs the name on into the award (授予李明教学大赛一等奖).

Nothing on such a paper marks where the name ends; a name that the dossier's other papers say does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from extractors.members import applicant_of
from extractors.records import Document, Fact
from extractors.works.surnames import reads_as_a_name

_NAMING = ("person_name", "authors", "inventors", "members", "member", "leader", "winners")
_SHORTEST = 4  # characters of an award's name
_PLAIN = 3  # characters of a name that is no common word besides (高原), unless it is the applicant's


def named(documents: Sequence[Document]) -> tuple[Document, ...]:
    """``documents``, awards that begin with a name known from other papers parted into the person and the award."""
    known = {name for document in documents for name in _people(document) if len(name) >= _PLAIN}
    known |= {applicant_of(documents)} - {""}
    return tuple(_parted(document, known) for document in documents)


def _people(document: Document) -> Iterator[str]:
    for fact in document.facts:
        if fact.name in _NAMING:
            names = (fact.value,) if isinstance(fact.value, str) else fact.value
            yield from (name for name in names if reads_as_a_name(name))


def _parted(document: Document, known: set[str]) -> Document:
    award = document.first("award_name")
    if document.type != "award_certificate" or award is None or document.first("person_name"):
        return document
    value = str(award.value)
    person = max((name for name in known if value.startswith(name)), key=len, default="")
    if not person or len(value) < len(person) + _SHORTEST:
        return document
    parts = (_part(award, "person_name", person), _part(award, "award_name", value.removeprefix(person)))
    return msgspec.structs.replace(document, facts=(*parts, *(f for f in document.facts if f is not award)))


def _part(award: Fact, name: str, value: str) -> Fact:
    return msgspec.structs.replace(award, name=name, value=value, confidence=round(award.confidence * 0.95, 4))
