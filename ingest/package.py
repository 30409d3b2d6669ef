"""Documents that are zip packages (DOCX, OFD): opened with the same caution as archives."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ingest.entries import too_large
from ingest.errors import UnreadableFile
from ingest.limits import Limits

Element = Any  # an lxml element; the library comes without types

_TROUBLE = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError, KeyError)


@contextmanager
def opened(path: Path, limits: Limits) -> Iterator[zipfile.ZipFile]:
    """The package, its members' declared sizes checked. Raises UnreadableFile: damaged, encrypted or too large."""
    try:
        package = zipfile.ZipFile(path)
    except (*_TROUBLE, OSError) as error:
        raise UnreadableFile("damaged", f"not a readable package: {error}") from error
    with package:
        left = limits.file_bytes
        for info in package.infolist():
            if info.flag_bits & 1:
                raise UnreadableFile("encrypted", "a password is needed to open it")
            kind, detail = too_large(info.compress_size, info.file_size, left, limits)
            if kind:
                raise UnreadableFile(kind, f"{info.filename}: {detail}")
            left -= info.file_size
        yield package


def member(package: zipfile.ZipFile, name: str) -> bytes:
    """One member's bytes. Raises UnreadableFile when there is none or it is damaged."""
    try:
        return package.read(name)
    except (*_TROUBLE, OSError) as error:
        raise UnreadableFile("damaged", f"{name} cannot be read: {error}") from error


def xml(package: zipfile.ZipFile, name: str) -> Element:
    """One member as XML; entities stay unresolved and nothing is fetched. Raises UnreadableFile."""
    from lxml import etree  # type: ignore[import-untyped]

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(member(package, name), parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableFile("damaged", f"{name} is not well-formed: {error}") from error
