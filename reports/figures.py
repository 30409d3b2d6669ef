"""Places and their pictures: every place a memo speaks of has a readable label and, where it can, a numbered figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from checks.base import Pictures
from checks.records import Evidence, Report
from extractors.records import Document
from ingest.geometry import Box, union
from ingest.records import Dossier
from reports.crops import Crop, Cutter
from reports.masking import Masker
from reports.wording import DOCUMENT_TYPES

MOST_FIGURES = 90
_SHARED_HEIGHT = 220.0  # points: places further apart get pictures of their own


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A numbered picture of a place."""

    number: int
    caption: str
    crop: Crop


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where to look: the document, its type, file and page; the words there; a figure's number.

    ``short`` names document and page only; ``document`` is its id, "" where a file gave none.
    """

    label: str
    short: str
    document: str = ""
    quote: str = ""
    figure: int = 0  # 0: no picture


class Places:
    """Labels and figures of one report, numbered in the order in which they are first asked for.

    Places of one page that lie close together share a figure with a frame around each.
    """

    def __init__(self, report: Report, dossier: Dossier, pictures: Pictures, masker: Masker):
        self._documents = {document.id: document for document in report.documents}
        self._masker = masker
        self._cutter = Cutter(dossier, pictures, masker, _identities(report.documents))
        self._numbers: dict[_Spot, int] = {}
        self.figures: list[Figure] = []

    def of(self, evidence: Sequence[Evidence], most: int, *, whole_pages: bool = True) -> tuple[Place, ...]:
        """A place for each of ``evidence``, with at most ``most`` figures; without a box there is a figure of the whole
        page, small, if ``whole_pages``."""
        evidence = tuple(dict.fromkeys(evidence))
        figures: dict[Evidence, int] = {}
        for spot, members in _spots(evidence, whole_pages):
            new = len(set(figures.values()) - {0}) < most
            number = self._figure(spot, members[0]) if new else self._numbers.get(spot, 0)
            figures |= dict.fromkeys(members, number)
        return tuple(dict.fromkeys(self._place(place, figures.get(place, 0)) for place in evidence))

    def label(self, place: Evidence) -> str:
        """The document with its type, the file and the page, masked."""
        where = place.file + (f" 第{place.page}页" if place.page else "")
        document = self._documents.get(place.document)
        if document is None:
            return self._masker.text(where or place.document)
        return self._masker.text(f"{document.id} {DOCUMENT_TYPES[document.type]}（{where}）")

    def _place(self, place: Evidence, figure: int) -> Place:
        known = place.document if place.document in self._documents else ""
        page = f" 第{place.page}页" if place.page else ""
        return Place(
            label=self.label(place),
            short=self._masker.text((known or place.file) + page),
            document=known,
            quote=self._masker.text(place.text),
            figure=figure,
        )

    def _figure(self, spot: _Spot, place: Evidence) -> int:
        if spot not in self._numbers and len(self.figures) < MOST_FIGURES:
            crop = self._cutter.cut(spot.file, spot.page, spot.boxes)
            self._numbers[spot] = len(self.figures) + 1 if crop else 0
            if crop:
                self.figures.append(Figure(number=len(self.figures) + 1, caption=self.label(place), crop=crop))
        return self._numbers.get(spot, 0)


class _Spot(msgspec.Struct, frozen=True):
    file: str
    page: int
    boxes: tuple[Box, ...]


def _spots(evidence: Iterable[Evidence], whole_pages: bool) -> Iterator[tuple[_Spot, list[Evidence]]]:
    """Places that fit into one picture, in the order of their first members."""
    groups: list[list[Evidence]] = []
    for place in evidence:
        if not place.page or not (place.bbox or whole_pages):
            continue
        home = next((group for group in groups if _fits(group, place)), None)
        if home is None:
            groups.append([place])
        else:
            home.append(place)
    for group in groups:
        boxes = tuple(dict.fromkeys(place.bbox.rounded() for place in group if place.bbox))
        yield _Spot(group[0].file, group[0].page, boxes), group


def _fits(group: Sequence[Evidence], place: Evidence) -> bool:
    first = group[0]
    if (first.file, first.page) != (place.file, place.page) or (first.bbox is None) != (place.bbox is None):
        return False
    boxes = [member.bbox for member in (*group, place) if member.bbox]
    return not boxes or union(boxes).height <= _SHARED_HEIGHT


def _identities(documents: Iterable[Document]) -> list[Evidence]:
    """The boxes of every identity number that was read, so that pictures hide them even where words are coarse."""
    return [
        Evidence(document=document.id, file=document.file, page=fact.page, bbox=fact.bbox)
        for document in documents
        for fact in document.facts
        if fact.name == "id_number"
    ]
