"""The registers that checks may consult: what a user imported into a data directory, nothing by default."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from corpus.registries.importer import RegistryError
from corpus.registries.journals import JournalRegister, JournalRow


@dataclass(frozen=True, slots=True)
class Registers:
    """Journals by title and number; DOIs of retracted papers in small letters.

    ``names`` are those of the stored lists, ``sha256`` is over their names and contents, "" when there are none.
    """

    journals: JournalRegister = field(default_factory=JournalRegister)
    retractions: frozenset[str] = frozenset()
    names: tuple[str, ...] = ()
    sha256: str = ""


def digest(directory: Path | None) -> str:
    """The ``sha256`` that ``load`` gives, without reading the lists; "" when there are none."""
    files = _files(directory)
    total = hashlib.sha256()
    for file in files:
        total.update(_line(file, file.read_bytes()))
    return total.hexdigest() if files else ""


def _files(directory: Path | None) -> list[Path]:
    if directory is None or not directory.is_dir():
        return []
    return sorted((*directory.glob("journals/*.json"), *directory.glob("retractions/*.json")))


def _name(file: Path) -> str:
    return f"{file.parent.name}/{file.stem}"


def _line(file: Path, content: bytes) -> bytes:
    return f"{_name(file)}\0{hashlib.sha256(content).hexdigest()}\n".encode()


def load(directory: Path | None) -> Registers:
    """What lies below ``directory``; empty registers when it is None or does not exist.

    Raises RegistryError when a stored list is damaged.
    """
    files = _files(directory)
    journals: list[JournalRow] = []
    dois: set[str] = set()
    total = hashlib.sha256()
    for file in files:
        try:
            content = file.read_bytes()
            if file.parent.name == "journals":
                journals += msgspec.json.decode(content, type=tuple[JournalRow, ...])
            else:
                dois.update(msgspec.json.decode(content, type=list[str]))
        except (OSError, msgspec.DecodeError) as error:
            raise RegistryError(f"{file}: damaged; import the list again ({error})") from error
        total.update(_line(file, content))
    sha256 = total.hexdigest() if files else ""
    return Registers(JournalRegister(journals), frozenset(dois), tuple(map(_name, files)), sha256)
