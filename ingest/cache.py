"""Files read before, by their content: a second run over the same dossier reads nothing again."""

from __future__ import annotations

import hashlib
import importlib.metadata
from pathlib import Path

import msgspec

from ingest.carrier import Context, Survey
from ingest.records import Page, Problem, Provenance


class Kept(msgspec.Struct, frozen=True):
    """What is kept of a file: everything but its name and place."""

    survey: Survey
    provenance: Provenance


class Cache:
    """Readings in ``folder``, one file each. Entries that cannot be decoded, and folders that cannot be written, are
    as good as absent."""

    def __init__(self, folder: Path, context: Context) -> None:
        self._folder = folder
        self._settings = hashlib.sha256(msgspec.msgpack.encode(context) + _engine_version()).hexdigest()

    def get(self, sha256: str, name: str) -> Kept | None:
        """The file of that digest as read before, under its present name."""
        try:
            kept = msgspec.msgpack.decode(self._path(sha256, name).read_bytes(), type=Kept)
        except (OSError, msgspec.MsgspecError):
            return None
        return Kept(_renamed(kept.survey, name), kept.provenance)

    def put(self, sha256: str, name: str, kept: Kept) -> None:
        if any(problem.kind in ("timeout", "crashed") for problem in _problems(kept.survey)):
            return  # a busy machine, perhaps: worth another try
        path = self._path(sha256, name)
        part = path.with_suffix(".part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(msgspec.msgpack.encode(kept))
            part.replace(path)
        except OSError:
            return

    def _path(self, sha256: str, name: str) -> Path:
        """Beside the content, the ending counts: a wrong one is a problem of the file."""
        ending = Path(name).suffix.lower()
        key = hashlib.sha256(f"{sha256} {self._settings} {ending}".encode()).hexdigest()
        return self._folder / key[:2] / f"{key}.pages"


def _problems(survey: Survey) -> list[Problem]:
    return [*survey.problems, *(page.problem for page in survey.pages if page.problem)]


def _renamed(survey: Survey, name: str) -> Survey:
    return msgspec.structs.replace(
        survey,
        pages=tuple(_renamed_page(page, name) for page in survey.pages),
        problems=tuple(msgspec.structs.replace(problem, file=name) for problem in survey.problems),
    )


def _renamed_page(page: Page, name: str) -> Page:
    problem = msgspec.structs.replace(page.problem, file=name) if page.problem else None
    return msgspec.structs.replace(page, file=name, problem=problem)


def _engine_version() -> bytes:
    """Changes whenever a line of this package or a library that reads does."""
    digest = hashlib.sha256()
    for source in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(source.read_bytes())
    for package in ("rapidocr", "onnxruntime", "pypdfium2", "opencv-python-headless", "pillow", "pikepdf"):
        digest.update(importlib.metadata.version(package).encode())
    return digest.digest()
