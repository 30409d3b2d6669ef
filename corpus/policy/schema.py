"""The JSON Schema of pack and case files, for editors; made from the records, kept beside them as files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from corpus.policy.cases import CaseFile
from corpus.policy.records import Pack

FOLDER = Path(__file__).parent
FILES: dict[str, type[msgspec.Struct]] = {"pack.schema.json": Pack, "cases.schema.json": CaseFile}
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(type_: type[msgspec.Struct]) -> dict[str, Any]:
    """The schema of a record."""
    return {"$schema": DIALECT, **msgspec.json.schema(type_)}


def encoded(type_: type[msgspec.Struct]) -> bytes:
    return msgspec.json.format(msgspec.json.encode(schema(type_)), indent=2) + b"\n"


def write() -> None:
    """Bring the kept files up to date with the records."""
    for name, type_ in FILES.items():
        (FOLDER / name).write_bytes(encoded(type_))
