"""Zip archives."""

from __future__ import annotations

import lzma
import stat
import zipfile
import zlib
from pathlib import Path

from ingest.archives import Entry
from ingest.entries import zip_name
from ingest.errors import UnreadableFile

_CHUNK = 2**20
_TROUBLE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, ValueError, NotImplementedError, RuntimeError)


class Zip:
    """A zip archive, read member by member."""

    def __init__(self, path: Path) -> None:
        try:
            self._archive = zipfile.ZipFile(path)
            self._infos = self._archive.infolist()
        except (*_TROUBLE, OSError) as error:
            raise UnreadableFile("damaged", f"not a readable zip archive: {error}") from error

    def entries(self) -> list[Entry]:
        return [_entry(index, info) for index, info in enumerate(self._infos) if not info.is_dir()]

    def unpack(self, entry: Entry, target: Path, limit: int) -> None:
        part = target.with_name(target.name + ".part")
        try:
            with self._archive.open(self._infos[entry.index]) as source, part.open("wb") as sink:
                written = 0
                while chunk := source.read(_CHUNK):
                    written += len(chunk)
                    if written > limit:
                        raise UnreadableFile("unsafe", "it unpacks to more bytes than it declares")
                    sink.write(chunk)
            part.replace(target)
        except _TROUBLE as error:
            raise UnreadableFile("damaged", f"it cannot be unpacked: {error}") from error
        finally:
            part.unlink(missing_ok=True)


def _entry(index: int, info: zipfile.ZipInfo) -> Entry:
    trouble = "link" if stat.S_ISLNK(info.external_attr >> 16) else "encrypted" if info.flag_bits & 1 else ""
    return Entry(zip_name(info), info.compress_size, info.file_size, index, trouble)
