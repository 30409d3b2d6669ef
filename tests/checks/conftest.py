from __future__ import annotations

from collections.abc import Callable

import pytest

import ingest.ocr
from ingest.geometry import Box
from ingest.records import Word


@pytest.fixture
def second_reading(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Make the closer reading of any crop give this text."""

    def says(text: str) -> None:
        monkeypatch.setattr(ingest.ocr, "read_crop", lambda picture: (Word(text=text, box=Box(0, 0, 10, 10)),))

    return says
