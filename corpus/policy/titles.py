"""Titles, the series they belong to and their levels (GB/T 8561 and the series opinions; ``titles.tsv``)."""

from __future__ import annotations

import csv
import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import cast

import msgspec

from corpus.policy.records import Level

TABLE = Path(__file__).with_name("titles.tsv")
LEVELS: tuple[Level, ...] = ("junior", "intermediate", "associate_senior", "senior")
LEVEL_NAMES: dict[Level, str] = {
    "junior": "初级",
    "intermediate": "中级",
    "associate_senior": "副高级",
    "senior": "正高级",
}

# Series ids as packs use them, and the names offices print.
SERIES: dict[str, tuple[str, ...]] = {
    "engineering": ("工程技术", "工程系列", "工程"),
    "agriculture": ("农业技术", "农业系列", "农业"),
    "accounting": ("会计",),
    "auditing": ("审计",),
    "economics": ("经济",),
    "statistics": ("统计",),
    "school-teachers": ("中小学教师", "中小学", "中学教师", "小学教师", "幼儿园教师", "基础教育", "普教"),
    "vocational-teachers": (
        "中等职业学校教师",
        "中职教师",
        "中专教师",
        "中等专业学校教师",
        "技工院校教师",
        "中等职业学校",
    ),
    "university-teachers": ("高等学校教师", "高校教师", "大学教师", "高等教育", "高职院校教师"),
    "health": ("卫生技术", "卫生系列", "卫生", "医疗", "医药卫生"),
    "natural-science-research": ("自然科学研究", "自然科学"),
    "social-science-research": ("社会科学研究", "哲学社会科学研究", "社会科学", "社科"),
    "translation": ("翻译",),
    "cultural-heritage": ("文物博物", "文博"),
    "library-archives": ("图书资料", "档案", "图书"),
    "news-publishing": ("新闻", "出版", "编辑"),
    "arts": ("艺术", "工艺美术"),
    "sports": ("体育教练", "体育"),
    "law": ("律师", "公证", "法律"),
}


class Title(msgspec.Struct, frozen=True, kw_only=True):
    """One title: ``series`` lists the series that use it (研究员 serves two)."""

    name: str
    level: Level
    series: tuple[str, ...]
    source: str


@cache
def titles() -> dict[str, Title]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {
            row["title"]: Title(
                name=row["title"],
                level=cast(Level, row["level"]),
                series=tuple(row["series"].split()),
                source=row["source"],
            )
            for row in csv.DictReader(file, delimiter="\t")
        }


def lookup(text: str) -> Title | None:
    """The title that a text names, the longest that stands in it; None when it names none of the table."""
    plain = re.sub(r"\s|（.*?）|\(.*?\)", "", unicodedata.normalize("NFKC", text))
    if exact := titles().get(plain):
        return exact
    inside = [name for name in titles() if name in plain]
    return titles()[max(inside, key=len)] if inside else None


def series_of(text: str) -> str:
    """The series id of a printed series name, "" when none is recognised. Longer names are tried first."""
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    if plain in SERIES:
        return plain
    names = sorted(((name, id) for id, names in SERIES.items() for name in names), key=lambda pair: -len(pair[0]))
    return next((id for name, id in names if name in plain), "")


def level_of(text: str) -> Level | None:
    """The level a word names: the contract's ids, 副高级, 正高, 中级 …; None when unclear (高级 may be either)."""
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    if plain in LEVELS:
        return plain
    words: tuple[tuple[str, Level], ...] = (
        ("正高", "senior"),
        ("副高", "associate_senior"),
        ("中级", "intermediate"),
        ("初级", "junior"),
        ("助理级", "junior"),
        ("员级", "junior"),
    )
    return next((level for word, level in words if word in plain), None)


def below(level: Level) -> Level | None:
    """The level under a level, None under the lowest."""
    place = LEVELS.index(level)
    return LEVELS[place - 1] if place else None
