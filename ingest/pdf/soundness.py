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

_USUAL = 0.20  # share of Chinese characters among the most frequent below which it is: prose has 0.5, code 0.3
_VOWELS = 0.25  # share of small Latin letters among e, t, a, o, i, n below which it is: English has 0.5, programs 0.3
_ENOUGH_CHINESE, _ENOUGH_LATIN = 40, 200  # characters to tell a share from
_Kind = Literal["frequent", "common", "rare", "etaoin", "latin", "accented", "nameless", "other"]
_FREQUENT = frozenset(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里"
    "用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实"
    "日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政"
    "美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员"
    "解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件"
    "计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象"
    "完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运"
)
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
    ideographs = kinds["frequent"] + kinds["common"] + kinds["rare"]
    if kinds["rare"] >= 3 and kinds["rare"] > _RARE * ideographs:
        return True
    if kinds["accented"] > _MOJIBAKE * told and kinds["accented"] >= 10:
        return True
    return _unusual(kinds, ideographs)


def _unusual(kinds: Counter[_Kind], ideographs: int) -> bool:
    """Whether ordinary characters stand in for others: those most frequent in any text are missing."""
    if ideographs >= _ENOUGH_CHINESE and kinds["frequent"] < _USUAL * ideographs:
        return True
    small = kinds["etaoin"] + kinds["latin"]
    return small >= _ENOUGH_LATIN and kinds["etaoin"] < _VOWELS * small


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
    if "a" <= text <= "z":
        return "etaoin" if text in "etaoin" else "latin"
    if " " <= text <= "~":
        return "other"
    if "\u3400" <= text <= "\u9fff":
        return "frequent" if text in _FREQUENT else "common" if _in_gb2312(text) else "rare"
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
