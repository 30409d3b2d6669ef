"""Ranks as offices write them: 第一作者, 2/5, 第3完成人, 独著."""

from __future__ import annotations

import re
import unicodedata

_NUMERALS = {c: n for n, c in enumerate("零一二三四五六七八九十")} | {"壹": 1, "贰": 2, "叁": 3, "首": 1, "末": 0}
_SOLE = ("独", "唯一", "本人")
_SHARED = re.compile(r"共同|并列|同等贡献|co-?first|equal", re.IGNORECASE)


def rank_number(text: str) -> int:
    """The place a rank names, 0 when it names none."""
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    if match := re.search(r"\d{1,3}", plain):
        return int(match[0])
    if any(word in plain for word in _SOLE):
        return 1
    match = re.search(r"(?:第|排名|位次)?([一二三四五六七八九十壹贰叁首]{1,3})", plain)
    return _numeral(match[1]) if match else 0


def is_shared(text: str) -> bool:
    """Whether the words say that several hold this place (共同第一作者)."""
    return bool(_SHARED.search(text))


def _numeral(text: str) -> int:
    if "十" in text:
        tens, _, ones = text.partition("十")
        return (_NUMERALS.get(tens, 1) if tens else 1) * 10 + (_NUMERALS.get(ones, 0) if ones else 0)
    return _NUMERALS.get(text[:1], 0)
