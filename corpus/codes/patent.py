"""Numbers of Chinese patents and applications (handbook 4.5, A)."""

from __future__ import annotations

import re
from dataclasses import dataclass

FORM = re.compile(r"(?:ZL|CN)?(\d{2}|(?:19|20)\d{2})([12389])(\d{5}|\d{7})\.?([0-9X])")
ANNOUNCED = re.compile(r"CN([123])\d{6}(?:\d{2})?([A-Z])\d?")
ANYWHERE = re.compile(r"ZL\s*(?:\d{12}|\d{8})\s*\.\s*[0-9Xx]")
WEIGHTS = (2, 3, 4, 5, 6, 7, 8, 9)
KINDS = {"1": "发明", "2": "实用新型", "3": "外观设计", "8": "发明", "9": "实用新型"}


GRANTS = {"B": "发明", "C": "发明", "U": "实用新型", "Y": "实用新型", "S": "外观设计", "D": "外观设计"}


@dataclass(frozen=True, slots=True)
class PatentNumber:
    """``digits`` are those before the check character; ``granted`` tells whether ZL stood before them."""

    digits: str
    year: int
    kind: str
    check: str
    granted: bool

    @property
    def expected(self) -> str:
        """The check character that the digits call for."""
        return check_character(self.digits)


def check_character(digits: str) -> str:
    """Digits times 2…9 over and over from the left, summed modulo 11; 10 is X."""
    total = sum(int(digit) * WEIGHTS[place % 8] for place, digit in enumerate(digits))
    return "0123456789X"[total % 11]


def parse(number: str) -> PatentNumber | None:
    """The parts of ``number`` (ZL, spaces and the dot may be missing); None when it has another layout."""
    plain = "".join(number.split()).upper()
    match = FORM.fullmatch(plain)
    if match is None or (len(match[1]), len(match[3])) not in ((2, 5), (4, 7)):
        return None
    year = int(match[1]) if len(match[1]) == 4 else 1900 + int(match[1]) + (100 if int(match[1]) < 80 else 0)
    return PatentNumber(match[1] + match[2] + match[3], year, KINDS[match[2]], match[4], plain.startswith("ZL"))


def announced(number: str) -> tuple[str, str] | None:
    """What the first digit and the letter of a 授权公告号 say of its kind; None when it has another layout.

    The second is "" for a letter that no grant bears, such as the A of a published application.
    """
    match = ANNOUNCED.fullmatch("".join(number.split()).upper())
    return (KINDS[match[1]], GRANTS.get(match[2], "")) if match else None
