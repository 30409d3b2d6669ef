"""A dossier on disk into frozen records: the one way in."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path

from ingest.carrier import Context
from ingest.errors import DossierError
from ingest.members import Listing, Member, list_folder
from ingest.options import ReadOptions
from ingest.reading import FileReading, read_file
from ingest.records import Dossier, Problem

__all__ = ["ReadOptions", "read_dossier"]

Progress = Callable[[int, int], None]

_DEFAULTS = ReadOptions()


def read_dossier(path: Path, *, options: ReadOptions = _DEFAULTS, progress: Progress | None = None) -> Dossier:
    """Reads a folder, an archive, or one file.

    ``progress`` is called with files done and files in all. Raises DossierError only when there is no dossier at all:
    no such path, not readable, or nothing in it. Whatever is wrong inside becomes a ``Problem``.
    """
    listing = _listing(path, options)
    if not listing.members and not listing.problems:
        raise DossierError(f"{path} holds no files; a dossier is a folder, a .zip, or one PDF or picture")
    readings = _readings(listing.members, options, progress)
    return Dossier(
        id=path.resolve().name if path.is_dir() else path.stem,
        path=str(path),
        files=tuple(reading.file for reading in readings),
        pages=tuple(page for reading in readings for page in reading.pages),
        problems=listing.problems,
        inputs_sha256=_digest(readings, listing.problems),
    )


def _listing(path: Path, options: ReadOptions) -> Listing:
    if not path.exists():
        raise DossierError(f"{path} does not exist")
    if path.is_dir():
        return list_folder(path, options.limits)
    return Listing((Member(path.name, path),))


def _readings(members: tuple[Member, ...], options: ReadOptions, progress: Progress | None) -> list[FileReading]:
    context = Context(options.limits, options.ocr)
    readings = []
    for done, member in enumerate(members, 1):
        readings.append(read_file(member, context))
        if progress:
            progress(done, len(members))
    return readings


def _digest(readings: Iterable[FileReading], problems: Iterable[Problem]) -> str:
    digest = hashlib.sha256()
    for reading in readings:
        digest.update(f"{reading.file.name}\0{reading.file.sha256}\n".encode("utf-8", "surrogateescape"))
    for problem in problems:
        digest.update(f"{problem.file}\0{problem.kind}\n".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()
