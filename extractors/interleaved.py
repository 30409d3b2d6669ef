"""Words that a program set with a gap, into which it set marks from another font: cut there, so that both stand in
their order (在 红阳 and “ as 在, “, 红阳)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from ingest.records import Word


def interleaved(words: Sequence[Word]) -> tuple[Word, ...]:
    """``words``, those with a space cut where a word of marks alone stands in it."""
    marks = [word for word in words if not any(c.isalnum() for c in word.text)]
    if not marks:
        return tuple(words)
    return tuple(part for word in words for part in _cut(word, marks))


def _cut(word: Word, marks: Sequence[Word]) -> Iterable[Word]:
    if " " not in word.text or not word.edges:
        return (word,)
    spaces = [i for i, c in enumerate(word.text) if c == " " and any(_stands_in(mark, word, i) for mark in marks)]
    return _parts(word, spaces) if spaces else (word,)


def _parts(word: Word, spaces: Sequence[int]) -> Iterator[Word]:
    start = 0
    for end in (*spaces, len(word.text)):
        if end > start:
            text, edges = word.text[start:end], word.edges[start : end + 1]
            yield msgspec.structs.replace(word, text=text, box=word.span(start, end), edges=edges)
        start = end + 1


def _stands_in(mark: Word, word: Word, space: int) -> bool:
    """Whether the mark's middle lies in the gap, on the word's level."""
    x, y = mark.box.center
    gap = word.span(space, space + 1)
    return mark is not word and gap.x0 <= x <= gap.x1 and word.box.y0 <= y <= word.box.y1
