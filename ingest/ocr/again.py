"""Short lines that hold a date, read again stretched: squeezed figures run together, and 11 月 becomes 1 月; of a year
in Chinese numerals the thin circle of 〇 is dropped, or what a seal's rim covers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import cv2
import msgspec
import numpy as np
import regex

from ingest.ocr.base import Engine, Picture, Reading

_DATED = regex.compile(r"\d\s?[年月]\s?\d|月\s?\d{1,2}\s?日|\d{4}\s?[-./]\s?\d")
_LONGEST = 16  # characters of a line that is read again
_STRETCHES = (1.25, 1.6, 2.0)  # of the line's width
_DOUBTED = 0.85  # of its confidence, for a line whose readings differ
_NUMERALS = "〇○零一二三四五六七八九十年月日"
_MONTH = r"(?:[元正一二三四五六七八九]|十[一二]?)月"
_DAY = r"(?:[一二]?十[一二三四五六七八九]?|三十一?|[一二三四五六七八九])日"
_WHOLE = regex.compile(rf"(?:一九九|二[〇○零][〇○零一二])[〇○零一二三四五六七八九]年{_MONTH}(?:{_DAY})?")


def recognise(engine: Engine, lines: Sequence[Picture]) -> list[Reading]:
    """One reading for each line; a short line with a date is read twice, and where the two differ twice more. One with
    a date in Chinese numerals is read again where characters of the date were lost."""
    readings = engine.recognise(lines)
    return [_better(engine, line, reading) for line, reading in zip(lines, readings, strict=True)]


def _better(engine: Engine, line: Picture, first: Reading) -> Reading:
    text = "".join(first.text.split())
    if len(text) > _LONGEST:
        return first
    if _DATED.search(first.text):
        return _voted(engine, line, first)
    return _restored(engine, line, first) if _is_broken(text) else first


def _is_broken(text: str) -> bool:
    """Whether a line is a date in Chinese numerals that is none as it stands (二〇八年六月, 二〇一六中三月十日)."""
    numerals = sum(character in _NUMERALS for character in text)
    return numerals >= max(5, len(text) - 2) and ("年" in text or "月" in text) and not _WHOLE.search(text)


def _restored(engine: Engine, line: Picture, first: Reading) -> Reading:
    """The whole date that most closer readings hold, at least two of them; ``first`` where there is none."""
    readings = engine.recognise([_stretched(line, stretch) for stretch in _STRETCHES])
    whole = [reading for reading in readings if _WHOLE.search("".join(reading.text.split()))]
    return _doubted(whole, _date, least=2) or first


def _date(reading: Reading) -> str:
    match = _WHOLE.search("".join(reading.text.split()))
    return regex.sub("[○零]", "〇", match.group()) if match else ""


def _doubted(readings: Sequence[Reading], said: Callable[[Reading], str], *, least: int = 1) -> Reading | None:
    """The reading that says what most say, less trusted; None where fewer than ``least`` say the same."""
    values = [said(reading) for reading in readings]
    best = max(readings, key=lambda r: (values.count(said(r)), len(said(r)), r.confidence), default=None)
    if best is None or values.count(said(best)) < least:
        return None
    return msgspec.structs.replace(best, confidence=best.confidence * _DOUBTED)


def _voted(engine: Engine, line: Picture, first: Reading) -> Reading:
    """The reading whose figures most readings share; of as many, the one with more figures: none are made up."""
    readings = [first, *engine.recognise([_stretched(line, _STRETCHES[0])])]
    if _figures(readings[0]) == _figures(readings[1]):
        return first
    readings += engine.recognise([_stretched(line, stretch) for stretch in _STRETCHES[1:]])
    return _doubted(readings, _figures) or first


def _figures(reading: Reading) -> str:
    """Figures and what parts them, so that 11月1日 and 1月11日 differ."""
    return regex.sub(r"[^\d年月日\-./]", "", reading.text)


def _stretched(line: Picture, by: float) -> Picture:
    width = max(round(line.shape[1] * by), 1)
    return np.asarray(cv2.resize(line, (width, line.shape[0]), interpolation=cv2.INTER_CUBIC), dtype=np.uint8)
