"""A journal's contents page: title, authors and first page of every entry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
import regex

from extractors.base import fact
from extractors.closing import segments
from extractors.layout import Line, PageView
from extractors.passage import Passage, joined
from extractors.records import Fact
from extractors.works.centred import centred
from extractors.works.contents_lines import Entry, entry, is_imprint, people, signature, signs, unsigned
from extractors.works.matching import printed
from ingest.records import Word

_HEAD = regex.compile(r"目[^\p{L}\d]?[录次]|要目|CONTENTS", regex.IGNORECASE)
_SENTENCE = regex.compile(r"[。;]|[,，](?!\d)")
_LONGEST_HEAD = 60  # characters of a line on which 目次 may stand beside the journal's name and issue
_FEWEST = 3  # lines that make a column


def headed(view: PageView) -> bool:
    """Whether the page says that it is one of contents: 目次, 目录 or CONTENTS alone or beside the journal's issue."""
    return any(
        _HEAD.search(bare) is not None and not _SENTENCE.search(bare) and entry(line) is None
        for line in view.lines
        if len(bare := "".join(line.text.split())) <= _LONGEST_HEAD
    )


def entries(view: PageView) -> list[Entry]:
    """Every paper that the page lists, top to bottom."""
    bounds = _bounds(view)
    return _listed(list(view.lines) if bounds is None else _within(view, bounds), view.em)


def _listed(lines: Sequence[Line], em: float) -> list[Entry]:
    right = max((one.title.box().x1 for line in lines if (one := entry(line)) and one.signed), default=0.0)
    found: list[Entry] = []
    taken = -1  # index of the last line that an entry holds
    for index in range(len(lines)):
        if index <= taken:
            continue
        paper, taken = _entry_at(lines, index, taken, right, em)
        if paper is not None:
            found.append(paper)
    return found


def facts(views: Sequence[PageView]) -> Iterator[Fact]:
    """``title``, ``authors`` and ``page_range`` of every entry of the contents pages, an item each."""
    item = 0
    for view in views:
        if not headed(view):
            continue
        for found in entries(view):
            item += 1
            yield fact("title", printed(found.title), found.title, item=item)
            names = people(found.signed) if found.signed else None
            if found.signed and names:
                yield fact("authors", names.names, found.signed, names.start, names.end, item=item)
            if found.page is not None:
                yield fact("page_range", found.page.text, found.page, item=item)


def imprint_of(view: PageView) -> PageView:
    """The page without its column of contents, where one stands beside an imprint; else the page as it is."""
    bounds = _bounds(view) if headed(view) else None
    if bounds is None:
        return view
    lines = [part for part in _within(view, bounds) if _speaks(part)]
    top, bottom = min(line.box.y0 for line in lines), max(line.box.y1 for line in lines) + 2 * view.em
    margin = 0.5 * view.em
    kept = [w for w in view.words if not _inside(w, bounds, margin) or not top <= w.box.center[1] <= bottom]
    return PageView(msgspec.structs.replace(view.page, words=tuple(kept)))


def _entry_at(lines: Sequence[Line], index: int, taken: int, right: float, em: float) -> tuple[Entry | None, int]:
    """The entry whose page or first line stands on ``lines[index]``, and the last line that it holds."""
    line, following = lines[index], lines[index + 1 : index + 3]
    if row := centred(lines, index, em):
        return row
    if centred(lines, index + 1, em):
        following = ()
    under = signature(line)
    if under is not None:
        above = _title_above(lines, index, taken)
        if above and following and _tail_of_cell(above, line, following):
            return Entry(line, joined((above, following[0].passage), ""), under.signed, under.page), index + 1
        return (Entry(line, above, under.signed, under.page), index) if above else (None, taken)
    found = entry(line)
    if found is not None:
        title, signed, last = _whole(found, following[0] if following else None, right, em)
        if found.signed is None and last and _ends_under(title, following[1:], right, em):
            title, last = joined((title, following[1].passage)), 2
        return Entry(line, title, signed, found.page), index + last
    begun = unsigned(line)
    if begun is None:
        return None, taken
    if following and signs(following[0].passage):
        return Entry(line, begun.title, following[0].passage, begun.page), index + 1
    if len(following) > 1 and signs(following[1].passage) and not _speaks(following[0]):
        title = joined((begun.title, following[0].passage))
        return Entry(line, title, following[1].passage, begun.page), index + 2
    return None, taken


def _ends_under(title: Passage, following: Sequence[Line], right: float, em: float) -> bool:
    """Whether the line under an entry's names ends its title, as in a table whose cells are centred on each other."""
    if not following or _speaks(following[0]) or is_imprint(following[0]) or signs(following[0].passage):
        return False
    box, line = title.box(), following[0]
    near = line.box.y0 - box.y1 < 1.6 * box.height
    return near and abs(line.box.x0 - box.x0) < em and box.x1 > right - 3 * em and len(line.words) == 1


