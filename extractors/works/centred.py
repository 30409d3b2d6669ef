"""A row of a contents table whose names, too many for their cell, stand above and under the line of the title."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from extractors.layout import Line
from extractors.passage import Passage, joined
from extractors.works.contents_lines import Entry, entry, people

_NAMES = regex.compile(r"[\p{Han}·#*†\d,、;\s]+")
_PARTED = regex.compile(r"[,、;]")


def centred(lines: Sequence[Line], index: int, em: float) -> tuple[Entry, int] | None:
    """The entry whose names begin on ``lines[index]``, above its title, and the last line that it holds; None where
    the line may as well be the end of the row before."""
    if index + 1 >= len(lines):
        return None
    first, middle = lines[index], lines[index + 1]
    found = entry(middle)
    if found is None or found.page is None or not _is_names(first) or first.box.x0 < found.title.box().x1:
        return None
    apart = middle.box.y0 - first.box.y1
    if index and first.box.y0 - lines[index - 1].box.y1 <= apart:
        return None
    parts = [first.passage, *([found.signed] if found.signed else [])]
    if any(abs(part.box().x0 - first.box.x0) > em for part in parts):
        return None
    last = lines[index + 2] if index + 2 < len(lines) else None
    ends = last is not None and _is_names(last) and abs(last.box.x0 - first.box.x0) < em and entry(last) is None
    if last and ends and last.box.y0 - middle.box.y1 <= apart + 0.5 * em:
        parts.append(last.passage)
    signed = _whole(parts)
    return (Entry(middle, found.title, signed, found.page), index + len(parts)) if people(signed) else None


def _is_names(line: Line) -> bool:
    return len(line.words) >= 1 and _NAMES.fullmatch(line.text) is not None


def _whole(parts: Sequence[Passage]) -> Passage:
    """The lines of a cell in one: in a list parted by commas a line that ends without one breaks a name."""
    commas = any(_PARTED.search(part.text) for part in parts)
    whole = parts[0]
    for part in parts[1:]:
        whole = joined((whole, part), "" if commas and not _PARTED.search(whole.text.rstrip()[-1:]) else " ")
    return whole
