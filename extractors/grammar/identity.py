"""Citizen identity numbers as printed (handbook 4.1): found and put into plain form, never judged here."""

from __future__ import annotations

from typing import NamedTuple

import regex

_LONG = regex.compile(
    r"(?<![0-9A-Za-z])(?:[1-9OoIl|]\s?(?:[\dOoIl|]\s?){5})(?:[12Il|]\s?[890Oo]\s?(?:[\dOoIl|]\s?){2})"
    r"(?:[\dOoIl|]\s?){7}[\dXx×*OoIl|](?![0-9A-Za-z])"
)
_SHORT = regex.compile(r"(?<![0-9A-Za-z])[1-9]\d{5}\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?![0-9A-Za-z])")
_CERTIFICATE = regex.compile(
    r"(?<!身份(?:证件?)?)(?:编号|证书号码?|毕业证号|学号|许可证书?号?码?|备案号|(?i:no)\.?)\s?[:：]?\s*$"
)
_LOOK_ALIKE = str.maketrans("OoIl|×*x", "00111XXX")


class Found(NamedTuple):
    value: str
    start: int
    end: int


def find(text: str) -> list[Found]:
    """Numbers of 18 places in folded ``text``; look-alikes O, I, l, × are read as 0, 1, 1, X, inner spaces dropped."""
    return [Found("".join(m.group().split()).translate(_LOOK_ALIKE), m.start(), m.end()) for m in _LONG.finditer(text)]


def find_dated(text: str) -> list[Found]:
    """As ``find``, but only numbers with a province, a month and a day inside: for text without labels.

    A diploma's number (school, kind, year, level 05, serial) can look the same, and so does a construction permit's
    (county, day, serial); the word before it tells.
    """
    dated = [f for f in find(text) if "01" <= f.value[10:12] <= "12" and "01" <= f.value[12:14] <= "31"]
    return [f for f in dated if "11" <= f.value[:2] <= "91" and not _CERTIFICATE.search(text, 0, f.start)]


def find_short(text: str) -> list[Found]:
    """Numbers of 15 places, as on papers from before 1999; call only where an identity number is expected."""
    return [Found(m.group(), m.start(), m.end()) for m in _SHORT.finditer(text)]


def birth(number: str) -> str:
    """The birth date inside an 18- or 15-place number, ISO; "" for any other length. Not checked for existence."""
    if len(number) == 18:
        return f"{number[6:10]}-{number[10:12]}-{number[12:14]}"
    return f"19{number[6:8]}-{number[8:10]}-{number[10:12]}" if len(number) == 15 else ""
