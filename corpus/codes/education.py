"""Numbers of diplomas and degrees (handbook 4.2, A)."""

from __future__ import annotations

import re
from dataclasses import dataclass

DIPLOMA = re.compile(r"(\d{5})([1567])(\d{4})(01|02|04|05|06)(\d{5,6})")
DEGREE = re.compile(r"([CTZ]?)(\d{5})([234])(\d{4})([A-Z0-9]\d{5})")

DIPLOMA_LEVELS = {"01": "博士研究生", "02": "硕士研究生", "04": "第二学士学位", "05": "本科", "06": "专科"}
DIPLOMA_MODES = {"1": "普通", "5": "成人", "6": "自考", "7": "网络"}
DEGREE_LEVELS = {"2": "博士", "3": "硕士", "4": "学士"}
FIRST_REGISTERED = 2002  # electronic registration; 2001 was mixed, before that schools numbered as they liked


@dataclass(frozen=True, slots=True)
class SchoolNumber:
    """What a diploma's or degree's number says: school code, mode (diplomas), year, level."""

    school: str
    mode: str
    year: int
    level: str


def diploma(number: str) -> SchoolNumber | None:
    """The parts of a 学历证书编号 of 17 or 18 digits, None when it has another layout."""
    match = DIPLOMA.fullmatch(number)
    if match is None:
        return None
    return SchoolNumber(match[1], DIPLOMA_MODES[match[2]], int(match[3]), DIPLOMA_LEVELS[match[4]])


def degree(number: str) -> SchoolNumber | None:
    """The parts of a 学位证书编号 of 16 places after an optional letter, None when it has another layout."""
    match = DEGREE.fullmatch(number)
    if match is None:
        return None
    return SchoolNumber(match[2], match[1], int(match[4]), DEGREE_LEVELS[match[3]])
