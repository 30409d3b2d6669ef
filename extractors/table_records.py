"""A table as readers see it: columns by their heads, rows by their cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import regex

from extractors.grammar.bilingual import without_english
from extractors.passage import EMPTY, Passage
from ingest.geometry import Box
from ingest.records import Page

Heads = Mapping[str, regex.Pattern[str]]
_NUMBER = regex.compile(r"^(?:\d{1,2}[.、]|\(\d{1,2}\))(?=\p{Han})")


def head_of(text: str) -> str:
    """What a head says, without the number that the place has in its form (17.论文) and without the same in English
    (日期Date): ``text`` without white space."""
    return without_english(_NUMBER.sub("", text))


@dataclass(frozen=True, slots=True)
class Column:
    """``name`` is the head's, "" for one that no pattern knows. Between ``left`` and ``right`` lie its cells."""

    name: str
    head: Box
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Row:
    """Cells by column name; a cell's lines are parted by line breaks. ``box`` is in the reading frame. ``across``: the
    columns whose cell is merged with another named column's, as no cell of a row of data is."""

    page: Page
    cells: Mapping[str, Passage]
    whole: Passage
    box: Box
    across: frozenset[str] = frozenset()

    def cell(self, name: str) -> Passage:
        return self.cells.get(name, EMPTY)


@dataclass(frozen=True, slots=True)
class Table:
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    top: float
    bottom: float

    @property
    def names(self) -> frozenset[str]:
        return frozenset(c.name for c in self.columns if c.name)
