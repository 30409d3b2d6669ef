"""Short lines that hold a date, read again stretched: squeezed figures run together, and 11 月 becomes 1 月."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import msgspec
import numpy as np
import regex

from ingest.ocr.base import Engine, Picture, Reading

_DATED = regex.compile(r"\d\s?[年月]\s?\d|月\s?\d{1,2}\s?日|\d{4}\s?[-./]\s?\d")
_LONGEST = 16  # characters of a line that is read again
_STRETCHES = (1.25, 1.6, 2.0)  # of the line's width
_DOUBTED = 0.85  # of its confidence, for a line whose readings differ


def recognise(engine: Engine, lines: Sequence[Picture]) -> list[Reading]:
    """One reading for each line; a short line with a date is read twice, and where the two differ twice more."""
    readings = engine.recognise(lines)
    return [
        _voted(engine, line, reading) if _is_dated(reading.text) else reading
        for line, reading in zip(lines, readings, strict=True)
    ]


def _is_dated(text: str) -> bool:
    return len(text.replace(" ", "")) <= _LONGEST and _DATED.search(text) is not None


def _voted(engine: Engine, line: Picture, first: Reading) -> Reading:
    """The reading whose figures most readings share; of as many, the one with more figures: none are made up."""
    readings = [first, *engine.recognise([_stretched(line, _STRETCHES[0])])]
    if _figures(readings[0]) == _figures(readings[1]):
        return first
    readings += engine.recognise([_stretched(line, stretch) for stretch in _STRETCHES[1:]])
    figures = [_figures(reading) for reading in readings]
    best = max(readings, key=lambda r: (figures.count(_figures(r)), len(_figures(r)), r.confidence))
    return msgspec.structs.replace(best, confidence=best.confidence * _DOUBTED)


def _figures(reading: Reading) -> str:
    """Figures and what parts them, so that 11月1日 and 1月11日 differ."""
    return regex.sub(r"[^\d年月日\-./]", "", reading.text)


def _stretched(line: Picture, by: float) -> Picture:
    width = max(round(line.shape[1] * by), 1)
    return np.asarray(cv2.resize(line, (width, line.shape[0]), interpolation=cv2.INTER_CUBIC), dtype=np.uint8)
