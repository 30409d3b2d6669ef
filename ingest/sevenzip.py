"""7z archives, by py7zr."""

from __future__ import annotations

import lzma
from pathlib import Path

import py7zr
from py7zr.exceptions import ArchiveError
from py7zr.io import Py7zIO, WriterFactory

from ingest.archives import Entry
from ingest.errors import UnreadableFile

_TROUBLE = (ArchiveError, py7zr.exceptions.PasswordRequired, lzma.LZMAError, EOFError, ValueError, TypeError, KeyError)


class SevenZip:
    """A 7z archive. Solid archives are decompressed once a member: slow for large ones, but never more on disk than
    the member asked for."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def entries(self) -> list[Entry]:
        try:
            with py7zr.SevenZipFile(self._path) as archive:
                if archive.needs_password():
                    raise UnreadableFile("encrypted", "a password is needed to unpack it")
                packed = self._path.stat().st_size
                return [
                    Entry(info.filename, packed, info.uncompressed or 0, index, "link" if info.is_symlink else "")
                    for index, info in enumerate(archive.list())
                    if not info.is_directory
                ]
        except py7zr.exceptions.PasswordRequired as error:
            raise UnreadableFile("encrypted", "a password is needed to unpack it") from error
        except (*_TROUBLE, OSError) as error:
            raise UnreadableFile("damaged", f"not a readable 7z archive: {error}") from error

    def unpack(self, entry: Entry, target: Path, limit: int) -> None:
        try:
            with py7zr.SevenZipFile(self._path) as archive:
                archive.extract(targets=[entry.untrusted_name], factory=_OneFile(target, limit))
        except _TROUBLE as error:
            raise UnreadableFile("damaged", f"it cannot be unpacked: {error}") from error


class _OneFile(WriterFactory):
    def __init__(self, target: Path, limit: int) -> None:
        self._target = target
        self._limit = limit

    def create(self, filename: str) -> Py7zIO:  # noqa: ARG002
        return _Sink(self._target, self._limit)


class _Sink(Py7zIO):
    """Writes to one file, whatever name the archive asks for."""

    def __init__(self, target: Path, limit: int) -> None:
        self._target = target
        self._limit = limit
        self._file = target.open("w+b")
        self._size = 0

    def write(self, s: bytes | bytearray) -> int:
        self._size += len(s)
        if self._size > self._limit:
            raise UnreadableFile("unsafe", "it unpacks to more bytes than it declares")
        return self._file.write(s)

    def read(self, size: int | None = None) -> bytes:
        return self._file.read(-1 if size is None else size)

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._file.seek(offset, whence)

    def flush(self) -> None:
        self._file.flush()

    def size(self) -> int:
        return self._size

    def close(self) -> None:
        self._file.close()
