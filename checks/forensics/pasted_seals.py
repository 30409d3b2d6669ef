"""Seals that stand as a picture on a PDF's page of text: cut out of a scan, or an electronic one (handbook F87, F88).

A picture's pixels are kept whole in the file, so that two papers with one picture are told surely. What it is worth
depends on where the picture comes from. Even colour is an electronic seal. Grain in the ink says that it was cut from a
scan, or made to look so; on papers of one template, signed files and the employer's own papers that is somebody's
lawful electronic seal, and on papers that differ it asks for the originals.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

import msgspec
import numpy as np
from numpy.typing import NDArray

from checks.base import Case
from checks.forensics.issued import ISSUED, file_of, pages_of
from checks.forensics.same_seal import Match, best_match, grain, redness
from checks.wording import contained, likeness
from extractors.records import Document, Seal
from ingest.originals import inset

_MOST = 30  # seals of a dossier
_INK = 40  # difference of red to the weaker of the others that makes a pixel ink
_INNER = 7  # pixels of ink all around that keep out the outlines' softness
_LEAST_INNER = 300  # pixels of such ink
_GRAINY = 2.0  # grey levels: half of the inner ink differs by more from its neighbours'
_SAME = 0.9  # correlation of the grain; a picture kept whole gives 1
_ONE_TEMPLATE = 75  # of 100: texts as much alike come from one template
_ONE_BODY = 85  # of 100: names of one employer


class Pasted(msgspec.Struct, frozen=True):
    document: Document
    seal: Seal
    pixels: NDArray[np.uint8]


def pasted_seals(case: Case) -> list[Pasted]:
    """The grainy seal pictures on unsigned pages of text, other than the employer's own, at most ``_MOST``."""
    found: list[Pasted] = []
    for document in case.of_type(*ISSUED):
        file = file_of(case, document)
        if file is None or not document.seals or file.provenance.signature_reports or _own(case, document):
            continue
        pages = {page.number: page for page in pages_of(case, document) if page.source == "text"}
        for seal in document.seals:
            try:
                pixels = inset(file, pages[seal.page], seal.bbox)
            except LookupError:
                continue
            if _is_grainy(pixels):
                found.append(Pasted(document, seal, pixels))
    return found[:_MOST]


def same_picture(seals: Sequence[Pasted]) -> Iterator[tuple[Pasted, Pasted, Match]]:
    """Pairs with one picture on papers of different days and templates, and how it matches."""
    for one, other in combinations(seals, 2):
        if one.document.file == other.document.file or not _differ(one.document, other.document):
            continue
        height, width = one.pixels.shape[:2]
        match = best_match(one.pixels, (0, 0, width, height), other.pixels, same_page=False)
        if match is not None and match.likeness >= _SAME:
            yield one, other, match


def _own(case: Case, document: Document) -> bool:
    """Issued by the employer, or by whom is not known."""
    employer, issuer = case.applicant.get("employer", ""), document.value("issuer")
    if not issuer or not employer:
        return True
    return likeness(issuer, employer) >= _ONE_BODY or contained(issuer, employer) >= _ONE_BODY


def _differ(one: Document, other: Document) -> bool:
    days = one.value("issue_date"), other.value("issue_date")
    return all(days) and days[0] != days[1] and likeness(one.text, other.text) < _ONE_TEMPLATE


def _is_grainy(pixels: NDArray[np.uint8]) -> bool:
    import cv2

    ink = (redness(pixels) > _INK).astype(np.uint8)
    inner = cv2.erode(ink, np.ones((_INNER, _INNER), np.uint8)) > 0
    return bool(inner.sum() >= _LEAST_INNER and np.median(np.abs(grain(pixels)[inner])) >= _GRAINY)
