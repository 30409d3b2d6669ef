"""Dates and spans of time in every style that office papers use (handbook 4.6)."""

from __future__ import annotations

import calendar
from typing import Final, Literal, NamedTuple

import regex

from extractors.grammar.numerals import digits, number

Precision = Literal["year", "month", "day"]
_PRECISIONS: Final[tuple[Precision, ...]] = ("year", "month", "day")

_ZERO_TO_NINE = "〇○◯零OoＯ0一二三四五六七八九壹贰叁肆伍陆柒捌玖"
_COUNT = "元正一二三四五六七八九十廿卅壹贰叁肆伍陆柒捌玖拾〇○零"
_YEAR = (
    r"(?<y>(?:19|20)\s?\d\s?\d|["
    + _ZERO_TO_NINE
    + r"]\s?["
    + _ZERO_TO_NINE
    + r"]\s?["
    + _ZERO_TO_NINE
    + r"]\s?["
    + _ZERO_TO_NINE
    + r"])"
)
_ROUND = "[〇○◯零OoＯ0CcQDGaeＣ口日つっ。。·.()]"  # what an engine may make of the circle of 〇
# An engine may drop the thin circle of 〇, or 二 at the edge of a line (○一六 for 二〇一六, 016 for 2016): what is left
# is taken where only one year can have been meant. 二〇八 and 二八 are 二〇〇八, 二〇一八 or 二〇二八, thus none;
# a year that is still to come is rather a misreading.
_WORN = (
    r"(?<!["
    + _ZERO_TO_NINE
    + r"])(?<w>[〇○◯零](?:[〇○零一][〇○零一二三四五六七八九]|二[〇○零一二三四五六])"
    + r"|二一[〇○零一二三四五六七八九]|二二[〇○零一二三四五六]|二"
    + _ROUND
    + r"{2}[一二三四五六七八九]|二(?:[^\p{Han}\d\s〇○◯]|[口日曰回田])"
    + r"(?:[一二][〇○零一二三四五六七八九]|[〇○零][一二三四五六七八九]))(?=年\s*[元正一二三四五六七八九十])"
    + r"|(?<!\d)(?<w>0[012]\d)(?=年\s*\d)"
)
_PART = r"\d\s?\d|\d|[" + _COUNT + r"](?:\s?[" + _COUNT + r"]){0,2}"
_WORDED = rf"(?:{_YEAR}|{_WORN})" + (
    rf"\s*年(?:\s*度)?(?:\s*(?<m>{_PART})\s*月(?:份)?(?:\s*(?<d>{_PART})\s*[日号]|(?<d>\d\d?)(?=$|"
    rf"[\s至到生出起,。;)\-~]))?)?"
)
_DOTTED = (
    r"(?<![\d./])(?<y>(?:19|20)\d\d)\s?(?:"
    r"(?<s>[./\-、])\s?(?<m>0?[1-9]|1[0-2])(?:\s?\g<s>\s?(?<d>0?[1-9]|[12]\d|3[01]))?)(?![\d])(?!\.\d)"
)
# 年 that an engine read as a dash: 2020-8月12日.
_HALF_WORDED = (
    r"(?<![\d./])(?<y>(?:19|20)\d\d)\s?[-.]\s?(?<m>0?[1-9]|1[0-2])\s?月\s?(?<d>0?[1-9]|[12]\d|3[01])\s?[日号]"
)
_COMPACT = r"(?<![\dA-Za-z./])(?<y>(?:19|20)\d\d)(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\d|3[01])(?![\dA-Za-z])"
_COMPACT_MONTH = r"(?<![\dA-Za-z./])(?<y>(?:19|20)\d\d)(?<m>0[1-9]|1[0-2])(?![\dA-Za-z年])"
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH_NAME = r"(?<mn>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_ENGLISH = (
    rf"(?<![A-Za-z]){_MONTH_NAME}\.?\s*(?:(?<d>[0-3]?\d)(?:st|nd|rd|th)?\s*[,.]?\s*)?(?<y>(?:19|20)\d\d)(?!\d)"
    rf"|(?<!\d)(?<d>[0-3]?\d)(?:st|nd|rd|th)?\s*(?:of\s*)?{_MONTH_NAME}\.?\s*,?\s*(?<y>(?:19|20)\d\d)(?!\d)"
)
_DATE = regex.compile(f"{_WORDED}|{_HALF_WORDED}|{_DOTTED}|{_COMPACT}|(?i:{_ENGLISH})")
_TYPED = regex.compile(
    f"{_WORDED}|{_HALF_WORDED}|{_DOTTED}|{_COMPACT}|{_COMPACT_MONTH}|(?<![\\d])(?<y>(?:19|20)\\d\\d)(?!\\d)|(?i:{_ENGLISH})"
)
_REST = regex.compile(rf"\s*(?:(?<m>{_PART})\s*月(?:份)?(?:\s*(?<d>{_PART})\s*[日号])?|(?<d>{_PART})\s*[日号])")
_JOIN = regex.compile(
    r"\s*起\s+(?=(?:19|20)\d\d[^,，。;；]{2,12}止)|"  # 2010.09.01 起 2015.08.31 止
    r"[\s(]*(?:起|开始|始)?[\s)]*(?:起?至|到|—+|-+|~+|→|to|一(?=\s?(?:19|20)\d\d))(?:于)?\s*",
    regex.IGNORECASE,
)
_OPEN = regex.compile(r"\s*(?:至今|今|现在|目前|长期|无固定期限|法定退休|退休|present|now)", regex.IGNORECASE)


