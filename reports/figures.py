"""Places and their pictures: every place a memo speaks of has a readable label and, where it can, a numbered figure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from checks.base import Pictures
from checks.records import Evidence, Report
from extractors.records import Document
from ingest.records import Dossier
from reports.crops import Crop, Cutter
from reports.masking import Masker
from reports.wording import DOCUMENT_TYPES

MOST_FIGURES = 90


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A numbered picture of a place."""

    number: int
    caption: str
    crop: Crop


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where to look: the document, its type, file and page; the words there; a figure's number."""

    label: str
    quote: str = ""
    figure: int = 0  # 0: no picture


class Places:
    """Labels and figures of one report, numbered in the order in which they are first asked for."""

    def __init__(self, report: Report, dossier: Dossier, pictures: Pictures, masker: Masker):
        self._documents = {document.id: document for document in report.documents}
        self._masker = masker
        self._cutter = Cutter(dossier, pictures, masker, _identities(report.documents))
        self._numbers: dict[Evidence, int] = {}
        self.figures: list[Figure] = []

    def of(self, evidence: Sequence[Evidence], most: int) -> tuple[Place, ...]:
        """A place for each of ``evidence``, the first ``most`` of them with a picture."""
        places: list[Place] = []
        for position, place in enumerate(dict.fromkeys(evidence)):
            number = self._figure(place) if position < most else self._numbers.get(_spot(place), 0)
            quote = self._masker.text(place.text)
            places.append(Place(label=self.label(place), quote=quote, figure=number))
        return tuple(dict.fromkeys(places))

    def label(self, place: Evidence) -> str:
        """The document with its type, the file and the page, masked."""
        where = place.file + (f" 第{place.page}页" if place.page else "")
        document = self._documents.get(place.document)
        if document is None:
            return self._masker.text(where or place.document)
        return self._masker.text(f"{document.id} {DOCUMENT_TYPES[document.type]}（{where}）")

    def _figure(self, place: Evidence) -> int:
        spot = _spot(place)
        if spot not in self._numbers and len(self.figures) < MOST_FIGURES:
            crop = self._cutter.cut(place)
            self._numbers[spot] = len(self.figures) + 1 if crop else 0
            if crop:
                self.figures.append(Figure(number=len(self.figures) + 1, caption=self.label(place), crop=crop))
        return self._numbers.get(spot, 0)


def _spot(place: Evidence) -> Evidence:
    return msgspec.structs.replace(place, text="", bbox=place.bbox and place.bbox.rounded())


def _identities(documents: Iterable[Document]) -> list[Evidence]:
    """The boxes of every identity number that was read, so that pictures hide them even where words are coarse."""
    return [
        Evidence(document=document.id, file=document.file, page=fact.page, bbox=fact.bbox)
        for document in documents
        for fact in document.facts
        if fact.name == "id_number"
    ]
