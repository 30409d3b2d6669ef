"""Where somebody works: the region of the register and how far down it lies (county town, township, village)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.policy.records import Place
from corpus.registries import regions

VILLAGE = re.compile(r"[\u4e00-\u9fff]{1,8}(村委会|村小组|村完小|村小学|村小|村卫生室|行政村|教学点|村(?!镇|乡))")
TOWNSHIP = re.compile(
    r"[\u4e00-\u9fff]{1,10}?(乡(?!村振兴|企|镇企)|(?<!城)(?<!乡)镇(?!企|化|雄|康|沅|原)|"
    r"(?<=[\u4e00-\u9fff]城)镇(?!居民|职工|企|化|建设|规划|供水|污水|管理|燃气|医疗|就业))|乡镇"  # 塔城镇, not 城镇
)
STREET = re.compile(r"街道|社区")
TOWN_UNIT = re.compile(  # a unit named after the county itself sits in its town; 会泽县金钟中学 may not
    "第?[一二三四五六七八九十]+(中|小|完小|幼)|民族|实验|职业|高级|完全中学|中学|人民医院|中医|妇幼|疾|县医院|医院|委|政府|党校|融媒体|"
    "(农业|林业|水务|水利|畜牧|公路|教育|卫生|文化|广播|市政|住房|自然资源|交通|规划|建筑|勘察|测绘|科学|财政|审计|统计|农技|植保|土肥)"
)


@dataclass(frozen=True, slots=True)
class Workplace:
    """``region``: a six-digit code ("" unknown); ``place``: how far down (None unknown); ``shown``: its name."""

    region: str
    place: Place | None
    shown: str
    stated: str


@lru_cache(maxsize=4096)
def workplace(stated: str, employer: str = "") -> Workplace:
    """The place of work from the stated workplace and the employer's name; the narrower of the two wins.

    How far down a unit in a county lies is unknown unless a township, a village or the town is named.
    """
    found = [(text, regions.locate(text)) for text in (stated, employer) if text]
    located = [(text, at) for text, at in found if at is not None]
    if not located:
        return Workplace("", _depth(stated + employer), "", stated or employer)
    text, at = max(located, key=lambda pair: len(regions.lineage(pair[1].region.code)))
    depth = next((d for _, other in located if (d := _depth(other.rest))), None)
    depth = depth or next((d for other, where in found if where is None and (d := _depth(other))), None)
    if at.region.kind != "county" and depth in (None, "county"):
        depth = at.region.kind
    elif depth is None and at.region.name.endswith("区"):
        depth = "county"
    return Workplace(at.region.code, depth, at.region.name, text)


def _depth(rest: str) -> Place | None:
    """How far down the rest of an address goes, its region's names taken off."""
    if VILLAGE.search(rest):
        return "village"
    if TOWNSHIP.search(rest):
        return "township"
    if STREET.search(rest) or TOWN_UNIT.match(rest):
        return "county"
    return None
