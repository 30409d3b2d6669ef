"""What a scan remembers of each dossier, so that it can go on where it stopped."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import msgspec

from checks.cross.imprint import Imprint
from checks.records import Finding
from mingcha.version import VERSION


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Everything besides the files that a dossier's results depend on."""

    policy_id: str
    policy_sha256: str
    as_of: str
    unmask: bool
    registers_sha256: str = ""
    engine: str = VERSION


class State(msgspec.Struct, frozen=True, kw_only=True):
    """One dossier's place in a scan. ``crossed`` is the digest of the cross-dossier findings its results contain."""

    fingerprint: str
    settings: Settings
    imprint: Imprint | None  # None: the dossier could not be checked
    crossed: str = ""
    lost: str = ""  # why there is no imprint; English


def digest(findings: Sequence[Finding]) -> str:
    """ "" for none, so that a dossier without cross findings is never written twice."""
    return hashlib.sha256(msgspec.msgpack.encode(list(findings))).hexdigest() if findings else ""


class StateStore:
    """States in a directory, one file a dossier; a file that cannot be read counts as absent."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        directory.mkdir(parents=True, exist_ok=True)

    def get(self, name: str) -> State | None:
        try:
            return msgspec.msgpack.decode(self._path(name).read_bytes(), type=State)
        except (OSError, msgspec.MsgspecError):
            return None

    def put(self, name: str, state: State) -> None:
        path = self._path(name)
        fresh = path.with_suffix(".new")
        fresh.write_bytes(msgspec.msgpack.encode(state))
        fresh.replace(path)

    def _path(self, name: str) -> Path:
        return self._directory / f"{hashlib.sha256(name.encode('utf-8', 'surrogateescape')).hexdigest()[:32]}.msgpack"
