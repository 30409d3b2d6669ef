"""The registers that checks may consult: what a user imported into a data directory, nothing by default."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from corpus.registries.importer import RegistryError
from corpus.registries.journals import JournalRegister, JournalRow


@dataclass(frozen=True, slots=True)
class Registers:
    """Journals by title and number; DOIs of retracted papers in small letters."""

    journals: JournalRegister = field(default_factory=JournalRegister)
    retractions: frozenset[str] = frozenset()


def load(directory: Path | None) -> Registers:
    """What lies below ``directory``; empty registers when it is None or does not exist.

    Raises RegistryError when a stored list is damaged.
    """
    if directory is None or not directory.is_dir():
        return Registers()
    journals: list[JournalRow] = []
    dois: set[str] = set()
    for file in sorted(directory.glob("*/*.json")):
        try:
            if file.parent.name == "journals":
                journals += msgspec.json.decode(file.read_bytes(), type=tuple[JournalRow, ...])
            elif file.parent.name == "retractions":
                dois.update(msgspec.json.decode(file.read_bytes(), type=list[str]))
        except (OSError, msgspec.DecodeError) as error:
            raise RegistryError(f"{file}: damaged; import the list again ({error})") from error
    return Registers(JournalRegister(journals), frozenset(dois))
