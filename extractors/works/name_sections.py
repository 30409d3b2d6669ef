"""Letters that list people under several heads, an honour or a title each: 二、优秀科技工作者(5名)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from extractors.base import fact
from extractors.grammar.normal import tight
from extractors.layout import PageView
from extractors.records import Fact
from extractors.works.authors import chinese


def titles_of_sections(views: Sequence[PageView], head: regex.Pattern[str]) -> Iterator[Fact]:
    """The ``title`` of each head over a line of names, an item each; nothing where all say the same. ``head`` matches
    the tight text of a head and names it in its group ``title``."""
    heads = [
        (line.passage.bare(), match)
        for view in views
        for line, below in pairwise(view.lines)
        if (match := head.fullmatch(tight(line.text))) and chinese(below.passage)
    ]
    if len({match["title"] for _, match in heads}) > 1:
        for item, (bare, match) in enumerate(heads, 1):
            yield fact("title", match["title"], bare, *match.span("title"), item=item)
