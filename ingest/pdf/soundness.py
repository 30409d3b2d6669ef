"""Whether a text layer says what the page shows: by its characters first, by comparison with OCR where in doubt."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import compress
from typing import Literal

import numpy as np

from ingest.geometry import Box
from ingest.pdf.chars import Chars
from ingest.records import TextLayer, Word

_Kind = Literal["common", "rare", "accented", "nameless", "other"]
_LEADERS = frozenset(".…·．_-—")
_UNMAPPED = 0.10  # share of characters that the font does not name above which the layer is in doubt
_RARE = 0.03  # share of Chinese characters outside GB/T 2312 above which it is: names have one now and then
_MOJIBAKE = 0.15  # share of accented Latin letters in pairs, as GBK bytes read one by one give them
_SAME, _OTHER = 0.85, 0.40  # share of neighbouring pairs of characters in common
_NUMBER = re.compile(r"\d{4,}")
_SURE = 0.9


def doubtful(chars: Chars) -> bool:
    """Whether the characters look like another encoding's, or the font does not say what they are."""
    texts = _told(chars.text)
    told = texts.total()
    if not told:
        return False
    by_font = _unmapped(chars)
    if by_font.total() + _kinds(texts - by_font)["nameless"] > _UNMAPPED * told:
        return True
    kinds = _kinds(texts)
    if kinds["rare"] >= 3 and kinds["rare"] > _RARE * (kinds["rare"] + kinds["common"]):
        return True
    return kinds["accented"] > _MOJIBAKE * told and kinds["accented"] >= 10


def _told(text: str) -> Counter[str]:
    counts = Counter(text)
    for leader in _LEADERS:
        counts.pop(leader, None)
    return counts


def _unmapped(chars: Chars) -> Counter[str]:
    """The characters in styles whose font does not say which characters they are."""
    unmapped = np.array([style.unmapped for style in chars.styles])
    if not unmapped.any():
        return Counter()
    return _told("".join(compress(chars.text, unmapped[chars.style].tolist())))


def _kinds(texts: Counter[str]) -> Counter[_Kind]:
    kinds: Counter[_Kind] = Counter()
    for text, count in texts.items():
        kinds[_kind(text)] += count
    return kinds


@cache
def _kind(text: str) -> _Kind:
    """Ideographs are common inside GB/T 2312 and rare outside; accented Latin letters are what GBK read byte by byte
    gives; nameless are private, unassigned and control characters."""
    if " " <= text <= "~":
        return "other"
    if "\u3400" <= text <= "\u9fff":
        return "common" if _in_gb2312(text) else "rare"
    if text == "\ufffd" or unicodedata.category(text) in ("Co", "Cn", "Cc", "Cs"):
        return "nameless"
    return "accented" if "\u00a0" <= text <= "\u024f" else "other"


def _in_gb2312(text: str) -> bool:
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def verdict(layer: Sequence[Word], seen: Sequence[Word]) -> TextLayer:
    """What a layer is worth against what OCR read on the same page; "unchecked" where OCR read too little to say."""
    ours, theirs = _pairs(layer), _pairs(seen)
    if sum(theirs.values()) < 10:
        return "unchecked"
    common = sum((ours & theirs).values())
    share = 2 * common / (sum(ours.values()) + sum(theirs.values()))
    if share < _OTHER:
        return "garbled"
    return "contradicted" if share < _SAME or _numbers_differ(layer, seen) else "sound"


def _pairs(words: Iterable[Word]) -> Counter[str]:
    text = "".join(char for word in words for char in unicodedata.normalize("NFKC", word.text) if char.isalnum())
    return Counter(text[i : i + 2] for i in range(len(text) - 1))


def _numbers_differ(layer: Sequence[Word], seen: Sequence[Word]) -> bool:
    """Whether a line that OCR is sure of stands in the layer with other digits in one of its numbers."""
    return any(_line_differs(word, layer) for word in seen if word.confidence >= _SURE)


def _line_differs(word: Word, layer: Sequence[Word]) -> bool:
    ours = _NUMBER.findall(unicodedata.normalize("NFKC", word.text))
    if not ours:
        return False
    line = sorted((other for other in layer if _beside(other.box, word.box)), key=lambda other: other.box.x0)
    theirs = _NUMBER.findall(unicodedata.normalize("NFKC", " ".join(other.text for other in line)))
    same_shape = [len(number) for number in ours] == [len(number) for number in theirs]
    return same_shape and ours != theirs


def _beside(box: Box, line: Box) -> bool:
    shared = min(box.y1, line.y1) - max(box.y0, line.y0)
    across = min(box.x1, line.x1) - max(box.x0, line.x0)
    return shared > 0.5 * min(box.height, line.height) and across > 0.5 * box.width
