"""Why a dossier could not be read at all. Trouble inside one is a ``Problem`` record, never an exception."""

from __future__ import annotations


class DossierError(Exception):
    """There is no dossier to read: no such path, not readable, or nothing in it. The message says what to do."""


class UnreadableFile(Exception):  # noqa: N818 – it becomes a Problem and is never shown as an error
    """One file cannot be read. ``kind`` is a ``ProblemKind`` of ``ingest.records``."""

    def __init__(self, kind: str, detail: str) -> None:
        super().__init__(detail)
        self.kind = kind
        self.detail = detail
