"""The items of a written list, nested: 一、 （一） 1. （1） ① 其一 一是 第一， 首先."""

from __future__ import annotations

import regex
from msgspec import Struct

_HAN = "一二三四五六七八九十"
_FRONT = r"(?:^|(?<=\n))[ \t\u3000]*"
_ANYWHERE = r"(?:^|(?<=[\n。；;！？!?：:]))[ \t\u3000]*"
_SCHEMES: tuple[regex.Pattern[str], ...] = tuple(
    regex.compile(pattern)
    for pattern in (
        rf"{_FRONT}(?:问题)?(?P<n>[{_HAN}]{{1,3}})[、,，：:.．][ \t]*",
        rf"{_ANYWHERE}[（(](?P<n>[{_HAN}]{{1,3}})[）)][、]?[ \t]*",
        rf"{_FRONT}(?:问题)?(?P<n>\d{{1,2}})[ \t]*(?:[、：]|[.．](?!\d)|[.．](?=(?:19|20)\d\d))[ \t]*",
        rf"{_ANYWHERE}(?P<n>\d{{1,2}})(?:、|[.．](?![\d\s]))[ \t]*",
        rf"{_ANYWHERE}(?:[（(](?P<n>\d{{1,2}})[）)]|(?P<n>\d{{1,2}})[)）])[、.]?[ \t]*",
        rf"{_ANYWHERE}(?P<n>[①-⑳])[、.]?[ \t]*",
        rf"{_ANYWHERE}第(?P<n>[{_HAN}]{{1,2}}|\d)(?:个?(?:问题|方面|点|项|条)(?:是)?)?[、,，：:][ \t]*",
        rf"{_ANYWHERE}其(?P<n>[{_HAN}])[、,，：:]?[ \t]*",
        rf"{_ANYWHERE}(?P<n>[{_HAN}])(?:是|来)(?!否)[、,，：:]?[ \t]*",
        rf"{_ANYWHERE}(?P<n>首先|其次|再次|再者|最后)[、,，：:]?[ \t]*",
    )
)
_WORDS = {"首先": 1, "其次": 2, "再次": 3, "再者": 3, "最后": 0}


class Item(Struct, frozen=True):
    """``text[start:end]`` without the marker; ``children`` are the items of a list inside it."""

    start: int
    end: int
    children: tuple[Item, ...] = ()


def ordinal(mark: str) -> int:
    """一 → 1, 十二 → 12, ③ → 3, 其次 → 2; 0 means 'whatever comes last'."""
    if mark in _WORDS:
        return _WORDS[mark]
    if mark.isdecimal() and mark.isascii():
        return int(mark)
    if "①" <= mark <= "⑳":
        return ord(mark) - ord("①") + 1
    tens, _, units = mark.rpartition("十")
    if "十" not in mark:
        return _HAN.index(mark[-1]) + 1
    return 10 * (_HAN.index(tens) + 1 if tens else 1) + (_HAN.index(units) + 1 if units else 0)


def items(text: str, start: int = 0, end: int | None = None, depth: int = 0) -> tuple[Item, ...]:
    """The items of the outermost list in ``text[start:end]``; () when there is none of two items or more."""
    end = len(text) if end is None else end
    if depth > 3:
        return ()
    runs = [run for run in (_run(pattern, text, start, end) for pattern in _SCHEMES) if len(run) >= 2]
    if not runs:
        return ()
    marks = min(runs, key=lambda run: run[0][0])
    bounds = [mark[0] for mark in marks[1:]] + [end]
    found = []
    for (_, inside), stop in zip(marks, bounds, strict=True):
        found.append(Item(inside, stop, items(text, inside, stop, depth + 1)))
    return tuple(found)


def _run(pattern: regex.Pattern[str], text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Places of the marks that count 1, 2, 3 …: (start of mark, end of mark)."""
    run: list[tuple[int, int]] = []
    for match in pattern.finditer(text, start, end):
        number = ordinal(match["n"])
        if number == len(run) + 1 or (run and number == 0):
            run.append(match.span())
    return run
