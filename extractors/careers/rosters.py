"""Lists of those who passed: a row each, none of whom the paper is about more than the others (see
``extractors.members``)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec
import regex

from extractors.base import fact
from extractors.grammar import names, values
from extractors.grammar.labels import Parser
from extractors.layout import PageView
from extractors.records import Fact
from extractors.table_records import Row
from extractors.tables import tables

Columns = Mapping[str, tuple[str, Parser]]
_PERSON = {
    "person_name": r"^(?:考生|学员|人员|职工|本人)?姓名$",
    "number": r"^序号$",
    "gender": r"^性别$",
    "id_number": r"^(?:公民)?身份证?(?:件)?号码?$|^证件号码?$",
}
_PARSE: Mapping[str, Parser] = {"gender": values.gender, "id_number": values.id_number}
_NUMBER = regex.compile(r"^\d{1,4}$")


def listed(views: Sequence[PageView], columns: Columns) -> list[Fact]:
    """``member`` and ``member_*`` of everybody in a table of several people, an item each; empty where it names fewer
    than two. ``columns``: by fact, the pattern of its head and its parser."""
    heads = {name: regex.compile(head) for name, head in _PERSON.items()}
    heads |= {name: regex.compile(head) for name, (head, _) in columns.items()}
    parsers = {**_PARSE, **{name: parse for name, (_, parse) in columns.items()}}
    rows = [row for view in views for table in tables(view, heads, _NUMBER) for row in table.rows]
    members = [found for found in (list(_member(row, parsers)) for row in rows) if len(found) > 1]
    if len({found[0].value for found in members}) < 2:
        return []
    return [msgspec.structs.replace(f, item=item) for item, found in enumerate(members, 1) for f in found]


def _member(row: Row, parsers: Mapping[str, Parser]) -> Iterator[Fact]:
    cell = row.cell("person_name").strip()
    name = names.find(cell.text)
    if name is None or name.end < len(cell.text):
        return
    yield fact("member", name.value, cell, name.start, name.end)
    for key, parse in parsers.items():
        place = row.cell(key)
        value = parse(place) if place else None
        if value:
            yield fact(f"member_{key}", value.value, place, value.start, value.end)


OF_ONE = frozenset(("person_name", "gender", "id_number", "birth_date"))


def without_rows(found: Sequence[Fact], members: Sequence[Fact]) -> list[Fact]:
    """``found`` without what is said of one of ``members`` alone."""
    own = OF_ONE | {f.name.removeprefix("member_") for f in members}
    return [f for f in found if not (members and f.name in own)]
