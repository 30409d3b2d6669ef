"""What every kind of file offers: a quick survey of the whole, then one page at a time by OCR."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import msgspec

from ingest.limits import Limits
from ingest.records import FileKind, Page, Problem

if TYPE_CHECKING:
    from ingest.ocr.base import Engine
    from ingest.ocr.page import PictureReading


class Context(msgspec.Struct, frozen=True):
    """What reading needs to know; crosses to the reading process."""

    limits: Limits
    ocr: str

    def engine(self) -> Engine:
        """The OCR engine, loaded when first asked for."""
        from ingest.ocr import get_engine

        return get_engine(self.ocr)


class Survey(msgspec.Struct, frozen=True, kw_only=True):
    """What a first look at a file found. ``pending`` are the numbers of pages that OCR has still to read; their
    records in ``pages`` stand as they are when it does not come to that."""

    kind: FileKind
    page_count: int
    pages: tuple[Page, ...] = ()
    pending: tuple[int, ...] = ()
    problems: tuple[Problem, ...] = ()


def with_reading(page: Page, reading: PictureReading) -> Page:
    """``page`` with what OCR read on its picture."""
    return msgspec.structs.replace(
        page,
        source="ocr" if reading.words else "none",
        words=reading.words,
        marks=reading.marks,
        rulings=reading.rulings,
        frame=reading.frame,
        turn=reading.turn,
        blank=reading.blank,
        picture_digest=reading.digest,
    )


class Carrier(Protocol):
    """A module that reads one kind of file."""

    def survey(self, path: Path, name: str, context: Context) -> Survey:
        """Raises ingest.errors.UnreadableFile."""
        ...

    def read_page(self, path: Path, page: Page, context: Context) -> Page:
        """``page`` of a survey, read by OCR. Raises ingest.errors.UnreadableFile."""
        ...
