"""公民身份号码, GB 11643—1999 (handbook 4.1, A): 18 characters, or the 15 digits printed before 1999."""

from __future__ import annotations

import re
from datetime import date

from stdnum.cn import ric

LONG = re.compile(r"\d{6}(?:18|19|20)\d{9}[0-9X]")
SHORT = re.compile(r"\d{15}")
# 81–83: residence permits of Hong Kong, Macao and Taiwan residents; 9: permanent residence cards since 2023.
PROVINCES = frozenset(
    f"{code}"
    for row in (range(11, 16), range(21, 24), range(31, 38), range(41, 47), range(50, 55), range(61, 66))
    for code in (*row, 71, 81, 82, 83)
)


def check_character(number: str) -> str:
    """The 18th character that belongs to the first 17 digits. Raises ValueError when they are not digits."""
    return str(ric.calc_check_digit(f"{number[:17]}0"))


def fault(number: str) -> str:
    """What is wrong with ``number``: "form", "date", "check" or "" when nothing is.

    A 15-digit number has no check character. Whether the region code exists is not asked: retired codes are lawful.
    """
    if not LONG.fullmatch(number) and not SHORT.fullmatch(number):
        return "form"
    try:
        birth(number)
    except ValueError:
        return "date"
    return "check" if len(number) == 18 and check_character(number) != number[17] else ""


def plausible(number: str) -> bool:
    return fault(number) == ""


def birth(number: str) -> date:
    """The birth date inside. Raises ValueError when there is none."""
    digits = number[6:14] if len(number) == 18 else "19" + number[6:12]
    return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))


def gender(number: str) -> str:
    """ "男" or "女", from the last digit of the sequence."""
    return "男" if int(number[16] if len(number) == 18 else number[14]) % 2 else "女"


def short(number: str) -> str:
    """The 15-digit form that both generations of one number share; the number itself when it has another length."""
    return number[:6] + number[8:17] if LONG.fullmatch(number) else number


def same(first: str, second: str) -> bool:
    """Whether two printings are one number, 15 and 18 digits taken for equal."""
    if len(first) == len(second):
        return first == second
    return {len(first), len(second)} == {15, 18} and short(first) == short(second)


def known_province(number: str) -> bool:
    return number[:2] in PROVINCES or number.startswith("9")
