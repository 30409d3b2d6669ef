"""What DOCX and OFD packages say of their making."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from ingest.records import FileKind, Provenance

MAX_PART = 1 << 20  # bytes read of one metadata part


def package_provenance(path: Path, kind: FileKind) -> Provenance:
    """Raises OSError or ``zipfile.BadZipFile`` when the package cannot be opened."""
    with zipfile.ZipFile(path) as package:
        if kind == "ofd":
            return _ofd(_part(package, "OFD.xml"))
        core, app = _part(package, "docProps/core.xml"), _part(package, "docProps/app.xml")
    return Provenance(
        creator=_element(app, "Application"),
        created=_element(core, "created"),
        modified=_element(core, "modified"),
    )


def _ofd(root: str) -> Provenance:
    return Provenance(
        producer=_element(root, "Creator"),
        creator=_element(root, "CreatorVersion"),
        created=_element(root, "CreationDate"),
        modified=_element(root, "ModDate"),
    )


def _part(package: zipfile.ZipFile, name: str) -> str:
    if name not in package.namelist():
        return ""
    with package.open(name) as part:
        return part.read(MAX_PART).decode("utf-8", "replace")


def _element(xml: str, name: str) -> str:
    """The text of the first element of that local name; by pattern, since no parser is to expand hostile entities."""
    match = re.search(rf"<(?:\w+:)?{name}(?:\s[^>]*)?>([^<]{{1,200}})<", xml)
    return match[1].strip() if match else ""
