"""Reading lists of journals and of retractions as they are published, and keeping them in a user's data directory."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from corpus.registries import pdf_tables
from corpus.registries.columns import CNS, ISSNS, NOTES, TITLES
from corpus.registries.journals import ALIASES, JournalRow, RowKind

SUFFIXES = (".csv", ".json", ".pdf")
Row = Mapping[str, Any]


class RegistryError(ValueError):
    """A list that cannot be imported; the message names the file and says why."""


def import_journals(file: Path, *, year: int = 0) -> tuple[JournalRow, ...]:
    """The journals of a published list: CSV or a PDF's tables with a title column, or JSON by title or code.

    ``year`` is the list's when neither its columns nor its name give one. Raises RegistryError when the file is
    missing, is no such list, or holds no journal.
    """
    readers: dict[str, Callable[[Path], Iterator[Row]]] = {
        ".csv": _csv_rows,
        ".json": _json_rows,
        ".pdf": pdf_tables.rows,
    }
    reader = readers.get(file.suffix.lower())
    if reader is None:
        raise RegistryError(f"{file}: lists are read from {', '.join(SUFFIXES)} files; convert it first")
    if "publisher" in file.stem.lower():
        raise RegistryError(f"{file}: this is a list of publishers; journals are looked up by their own names")
    try:
        rows = [row for raw in reader(file) if (row := _row(raw, file, year)) is not None]
    except (OSError, ValueError, csv.Error) as error:
        raise RegistryError(f"{file}: cannot be read as a list of journals: {error}") from error
    if not rows:
        raise RegistryError(f"{file}: no journal found; a column must be called {', '.join(TITLES)}")
    stated = {row.year for row in rows} - {0}
    whole = stated.pop() if len(stated) == 1 else 0
    return tuple(dict.fromkeys(row if row.year else msgspec.structs.replace(row, year=whole) for row in rows))


def import_retractions(file: Path) -> tuple[str, ...]:
    """DOIs of retracted papers, in small letters, from JSON with a "retractions" table or a CSV with a DOI column.

    Raises RegistryError as ``import_journals`` does.
    """
    try:
        if file.suffix.lower() == ".json":
            data = json.loads(file.read_text(encoding="utf-8-sig"))
            dois: Iterable[str] = data["retractions"] if isinstance(data, dict) else data
        else:
            dois = [v for raw in _csv_rows(file) for k, v in raw.items() if "doi" in k.lower() and v]
        found = sorted({d.strip().lower() for d in dois if d.strip().startswith("10.")})
    except (OSError, UnicodeDecodeError, ValueError, KeyError, AttributeError, csv.Error) as error:
        raise RegistryError(f"{file}: cannot be read as a list of retractions: {error}") from error
    if not found:
        raise RegistryError(f"{file}: no DOI found")
    return tuple(found)


def store_journals(rows: Iterable[JournalRow], directory: Path) -> Path:
    """Writes rows of one list below ``directory``; the list's earlier import is replaced. Returns the file."""
    rows = tuple(rows)
    name = f"{rows[0].list}-{rows[0].year}" if rows[0].year else rows[0].list
    return _written(directory / "journals" / f"{_safe(name)}.json", msgspec.json.encode(rows))


def store_retractions(dois: Iterable[str], directory: Path, name: str) -> Path:
    return _written(directory / "retractions" / f"{_safe(name)}.json", msgspec.json.encode(sorted(dois)))


def _csv_rows(file: Path) -> Iterator[Row]:
    raw = file.read_bytes()
    text = raw.decode("utf-8-sig") if _is_utf8(raw) else raw.decode("gb18030")
    yield from csv.DictReader(text.splitlines())


def _json_rows(file: Path) -> Iterator[Row]:
    """A list of records, a table of records or titles by code, or groups of titles."""
    data = json.loads(file.read_text(encoding="utf-8-sig"))
    for key, value in data.items() if isinstance(data, dict) else enumerate(data):
        if isinstance(value, str):
            yield {"title": value}
        elif isinstance(value, dict) and any(name in value for name in TITLES):
            yield value
        elif isinstance(value, dict):
            yield from ({"title": title, "group": key} for title in value)


def _row(raw: Row, file: Path, year: int) -> JournalRow | None:
    title = _first(raw, TITLES)
    hijacked = str(raw.get("hijacked") or "").strip()
    if not title and not hijacked:
        return None
    return JournalRow(
        title=title or hijacked,
        list=_list_name(file),
        kind=_kind(raw, file),
        year=_year(raw, file) or year,
        issns=tuple(dict.fromkeys(number for name in ISSNS for number in _parted(raw.get(name)))),
        cn=_first(raw, CNS),
        former=_other_titles(raw, title or hijacked),
        founded=int(found[0]) if (found := re.findall(r"(?:18|19|20)\d\d", str(raw.get("创刊时间") or ""))) else 0,
        cycle=str(raw.get("出版周期") or ""),
        note=_note(raw),
    )


def _other_titles(raw: Row, title: str) -> tuple[str, ...]:
    """Former titles, and the journal's title in the list's further title columns."""
    former = ALIASES.split(str(raw.get("曾用刊名") or ""))
    beside = [str(raw[name]) for name in TITLES if raw.get(name)]
    names = dict.fromkeys(name.strip() for name in (*former, *beside))
    return tuple(name for name in names if name and name != title)


def _parted(value: Any) -> list[str]:
    return [part.strip() for part in re.split(r"[/;,]", str(value or "")) if part.strip()]


def _first(raw: Row, names: tuple[str, ...]) -> str:
    return next((str(raw[name]).strip() for name in names if str(raw.get(name) or "").strip()), "")


def _kind(raw: Row, file: Path) -> RowKind:
    columns = " ".join(str(key) for key in raw)
    if "预警" in columns or "warning" in file.stem.lower():
        return "warned"
    if "hijacked" in raw:
        return "hijacked"
    return "predatory" if "predatory" in file.stem.lower() else "listed"


def _year(raw: Row, file: Path) -> int:
    for text in (str(raw.get("年份") or ""), " ".join(str(key) for key in raw), file.stem):
        if years := re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", text):
            return int(years[-1])
    return 0


def _note(raw: Row) -> str:
    for key, value in raw.items():
        if value and isinstance(key, str) and key.partition("（")[0] in NOTES:
            return f"{key.partition('（')[0]}：{str(value).strip()}"
    return ""


def _list_name(file: Path) -> str:
    return re.sub(r"[-_ ]?(?:19|20)\d\d(?:[-_ ](?:19|20)\d\d)?$", "", file.stem) or file.stem


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _safe(name: str) -> str:
    return re.sub(r"[^\w.-]", "_", name)


def _written(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.write_bytes(content)
    return part.replace(path)
