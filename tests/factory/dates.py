"""ISO dates printed the ways offices print them."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

ARABIC = "0123456789"
STYLES = ("plain", "padded", "dotted", "dashed", "chinese", "circle", "slashed", "spaced")
COMMON = ("plain", "plain", "padded", "chinese")
HELD_OUT_STYLES = ("dotted-padded", "zero", "spaced", "letter-o")


def numeral(number: int) -> str:
    """1–99 in Chinese numerals: 6 六, 10 十, 21 二十一."""
    digits = "〇一二三四五六七八九"
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else digits[tens] + "十"
    return head + (digits[ones] if ones else "")


def printed(iso: str, style: str) -> str:
    """``iso`` (YYYY, YYYY-MM or YYYY-MM-DD) in a style; unknown styles are an error."""
    parts = [int(p) for p in iso.split("-")]
    if style in ("chinese", "circle", "zero", "letter-o"):
        zero = {"chinese": "〇", "circle": "○", "zero": "零", "letter-o": "O"}[style]
        year = "".join(zero if d == "0" else "〇一二三四五六七八九"[int(d)] for d in str(parts[0]))
        return year + "年" + "".join(f"{numeral(n)}{unit}" for n, unit in zip(parts[1:], "月日", strict=False))
    if style in ("plain", "padded", "spaced"):
        width = 2 if style == "padded" else 1
        gap = " " if style == "spaced" else ""
        rest = "".join(f"{gap}{n:0{width}d}{gap}{unit}" for n, unit in zip(parts[1:], "月日", strict=False))
        return f"{parts[0]}{gap}年{rest}"
    mark = {"dotted": ".", "dotted-padded": ".", "dashed": "-", "slashed": "/"}[style]
    width = 1 if style in ("dotted", "slashed") else 2
    return mark.join([str(parts[0]), *(f"{n:0{width}d}" for n in parts[1:])])


def pick_style(rng: Random, *, held_out: bool, formal: bool = False) -> str:
    """A date style for one document; ``formal`` papers print 年月日."""
    if formal:
        return rng.choice(("plain", "chinese", "padded", "spaced") if not held_out else ("zero", "spaced", "chinese"))
    if held_out:
        return rng.choice(HELD_OUT_STYLES + COMMON)
    return rng.choice(COMMON + STYLES)


def shift(iso: str, *, years: int = 0, months: int = 0, days: int = 0) -> str:
    """A full ISO date moved; a day that the month lacks becomes its last one."""
    year, month, day = (int(p) for p in iso.split("-"))
    month += months - 1
    year, month = year + years + month // 12, month % 12 + 1
    last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
    return (date(year, month, min(day, last)) + timedelta(days=days)).isoformat()


def announced(iso: str) -> str:
    """The next day on which patents are announced: Tuesday or Friday, before June 2017 Wednesday."""
    day = date.fromisoformat(iso)
    while day.weekday() not in ((1, 4) if day >= date(2017, 6, 6) else (2,)):
        day += timedelta(days=1)
    return day.isoformat()


def between(rng: Random, first: str, last: str) -> str:
    """A day from ``first`` to ``last``, both included."""
    start, stop = date.fromisoformat(first), date.fromisoformat(last)
    return (start + timedelta(days=rng.randrange(max((stop - start).days, 0) + 1))).isoformat()


def workday(iso: str) -> str:
    """The day itself or the next working day."""
    import chinese_calendar

    day = date.fromisoformat(iso)
    while not chinese_calendar.is_workday(day):
        day += timedelta(days=1)
    return day.isoformat()


def add_workdays(iso: str, count: int) -> str:
    """The ``count``-th working day, the first day counting as one."""
    day = workday(iso)
    for _ in range(count - 1):
        day = workday(shift(day, days=1))
    return day
