"""A dossier on disk into frozen records: the one way in."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path

from ingest.archives import Unpacker
from ingest.assembly import Assembly, FileReading
from ingest.cache import Cache
from ingest.carrier import Context
from ingest.errors import DossierError
from ingest.kinds import detect_kind
from ingest.members import Listing, Member, list_folder
from ingest.options import ReadOptions
from ingest.pool import InProcess, Pool, Runner
from ingest.records import Dossier, Problem

__all__ = ["ReadOptions", "read_dossier"]

Progress = Callable[[int, int], None]

_DEFAULTS = ReadOptions()


def read_dossier(
    path: Path, *, options: ReadOptions = _DEFAULTS, progress: Progress | None = None, runner: Runner | None = None
) -> Dossier:
    """Reads a folder, an archive, or one file.

    ``progress`` is called with pieces of work done and pieces known of: files, and pages that OCR reads. ``runner`` is
    an ``ingest.pool.Pool`` kept open by who reads many dossiers. Raises DossierError only when there is no dossier at
    all: no such path, not readable, or nothing in it. Whatever is wrong inside becomes a ``Problem``.
    """
    listing = _listing(path, options)
    if not listing.members and not listing.problems:
        raise DossierError(f"{path} holds no files; a dossier is a folder, a .zip, or one PDF or picture")
    readings = _read(listing.members, options, progress, runner)
    return Dossier(
        id=path.resolve().name if path.is_dir() else path.stem,
        path=str(path),
        files=tuple(reading.file for reading in readings),
        pages=tuple(page for reading in readings for page in reading.pages),
        problems=listing.problems,
        inputs_sha256=_digest(readings, listing.problems),
    )


def _listing(path: Path, options: ReadOptions) -> Listing:
    unpacker = Unpacker(options.limits, options.workdir)
    try:
        if path.is_dir():
            return unpacker.expanded(list_folder(path, options.limits))
        if not path.exists():
            raise DossierError(f"{path} does not exist")
        if not path.is_file():
            raise DossierError(f"{path} is neither a folder nor a file")
        if detect_kind(path) == "archive":
            return unpacker.opened(path)
    except PermissionError as error:
        raise DossierError(f"{path} cannot be read: {error.strerror}") from error
    return Listing((Member(path.name, path),))


def _read(
    members: tuple[Member, ...], options: ReadOptions, progress: Progress | None, runner: Runner | None
) -> list[FileReading]:
    context = Context(options.limits, options.ocr)
    cache = Cache(options.cache, context) if options.cache else None
    assembly = Assembly(members, context, cache, progress)
    tasks = assembly.first_tasks()
    if runner is not None:
        runner.run(tasks, assembly.done)
    elif not options.isolate:
        InProcess().run(tasks, assembly.done)
    elif tasks:
        with Pool(options.jobs) as pool:
            pool.run(tasks, assembly.done)
    return assembly.readings()


def _digest(readings: Iterable[FileReading], problems: Iterable[Problem]) -> str:
    digest = hashlib.sha256()
    for reading in readings:
        digest.update(f"{reading.file.name}\0{reading.file.sha256}\n".encode("utf-8", "surrogateescape"))
    for problem in problems:
        digest.update(f"{problem.file}\0{problem.kind}\n".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()
