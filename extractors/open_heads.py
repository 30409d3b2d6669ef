"""Heads of tables without rulings: broken over two lines, standing higher than their neighbours, in any order."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.grammar.normal import tight
from extractors.layout import Line, PageView
from extractors.table_records import Column, Heads, head_of
from ingest.geometry import Box, union
from ingest.records import Word


def columns_of(view: PageView, index: int, heads: Heads) -> list[Column]:
    """The columns if line ``index`` is a row of heads, else nothing much."""
    line = view.lines[index]
    cells = [(_stacked(view, word, heads), word) for word in _cells(line)]
    named: list[tuple[str, Box]] = []
    taken: set[str] = set()
    for (text, box), _ in cells:
        name = next((n for n, p in heads.items() if n not in taken and len(text) <= 22 and p.search(text)), "")
        if name:
            taken.add(name)
        named.append((name, box))
    if len(taken) < 2:
        return []
    named += _beside_level(view, line, named, heads, taken)
    named.sort(key=lambda item: item[1].x0)
    return [Column(name, box, 0.0, 0.0) for name, box in named]


def _cells(line: Line) -> list[list[Word]]:
    """The words of a line drawn together where no wide gap parts them."""
    cells: list[list[Word]] = []
    for word in line.words:
        if cells and word.box.x0 - cells[-1][-1].box.x1 < 0.6 * word.box.height:
            cells[-1].append(word)
        else:
            cells.append([word])
    return cells


def _stacked(view: PageView, cell: Sequence[Word], heads: Heads) -> tuple[str, Box]:
    """A head and what stands right above or below it in the same cell, where only both together are a head."""
    box = union(w.box for w in cell)
    text = head_of(tight("".join(w.text for w in cell)))
    if any(p.search(text) for p in heads.values()):
        return text, box
    near = [
        w
        for w in view.words
        if w not in cell
        and abs(w.box.center[1] - box.center[1]) < 1.9 * max(box.height, w.box.height)
        and abs(w.box.center[1] - box.center[1]) > 0.5 * box.height
        and min(w.box.x1, box.x1) - max(w.box.x0, box.x0) > 0.5 * min(w.box.width, box.width)
    ]
    for word in near:
        upper = word.box.center[1] < box.center[1]
        both = tight(word.text) + text if upper else text + tight(word.text)
        if len(both) <= 14 and any(p.search(both) for p in heads.values()):
            return both, union((box, word.box))
    return text, box


def _beside_level(
    view: PageView, line: Line, named: Sequence[tuple[str, Box]], heads: Heads, taken: set[str]
) -> list[tuple[str, Box]]:
    """Heads that stand higher than the others because they span two storeys, and heads of two lines whose neighbours
    have one."""
    extra: list[tuple[str, Box]] = []
    for word in view.words:
        if (
            any(lies_over(word.box, box) for _, box in named)
            or abs(line.box.center[1] - word.box.center[1]) > 1.8 * line.height
        ):
            continue
        whole = next((n for n, p in heads.items() if n not in taken and p.fullmatch(tight(word.text))), None)
        if whole:
            taken.add(whole)
            extra.append((whole, word.box))
            continue
        offset = line.box.center[1] - word.box.center[1]
        if not 0.4 * word.box.height < offset < 1.2 * word.box.height:
            continue
        for below in view.words:
            gap = below.box.y0 - word.box.y1
            if below is word or not -2 < gap < 0.9 * word.box.height or not lies_over(word.box, below.box):
                continue
            text = tight(word.text) + tight(below.text)
            name = next((n for n, p in heads.items() if n not in taken and len(text) <= 14 and p.search(text)), None)
            if name:
                taken.add(name)
                extra.append((name, union((word.box, below.box))))
    return extra


def lies_over(a: Box, b: Box) -> bool:
    """Whether two boxes share three tenths of the narrower one's width."""
    return min(a.x1, b.x1) - max(a.x0, b.x0) > 0.3 * min(a.width, b.width)


def is_another_head(line: Line, patterns: Heads) -> bool:
    """Whether a line holds two heads or more, word for word."""
    texts = [tight("".join(w.text for w in cell)) for cell in _cells(line)]
    return sum(1 for p in patterns.values() if any(len(t) <= 12 and p.fullmatch(t) for t in texts)) >= 2


def runs_across(line: Line, heads: Sequence[Column]) -> bool:
    """Whether a single word lies over three heads or more: a sentence, not a cell."""
    return any(sum(1 for c in heads if lies_over(w.box, c.head)) >= 3 for w in line.words)
