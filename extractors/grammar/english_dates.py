"""Dates that English certificates write out: the eleventh day of December, two thousand and fifteen."""

from __future__ import annotations

from typing import Final

import regex

from extractors.grammar.dates import Found

_UNITS: Final = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS: Final = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_ORDINALS: Final = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
)  # fmt: skip
_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_COUNT: Final = {word: i for i, word in enumerate(_UNITS, 1)} | _TENS
_DAYS: Final = {word: i for i, word in enumerate(_ORDINALS, 1)} | {"thirtieth": 30}
_BELOW_TEN = "|".join(_UNITS[:9])
_BELOW_HUNDRED = rf"(?:(?:{'|'.join(_TENS)})(?:[\s-]+(?:{_BELOW_TEN}))?|{'|'.join(reversed(_UNITS))})"
_YEAR = (
    rf"(?P<c>two\s+thousand|nineteen(?:\s+hundred)?|twenty)(?:[\s,]+and)?(?:[\s-]+(?P<y>{_BELOW_HUNDRED}))?"
    r"|(?P<n>(?:19|20)\d\d)"
)
_DAY = rf"(?P<d>(?:twenty|thirty)[\s-]+(?:{'|'.join(_ORDINALS[:9])})|{'|'.join([*reversed(_ORDINALS), 'thirtieth'])})"
_WRITTEN = regex.compile(
    rf"\b(?:{_DAY}|(?P<figure>[0-3]?\d)(?:st|nd|rd|th)?)\s+day\s+of\s+(?P<m>{'|'.join(_MONTHS)})"
    rf"[\s,]*(?:(?:in\s+)?the\s+year\s+(?:of\s+our\s+lord\s+)?)?(?:in\s+)?(?:{_YEAR})\b",
    regex.IGNORECASE,
)


def find(text: str) -> Found | None:
    """The first date of ``text`` that is written out with the words "day of"; None when there is none."""
    match = _WRITTEN.search(text)
    if match is None:
        return None
    day = int(match["figure"]) if match["figure"] else _sum(match["d"], _DAYS)
    year = int(match["n"]) if match["n"] else _year(match["c"], match["y"])
    month = _MONTHS.index(match["m"].lower()) + 1
    return Found(f"{year:04}-{month:02}-{day:02}", *match.span()) if 1 <= day <= 31 and year >= 1900 else None


def _year(century: str, rest: str | None) -> int:
    whole = 1900 if century.lower().startswith("nineteen") else 2000
    return whole + (_sum(rest, _COUNT) if rest else 0)


def _sum(words: str, last: dict[str, int]) -> int:
    """Twenty-first, seventy five: what the words count together."""
    return sum(last.get(word) or _TENS[word] for word in regex.split(r"[\s-]+", words.lower()))
