"""The article that a contents page is filed for: the one row of the issue that the dossier's other papers name.

A contents page lists everybody's articles. Its rows stay as they are; the applicant's own becomes the document's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec
from rapidfuzz import fuzz

from extractors.members import applicant_of
from extractors.records import Document, Fact

_ALIKE = 88.0  # of 100: a few characters misread, or a subtitle's dash
_NAMING = (("paper", "title"), ("acceptance_letter", "title"), ("application_form", "claimed_paper"))


def shown_for(documents: Sequence[Document]) -> tuple[Document, ...]:
    """``documents``, journal pages with the facts of the dossier's own article as item 0 where one row is surely it."""
    titles = tuple(dict.fromkeys(_titles(documents)))
    applicant = applicant_of(documents)
    return tuple(_own(d, titles, applicant) if d.type == "journal_pages" else d for d in documents)


def _titles(documents: Sequence[Document]) -> Iterator[str]:
    for document in documents:
        for kind, name in _NAMING:
            if document.type == kind:
                yield from (_plain(f) for f in document.all(name))


def _own(document: Document, titles: Sequence[str], applicant: str) -> Document:
    rows = {item: row for item, row in document.rows().items() if item and "title" in row}
    item = next((one for one in (_titled(rows, titles), _signed(rows, applicant)) if one), 0)
    if not item:
        return document
    others = (f for f in document.facts if f.item != item)
    own = (msgspec.structs.replace(f, item=0) for f in document.facts if f.item == item)
    return msgspec.structs.replace(document, facts=(*own, *others))


def _titled(rows: Mapping[int, Mapping[str, Fact]], titles: Sequence[str]) -> int:
    """The one row under a title that another paper of the dossier gives; 0 where none or several are."""
    alike = [item for item, row in rows.items() if any(fuzz.ratio(_plain(row["title"]), t) >= _ALIKE for t in titles)]
    return alike[0] if len(alike) == 1 else 0


def _signed(rows: Mapping[int, Mapping[str, Fact]], applicant: str) -> int:
    """The one row that names the applicant among its authors; 0 where none or several do."""
    own = [item for item, row in rows.items() if applicant and "authors" in row and applicant in row["authors"].value]
    return own[0] if len(own) == 1 else 0


def _plain(fact: Fact) -> str:
    return "".join(character for character in str(fact.value) if character.isalnum())
