"""Numbers of research grants (handbook 4.4): 国家自然科学基金 B/C, 中国博士后科学基金 C."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

NATURAL_SCIENCE = re.compile(r"[1-9](\d{2})\d{5}|[A-Z](\d{2})\d{5}")
POSTDOC = re.compile(r"((?:19|20)\d{2})[MT]\d{6}")
FIRST_YEAR = 1986  # in which the foundation began


@dataclass(frozen=True, slots=True)
class Grant:
    """``year`` is the year of approval inside the number."""

    kind: Literal["natural-science", "postdoc"]
    year: int


def natural_science(number: str) -> Grant | None:
    """The parts of a number of eight digits, or of a letter (joint funds: U) and seven; None for another layout."""
    match = NATURAL_SCIENCE.fullmatch(number)
    if match is None:
        return None
    short = int(match[1] or match[2])
    return Grant("natural-science", short + (1900 if short >= FIRST_YEAR % 100 else 2000))


def postdoc(number: str) -> Grant | None:
    """The parts of a number of the year, M (general) or T (special) and six digits; None for another layout."""
    match = POSTDOC.fullmatch(number)
    return Grant("postdoc", int(match[1])) if match else None
