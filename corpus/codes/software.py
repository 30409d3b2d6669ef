"""软件著作权登记号 (handbook 4.5): year, SR, serial; 作品登记号: place, year, kind of work, serial."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Serials of certificates (软著登字第N号) known to have been given out in a year (handbook 4.5, A).
ANCHORS = ((2013, 650_314), (2014, 671_096), (2019, 4_317_518), (2025, 15_980_140))
FULL_SINCE, FULL = 2019, 7  # every serial of a registration known since then has so many figures (handbook 4.5, A)
FORM = re.compile(r"(\d{4})SR(\d{4,7})")
WORK = re.compile(r"(\S{1,3})作登字-(\d{4})-([A-L])-\d{5,8}")
PLACES = {
    "京": "北京",
    "津": "天津",
    "冀": "河北",
    "晋": "山西",
    "辽": "辽宁",
    "吉": "吉林",
    "黑": "黑龙江",
    "沪": "上海",
    "苏": "江苏",
    "浙": "浙江",
    "皖": "安徽",
    "闽": "福建",
    "赣": "江西",
    "鲁": "山东",
    "豫": "河南",
    "鄂": "湖北",
    "湘": "湖南",
    "粤": "广东",
    "桂": "广西",
    "琼": "海南",
    "渝": "重庆",
    "川": "四川",
    "黔": "贵州",
    "滇": "云南",
    "藏": "西藏",
    "陕": "陕西",
    "甘": "甘肃",
    "青": "青海",
    "宁": "宁夏",
    "新": "新疆",
}


@dataclass(frozen=True, slots=True)
class WorkNumber:
    """``place`` is the region of the registering office; "" for the national one and for signs that are not known."""

    place: str
    year: int
    kind: str


def parse_work(number: str) -> WorkNumber | None:
    """The parts of a 作品登记号; None when it has another layout."""
    match = WORK.fullmatch("".join(number.split()).upper())
    return WorkNumber(PLACES.get(match[1], ""), int(match[2]), match[3]) if match else None


@dataclass(frozen=True, slots=True)
class SoftwareNumber:
    year: int
    serial: str


def parse(number: str) -> SoftwareNumber | None:
    """The parts of a registration number; None when it has another layout."""
    match = FORM.fullmatch("".join(number.split()).upper())
    return SoftwareNumber(int(match[1]), match[2]) if match else None


def is_short(number: SoftwareNumber) -> bool:
    """Whether its serial has fewer figures than any known of its year."""
    return number.year >= FULL_SINCE and len(number.serial) < FULL


def is_plausible(serial: int, year: int) -> bool:
    """Whether a certificate's serial fits between those known of earlier and later years; a year to either side."""
    return all(
        (serial >= known or year <= then + 1) and (serial <= known or year >= then - 1) for then, known in ANCHORS
    )
