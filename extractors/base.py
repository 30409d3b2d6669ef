"""The shape of an extractor: one per document type, found in ``extractors.types``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from extractors.layout import PageView
from extractors.records import DocumentType, Fact


class Extractor(Protocol):
    """Knows one document type. Instances are stateless; a module offers its own as ``EXTRACTOR``."""

    type: DocumentType

    def recognise(self, view: PageView) -> float:
        """How surely a document of this type begins on this page, 0 (no sign) to 1 (its title and fields stand there)."""
        ...

    def facts(self, views: Sequence[PageView]) -> list[Fact]:
        """The facts on the pages of one document, in reading order."""
        ...
