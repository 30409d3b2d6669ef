"""Which document types may begin on a page, and how surely."""

from __future__ import annotations

from typing import NamedTuple

from extractors.layout import PageView
from extractors.records import DocumentType
from extractors.types import discovered

SURE = 0.5  # from here on a page is taken to be the beginning of a document of the type


class Guess(NamedTuple):
    type: DocumentType
    score: float


def guesses(view: PageView) -> list[Guess]:
    """All types with any sign on the page, the likeliest first; equal scores in the order of type names."""
    scored = (Guess(kind, extractor.recognise(view)) for kind, extractor in discovered().items())
    return sorted((g for g in scored if g.score > 0), key=lambda g: (-g.score, g.type))


def best(view: PageView) -> Guess:
    """The likeliest type; ``other`` when nothing is sure enough."""
    found = guesses(view)
    if found and found[0].score >= SURE:
        return found[0]
    return Guess("other", round(1 - found[0].score, 4) if found else 0.5)
