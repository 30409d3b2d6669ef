"""Faults planted on purpose, and innocent look-alikes, one function per finding code."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.factory.dossier import Draft, Files, Piece


def before(work: Draft) -> None:
    """Changes what the papers will say."""


def after(work: Draft, pieces: Sequence[Piece]) -> None:
    """Changes single drawn documents."""


def on_files(work: Draft, pieces: Sequence[Piece], files: Files) -> None:
    """Changes the dossier's files."""
