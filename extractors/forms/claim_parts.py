"""Several claims in one run of text: 1.…; 2.…, or one behind the other with semicolons between."""

from __future__ import annotations

from itertools import pairwise

import regex

from extractors.passage import Passage

_COUNTED = regex.compile(r"(?:^|(?<=[;。,)]|\s))\s*(?:\d{1,2}[.、)](?!\d)|[(]\d{1,2}[)]|[①-⑳])\s*(?=[^\d\s])")
_BETWEEN = regex.compile(r";\s*(?=\S)")
_LEAST = 8  # characters of a part
# By which a claim shows itself, so that what stands behind a semicolon is one of its own and no remark.
_SHOWN = regex.compile(
    r"^(?:\d{4}[年.\d月\-/]*[,]?)?\s*(?:[《“\"]|(?:本人)?(?:主持|参与|承担|参加|负责))|ZL\s?\d|《[^《》]{4,}》|"
    r"\d{4}.{4,}(?:奖|称号|先进\p{Han}{2,3}|优秀\p{Han}{2,8}|标兵|能手|模范)(?:\([^()]*\))?[。]?$"
)


def parts(passage: Passage) -> list[Passage]:
    """The claims that a run of text counts or parts by semicolons, each with its number; the whole where it is one."""
    marks = [m.start() for m in _COUNTED.finditer(passage.text)]
    if len(marks) < 2 or marks[0] > 0:
        marks = [0, *_parted(passage.text)]
    return [passage[start:end].strip(" ;；") for start, end in pairwise([*marks, len(passage)])]


def _parted(text: str) -> list[int]:
    """Where the second and further claims begin; none where any of the pieces is no claim by itself."""
    cuts = [m.end() for m in _BETWEEN.finditer(text) if text.count("(", 0, m.start()) == text.count(")", 0, m.start())]
    pieces = [text[start:end] for start, end in pairwise([0, *cuts, len(text)])]
    return cuts if all(len(p) >= _LEAST and _SHOWN.search(p.strip(" ;。")) for p in pieces) else []
