"""report.json: written the same to the byte for the same report, and read back."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import msgspec

from checks.records import Report
from reports.files import write_atomically

_SCHEMA = "mingcha.report/1"
_SPREAD_NUMBERS = re.compile(rb"\[\n +(-?[\d.e+-]+(?:,\n +-?[\d.e+-]+)*)\n +\]")  # a string never holds a bare newline
_GAP = re.compile(rb",\n +")


class ReportError(Exception):
    """A file is no report.json of the schema this version reads; the message says what is wrong with it."""


def encode(report: Report) -> bytes:
    """UTF-8 JSON, two spaces of indent, keys in the order of the records, a newline at the end.

    ``Document.text`` stays out: it repeats the dossier and no reader of the contract asks for it. Boxes are rounded to
    a hundredth of a point and confidences to four places.
    """
    tree = msgspec.to_builtins(report)
    for document in tree["documents"]:
        del document["text"]
    spread = msgspec.json.format(msgspec.json.encode(_rounded(tree)), indent=2)
    return _SPREAD_NUMBERS.sub(lambda m: b"[" + _GAP.sub(b", ", m[1]) + b"]", spread) + b"\n"


def write(report: Report, path: Path) -> None:
    """Write ``encode(report)`` to ``path`` in one step. Raises OSError."""
    write_atomically(path, encode(report))


def read(path: Path) -> Report:
    """The report in ``path``; its documents have no ``text``. Raises OSError, and ReportError when it is no report."""
    try:
        report = msgspec.json.decode(path.read_bytes(), type=Report)
    except msgspec.DecodeError as error:
        raise ReportError(f"{path}: not a report.json ({error})") from error
    if report.schema != _SCHEMA:
        raise ReportError(f"{path}: schema {report.schema!r} is not {_SCHEMA!r}")
    return report


def _rounded(value: Any, key: str = "") -> Any:
    if isinstance(value, float):
        return round(value, 4 if key == "confidence" else 2)
    if isinstance(value, dict):
        return {name: _rounded(member, name) for name, member in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(member, key) for member in value]
    return value
