"""Pages made of words for tests: as a text layer gives them, or as an OCR engine would."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractors.layout import PageView
from ingest.geometry import Box
from ingest.records import Mark, Page, PageSource, Word

Placed = tuple[float, float, str] | tuple[float, float, str, float]


def width_of(text: str, size: float) -> float:
    """Points that ``text`` takes: a Chinese character is as wide as high, others are half as wide."""
    return sum(size if ord(c) > 0x2E80 or c in "·—“”" else size / 2 for c in text)


def word(x: float, y: float, text: str, size: float = 12.0, confidence: float = 1.0) -> Word:
    """A word whose top left corner is at (x, y)."""
    return Word(text=text, box=Box(x, y, x + width_of(text, size), y + size), confidence=confidence, size=size)


def placed(
    items: Iterable[Placed],
    *,
    source: PageSource = "text",
    confidence: float = 1.0,
    number: int = 1,
    file: str = "a.pdf",
    marks: Sequence[Mark] = (),
    width: float = 595.0,
    height: float = 842.0,
) -> PageView:
    """A page with words where they are told to be: (x, y, text[, size])."""
    words = tuple(
        word(*item, confidence=confidence) if len(item) == 4 else word(*item, 12.0, confidence) for item in items
    )
    return PageView(
        Page(file=file, number=number, width=width, height=height, source=source, words=words, marks=tuple(marks))
    )


def lined(
    *lines: str,
    source: PageSource = "text",
    confidence: float = 1.0,
    number: int = 1,
    file: str = "a.pdf",
    marks: Sequence[Mark] = (),
    title: float = 22.0,
) -> PageView:
    """A page of lines; two spaces part words; a line beginning with "# " is a title."""
    items: list[Placed] = []
    y = 60.0
    for line in lines:
        size = title if line.startswith("# ") else 12.0
        x = 200.0 if line.startswith("# ") else 70.0
        for part in line.removeprefix("# ").split("  "):
            if part:
                items.append((x, y, part, size))
                x += width_of(part, size)
            x += 2 * size
        y += size + 10
    return placed(items, source=source, confidence=confidence, number=number, file=file, marks=marks)


def values_of(facts: Iterable[object]) -> dict[str, object]:
    """Fact values by name, items dropped: for documents with one row."""
    return {f.name: f.value for f in facts}  # type: ignore[attr-defined]


def ruled(
    columns: Sequence[float],
    rows: Sequence[Sequence[str]],
    *,
    top: float = 100.0,
    left: float = 60.0,
    size: float = 10.5,
    pitch: float = 28.0,
    centred: bool = True,
) -> list[Placed]:
    """The words of a table: cells centred (or at the left) in columns of the given widths, lines of a cell by "\\n"."""
    items: list[Placed] = []
    for row in rows:
        lines = max(len(cell.split("\n")) for cell in row)
        height = max(pitch, lines * size * 1.3 + 8)
        x = left
        for width, cell in zip(columns, row, strict=False):
            parts = cell.split("\n")
            y = top + (height - len(parts) * size * 1.3) / 2
            for part in parts:
                if part:
                    indent = (width - width_of(part, size)) / 2 if centred else 4.0
                    items.append((x + indent, y, part, size))
                y += size * 1.3
            x += width
        top += height
    return items


def gridded(
    columns: Sequence[float],
    rows: Sequence[Sequence[str | tuple[str, int]]],
    *,
    above: Iterable[Placed] = (),
    top: float = 100.0,
    left: float = 60.0,
    size: float = 10.5,
    pitch: float = 28.0,
    number: int = 1,
    file: str = "a.pdf",
) -> PageView:
    """A page with a table whose rulings are drawn: a cell is its text, or its text and how many columns it spans;
    lines of a cell by "\\n". ``above``: what else stands on the page."""
    words = [word(*item) if len(item) == 4 else word(*item, 12.0) for item in above]
    rulings: list[Box] = []
    y = top
    for row in rows:
        cells = [cell if isinstance(cell, tuple) else (cell, 1) for cell in row]
        height = max(pitch, max(len(text.split("\n")) for text, _ in cells) * size * 1.3 + 8)
        x, at = left, 0
        for text, span in cells:
            right = x + sum(columns[at : at + span])
            lines = text.split("\n")
            down = y + (height - len(lines) * size * 1.3) / 2
            words += [word(x + 4, down + i * size * 1.3, line, size) for i, line in enumerate(lines) if line]
            edges = ((x, y, right, y + 0.5), (x, y + height, right, y + height + 0.5))
            rulings += [Box(*edge) for edge in edges]
            rulings += [Box(x, y, x + 0.5, y + height), Box(right, y, right + 0.5, y + height)]
            x, at = right, at + span
        y += height
    return PageView(
        Page(
            file=file,
            number=number,
            width=595.0,
            height=842.0,
            source="text",
            words=tuple(words),
            rulings=tuple(rulings),
        )
    )
