"""Comparing the names of people (handbook 4.7, B): equality never proves identity, one character never disproves it."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

from rapidfuzz.distance import Levenshtein

Likeness = Literal["same", "variant", "close", "different", "incomparable"]

DOTS = "·•‧・．.∙⋅･。-－—"
NO_NAME = re.compile(
    "签名|签字|盖章|公章|签章|姓名|单位|学院|大学|公司|中心|学校|医院|政府|委员|部门|日期|负责|意见|专业|职称|年月|学习"
    "|本人|申报|证书|编号|性别|出生|民族|工作|[0-9]"
)
HONORIFICS = ("同志", "同学", "先生", "女士", "老师")
UNREAD = "?？□■○〇◯*＊×✕\ufffd_"


def bare(name: str) -> str:
    """The name without what printing adds: spaces, middle dots, full width, an honorific behind it.

    Empty when nothing of a name is left.
    """
    plain = "".join(c for c in unicodedata.normalize("NFKC", name) if not c.isspace() and c not in DOTS)
    for honorific in HONORIFICS:
        if plain.endswith(honorific) and len(plain) > len(honorific) + 1:
            plain = plain.removesuffix(honorific)
    return plain.upper()


def compare(first: str, second: str) -> Likeness:
    """How alike two names are.

    same: equal but for spaces, dots and width. variant: equal where both are legible (a rare character printed as a
    blank, a masked one). close: one character more, less or other. incomparable: one in Latin letters, the other in
    Chinese characters, or one empty.
    """
    a, b = bare(first), bare(second)
    if not a or not b or _latin(a) != _latin(b):
        return "incomparable"
    if a == b:
        return "same"
    if len(a) == len(b) and all(x == y or _unread(x) or _unread(y) for x, y in zip(a, b, strict=True)):
        return "variant"
    return "close" if Levenshtein.distance(a, b, score_cutoff=1) <= 1 else "different"


def plausible(name: str) -> bool:
    """Whether a string may be somebody's name at all, and not a label or an office that stood beside one."""
    plain = bare(name)
    if not plain or NO_NAME.search(plain):
        return False
    return _latin(plain) or 2 <= len(plain) <= (20 if any(dot in name for dot in DOTS) else 6)


def agrees(first: str, second: str) -> bool:
    """Whether nothing legible speaks against the two names being one."""
    return compare(first, second) in ("same", "variant")


def among(name: str, names: tuple[str, ...]) -> int:
    """The 1-based place of ``name`` in a list of authors or inventors, 0 when it is not there."""
    for position, candidate in enumerate(names, start=1):
        if agrees(name, candidate):
            return position
    return 0


def _latin(name: str) -> bool:
    return all(c.isascii() for c in name if not _unread(c))


def _unread(character: str) -> bool:
    return character in UNREAD or unicodedata.category(character) in ("Co", "Cn")
