"""Tables of several people, a row each: of those who passed, are employed, insured or appointed, were sent to serve."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec
import regex

from extractors.base import fact
from extractors.carried import tables_of
from extractors.grammar import names, values
from extractors.grammar.labels import Parser
from extractors.layout import PageView
from extractors.records import Fact
from extractors.table_records import Row

_MARK = regex.compile(
    r"(?:[(]?(?:本人|申报[人者])[)]?|[*√☆★▲◀←])?"
)  # behind the name of whom the list is handed in for
_MARKED = regex.compile(r"本人|申报[人者]|[◀←★]")
_NUMBER = regex.compile(r"^\d{1,4}$")


class Column(NamedTuple):
    """``head``: a pattern of its head without white space; ``facts``: what its cells give, by name; none for a column
    that is only known as such. Of two columns that give the same fact the first that is filled does."""

    head: str
    facts: tuple[tuple[str, Parser], ...] = ()


Columns = Mapping[str, Column]
_PERSON: Columns = {
    "person": Column(r"^(?:考生|学员|参保人|教师|职工|人员|员工|队员|干部|本人)?姓名$"),
    "number": Column(r"^序号$"),
    "gender": Column(r"^性别$", (("gender", values.gender),)),
    "identity": Column(
        r"社会?保障?号码?$|身份证(?:件)?号码?$|^(?:公民身份|证件)号码?$|^身份证?$", (("id_number", values.id_number),)
    ),
}


def people(views: Sequence[PageView], columns: Columns) -> list[list[Fact]]:
    """What each row tells of its person, whose ``person_name`` comes first; an item each from 1. Empty where fewer than
    two are named, or where most rows of a table name nobody."""
    columns = {**_PERSON, **columns}
    heads = {name: regex.compile(column.head) for name, column in columns.items()}
    rows: list[list[Fact]] = []
    for table in (t for t in tables_of(views, heads, _NUMBER) if "person" in t.names):
        marked = [row for row in table.rows if _MARKED.search(row.whole.text)]
        alone = marked[0] if len(marked) == 1 else None
        told = ([*_told(row, columns), *(_own(row) if row is alone else ())] for row in table.rows)
        named = [found for found in told if len(found) > 1]
        if 2 * len(named) > len(table.rows):
            rows += named
    if len({row[0].value for row in rows}) < 2:
        return []
    return [[msgspec.structs.replace(f, item=item) for f in row] for item, row in enumerate(rows, 1)]


def _told(row: Row, columns: Columns) -> Iterator[Fact]:
    cell = row.cell("person").bare()
    name = names.find(cell.text)
    if name is None or not _MARK.fullmatch(cell.text[name.end :]):
        return
    yield fact("person_name", name.value, cell, name.start, name.end)
    said: set[str] = set()
    for key, column in columns.items():
        place = row.cell(key)
        for kind, parse in column.facts if place else ():
            value = parse(place) if kind not in said else None
            if value:
                said.add(kind)
                yield fact(kind, value.value, place, value.start, value.end)


def _own(row: Row) -> Iterator[Fact]:
    """That the row is marked, alone of all, as that of whom the list is handed in for."""
    yield from (msgspec.structs.replace(f, name="own") for f in _told(row, _PERSON) if f.name == "person_name")


def members(views: Sequence[PageView], columns: Columns) -> list[Fact]:
    """The ``people`` of a list that is about none of them more than the others: ``member`` and ``member_*`` (see
    ``extractors.members``)."""
    return [_of_member(f) for row in people(views, columns) for f in row]


def _of_member(found: Fact) -> Fact:
    name = "member" if found.name == "person_name" else f"member_{found.name}"
    return msgspec.structs.replace(found, name=name)


OF_ONE = frozenset(("person_name", "gender", "id_number", "birth_date", "start_date", "end_date"))


def without_rows(found: Sequence[Fact], listed: Sequence[Fact]) -> list[Fact]:
    """``found`` without what is said of one of the ``listed`` members alone."""
    own = OF_ONE | {f.name.removeprefix("member_") for f in listed}
    return [f for f in found if not (listed and f.name in own)]
