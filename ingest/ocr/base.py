"""The shape of an OCR engine, and what it hands on. Everything here is in pixels of the picture it was given."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import msgspec
import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]  # height by width by 3, RGB
Quad = NDArray[np.float32]  # four corners (x, y): top-left, top-right, bottom-right, bottom-left of a line of print


class Reading(msgspec.Struct, frozen=True):
    """One line of print as recognised. ``columns`` are the characters' centres as fractions of the line's width,
    ``step`` how fine these are (0: unknown); ``scores`` are the characters' confidences, 0 to 1."""

    text: str
    confidence: float
    columns: tuple[float, ...] = ()
    scores: tuple[float, ...] = ()
    step: float = 0.0


class Engine(Protocol):
    """Finds lines of print and reads them. Deterministic: the same pixels give the same answer."""

    name: str  # with a version: part of the key of cached pages

    def detect(self, picture: Picture, longest_side: int) -> list[Quad]:
        """Lines of print, top to bottom; the picture is reduced to ``longest_side`` pixels before it is looked at."""
        ...

    def recognise(self, lines: Sequence[Picture]) -> list[Reading]:
        """One reading for each picture of an upright line, in their order."""
        ...


class NullEngine:
    """Sees nothing. For runs without OCR and for tests."""

    name = "none"

    def detect(self, picture: Picture, longest_side: int) -> list[Quad]:  # noqa: ARG002
        return []

    def recognise(self, lines: Sequence[Picture]) -> list[Reading]:
        return [Reading("", 0.0) for _ in lines]
