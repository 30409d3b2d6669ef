"""A file into its survey, a page into its words: the only place that knows which kind is read how."""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType

import msgspec

from ingest.carrier import Context, Survey
from ingest.errors import UnreadableFile
from ingest.kinds import COMPOUND, claimed_kind, detect_kind
from ingest.records import FileKind, Page, Problem, Provenance

_CARRIERS: dict[FileKind, str] = {
    "pdf": "ingest.pdf.carrier",
    "image": "ingest.image_carrier",
    "docx": "ingest.word_document",
    "ofd": "ingest.ofd.carrier",
    "text": "ingest.plain_text",
}


def survey_file(path: Path, name: str, context: Context) -> Survey:
    """A first look at a file; never raises for what the file holds."""
    try:
        size = path.stat().st_size
        if not size:
            raise UnreadableFile("empty", "the file has no bytes")
        if size > context.limits.file_bytes:
            raise UnreadableFile("too_large", f"{size} bytes; at most {context.limits.file_bytes} are read")
        kind = detect_kind(path)
        if kind == "other":
            raise _unread(path, name)
        survey = _carrier(kind).survey(path, name, context)
    except UnreadableFile as error:
        return _failed(name, path, error)
    except Exception as error:
        return _failed(name, path, UnreadableFile("damaged", f"{type(error).__name__}: {error}"))
    return _labelled(survey, name)


def _unread(path: Path, name: str) -> UnreadableFile:
    """Why a file of no known kind is not read."""
    with path.open("rb") as file:
        head = file.read(2**20)
    if head.startswith(COMPOUND):
        if "EncryptedPackage".encode("utf-16-le") in head:
            return UnreadableFile("encrypted", "an office document that needs a password")
        return UnreadableFile("unsupported", "an office document of the old binary kind (.doc, .wps, .xls)")
    claimed = claimed_kind(name)
    if claimed:
        return UnreadableFile("damaged", f"named as {claimed}, but its content is of no known kind")
    return UnreadableFile("unsupported", "a kind of file that is not read")


def _failed(name: str, path: Path, error: UnreadableFile) -> Survey:
    try:
        kind = detect_kind(path)
    except OSError:
        kind = claimed_kind(name) or "other"
    problem = msgspec.convert({"kind": error.kind, "file": name, "detail": error.detail}, Problem)
    return Survey(kind=kind, page_count=0, problems=(problem,))


def _labelled(survey: Survey, name: str) -> Survey:
    claimed = claimed_kind(name)
    if claimed is None or claimed == survey.kind:
        return survey
    problem = Problem(
        kind="mislabelled", file=name, detail=f"named as {claimed}, but the content is {survey.kind}", fatal=False
    )
    return msgspec.structs.replace(survey, problems=(*survey.problems, problem))


def read_page(path: Path, kind: FileKind, page: Page, context: Context) -> Page:
    """``page`` of a survey, read by OCR; never raises for what the page holds."""
    try:
        return _carrier(kind).read_page(path, page, context)  # type: ignore[no-any-return]
    except UnreadableFile as error:
        problem = msgspec.convert(
            {"kind": error.kind, "file": page.file, "page": page.number, "detail": error.detail}, Problem
        )
    except Exception as error:
        problem = Problem(kind="damaged", file=page.file, page=page.number, detail=f"{type(error).__name__}: {error}")
    return msgspec.structs.replace(page, problem=problem)


def _carrier(kind: FileKind) -> ModuleType:
    if kind not in _CARRIERS:
        raise UnreadableFile("unsupported", f"files of kind {kind} are not read")
    return importlib.import_module(_CARRIERS[kind])


def provenance_of(path: Path, kind: FileKind) -> Provenance:
    """What the file says of its making; an empty record when that cannot be read."""
    try:
        from ingest.provenance import provenance
    except ImportError:
        return Provenance()
    try:
        return provenance(path, kind)
    except Exception:
        return Provenance()
