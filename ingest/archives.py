"""Archives inside a dossier, unpacked safely: a directory of numbered files, whatever the members are called."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Protocol

import msgspec

from ingest.entries import too_large, unsafe_name
from ingest.errors import DossierError, UnreadableFile
from ingest.kinds import detect_kind
from ingest.limits import Limits
from ingest.members import Listing, Member, is_junk
from ingest.natural import natural_key
from ingest.records import Problem


class Entry(msgspec.Struct, frozen=True):
    """One member as its archive declares it; nothing of it is trusted."""

    untrusted_name: str
    packed: int
    unpacked: int
    index: int  # among the entries of its archive
    trouble: str = ""  # "link", "encrypted" or ""


class Archive(Protocol):
    """An opened archive of some format."""

    def entries(self) -> list[Entry]:
        """Members that are files. Raises UnreadableFile."""
        ...

    def unpack(self, entry: Entry, target: Path, limit: int) -> None:
        """Writes one member, at most ``limit`` bytes. Raises UnreadableFile."""
        ...


class Unpacker:
    """Replaces archives of a listing by their members; one for a dossier, because the byte limit is the dossier's."""

    def __init__(self, limits: Limits, workdir: Path | None) -> None:
        self._limits = limits
        self._left = limits.archive_bytes
        self._files = limits.files
        self._base = workdir
        self._problems: list[Problem] = []

    def expanded(self, listing: Listing) -> Listing:
        """The listing with members of archives in place of the archives; those that are refused stay, with why."""
        members = [found for member in listing.members for found in self._expanded(member, 1)]
        members = _distinct(sorted(members, key=lambda member: natural_key(member.name)))
        return Listing(tuple(members), (*listing.problems, *self._problems))

    def opened(self, path: Path) -> Listing:
        """A dossier that is itself an archive: its members go by their own names."""
        members = self._unpacked(Member("", path), 0)
        return Listing(tuple(_distinct(sorted(members, key=lambda m: natural_key(m.name)))), tuple(self._problems))

    def _expanded(self, member: Member, depth: int) -> Iterator[Member]:
        if member.refused or not _is_archive(member.path):
            yield member
        elif depth > self._limits.archive_depth:
            yield _refused(member, "unsafe", f"an archive more than {self._limits.archive_depth} deep")
        else:
            yield from self._unpacked(member, depth)

    def _unpacked(self, member: Member, depth: int) -> list[Member]:
        """Members of one archive, archives among them expanded in turn; the archive itself when it is refused."""
        name = member.name or member.path.name
        try:
            archive = _opened(member.path)
            entries = archive.entries()
        except UnreadableFile as error:
            return [_refused(msgspec.structs.replace(member, name=name), error.kind, error.detail)]
        folder = self._folder(member.path)
        found: list[Member] = []
        for number, entry in enumerate(entries):
            inner = entry.untrusted_name.replace("\\", "/")
            full = f"{member.name}/{inner}" if member.name else inner
            if not is_junk(inner):
                suffix = PurePosixPath(inner).suffix[:8]
                target = folder / f"{number:05d}{suffix if suffix.isascii() else ''}"
                unpacked = self._one(archive, entry, full, target)
                found.extend(self._expanded(unpacked, depth + 1) if unpacked else ())
        if not entries:
            found.append(_refused(msgspec.structs.replace(member, name=name), "empty", "an archive without files"))
        return found

    def _one(self, archive: Archive, entry: Entry, name: str, target: Path) -> Member | None:
        """One member unpacked; None, with a problem noted, when it is refused."""
        kind, detail = self._verdict(entry)
        if not kind:
            try:
                archive.unpack(entry, target, min(entry.unpacked, self._left))
                self._left -= entry.unpacked
                self._files -= 1
                return Member(name, target)
            except UnreadableFile as error:
                kind, detail = error.kind, error.detail
            except OSError as error:
                kind, detail = "damaged", f"it cannot be unpacked: {error.strerror or error}"
        self._problems.append(_problem(kind, _printable(name), detail))
        return None

    def _verdict(self, entry: Entry) -> tuple[str, str]:
        reason = unsafe_name(entry.untrusted_name)
        if reason:
            return "unsafe", reason
        if entry.trouble == "link":
            return "unsafe", "a link, not followed"
        if entry.trouble == "encrypted":
            return "encrypted", "a password is needed to unpack it"
        if self._files <= 0:
            return "too_large", f"more than {self._limits.files} files"
        return too_large(entry.packed, entry.unpacked, self._left, self._limits)

    def _folder(self, path: Path) -> Path:
        """Where an archive is unpacked: named by its content, owned by this user, closed to others."""
        user = getattr(os, "getuid", lambda: 0)()
        base = self._base or Path(tempfile.gettempdir()) / f"mingcha-{user}"
        with path.open("rb") as file:
            folder = base / hashlib.file_digest(file, "sha256").hexdigest()[:32]
        for made in (base, folder):
            made.mkdir(mode=0o700, parents=True, exist_ok=True)
            if made.is_symlink() or made.stat().st_uid != user:
                raise DossierError(f"{made} belongs to somebody else; archives cannot be unpacked there safely")
        return folder


def _is_archive(path: Path) -> bool:
    try:
        return detect_kind(path) == "archive"
    except OSError:
        return False


def _opened(path: Path) -> Archive:
    with path.open("rb") as file:
        head = file.read(8)
    if head.startswith(b"Rar!"):
        raise UnreadableFile("unsupported", "RAR archives are not opened; repack it as zip")
    if head.startswith(b"7z"):
        from ingest.sevenzip import SevenZip

        return SevenZip(path)
    from ingest.zips import Zip

    return Zip(path)


def _refused(member: Member, kind: str, detail: str) -> Member:
    return msgspec.structs.replace(member, refused=_problem(kind, member.name, detail))


def _problem(kind: str, name: str, detail: str) -> Problem:
    return msgspec.convert({"kind": kind, "file": name, "detail": detail}, Problem)


def _printable(name: str) -> str:
    return "".join(char if char.isprintable() else "?" for char in name)[:300]


def _distinct(members: list[Member]) -> list[Member]:
    """Members of one name told apart: the second gets " (2)"."""
    seen: dict[str, int] = {}
    distinct = []
    for member in members:
        seen[member.name] = seen.get(member.name, 0) + 1
        count = seen[member.name]
        renamed = f"{member.name} ({count})"
        distinct.append(member if count == 1 else msgspec.structs.replace(member, name=renamed))
    return distinct
