"""The series of titles (职称系列), named without the word for a series."""

from __future__ import annotations

from corpus.policy.titles import SERIES
from extractors.grammar import values
from extractors.grammar.labels import Value
from extractors.grammar.normal import tight
from extractors.passage import Passage

SERIES_NAMES = frozenset(name.removesuffix("系列") for names in SERIES.values() for name in names)


def series(passage: Passage) -> Value | None:
    """What stands in a place for a series."""
    value = values.text(passage)
    named = tight(str(value.value)).removesuffix("系列") if value else ""
    return Value(named, value.start, value.end) if value and named else None


def known_series(passage: Passage) -> Value | None:
    """The name of a series and nothing else: 类别 is asked of many things besides."""
    value = series(passage)
    return value if value and value.value in SERIES_NAMES else None
