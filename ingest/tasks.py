"""One piece of reading work, done in whichever process it is sent to."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec

from ingest.carrier import Context, Survey
from ingest.reading import provenance_of, read_page, survey_file
from ingest.records import FileKind, Page, Provenance

TaskKind = Literal["survey", "provenance", "page"]
Outcome = Survey | Provenance | Page

_TYPES: dict[str, type[Survey] | type[Provenance] | type[Page]] = {
    "survey": Survey,
    "provenance": Provenance,
    "page": Page,
}


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """``survey`` looks at a file, ``provenance`` reads its metadata, ``page`` reads one page of it by OCR."""

    kind: TaskKind
    file: int  # its index among the dossier's members
    path: str
    name: str
    file_kind: FileKind = "other"
    page: Page | None = None
    context: Context


class Failure(msgspec.Struct, frozen=True):
    """The process that did a task died or was stopped."""

    kind: Literal["crashed", "timeout"]
    detail: str


def perform(task: Task) -> Outcome:
    """Does the task; trouble in the file becomes problems in the outcome."""
    path = Path(task.path)
    if task.kind == "survey":
        return survey_file(path, task.name, task.context)
    if task.kind == "provenance":
        return provenance_of(path, task.file_kind)
    if task.page is None:
        raise ValueError("a page task without a page")
    return read_page(path, task.file_kind, task.page, task.context)


def seconds(task: Task) -> float:
    """How long the task may take."""
    limits = task.context.limits
    return limits.page_seconds if task.kind == "page" else limits.file_seconds


def decoded(task: Task, data: bytes) -> Outcome:
    """An outcome that came from another process. Raises msgspec.DecodeError."""
    return msgspec.msgpack.decode(data, type=_TYPES[task.kind])
