"""How a label is set: apart from the words around it in a line, or over several lines of its cell."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from extractors.grammar.normal import is_han
from extractors.layout import Line
from ingest.geometry import Box
from ingest.records import Word

# Labels that may stand in the middle of a line without white space before them, and what must follow them there.
_INLINE = {
    "性别": regex.compile(r"[男女]"),
    "民族": regex.compile(r"[\u4e00-\u9fff]{1,4}族|[汉彝白傣壮苗回满侗佤](?![\u4e00-\u9fff])"),
    "出生年月": regex.compile(r"[\d一二〇零○]"),
    "出生日期": regex.compile(r"[\d一二〇零○]"),
    "发证日期": regex.compile(r"[\d一二〇零○]"),
    "身份证号": regex.compile(r"\d"),
    "身份证号码": regex.compile(r"\d"),
    "公民身份号码": regex.compile(r"\d"),
    "证件号码": regex.compile(r"[\dA-Z]"),
    "证书编号": regex.compile(r"[\dA-Z第]"),
    "联系电话": regex.compile(r"\d"),
    "No.": regex.compile(r"\d{4}|[A-Z]{1,4}\d{3}"),
}
# Short labels whose value an OCR engine may run on to them.
_DIRECT = frozenset(("姓名", "性别", "出生", "住址", "校名", "编号", "层次", "学制"))
_SECOND = regex.compile(r"(?:及其?|和|与|、|/)(?P<second>[\u4e00-\u9fff]{2,10})\s?(?:[:.]|--)(?=\s?\S)")
_POINT = regex.compile(r"\s?(?:\.(?=\S)|--(?=\s?\S))")
_ITEM = regex.compile(r"(?:^|\s)(?:[(]?\d{1,2}[.、)]\s?)?$")


def pointed(text: str, label: regex.Match[str]) -> regex.Match[str] | None:
    """The point or long dash in place of a colon after a label that begins a line or an item (1.姓名.罗小明)."""
    return _POINT.match(text, label.end()) if _ITEM.search(text, 0, label.start()) else None


def joined_to(text: str, label: regex.Match[str]) -> regex.Match[str] | None:
    """What joins a second label to one in a line (职称及取得时间:), where both name the two values that follow."""
    second = _SECOND.match(text, label.end())
    if second is None or (not second.group().endswith(":") and not _ITEM.search(text, 0, label.start())):
        return None
    return second


def in_title(line: Line, at: int, em: float) -> bool:
    """Whether the character at ``at`` is printed in a title's size; ``em``: the page's usual height, in points."""
    origin = line.passage.origin[at]
    return origin is not None and origin[1].box.height > 1.6 * em


def is_gap(char: str) -> bool:
    """Whether nothing is printed at a place of a line."""
    return char.isspace()


_GOES_ON = regex.compile(r"证[书明]|评审|评委会|评定")  # 任职资格证书 is a title, 专业技术职务评审委员会 a body
_OPINION = regex.compile(r"(?:推荐|审核|审查|考核|评审|鉴定|聘任)?(?:意见|评语)")


def stands(label: str, left: str, colon: bool, after: str) -> bool:
    """Whether a match is set as a label and is not a word inside a sentence or inside a longer label."""
    if _OPINION.match(after) or (not colon and after[0] in ",。、;"):
        return False
    clear = colon or is_gap(after[0])
    if not clear and _GOES_ON.match(after):
        return False
    inline = label in _INLINE and (clear or _INLINE[label].match(after) is not None)
    if is_han(left):
        return inline or (colon and len(label) >= 4)
    return clear or inline or (is_gap(left) and (len(label) >= 4 or label in _DIRECT) and label not in _INLINE)


def words_below(rest: str, word: Word, words: Sequence[tuple[str, Word]]) -> list[Word]:
    """The words beneath ``word`` in its cell that spell ``rest``; empty when there are none."""
    for text, other in words:
        if not (text and rest.startswith(text)) or not is_beneath(word.box, other.box):
            continue
        if text == rest:
            return [other]
        further = words_below(rest[len(text) :], other, words)
        if further:
            return [other, *further]
    return []


def is_beneath(upper: Box, lower: Box) -> bool:
    """Whether a word is the next line of one cell; boxes of an OCR engine are taller than the print and overlap."""
    if not -0.45 * upper.height < lower.y0 - upper.y1 < 1.2 * upper.height:
        return False
    return min(upper.x1, lower.x1) - max(upper.x0, lower.x0) >= 0.5 * min(upper.width, lower.width)
