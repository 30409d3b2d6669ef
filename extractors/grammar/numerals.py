"""Chinese numerals as integers."""

from __future__ import annotations

_DIGITS = {
    c: n
    for n, chars in enumerate(
        ("〇○◯零Oo0", "一壹1", "二贰两2", "三叁3", "四肆4", "五伍5", "六陆6", "七柒7", "八捌8", "九玖9")
    )
    for c in chars
}
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_SHORT = {"廿": "二十", "卄": "二十", "卅": "三十"}

NUMERAL = "〇○◯零一二三四五六七八九十百千两壹贰叁肆伍陆柒捌玖拾佰仟廿卅"


def digits(text: str) -> str:
    """Each Chinese digit as its Arabic one: 二〇一九 is "2019". Raises ValueError at anything that is no digit.

    〇 ○ ◯ 零 and the letter O all mean 0 (handbook 4.6, A).
    """
    try:
        return "".join(str(_DIGITS[c]) for c in text)
    except KeyError as error:
        raise ValueError(f"not a digit: {error.args[0]!r}") from None


def number(text: str) -> int:
    """一百二十三 is 123, 廿一 is 21, 一九 is 19, 12 is 12. Raises ValueError when ``text`` is no whole number."""
    for short, long in _SHORT.items():
        text = text.replace(short, long)
    if not text:
        raise ValueError("no numeral")
    if not any(c in _TENS or c in "万萬" for c in text):
        return int(digits(text))
    total = section = 0
    digit: int | None = None
    for char in text:
        if char in "万萬":
            total, section, digit = (total + section + (digit or 0)) * 10_000, 0, None
        elif char in _TENS:
            section += (1 if digit is None else digit) * _TENS[char]
            digit = None
        elif char in _DIGITS:
            digit = _DIGITS[char]
        else:
            raise ValueError(f"not a numeral: {char!r}")
    return total + section + (digit or 0)
