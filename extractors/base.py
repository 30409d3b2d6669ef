"""The shape of an extractor: one per document type, found in ``extractors.types``; and how facts are made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

import regex

from extractors.grammar.labels import Field, Labels, Occurrence
from extractors.grammar.regions import values
from extractors.layout import PageView
from extractors.passage import Passage
from extractors.records import DocumentType, Fact, FactValue


class Extractor(Protocol):
    """Knows one document type. Instances are stateless; a module offers its own as ``EXTRACTOR``."""

    type: DocumentType

    def recognise(self, view: PageView) -> float:
        """How surely a document of this type begins here, 0 (no sign) to 1 (its title and its fields stand there)."""
        ...

    def facts(self, views: Sequence[PageView]) -> list[Fact]:
        """The facts on the pages of one document, in reading order."""
        ...


def fact(
    name: str,
    value: FactValue,
    passage: Passage,
    start: int = 0,
    end: int | None = None,
    *,
    item: int = 0,
    trust: float = 1.0,
) -> Fact:
    """A fact printed at ``passage.text[start:end]``; ``trust`` below 1 when the place, not the reading, is in doubt.

    Raises ValueError when nothing printed stands there.
    """
    page = passage.page(start, end)
    return Fact(
        name=name,
        value=value,
        text=passage.printed(start, end),
        page=page.number,
        bbox=page.displayed(passage.box(start, end)),
        confidence=round(passage.confidence(start, end) * trust, 4),
        item=item,
    )


class FieldSet:
    """The labelled facts of one document type: its labels compiled, and the reading of them."""

    def __init__(self, *fields: Field, stops: Iterable[str] = ()) -> None:
        self.fields = fields
        by_name: dict[str, tuple[str, ...]] = {}
        for field in fields:
            by_name[field.name] = by_name.get(field.name, ()) + field.labels
        self._labels = Labels(by_name, stops)

    def find(self, view: PageView) -> list[Occurrence]:
        """Every label on the page, stop labels included."""
        return self._labels.find(view)

    def read(self, views: Sequence[PageView], *, item: int = 0) -> list[Fact]:
        """At most one fact of each field: the one under the clearest label, the earlier where labels are alike."""
        best: dict[str, tuple[float, Fact]] = {}
        for view in views:
            found = self.find(view)
            self._read(best, view, found, found, item)
        return [fact for _, fact in best.values()]

    def of(self, view: PageView, some: Sequence[Occurrence], found: list[Occurrence]) -> list[Fact]:
        """The facts beside ``some`` of the labels of a page, ``found`` being all of them."""
        best: dict[str, tuple[float, Fact]] = {}
        self._read(best, view, some, found, 0)
        return [fact for _, fact in best.values()]

    def _read(
        self,
        best: dict[str, tuple[float, Fact]],
        view: PageView,
        some: Sequence[Occurrence],
        found: list[Occurrence],
        item: int,
    ) -> None:
        for occurrence in some:
            for field in self.fields:
                if _names(occurrence.field, field.name) and occurrence.label in field.labels:
                    self._consider(best, view, occurrence, found, field, item)

    def _consider(
        self,
        best: dict[str, tuple[float, Fact]],
        view: PageView,
        occurrence: Occurrence,
        found: list[Occurrence],
        field: Field,
        item: int,
    ) -> None:
        score = 1.0 + occurrence.colon + 0.5 * occurrence.alone - 0.3 * occurrence.rank
        if field.name in best and best[field.name][0] >= score:
            return
        for passage in values(view, occurrence, found, field):
            value = field.parse(passage)
            if value is not None and passage.prints(value.start, value.end):
                best[field.name] = (score, fact(field.name, value.value, passage, value.start, value.end, item=item))
                return


def _names(label: str, name: str) -> bool:
    """Whether a label of ``label`` is one of ``name``: one of a period's end is one of its start too."""
    return name == label or (name, label) == ("start_date", "end_date")


def at_most_one(facts: Iterable[Fact]) -> list[Fact]:
    """The first fact of each name and item, in order: what stands first in the list is trusted most."""
    kept: dict[tuple[str, int], Fact] = {}
    for candidate in facts:
        kept.setdefault((candidate.name, candidate.item), candidate)
    return list(kept.values())


def uncut(found: Iterable[Fact], *names: str, joint: str = "") -> list[Fact]:
    """``found`` without values of ``names`` that a line's end or a gap cut short: another of the same name goes on
    where they stop, with ``joint`` (2020-08 beside 2020-08-03)."""
    facts = list(found)
    told = [(f.name, str(f.value)) for f in facts if f.name in names]

    def cut(one: Fact) -> bool:
        value = str(one.value)
        return any(name == one.name and v != value and v.startswith(f"{value}{joint}") for name, v in told)

    return [f for f in facts if not cut(f)]


def first_said(passage: Passage, name: str, *patterns: regex.Pattern[str], trust: float = 1.0) -> Iterator[Fact]:
    """The fact that the first fitting pattern's group ``v`` says in running text, as printed."""
    for pattern in patterns:
        match = pattern.search(passage.text)
        if match and passage.prints(*match.span("v")):
            start, end = match.span("v")
            yield fact(name, passage[start:end].tight().printed(), passage, start, end, trust=trust)
            return
