"""The units that authors work for: printed under the names, in brackets behind them, or in a note at the foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from extractors.base import fact
from extractors.layout import PageView
from extractors.passage import Passage, joined
from extractors.records import Fact
from extractors.works.matching import printed

_PROVINCES = (
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南"
    "|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门"
)
_NUMBERED = regex.compile(r"(?:^|(?<=[;；)）\s]))\s*[(（]?(?:\d{1,2}|[①-⑨])[.．、)）]?\s*(?=[\p{Han}A-Z(（])")
_POSTED = regex.compile(r"^\d{6}\s+(?:\p{Han}{2,8}\s+(?=\p{Han}{4}))?")
_PLACED = regex.compile(r"(?<=\p{Han}{4})(?:\s+\p{Han}{2,4}){1,2}\s*\d{6}\s*\)?\s*$")


def without_place(unit: Passage) -> Passage:
    """An affiliation without place and postal code that spaces part from it, before it or behind it: 650000 云南昆明
    某某医院, 某某医院 云南 昆明 650000."""
    posted = _POSTED.match(unit.text)
    unit = unit[posted.end() :] if posted else unit
    placed = _PLACED.search(unit.text)
    return unit[: placed.start()] if placed else unit


_TAIL = regex.compile(
    r"\s*[(（]\d{5,6}[)）]?$|[,，\s]+(?:中国)?[\p{Han}\s]{0,24}(?:省|自治区|市|州|县|区)?[,，\s]*\d{5,6}.*$"
    r"|[,，\s]+\p{Han}{2,8}[,，\s]*\d{5,6}.*$|\s*\d{6}.*$"
    r"|[,，](?:\p{Han}{2,10}(?:省|自治区|市|州|县))+\p{Han}{0,10}$"
    rf"|[,，\s]+(?:{_PROVINCES})(?:[\s,，]*\p{{Han}}{{2,8}})?$"
)
_PLACE_BESIDE = regex.compile(r"\s*[(（](?:中国)?(?:\p{Han}{2,10}(?:省|自治区|市|州|县|区))+[,，\s]*(?:\d{6})?[)）]?$")


def unit_names(text: str) -> str:
    """The units of a printed affiliation without number marks, brackets, place and postal code, parted by ；.

    A unit in Latin letters keeps its address: no comma tells where that begins.
    """
    units = []
    for part in regex.split(r"[;；]", _NUMBERED.sub("；", text)):
        plain = _MARKED.sub("", _bare(part))
        if regex.search(r"\p{Han}", plain):
            plain = _bare(_TAIL.sub("", _PLACE_BESIDE.sub("", plain)))
        if len(plain) >= 3:
            units.append(plain)
    return "；".join(dict.fromkeys(units))


_MARKED = regex.compile(r"^(?:[a-h]|\d)\s+(?=[A-Z][a-z])")  # which author's unit it is: a School of …


def _bare(text: str) -> str:
    """Without marks at either end, brackets that close inside kept: 某某大学(附属医院)."""
    plain = text.strip(" ,，.。;；")
    inner = plain.strip(" ()（）,，.。;；")
    opened, closed = (sum(inner.count(c) for c in pair) for pair in ("(（", ")）"))
    tail = plain[plain.index(inner) + len(inner) :] if inner else ""
    return inner + tail[:1] if opened == closed + 1 and tail[:1] in (")", "）") else inner


_NOTE = regex.compile(r"作者(?:工作)?单位\s?[:：]\s*(?P<u>[^\t\n]{4,}.*)$")
_END = regex.compile(r"[(（)）。;；]|\s(?=\p{Han}{2,4}[、,，])")


def noted(views: Sequence[PageView]) -> Iterator[Fact]:
    """The first unit of a note 作者单位: at the foot of the first page or the end of the text, names behind it left
    out: 作者单位:650000 昆明 某某医院(罗小明、李桂芳)."""
    for view in (views[0], *views[-1:]):
        for line, following in zip(view.lines, (*view.lines[1:], None), strict=True):
            match = _NOTE.search(line.text)
            if match is None:
                continue
            unit = without_place(line.passage[match.start("u") :].strip())
            end = _END.search(unit.text)
            if end is None and following is not None and abs(following.box.x0 - line.box.x0) < 3 * view.em:
                unit = joined((unit, following.passage))  # a narrow column breaks the note
                end = _END.search(unit.text)
            unit = unit[: end.start() if end else len(unit)]
            name = unit_names(printed(unit))
            if name:
                yield fact("affiliation", name, unit, trust=0.95)
                return
