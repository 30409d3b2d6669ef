"""Which dossiers lie under a root, and what identifies their content."""

from __future__ import annotations

import hashlib
from pathlib import Path

from ingest.natural import natural_key
from mingcha.errors import ArgumentError

_CHUNK = 1 << 20


def candidates(root: Path, out: Path) -> tuple[Path, ...]:
    """Every folder and .zip directly under ``root`` in natural order, hidden ones and ``out`` left aside.

    Raises ArgumentError when ``root`` is no readable directory or holds no dossier.
    """
    if not root.is_dir():
        raise ArgumentError(f"{root} is not a directory; scan takes the directory that holds the dossiers")
    try:
        entries = [p for p in root.iterdir() if not p.name.startswith(".") and p.resolve() != out.resolve()]
    except OSError as error:
        raise ArgumentError(f"cannot list {root}: {error.strerror or error}") from error
    found = [p for p in entries if p.is_dir() or p.suffix.lower() == ".zip"]
    if not found:
        raise ArgumentError(f"{root} holds no folder and no .zip; each of them would be one dossier")
    return tuple(sorted(found, key=lambda p: natural_key(p.name)))


def folder_names(paths: tuple[Path, ...]) -> dict[Path, str]:
    """A result folder's name for each dossier: its stem, or its full name where two stems are the same."""
    stems = [_stem(p) for p in paths]
    return {p: s if stems.count(s) == 1 else p.name for p, s in zip(paths, stems, strict=True)}


def fingerprint(path: Path) -> str:
    """SHA-256 over names and contents; unreadable files count by name, so that a change is still seen."""
    digest = hashlib.sha256()
    files = [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.is_file())
    for file in files:
        digest.update(f"{file.relative_to(path.parent).as_posix()}\0".encode("utf-8", "surrogateescape"))
        try:
            with file.open("rb") as stream:
                while chunk := stream.read(_CHUNK):
                    digest.update(chunk)
        except OSError:
            digest.update(b"\0unreadable")
        digest.update(b"\0")
    return digest.hexdigest()


def _stem(path: Path) -> str:
    return path.stem if path.is_file() else path.name
