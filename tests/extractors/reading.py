"""What tests ask of every document type: its page is told apart, its facts are read where they stand."""

from __future__ import annotations

from collections.abc import Mapping

from extractors.classify import best
from extractors.layout import PageView
from extractors.records import DocumentType, Fact, FactValue
from extractors.types import discovered


def facts_of(kind: DocumentType, *views: PageView) -> list[Fact]:
    """The facts, after seeing that the first page is recognised and every fact stands on its page."""
    assert best(views[0]).type == kind
    facts = discovered()[kind].facts(views)
    for fact in facts:
        page = next(v.page for v in views if v.page.number == fact.page)
        assert 0 <= fact.bbox.x0 < fact.bbox.x1 <= page.width
        assert 0 <= fact.bbox.y0 < fact.bbox.y1 <= page.height
        assert 0 < fact.confidence <= 1
        assert fact.text
    return facts


def read(kind: DocumentType, *views: PageView) -> dict[str, FactValue]:
    """Values by name; of several rows the first."""
    values: dict[str, FactValue] = {}
    for fact in facts_of(kind, *views):
        values.setdefault(fact.name, fact.value)
    return values


def has(values: Mapping[str, FactValue], expected: Mapping[str, FactValue]) -> None:
    """That ``values`` holds all that is ``expected``, telling every difference at once."""
    assert {name: values.get(name) for name in expected} == dict(expected)


def rows(facts: list[Fact]) -> list[dict[str, FactValue]]:
    """Facts of items above 0, a dictionary a row."""
    items = sorted({f.item for f in facts if f.item})
    return [{f.name: f.value for f in facts if f.item == item} for item in items]
