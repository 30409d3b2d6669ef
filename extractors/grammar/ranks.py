"""Places in an order: 第一作者, 排名第3, 2/5, 主要完成人第二 … as a number."""

from __future__ import annotations

import regex

from extractors.grammar.labels import Value
from extractors.grammar.numerals import number
from extractors.passage import Passage

_COUNT = r"\d{1,2}|[一二三四五六七八九十]{1,3}"
_PATTERNS = (
    regex.compile(rf"[(](?:[列排][序名位]?|署名(?:次序|顺序|排序)?|实际)第?\s?(?P<n>{_COUNT})"),  # 共同第一(列第二)
    regex.compile(rf"第\s?(?P<n>{_COUNT})"),
    regex.compile(rf"(?:排名|位次|名次|排序|排)[:为]?\s?(?P<n>{_COUNT})"),
    regex.compile(r"(?P<n>\d{1,2})\s?/\s?\d{1,2}"),
    regex.compile(r"(?P<n>[一二三四五六七八九])作"),
    regex.compile(r"^\s*(?:No\.?\s?)?(?P<n>\d{1,2})\s*(?:名|位)?\s*$"),
    regex.compile(r"^\s*(?P<n>[一二三四五六七八九十]{1,2})\s*$"),
)
_FIRST = regex.compile(r"独著|独撰|独立(?:作者|完成|撰写)|独自|唯一作者|主持人?$|首位")


def rank_in(passage: Passage) -> Value | None:
    """The place that ``passage`` names, as an Arabic number; 独著 is the first."""
    for pattern in _PATTERNS:
        match = pattern.search(passage.text)
        if match:
            end = match.end()
            return Value(str(number(match.group("n"))), match.start(), end)
    match = _FIRST.search(passage.text)
    return Value("1", match.start(), match.end()) if match else None
