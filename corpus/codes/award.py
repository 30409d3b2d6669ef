"""Numbers of national science and technology awards, such as 2018-J-25101-2-01-R03 (handbook 4.5, C)."""

from __future__ import annotations

import re
from dataclasses import dataclass

NATIONAL = re.compile(r"(\d{4})-[ZFJ]-\d{2,5}-([012])-\d{2}-([RD])(\d{2})")
GRADES = {"0": "特等奖", "1": "一等奖", "2": "二等奖"}


@dataclass(frozen=True, slots=True)
class NationalAward:
    """``person``: the certificate is a person's, not an organisation's; ``rank`` is the place among those."""

    year: int
    grade: str
    person: bool
    rank: int


def national(number: str) -> NationalAward | None:
    """The parts of such a number; None when it has another layout."""
    match = NATIONAL.fullmatch("".join(number.split()).upper().replace("—", "-"))
    return NationalAward(int(match[1]), GRADES[match[2]], match[3] == "R", int(match[4])) if match else None
