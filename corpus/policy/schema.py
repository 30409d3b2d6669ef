"""The JSON Schema of pack and case files, for editors; made from the records, kept beside them as files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from corpus.policy.cases import CaseFile
from corpus.policy.records import Pack

FOLDER = Path(__file__).parent
FILES: dict[str, type[msgspec.Struct]] = {"pack.schema.json": Pack, "cases.schema.json": CaseFile}
TEXT = {"type": ["string", "number"]}
FREE = ("additionalProperties", {"type": "string"})
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(type_: type[msgspec.Struct]) -> dict[str, Any]:
    """The schema of a record, as an editor needs it: where any text may stand, a bare number may."""
    made: dict[str, Any] = _loosened(msgspec.json.schema(type_))
    return {"$schema": DIALECT, **made}


def _loosened(node: Any) -> Any:
    """Facts of a case such as ``hours: 96`` are numbers to an editor and texts to the loader."""
    if isinstance(node, dict):
        return {key: TEXT if (key, child) == FREE else _loosened(child) for key, child in node.items()}
    return [_loosened(child) for child in node] if isinstance(node, list) else node


def encoded(type_: type[msgspec.Struct]) -> bytes:
    return msgspec.json.format(msgspec.json.encode(schema(type_)), indent=2) + b"\n"


def write() -> None:
    """Bring the kept files up to date with the records."""
    for name, type_ in FILES.items():
        (FOLDER / name).write_bytes(encoded(type_))
