"""The files of a dossier's folder: what is read, what is junk, what is refused."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import msgspec

from ingest.errors import DossierError
from ingest.limits import Limits
from ingest.natural import natural_key
from ingest.records import Problem

_JUNK_NAMES = frozenset({".ds_store", "thumbs.db", "desktop.ini", "ehthumbs.db", ".directory"})
_JUNK_FOLDERS = frozenset({"__macosx", ".git", ".svn", "$recycle.bin", "system volume information"})


class Member(msgspec.Struct, frozen=True):
    """One file to read: its name in the dossier and where its bytes lie."""

    name: str
    path: Path
    refused: Problem | None = None  # why it is not even opened


class Listing(msgspec.Struct, frozen=True):
    """Members in natural order, and why others are not among them."""

    members: tuple[Member, ...]
    problems: tuple[Problem, ...] = ()


def is_junk(name: str) -> bool:
    """Whether operating systems and editors leave such files about: .DS_Store, Thumbs.db, ~$lock files, ._forks."""
    parts = PurePosixPath(name.casefold()).parts
    if not parts:
        return True
    return (
        parts[-1] in _JUNK_NAMES
        or parts[-1].startswith(("~$", "._"))
        or any(part in _JUNK_FOLDERS for part in parts[:-1])
    )


def list_folder(root: Path, limits: Limits) -> Listing:
    """Files under ``root``, links left out. Raises DossierError when the folder cannot be read."""
    members: list[Member] = []
    problems: list[Problem] = []
    for name, path, link in sorted(_walk(root), key=lambda entry: natural_key(entry[0])):
        if is_junk(name):
            continue
        if link:
            problems.append(Problem(kind="unsafe", file=name, detail="a symbolic link, not followed"))
        elif len(members) == limits.files:
            problems.append(Problem(kind="too_large", file=name, detail=f"more than {limits.files} files"))
        else:
            members.append(Member(name, path))
    return Listing(tuple(members), tuple(problems))


def _walk(root: Path) -> Iterator[tuple[str, Path, bool]]:
    def refuse(error: OSError) -> None:
        if Path(error.filename or "") == root:
            raise DossierError(f"{root} cannot be read: {error.strerror}") from error

    for folder, folders, files in os.walk(root, onerror=refuse):
        base = Path(folder)
        links = [entry for entry in folders if (base / entry).is_symlink()]
        for entry in [*files, *links]:
            path = base / entry
            yield path.relative_to(root).as_posix(), path, not path.is_file() or path.is_symlink()
