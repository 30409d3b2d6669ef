"""What is none of the types of the contract: kept, counted, and read for whose it is, who issued it and when."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from extractors.base import FieldSet, at_most_one
from extractors.closing import closing, sealed_issuer
from extractors.common import PERSON
from extractors.layout import PageView
from extractors.prose import person_in_prose, sentence
from extractors.records import DocumentType, Fact
from extractors.works import registration

_FIELDS = FieldSet(*PERSON)
_LISTS = regex.compile(r"^(?:[\u4e00-\u9fff]{0,12})?材料(?:目录|清单|一览表|明细表)$")
_STATEMENT = regex.compile(r"(?:说明|证明|声明|情况)$")


class Other:
    type: DocumentType = "other"

    def recognise(self, view: PageView) -> float:
        """Only a list of what a dossier holds; else what no other type claims falls to it."""
        return 0.9 if any(_LISTS.search(heading) for heading in view.headings) else 0.0

    def facts(self, views: Sequence[PageView]) -> list[Fact]:
        """Only of papers short enough to be certificates: what stands under a clear label or is said in a sentence, and
        who closed a paper that says what it is (情况说明)."""
        if len(views) > 3:
            return []
        found = [*registration.facts(views), *_FIELDS.read(views)]
        if any(_STATEMENT.search(heading) for heading in views[0].headings):
            found += [*person_in_prose(sentence(views)), *closing(views), *sealed_issuer(views)]
        return at_most_one(found)


EXTRACTOR = Other()
