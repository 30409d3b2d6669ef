"""Dossiers drawn by others, with truth in the simple form: each ``truth.json`` beside or inside what it describes.

``{"documents": [{"file", "pages": [first, last], "type", "carrier", "facts": [{"name", "value", "item", "page"}]}],
"planted": [{"code", "file"}]}``. ``pages`` and ``file`` may be absent where they are plain; ``"innocent": true`` makes
a planted entry a look-alike that must be left alone. A dossier without planted faults is clean.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from tests.factory.truth import ALL_PAGES, Planted, Truth, TruthDocument, TruthFact

_NO_PAPERS = ("truth.json", "READY*", "*.truth.json", ".*")


@dataclass(frozen=True)
class Stranger:
    """A dossier and what its drawer says of it; ``path`` holds ``truth.json`` perhaps, which is no paper of it."""

    path: Path
    truth: Truth


class _Fact(msgspec.Struct):
    name: str
    value: str | int | float | list[str]
    item: int | None = 0
    page: int | None = 1


class _Document(msgspec.Struct):
    file: str
    type: str
    pages: list[int] | int | None = None
    carrier: str = "unknown"
    facts: list[_Fact] = []


class _Planted(msgspec.Struct):
    code: str
    file: str | list[str] | None = None
    files: list[str] = []
    innocent: bool = False
    side_effect: bool = False  # follows from another: may be said, need not be
    scope: str = ""  # "scan": to be seen only beside another dossier
    note: str = ""


class _Simple(msgspec.Struct):
    documents: list[_Document] = []
    planted: list[_Planted] = []


def strangers(root: Path) -> Iterator[Stranger]:
    """Every dossier under ``root``: ``D/truth.json`` inside a folder, or ``D.truth.json`` beside a folder or file D.

    Raises msgspec.ValidationError, naming the file, where one is not in the simple form.
    """
    for path in sorted(root.rglob("*truth.json")):
        stem = path.name.removesuffix("truth.json").removesuffix(".")
        beside = [p for p in sorted(path.parent.glob(f"{stem}*")) if p.name != path.name] if stem else [path.parent]
        for target in beside[:1]:
            yield Stranger(target, _truth(path, target.name))


def _truth(path: Path, name: str) -> Truth:
    try:
        simple = msgspec.json.decode(path.read_bytes(), type=_Simple)
    except msgspec.MsgspecError as error:
        raise msgspec.ValidationError(f"{path}: {error}") from error
    documents = tuple(_document(f"t{n:02d}", one) for n, one in enumerate(simple.documents, 1))
    planted = tuple(
        Planted(
            code=p.code,
            documents=tuple(d.id for d in documents if d.file in _files(p)),
            files=_files(p),
            note=p.note,
            innocent=p.innocent,
        )
        for p in simple.planted
        if not p.side_effect and p.scope != "scan"
    )
    return Truth(
        id=name, seed="", held_out=True, carrier="", trade="", applicant={}, documents=documents, sizes=(),
        planted=planted, clean=all(p.innocent for p in simple.planted),
    )  # fmt: skip


def _files(planted: _Planted) -> tuple[str, ...]:
    named = [planted.file] if isinstance(planted.file, str) else planted.file or []
    return tuple(Path(file).name for file in (*named, *planted.files) if file)


def _document(identity: str, one: _Document) -> TruthDocument:
    pages = [one.pages] if isinstance(one.pages, int) else one.pages or [1, ALL_PAGES]
    facts = tuple(
        TruthFact(name=f.name, value=_value(f.value), text=str(f.value), page=f.page or 1, bbox=None, item=f.item or 0)
        for f in one.facts
    )
    return TruthDocument(
        id=identity, file=Path(one.file).name, pages=(min(pages), max(pages)), type=one.type, layout="",
        carrier=one.carrier, facts=facts,
    )  # fmt: skip


def _value(value: str | float | list[str]) -> str | tuple[str, ...]:
    return tuple(str(part) for part in value) if isinstance(value, list) else str(value)


class Papers:
    """The dossier without its truth, in a place of its own; ``with Papers(path) as folder``."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._place = ""

    def __enter__(self) -> Path:
        if self._path.is_file():
            return self._path
        self._place = tempfile.mkdtemp(prefix="strangers-")
        copy = Path(self._place) / self._path.name
        shutil.copytree(self._path, copy, ignore=shutil.ignore_patterns(*_NO_PAPERS), copy_function=_linked)
        return copy

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self._place, ignore_errors=True)


def _linked(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy(source, target)
