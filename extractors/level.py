"""Words that belong to no line: those that a watermark repeats all over a page, and those set at an angle to it."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.geometry import Box
from ingest.records import Page, Word

_REPEATS = 4
_TILES, _SHARE = 4, 0.7  # rows and columns of a tiling at least; the share of its places that are filled
_ACROSS = 0.2  # share of the repeats that must lie over other print or over a ruling


def level_words(page: Page) -> tuple[Word, ...]:
    """The page's words that stand on its lines: without a tiled watermark's and a seal's ring's."""
    level = tuple(word for word in page.words if not word.slanted)
    by_text: dict[str, list[Word]] = {}
    for word in level:
        if len(word.text) >= 3:
            by_text.setdefault(word.text, []).append(word)
    tiled = {text for text, words in by_text.items() if _is_tiled(words, page)}
    return tuple(word for word in level if word.text not in tiled)


def _is_tiled(words: Sequence[Word], page: Page) -> bool:
    """Whether a word is repeated over other print, or in so many rows and columns that it is no part of a table."""
    if len(words) < _REPEATS:
        return False
    rows, columns = ({round(getattr(word.box, edge)) for word in words} for edge in ("y0", "x0"))
    laid = min(len(rows), len(columns)) >= _TILES and len(words) >= _SHARE * len(rows) * len(columns)
    return laid or _lies_across(words, page)


def _lies_across(words: Sequence[Word], page: Page) -> bool:
    others = [_core(w.box) for w in page.words if w.text != words[0].text]
    across = sum(1 for w in words if _meets(_core(w.box), others, 0.06) or _crosses(w.box, page.rulings))
    return across >= _ACROSS * len(words)


def _core(box: Box) -> Box:
    """The middle of a word's box: those of close lines overlap at their edges."""
    return Box(box.x0, box.y0 + 0.2 * box.height, box.x1, box.y1 - 0.2 * box.height)


def _meets(box: Box, others: Sequence[Box], share: float) -> bool:
    return any(box.intersection(o) > share * min(box.area, o.area) for o in others)


def _crosses(box: Box, rulings: Sequence[Box]) -> bool:
    """Whether a ruling runs through the middle of ``box``, not along its edge."""
    inner = box.padded(-0.25 * box.height)
    return any(r.x0 < inner.x1 and r.x1 > inner.x0 and r.y0 < inner.y1 and r.y1 > inner.y0 for r in rulings)
