"""The applicant's own row in a paper's table of members, which by itself is about none of them more than the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from extractors.records import Document, Fact

_SURE = ("identity_card", "application_form")


def placed(documents: Sequence[Document]) -> tuple[Document, ...]:
    """``documents``, those with rows of members given the name and rank of whom the dossier is about."""
    applicant = applicant_of(documents)
    return tuple(_placed(document, applicant) for document in documents)


def applicant_of(documents: Sequence[Document]) -> str:
    """The name that identity card or form say, else the one that most papers say; "" where none does."""
    for chosen in ([d for d in documents if d.type in _SURE], documents):
        said = Counter(str(f.value) for d in chosen for f in d.all("person_name"))
        if said:
            return min(said, key=lambda name: (-said[name], name))
    return ""


def _placed(document: Document, applicant: str) -> Document:
    if not applicant or document.first("person_name"):
        return document
    ranked = any(f.item == 0 for f in document.all("rank"))  # a rank printed as such is no place in the table
    own = (f for f in _own(document, applicant) if not (ranked and f.name == "rank"))
    return msgspec.structs.replace(document, facts=(*own, *document.facts))


def _own(document: Document, applicant: str) -> Iterator[Fact]:
    row = next((f for f in document.all("member") if f.value == applicant), None)
    if row is not None:
        yield msgspec.structs.replace(row, name="person_name", item=0)
        rank = next((f for f in document.all("member_rank") if f.item == row.item), None)
        yield msgspec.structs.replace(rank or row, name="rank", value=str(row.item), item=0)
        return
    leader = document.first("leader")
    if leader is not None and leader.value == applicant:
        yield msgspec.structs.replace(leader, name="person_name")
        yield msgspec.structs.replace(leader, name="rank", value="1", confidence=leader.confidence * 0.95)
