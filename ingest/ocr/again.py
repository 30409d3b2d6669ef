"""Short lines that hold a date, read again stretched: squeezed figures run together, and 11 月 becomes 1 月; of a year
in Chinese numerals the thin circle of 〇 is dropped, or what a seal covers, with which the line seems to begin late."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import msgspec
import regex

from ingest.ocr.base import Engine, Picture, Quad, Reading
from ingest.ocr.circles import restored
from ingest.ocr.lines import cut, lengthened, stretched

_DATED = regex.compile(r"\d\s?[年月]\s?\d|月\s?\d{1,2}\s?日|\d{4}\s?[-./]\s?\d")
_LONGEST = 16  # characters of a line that is read again
_STRETCHES = (1.25, 1.6, 2.0)  # of the line's width
_AHEAD = (1.0, 2.0, 3.2)  # of the line's height: how much earlier a date may begin than its line seems to
_DOUBTED = 0.85  # of its confidence, for a line whose readings differ
_NUMERALS = "〇○零一二三四五六七八九十年月日"
_MONTH = r"(?:[元正一二三四五六七八九]|十[一二]?)月"
_DAY = r"(?:[一二]?十[一二三四五六七八九]?|三十一?|[一二三四五六七八九])日"
_WHOLE = regex.compile(rf"(?:一九九|二[〇○零][〇○零一二])[〇○零一二三四五六七八九]年{_MONTH}(?:{_DAY})?")


def recognise(engine: Engine, picture: Picture, quads: Sequence[Quad]) -> list[Reading]:
    """One reading for each line of ``picture``; a short line with a date is read twice, and where the two differ twice
    more. One with a date in Chinese numerals is read again where characters of the date were lost."""
    lines = [cut(picture, quad) for quad in quads]
    readings = engine.recognise(lines)
    return [
        _better(engine, line, partial(_earlier, picture, quad), reading)
        for line, quad, reading in zip(lines, quads, readings, strict=True)
    ]


def _earlier(picture: Picture, quad: Quad) -> list[Picture]:
    """The line with more and more of what stands before it, each as it is and stretched."""
    longer = [cut(picture, lengthened(quad, ahead)) for ahead in _AHEAD]
    return [*longer, *(stretched(line, _STRETCHES[0]) for line in longer)]


def _better(engine: Engine, line: Picture, earlier: Callable[[], list[Picture]], first: Reading) -> Reading:
    text = "".join(first.text.split())
    if len(text) > _LONGEST:
        return restored(engine, line, first)
    if _DATED.search(first.text):
        return _voted(engine, line, first)
    if not _is_broken(text):
        return restored(engine, line, first)
    wider = [stretched(line, stretch) for stretch in _STRETCHES]
    return _restored(engine, wider) or _restored(engine, earlier()) or first


def _is_broken(text: str) -> bool:
    """Whether a line is a date in Chinese numerals that is none as it stands (二〇八年六月, 八月日)."""
    numerals = sum(character in _NUMERALS for character in text)
    lost = not _WHOLE.search(text) or "月日" in text
    return numerals >= max(5, len(text) - 2) and ("年" in text or "月" in text) and lost


def _restored(engine: Engine, lines: Sequence[Picture]) -> Reading | None:
    """The whole date that most readings of ``lines`` hold, at least two of them."""
    whole = [reading for reading in engine.recognise(lines) if _date(reading)]
    return _doubted(whole, _date, least=2)


def _date(reading: Reading) -> str:
    """The date that was read whole; "" without one."""
    text = "".join(reading.text.split())
    match = None if "月日" in text else _WHOLE.search(text)
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
    readings = [first, *engine.recognise([stretched(line, _STRETCHES[0])])]
    if _figures(readings[0]) == _figures(readings[1]):
        return first
    readings += engine.recognise([stretched(line, stretch) for stretch in _STRETCHES[1:]])
    return _doubted(readings, _figures) or first


def _figures(reading: Reading) -> str:
    """Figures and what parts them, so that 11月1日 and 1月11日 differ."""
    return regex.sub(r"[^\d年月日\-./]", "", reading.text)
