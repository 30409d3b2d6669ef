"""Prefectures and counties of Yunnan, their retired codes, and the lists that the notice's scopes speak of.

The table is ``regions.tsv``; its ``source`` column names GB/T 2260 or the handbook's section 1.4. ``lists`` carries a
confidence mark for each membership: the 集中连片 list is C, so belonging to it alone decides nothing.
"""

from __future__ import annotations

import csv
import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal, cast

import msgspec

TABLE = Path(__file__).with_name("regions.tsv")
NATIONS = re.compile(
    "(汉|彝|苗|回|白|壮|藏|傣|怒|瑶|佤|哈尼|傈僳|拉祜|纳西|景颇|布朗|普米|独龙|德昂|阿昌|基诺|蒙古|布依|水|满)族"
)
ELSEWHERE = re.compile(
    "(北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|西藏|陕西|"
    "甘肃|青海|宁夏|新疆|香港|澳门|台湾)"
)
Mark = Literal["A", "B", "C"]


class Region(msgspec.Struct, frozen=True, kw_only=True):
    """One province, prefecture or county. ``names`` are today's full name, its short forms and former names."""

    code: str
    name: str
    parent: str
    kind: Literal["province", "prefecture", "county"]
    former_codes: tuple[str, ...]
    names: tuple[str, ...]
    lists: dict[str, Mark]
    source: str


class Located(msgspec.Struct, frozen=True, kw_only=True):
    """Where a text places something: the narrowest region it names and what of the text is left after the names."""

    region: Region
    rest: str


@cache
def regions() -> dict[str, Region]:
    """Every region by its present code."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {row["code"]: _region(row) for row in csv.DictReader(file, delimiter="\t")}


@cache
def retired() -> dict[str, str]:
    """Retired code → the present code of the region that took its place."""
    return {old: region.code for region in regions().values() for old in region.former_codes}


@cache
def list_names() -> frozenset[str]:
    """The lists that a scope may name with ``@``."""
    return frozenset(name for region in regions().values() for name in region.lists)


def get(code: str) -> Region | None:
    """The region of a present or retired six-digit code."""
    return regions().get(retired().get(code, code))


@lru_cache(maxsize=4096)
def within(code: str, scope: str) -> Mark | None:
    """The mark with which the region ``code`` lies in ``scope`` (a code or ``@list``), None when it does not.

    A code ending in 00 covers the regions under it; a list that names a prefecture covers its counties.
    """
    for step in lineage(code):
        if scope.startswith("@"):
            if mark := step.lists.get(scope[1:]):
                return mark
        elif step.code == scope:
            return "A"
    return None


@lru_cache(maxsize=4096)
def lineage(code: str) -> tuple[Region, ...]:
    """The region of ``code`` and the regions above it, narrowest first; empty when unknown."""
    steps: list[Region] = []
    region = get(code)
    while region is not None:
        steps.append(region)
        region = regions().get(region.parent)
    return tuple(steps)


def locate(text: str) -> Located | None:
    """The narrowest region named in an address or a unit's name; None when it names none, or another province.

    The longest county name wins; a short name without 县 or 市 counts only where it opens the text or follows another
    region's name. Where several counties are named, the first in the text wins.
    """
    plain = re.sub(r"[\s,，、/·]", "", text)
    if ELSEWHERE.match(plain):
        return None
    found: Region | None = None
    position = 0
    while match := _match(plain, position, anchored=found is not None or position == 0):
        region, end = match
        if found is None or region.parent == found.code or region.kind == "county":
            found = region if found is None or region.kind != "province" else found
        position = end
        if region.kind == "county":
            break
    return Located(region=found, rest=plain[position:]) if found else None


def _match(text: str, start: int, *, anchored: bool) -> tuple[Region, int] | None:
    """The next region's name at or after ``start`` and where it ends; short forms only at ``start`` itself."""
    if anchored and (short := _longest(text, start, _by_name())):
        return short
    for position in range(start, len(text)):
        if full := _longest(text, position, _by_full_name()):
            return full
    return None


def _longest(text: str, position: int, table: dict[str, Region]) -> tuple[Region, int] | None:
    for length in range(min(len(text) - position, 16), 1, -1):
        if region := table.get(text[position : position + length]):
            return region, position + length
    return None


@cache
def _by_name() -> dict[str, Region]:
    table: dict[str, Region] = {}
    for region in regions().values():  # by code, so that 红河 alone is the prefecture and not its county
        for name in region.names:
            table.setdefault(name, region)
    return table


@cache
def _by_full_name() -> dict[str, Region]:
    return {name: region for name, region in _by_name().items() if name[-1] in "省州市县区" and len(name) > 2}


def _region(row: dict[str, str]) -> Region:
    former = [part.split("/")[0] for part in row["former_names"].split(";") if part]
    names: dict[str, None] = {}
    for name in (row["name"], *former):
        for form in _forms(name):
            names.setdefault(form)
    marks = (pair.split(":") for pair in row["lists"].split())
    return Region(
        code=row["code"],
        name=row["name"],
        parent=row["parent"],
        kind=row["kind"],  # type: ignore[arg-type]
        former_codes=tuple(part.split("/")[0] for part in row["former_codes"].split(";") if part),
        names=tuple(names),
        lists={name: cast(Mark, mark) for name, mark in marks},
        source=row["source"],
    )


def stem(name: str) -> str:
    """The shortest form of a region's name: 会泽 of 会泽县, 红河 of 红河哈尼族彝族自治州."""
    return min(_forms(name), key=len)


def _forms(name: str) -> list[str]:
    """红河哈尼族彝族自治州 → also 红河州 and 红河; 会泽县 → also 会泽."""
    forms = [name]
    bare = name
    if name.endswith(("自治州", "自治县")):
        kind = name[-1]
        bare = NATIONS.split(name.removesuffix("自治" + kind))[0]
        forms.append(bare + kind)
    else:
        bare = name[:-1]
    if len(bare) > 1:
        forms.append(bare)
    return forms
