"""What is none of the types of the contract: kept, counted, and read only for whose it is."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.base import FieldSet, at_most_one
from extractors.common import PERSON
from extractors.layout import PageView
from extractors.records import DocumentType, Fact
from extractors.works import registration

_FIELDS = FieldSet(*PERSON)


class Other:
    type: DocumentType = "other"

    def recognise(self, view: PageView) -> float:  # noqa: ARG002
        """Never recognised: what no other type claims falls to it."""
        return 0.0

    def facts(self, views: Sequence[PageView]) -> list[Fact]:
        """Only what stands under a clear label, and only on papers short enough to be certificates."""
        if len(views) > 3:
            return []
        return at_most_one([*registration.facts(views), *_FIELDS.read(views)])


EXTRACTOR = Other()
