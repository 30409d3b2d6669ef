"""Certificate numbers and other codes as printed: how to tell one from its surroundings."""

from __future__ import annotations

from typing import NamedTuple

import regex

_CODE = regex.compile(
    r"(?:(?i:no)\.?\s*[:：]?\s*)?(?P<code>(?:[\u4e00-\u9fff]{1,10}\s?)?[(\[〔【]?[A-Za-z0-9][A-Za-z0-9\-—/."
    r"()〔〕\[\]【】_ ]{2,40}(?:(?<=-)[\u4e00-\u9fff]{1,3}-[A-Za-z0-9\-]{1,12})?"
    r"(?:[\u4e00-\u9fff]{0,2}第?\s?[A-Za-z0-9\-]+\s?号)?号?)"
)
_GRAND = regex.compile(
    r"[\u4e00-\u9fffA-Za-z]{0,12}[(\[〔【]\s?\d{4}\s?[)\]〕】]\s?[\u4e00-\u9fff]{0,3}\s?[A-Za-z0-9\-]+\s?号?"
)
_WORDED = regex.compile(r"[(\[〔【]?(?:19|20)?\d{2}[)\]〕】]?\s?年?[\u4e00-\u9fff]{1,8}第\s?[A-Za-z0-9\-]{2,}\s?号?")
_IN_A_YEAR = regex.compile(r"[\u4e00-\u9fff]{2,10}\d{2,4}第\s?\d{3,8}\s?号")  # 甲技师01第0275号
_ORDINAL = regex.compile(r"[\u4e00-\u9fff]{0,10}第\s?[A-Za-z0-9\-]{2,}\s?号")


_COPULA = regex.compile(r"\s?[为是:]\s?(?=[A-Za-z\d])")  # 编号为123


class Found(NamedTuple):
    value: str
    start: int
    end: int


def find(text: str) -> Found | None:
    """The number at or near the beginning of folded ``text`` (a value beside 证书编号 and the like); None when none."""
    copula = _COPULA.match(text)
    begin = copula.end() if copula else 0
    best = min(
        (
            m
            for m in (p.search(text, begin) for p in (_GRAND, _IN_A_YEAR, _WORDED, _ORDINAL, _CODE))
            if m is not None and m.start() <= 8
        ),
        key=lambda m: m.start("code") if "code" in m.groupdict() else m.start(),
        default=None,
    )
    if best is None:
        return None
    group = "code" if "code" in best.groupdict() else 0
    raw = best.group(group)
    cut = regex.split(r"\s{2,}|\t|\s?(?=[A-Z][a-z]{3})", raw)[0].rstrip(" .-/_(")
    cut = cut if "(" in cut else cut.rstrip(")")
    if not any(c.isdecimal() for c in cut):
        return None
    return Found("".join(cut.split()), best.start(group), best.start(group) + len(cut))