def _tail_of_cell(title: Passage, names: Line, following: Sequence[Line]) -> bool:
    """Whether the line under the names ends the title that begins above them, in a row whose cells are centred on each
    other; short, and no title that names of its own stand under."""
    tail, box = following[0], title.box()
    short = len(tail.text.strip()) <= len(title) / 2 and not regex.search(r"\d", tail.text) and len(tail.words) == 1
    middle = (box.center[1] + tail.box.center[1]) / 2
    centre = abs(middle - names.box.center[1]) < 0.3 * names.height
    own = len(following) > 1 and signature(following[1]) is not None
    return short and centre and not own and abs(tail.box.x0 - box.x0) < names.height


def _title_above(lines: Sequence[Line], index: int, taken: int) -> Passage | None:
    """The title over the names at ``index``: the line above, and the one before where that is full."""
    if index - 1 <= taken or not _may_be_title(lines[index - 1], lines[index]):
        return None
    parts = [lines[index - 1].passage]
    full = lines[index].box.x1 - 4 * lines[index].height
    if index - 2 > taken and lines[index - 2].box.x1 > full and _may_be_title(lines[index - 2], lines[index - 1]):
        parts.insert(0, lines[index - 2].passage)
    return joined(parts).strip()


def _may_be_title(line: Line, below: Line) -> bool:
    text = "".join(line.text.split())
    near = below.box.y0 - line.box.y1 < 1.6 * below.height
    return (
        near
        and len(text) >= 4
        and text[0] not in ".·…⋯-—_"
        and not (_HEAD.search(text) and len(text) < 20)
        and not is_imprint(line)
    )


def _whole(found: Entry, following: Line | None, right: float, em: float) -> tuple[Passage, Passage | None, int]:
    """Title and names of an entry, with what of each goes on in the next line, and whether (1) that line is used."""
    title, signed = found.title, found.signed
    if following is None or entry(following) is not None or is_imprint(following):
        return title, signed, 0
    if signed is None:
        parts = list(segments(following))
        if len(parts) == 2 and signs(parts[1]) and not signs(parts[0]) and title.box().x1 > right - 3 * em:
            return joined((title, parts[0])), parts[1], 1
        return (title, following.passage, 1) if signs(following.passage) else (title, signed, 0)
    box, names = title.box(), signed.box()
    first, *rest = segments(following)
    near = following.box.y0 - found.line.box.y1 < 1.6 * found.line.height
    if not near or regex.search(r"\d", following.text) or following.box.x0 < box.x0 - em:
        return title, signed, 0
    longer = title
    if abs(first.box().x0 - names.x0) < 2 * em:
        rest = [first, *rest]
    elif not people(first) and box.x1 > right - 3 * em and (rest or names.x0 - box.x1 < 2.5 * em):
        longer = joined((title, first), "")
    more = [part for part in rest if people(part)]
    used = int(bool(more) or longer is not title)
    return longer, joined((signed, *more), " ") if more else signed, used


def _speaks(line: Line) -> bool:
    return entry(line) is not None or signature(line) is not None or unsigned(line) is not None


def _bounds(view: PageView) -> tuple[float, float] | None:
    """Where the column of contents begins and ends, in points; None where nothing stands beside it."""
    starts = _columns(view)
    widest = (0.0, max((w.box.x1 for w in view.words), default=0.0) + 1)
    bounds, best = widest, max(_worth(view.lines, view.em), _FEWEST - 1)
    for left in starts[1:]:
        if (count := _worth(_within(view, (left, widest[1])), view.em)) > best:
            bounds, best = (left, widest[1]), count
    for right in starts[1:]:
        if right > bounds[0] and (count := _worth(_within(view, (bounds[0], right - 1)), view.em)) > best:
            bounds, best = (bounds[0], right - 1), count
    return bounds if bounds != widest else None


def _worth(lines: Sequence[Line], em: float) -> int:
    """How much is read of ``lines``: a paper counts once, its names once more."""
    return sum(2 if paper.signed else 1 for paper in _listed(lines, em))


def _columns(view: PageView) -> list[float]:
    """Where at least a few lines begin, or go on after a gap, left to right."""
    starts = sorted(
        word.box.x0
        for line in view.lines
        for before, word in zip((None, *line.words), line.words, strict=False)
        if before is None or word.box.x0 - before.box.x1 > 0.8 * view.em
    )
    columns: list[list[float]] = []
    for start in starts:
        if columns and start - columns[-1][0] < view.em:
            columns[-1].append(start)
        else:
            columns.append([start])
    return [column[0] for column in columns if len(column) >= _FEWEST]


def _within(view: PageView, bounds: tuple[float, float]) -> list[Line]:
    """What stands between ``bounds``, line by line; lines that run across one of them are whole."""
    margin = 0.5 * view.em
    kept = []
    for line in view.lines:
        inside = [w for w in line.words if _inside(w, bounds, margin)]
        across = any(w.box.x0 <= at - margin and w.box.x1 > at + margin for w in line.words for at in bounds)
        if across or len(inside) == len(line.words):
            kept.append(line)
        elif inside:
            kept.append(Line(view.page, inside))
    return kept


def _inside(word: Word, bounds: tuple[float, float], margin: float) -> bool:
    return bounds[0] - margin < word.box.x0 and word.box.x1 < bounds[1] + margin
