"""The parts of an OFD document (GB/T 33190—2016) and how they point at each other."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator

from ingest.errors import UnreadableFile
from ingest.package import Element, member, xml


def local(element: Element) -> str:
    """The tag without its namespace: makers differ in the namespace they write."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: Element, name: str) -> Iterator[Element]:
    return (child for child in element if local(child) == name)


def first(element: Element | None, *path: str) -> Element | None:
    """The first descendant along ``path``, or None."""
    for name in path:
        element = next(children(element, name), None) if element is not None else None
    return element


def text_of(element: Element | None) -> str:
    return (element.text or "").strip() if element is not None else ""


def numbers(value: str | None) -> list[float]:
    """The numbers of an attribute such as ``Boundary``; [] when one is malformed."""
    try:
        return [float(part) for part in (value or "").split()]
    except ValueError:
        return []


class Parts:
    """The document root of a package and its parts, found by the locations written in them."""

    def __init__(self, package: zipfile.ZipFile) -> None:
        self._package = package
        self._names = {name.lower(): name for name in package.namelist()}
        entry = self._read("OFD.xml")
        self.root_name = text_of(first(entry, "DocBody", "DocRoot")).lstrip("/")
        if not self.root_name:
            raise UnreadableFile("damaged", "OFD.xml names no document")
        self.root = self._read(self.root_name)
        self.signatures_name = text_of(first(entry, "DocBody", "Signatures")).lstrip("/")

    def _read(self, name: str) -> Element:
        return xml(self._package, self._names.get(name.lower(), name))

    def located(self, location: str, base: str) -> str:
        """The name of a part that ``base`` refers to as ``location``."""
        if location.startswith("/"):
            return posixpath.normpath(location).lstrip("/")
        return posixpath.normpath(posixpath.join(posixpath.dirname(base), location)).lstrip("/")

    def part(self, location: str, base: str) -> tuple[str, Element]:
        """Name and root element of a part. Raises UnreadableFile."""
        name = self.located(location, base)
        return name, self._read(name)

    def data(self, name: str) -> bytes:
        return member(self._package, self._names.get(name.lower(), name))

    def optional(self, location: str, base: str) -> tuple[str, Element] | None:
        """The same, None when it is missing or broken."""
        try:
            return self.part(location, base)
        except UnreadableFile:
            return None
