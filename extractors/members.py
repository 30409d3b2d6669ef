"""The applicant's own place among the people that a paper lists, which by itself is about none of them more than the
others: a row of a table, or a place in a list of members that begins with the leader."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec
import regex

from extractors.records import Document, Fact
from extractors.works import honours

_PLAIN = 3  # characters of a name that is surely no part of two others in names that a scan ran together
_BESIDE = (
    "title grade id_number gender start_date end_date certificate_number skill_level occupation score subject hours "
    "professional_hours"
)
_OF_MEMBERS = {f"member_{name}": name for name in _BESIDE.split()}
_SURE = ("identity_card", "application_form")


def placed(documents: Sequence[Document]) -> tuple[Document, ...]:
    """``documents``, those with rows of members given the name and rank of whom the dossier is about."""
    applicant = applicant_of(documents)
    return tuple(_placed(document, applicant) for document in documents)


def applicant_of(documents: Sequence[Document]) -> str:
    """The name that identity card and form say; where they say several, or none, the one that most papers say; "" where
    none does."""
    said = Counter(str(f.value) for d in documents for f in d.all("person_name"))
    sure = {str(f.value) for d in documents if d.type in _SURE for f in d.all("person_name")}
    return min(sure or said, key=lambda name: (-said[name], name), default="")


def _placed(document: Document, applicant: str) -> Document:
    applicant = _listed(document, applicant)
    document = _own_row(_own_project(document, applicant), applicant)
    if not applicant or document.value("person_name") not in ("", applicant):
        return document
    held = {f.name for f in document.facts if f.item == 0}  # a rank printed as such is no place in the table
    own = [f for f in _own(document, applicant) if f.name not in held]
    return msgspec.structs.replace(document, facts=(*own, *document.facts))


def _listed(document: Document, applicant: str) -> str:
    """The applicant where a list names him; else whom the list itself marks as the one it is handed in for."""
    marked = next((str(f.value) for f in document.all("member_own")), "")
    return applicant if any(f.value == applicant for f in document.all("member")) else marked or applicant


def _own_project(document: Document, applicant: str) -> Document:
    """Of a letter that sets several projects the one that the applicant leads or takes part in, where there is one."""
    rows = document.rows() if document.type == "project_proof" and applicant else {}
    named = [
        item
        for item, row in rows.items()
        if item
        and "project_name" in row
        and any(_names(row.get(n), applicant) for n in ("leader", "leaders", "members"))
    ]
    if len(named) != 1:
        return document
    others = [f for f in document.facts if not f.item or "project_name" not in rows[f.item]]
    own = [msgspec.structs.replace(f, item=0) for f in document.facts if f.item == named[0]]
    return msgspec.structs.replace(document, facts=(*own, *others))


def _own_row(document: Document, applicant: str) -> Document:
    """Of a list that tells of several people, a row each, what it tells of the applicant as the document's own."""
    people = document.all("person_name")
    if len({f.value for f in people if f.item}) < 2 or any(not f.item for f in people):
        return document
    own = next((f.item for f in people if f.value == applicant), None)
    said = [msgspec.structs.replace(f, item=0) for f in document.facts if own and f.item == own]
    return msgspec.structs.replace(document, facts=(*said, *document.facts))


def _names(fact: Fact | None, person: str) -> bool:
    return fact is not None and (fact.value == person if isinstance(fact.value, str) else person in fact.value)


_LETTERS = ("title_notice", "commendation", "employer_publicity")


def _named_in_letter(document: Document, applicant: str) -> Iterator[Fact]:
    """The applicant among those whom a letter lists."""
    listed = document.first("names") if document.type in _LETTERS else None
    if listed is not None and not isinstance(listed.value, str) and applicant in listed.value:
        yield msgspec.structs.replace(listed, name="person_name", value=applicant)


def _own(document: Document, applicant: str) -> Iterator[Fact]:
    yield from _named_in_letter(document, applicant)
    row = next((f for f in document.all("member") if f.value == applicant), None)
    if row is not None:
        yield msgspec.structs.replace(row, name="person_name", item=0)
        beside = [f for f in document.facts if f.item == row.item and f.name in _OF_MEMBERS]
        if beside:  # of a notice or a list of staff, whose order says nothing
            yield from (msgspec.structs.replace(f, name=_OF_MEMBERS[f.name], item=0) for f in beside)
            return
        rank = next((f for f in document.all("member_rank") if f.item == row.item), None)
        if rank is None and any(f.value != str(f.item) for f in document.all("member_rank")):
            return  # the rows are not in the order of the places, and this one's was not read
        printed = rank or msgspec.structs.replace(row, value=str(row.item))
        yield msgspec.structs.replace(printed, name="rank", item=0)
        return
    leader = document.first("leader")
    if leader is not None and leader.value == applicant:
        yield msgspec.structs.replace(leader, name="person_name")
        yield msgspec.structs.replace(leader, name="rank", value="1", confidence=leader.confidence * 0.95)
        return
    if any(applicant in f.value for f in document.all("leaders")):  # two who lead together: no rank tells them apart
        yield msgspec.structs.replace(document.all("leaders")[0], name="person_name", value=applicant)
        return
    yield from _in_list(document, applicant, leader)


_PLACE = (
    r"(?:(?:本人)?(?:排名|名次)?第\s?(?P<n>\d{1,2}(?!\d)|[一二三四五六七八九十]{1,3}(?=[名位]?[)）,，]))"
    r"|(?:主持人?|(?:项目|课题)?(?:负责人|组长))\s?[)）])"
)


def _in_list(document: Document, applicant: str, leader: Fact | None) -> Iterator[Fact]:
    """The place in a list of members: one that begins with the leader is by rank, those of a project's other members
    come after the leader; any other list tells none."""
    run = document.first("members_text")
    if run is not None and len(applicant) >= _PLAIN and applicant in run.value:
        yield msgspec.structs.replace(run, name="person_name", value=applicant)
        return
    members = document.first("members")
    if members is None or isinstance(members.value, str) or applicant not in members.value:
        return
    yield msgspec.structs.replace(members, name="person_name", value=applicant)
    stated = regex.search(rf"{regex.escape(applicant)}\s?[(（]\s?{_PLACE}", members.text)
    if stated:  # behind the name, as the list itself need not be in the order of the places
        place = "1" if stated["n"] is None else str(honours.ordinal(stated["n"]))
        yield msgspec.structs.replace(members, name="rank", value=place)
        return
    led = leader is not None and members.value[0] == leader.value
    after = leader is not None and leader.value not in members.value and document.type == "project_proof"
    if led or after:
        rank = str(members.value.index(applicant) + (1 if led else 2))
        yield msgspec.structs.replace(members, name="rank", value=rank, confidence=members.confidence * 0.9)