class Found(NamedTuple):
    """A date at ``text[start:end]``; ``value`` is ISO, as precise as printed."""

    value: str
    start: int
    end: int

    @property
    def precision(self) -> Precision:
        return _PRECISIONS[self.value.count("-")]


class Span(NamedTuple):
    """A period at ``text[start:end]``; ``last`` is None when it runs on (至今)."""

    first: Found
    last: Found | None
    start: int
    end: int


def find(text: str, *, typed: bool = False) -> list[Found]:
    """All dates in folded ``text``, left to right; dates no calendar has are left out.

    ``typed``: the text stands in a place for dates, so 201906 and a bare 2019 count too.
    """
    found = []
    for match in (_TYPED if typed else _DATE).finditer(text):
        value = _iso(match)
        if value:
            found.append(Found(value, match.start(), match.end()))
    return found


def parse(text: str) -> str:
    """The one date that ``text`` holds, in ISO form; "" when it holds none."""
    found = find(text, typed=True)
    return found[0].value if found else ""


def spans(text: str, *, typed: bool = False) -> list[Span]:
    """All periods "from … to …", the second date possibly without its year (2019年3月至12月)."""
    dates = find(text, typed=typed)
    result = []
    taken = -1
    for i, first in enumerate(dates):
        if first.start < taken:
            continue
        join = _JOIN.match(text, first.end)
        running = _OPEN.match(text, join.end() if join else first.end)
        if running and (join or "至今" in running.group()):
            result.append(Span(first, None, first.start, running.end()))
        elif join:
            last = (
                dates[i + 1]
                if i + 1 < len(dates) and dates[i + 1].start == join.end()
                else _rest(text, join.end(), first)
            )
            if last is not None and last.value[: len(first.value)] >= first.value[: len(last.value)]:
                result.append(Span(first, last, first.start, last.end))
        if result:
            taken = result[-1].end
    return result


def _rest(text: str, at: int, first: Found) -> Found | None:
    """A second date that leaves out what it shares with ``first``."""
    match = _REST.match(text, at)
    if match is None:
        return None
    year, *months = first.value.split("-")
    month = match.group("m") or (months[0] if months else "")
    if not month:
        return None
    value = _checked(int(year), _count(month), _count(match.group("d")) if match.group("d") else None)
    return Found(value, match.start(), match.end()) if value else None


def _iso(match: regex.Match[str]) -> str:
    groups = match.groupdict()
    try:
        year = _restored(groups["w"]) if groups.get("w") else int(digits("".join(groups["y"].split()).upper()))
    except ValueError:
        return ""
    if groups.get("mn"):
        month: int | None = _MONTHS.index(groups["mn"][:3].lower()) + 1
    else:
        month = _count(groups["m"]) if groups.get("m") else None
    return _checked(year, month, _count(groups["d"]) if groups.get("d") else None)


def _restored(worn: str) -> int:
    """二一四, 〇一四, 二い一四 and 014 can only be 2014, 二Cつ四 only 2004."""
    if worn.isdecimal():
        return 2000 + int(worn)
    rest = "".join(character for character in worn[1:] if character in _ZERO_TO_NINE)
    return 2000 + int(digits(rest.lstrip("〇○◯零OoＯ0").upper()))


def _count(text: str) -> int:
    text = "".join(text.split())
    if text in ("元", "正"):
        return 1
    try:
        return number(text)
    except ValueError:
        return 0


def _checked(year: int, month: int | None, day: int | None) -> str:
    if not 1900 <= year <= 2099 or (month is not None and not 1 <= month <= 12):
        return ""
    if month is None:
        return f"{year:04}"
    if day is None:
        return f"{year:04}-{month:02}"
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return ""
    return f"{year:04}-{month:02}-{day:02}"


def day_interval(value: str) -> tuple[str, str]:
    """First and last day that an ISO date of any precision may mean. Raises ValueError when it is none."""
    parts = [int(p) for p in value.split("-")]
    if len(parts) == 1:
        return f"{value}-01-01", f"{value}-12-31"
    if len(parts) == 2:
        return f"{value}-01", f"{value}-{calendar.monthrange(parts[0], parts[1])[1]:02}"
    if len(parts) == 3:
        return value, value
    raise ValueError(f"not an ISO date: {value!r}")
