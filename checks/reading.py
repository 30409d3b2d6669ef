"""How far a reading can be trusted before something is said about it: the second, closer look at a place."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

import numpy as np
from numpy.typing import NDArray

from checks.base import Case
from extractors.grammar import dates
from extractors.records import Document, Fact
from ingest.geometry import Box
from ingest.records import Page

DPI = 300
MARGIN = 4.0  # points around the box, so that no stroke is cut
GREYS = 0.03  # a place with a smaller share of grey pixels was scanned in black and white
CLEAR = 0.9  # an OCR line below this is not quoted against anybody
TEXT_CLEAR = 0.8


@dataclass(frozen=True, slots=True)
class Reading:
    """Whether a printed value may be held against somebody, and the Chinese words that say why."""

    sure: bool
    note: str


def plain(text: str) -> str:
    """NFKC without spaces, in capitals, so that two readings of one string compare equal."""
    return "".join(unicodedata.normalize("NFKC", text).split()).upper()


def in_iso(text: str) -> str:
    """``plain`` text with its dates in ISO form, so that a zero lost in one reading (二一八年) parts no two."""
    bare = plain(text)
    for date in reversed(dates.find(bare)):
        bare = bare[: date.start] + date.value + bare[date.end :]
    return bare


def confirmed(case: Case, document: Document, fact: Fact, value: str, *, form: Callable[[str], str] = plain) -> Reading:
    """Whether ``value`` really stands where ``fact`` was read.

    A text layer is taken at its word. A value read by OCR is read again from a closer picture and holds only when the
    second reading shows it too; ``form`` is what both are brought into first.
    """
    if case.source(document, fact.page) == "text":
        if fact.confidence < TEXT_CLEAR:
            return Reading(False, "抽取把握不足")
        return Reading(True, "该处为文字层内容，非识别所得")
    part = _part(case, document, fact)
    again = None if part is None else _read(part)
    if part is None or again is None:
        return Reading(False, "该处由OCR识别，未能放大复读，识别可能有误")
    if _is_bitonal(part):
        return Reading(False, "该处为黑白二值扫描，笔画可能缺损，识别可能有误")
    if form(value) not in form(again):
        return Reading(False, f"放大复读结果（{again.strip() or '空'}）与首次识读不一致，识别可能有误")
    return Reading(True, "该处由OCR识别，经放大复读，两次识读一致")


def is_clear(case: Case, document: Document, fact: Fact) -> bool:
    """Whether a value may be compared with another at all, without reading it again."""
    floor = TEXT_CLEAR if case.source(document, fact.page) == "text" else CLEAR
    return fact.confidence >= floor


def reread(case: Case, document: Document, fact: Fact) -> str | None:
    """The text of a second, closer reading of the fact's place; None when no picture or no OCR is to be had."""
    part = _part(case, document, fact)
    return None if part is None else _read(part)


def _part(case: Case, document: Document, fact: Fact) -> NDArray[np.uint8] | None:
    try:
        picture = case.pictures.page(document.file, fact.page, DPI)
        return _crop(picture, fact.bbox, _page(case, document, fact.page))
    except (LookupError, OSError, RuntimeError):
        return None


def _read(part: NDArray[np.uint8]) -> str | None:
    from ingest.ocr import read_crop

    try:
        return " ".join(word.text for word in read_crop(part))
    except (LookupError, OSError, RuntimeError):
        return None


def _is_bitonal(part: NDArray[np.uint8]) -> bool:
    """Thin strokes are lost in such scans (4 becomes 1), in every reading of them alike."""
    darkest = part.min(axis=2)
    black, grey = darkest <= 60, (darkest > 60) & (darkest < 200)
    return bool(black.any()) and float(grey.mean()) < GREYS


def _page(case: Case, document: Document, number: int) -> Page | None:
    return next((p for p in case.dossier.pages if p.file == document.file and p.number == number), None)


def _crop(picture: NDArray[np.uint8], box: Box, page: Page | None) -> NDArray[np.uint8]:
    """The part of the displayed page around ``box``, turned upright. Raises LookupError when the box lies outside."""
    scale = picture.shape[1] / page.width if page and page.width else DPI / 72
    wide = box.padded(MARGIN)
    rows = slice(max(int(wide.y0 * scale), 0), max(int(wide.y1 * scale) + 1, 0))
    columns = slice(max(int(wide.x0 * scale), 0), max(int(wide.x1 * scale) + 1, 0))
    part = picture[rows, columns]
    if part.size == 0:
        raise LookupError(f"no picture at {box}")
    turns = (page.turn // 90) % 4 if page else 0
    return cast(NDArray[np.uint8], np.ascontiguousarray(np.rot90(part, -turns)))
