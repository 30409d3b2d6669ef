"""Letters that list people under several heads, an honour or a title each: 二、优秀科技工作者(5名)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from extractors.base import fact
from extractors.grammar.normal import tight
from extractors.layout import PageView
from extractors.passage import Passage
from extractors.records import Fact
from extractors.works.authors import chinese


def titles_of_sections(views: Sequence[PageView], head: regex.Pattern[str]) -> Iterator[Fact]:
    """The ``title`` of each head over or before names, an item each where there are several. ``head`` matches the tight
    text of a head and names it in its group ``title``."""
    heads = [*_over(views, head), *_before(views, head)]
    several = len({match["title"] for _, match in heads}) > 1
    for item, (bare, match) in enumerate(heads, 1) if several else ():
        yield fact("title", match["title"], bare, *match.span("title"), item=item)
    if not several:
        yield from (fact("title", m["title"], bare, *m.span("title")) for bare, m in _before(views, head)[:1])


def _over(views: Sequence[PageView], head: regex.Pattern[str]) -> list[tuple[Passage, regex.Match[str]]]:
    return [
        (line.passage.bare(), match)
        for view in views
        for line, below in pairwise(view.lines)
        if (match := head.fullmatch(tight(line.text))) and chinese(below.passage)
    ]


def _before(views: Sequence[PageView], head: regex.Pattern[str]) -> list[tuple[Passage, regex.Match[str]]]:
    """Heads on the line of their names: 兽医师:李明、王芳."""
    found = []
    for line in (line for view in views for line in view.lines):
        bare = line.passage.bare()
        colon = bare.text.find(":")
        match = head.fullmatch(bare.text[:colon]) if colon > 0 else None
        if match and chinese(bare[colon + 1 :]):
            found.append((bare, match))
    return found
