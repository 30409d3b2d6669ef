"""Where the value of a label may stand: beside it, in the next cell, over several lines, or below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import regex

from extractors.broken_numbers import goes_on
from extractors.grammar import organisations
from extractors.grammar import values as parsers
from extractors.grammar.cells import next_cells, rest_of_cell
from extractors.grammar.labels import Field, Occurrence
from extractors.grammar.over_values import line_under
from extractors.grammar.people_lines import more_people, names_around, of_people
from extractors.layout import PageView, rows_of
from extractors.passage import EMPTY, GAP, Passage, joined, of_word, of_words
from ingest.geometry import Box, union
from ingest.records import Word


def values(view: PageView, occurrence: Occurrence, found: Sequence[Occurrence], field: Field) -> Iterable[Passage]:
    """Passages that may hold the value of a label, the likeliest first."""
    for passage in _places(view, occurrence, found, field):
        yield _share(passage, occurrence.part)


def _places(view: PageView, occurrence: Occurrence, found: Sequence[Occurrence], field: Field) -> Iterable[Passage]:
    if occurrence.cell is not None:
        yield from next_cells(view, occurrence.cell, found)
        return
    inside = rest_of_cell(view, occurrence, found)
    if inside is not None:
        if inside:
            yield inside
        return
    beside = _beside(view, occurrence, found)
    if field.wrap:
        yield from _over_lines(view, occurrence, found, beside)
    if beside:
        yield from _begun(view, occurrence, found, field, beside)
    region = _region(view, occurrence, found)
    if region and region.text != beside.text:
        yield region
    by_itself = occurrence.colon or _fills_line(view, occurrence)
    if by_itself and not beside and field.parse in (parsers.code, parsers.date):
        yield _under_colon(view, occurrence, found)
    if not beside and field.parse is parsers.organisation and (sealed := _sealed(view, occurrence, found)):
        yield sealed
    if field.below and (not beside or (field.parse in _TELLING and not occurrence.colon)):
        yield from _below(view, occurrence, found)


def _below(view: PageView, occurrence: Occurrence, found: Sequence[Occurrence]) -> Iterable[Passage]:
    """The line under a label that fills its own, or the word under one in a row of labels."""
    below = line_under(view, occurrence, found)
    if not below and not occurrence.colon:
        below = _beneath(view, occurrence, found)
    if below:
        yield below


def _over_lines(
    view: PageView, occurrence: Occurrence, found: Sequence[Occurrence], beside: Passage
) -> Iterable[Passage]:
    """Values of several lines that stand about the middle of their label, for labels that may have one."""
    if beside and of_people(beside) and (lines := names_around(view, occurrence, found, beside)):
        yield lines
    if not occurrence.colon and (lines := _about_middle(view, occurrence, found)):
        yield lines


def _sealed(view: PageView, occurrence: Occurrence, found: Sequence[Occurrence]) -> Passage:
    """The office that stands under a label which asks for its seal: 经办机构(章)."""
    text = view.lines[occurrence.line].text if occurrence.line >= 0 else ""
    if not text[occurrence.start : occurrence.end].rstrip(":").endswith("章)"):
        return EMPTY
    under = _under_colon(view, occurrence, found)
    return under if organisations.is_organisation(under.bare().text) else EMPTY


# What is none of these is told from the word beside a head of a column, the last of which no list may know.
_TELLING = (parsers.code, parsers.date, parsers.id_number)


def _fills_line(view: PageView, occurrence: Occurrence) -> bool:
    return occurrence.line >= 0 and view.lines[occurrence.line].passage.bare().text == occurrence.label


def _share(passage: Passage, part: int) -> Passage:
    """What of a cell belongs to the first or the second label of two, where white space or a comma parts it in two."""
    places = [m.span() for m in regex.finditer(r"[\s,、/;]+", passage.text.strip())] if part else []
    if len(places) != 1:
        return passage
    bare = passage.strip()
    return bare[: places[0][0]] if part == 1 else bare[places[0][1] :]


def _beside(view: PageView, occurrence: Occurrence, found: Sequence[Occurrence]) -> Passage:
    """The rest of the label's line, up to the next label."""
    if occurrence.line < 0:
        return EMPTY
    line = view.lines[occurrence.line].passage
    following = [o.start for o in found if o.line == occurrence.line and o.start >= occurrence.end]
    rest = line[occurrence.end : min(following, default=len(line))]
    number = _NEXT_NUMBER.search(rest.text) if following else None
    return (rest[: number.start()] if number else rest).strip(":_")


_NEXT_NUMBER = regex.compile(r"(?:^|\s)[(]?\d{1,2}[.、)]\s*$")  # that of the next place of a numbered form


def _begun(
    view: PageView, occurrence: Occurrence, found: Sequence[Occurrence], field: Field, beside: Passage
) -> Iterable[Passage]:
    """What goes on from ``beside`` on further lines, then ``beside`` alone."""
    if field.parse in _TELLING and (whole := _broken_off(view, occurrence, beside)):
        yield whole
    longer = _wrapped(view, occurrence, found, beside, field) if field.wrap else beside
    if longer is not beside:
        yield longer
    yield beside


def _broken_off(view: PageView, occurrence: Occurrence, beside: Passage) -> Passage:
    """``beside`` with the next line, where a number at the end of a sentence's line goes on there."""
    further = view.lines[occurrence.line + 1 : occurrence.line + 2]
    line = view.lines[occurrence.line]
    if not further or not line.text.endswith(beside.text) or not goes_on(view, line, further[0]):
        return EMPTY
    return beside + further[0].passage


def _about_middle(view: PageView, occurrence: Occurrence, found: Sequence[Occurrence]) -> Passage:
    """The lines of a cell that stand about the middle of its label, as in a table whose rulings were not seen: two or
    more of which the first begins above the label and the last ends below it."""
    box = occurrence.box
    rows = rows_of(_level(view, box, found, 0.2))
    if len(rows) < 2 or rows[0][0].box.y0 > box.y0 - 0.2 * box.height or rows[-1][0].box.y1 < box.y1 + 0.2 * box.height:
        return EMPTY
    return joined((of_words(view.page, row) for row in rows), "\n")


def _right_edge(view: PageView, box: Box, found: Sequence[Occurrence]) -> float:
    """Where the next label on the same level begins."""
    starts = [
        o.box.x0
        for o in found
        if o.box.x0 >= box.x1 and min(o.box.y1, box.y1) - max(o.box.y0, box.y0) > 0.3 * box.height
    ]
    edge = max((w.box.x1 for w in view.words), default=0.0) + 1
    return min(starts, default=edge)


def _level(view: PageView, box: Box, found: Sequence[Occurrence], share: float) -> list[Word]:
    """The words right of a label at ``box`` up to the next one, level with it by ``share`` of their height."""
    right = _right_edge(view, box, found)
    return [
        w
        for w in view.words
        if w.box.x0 >= box.x1 - 0.2 * view.em
        and w.box.center[0] < right
        and min(w.box.y1, box.y1) - max(w.box.y0, box.y0) > share * w.box.height
        and not any(o.box.intersection(w.box) > 0.5 * w.box.area for o in found)
    ]


def _region(view: PageView, occurrence: Occurrence, found: Sequence[Occurrence]) -> Passage:
    """The words of the cell to the right, also where its lines are not level with the label."""
    level = _level(view, occurrence.box, found, 0.12)
    if not level:
        return EMPTY
    return joined((of_words(view.page, row) for row in rows_of(level)), "\n")


def _wrapped(
    view: PageView, occurrence: Occurrence, found: Sequence[Occurrence], beside: Passage, field: Field
) -> Passage:
    """``beside`` and the lines that continue it."""
    parts = [beside]
    last = beside.box()
    before = view.lines[occurrence.line].text[: occurrence.start]
    leading = 2.2 if before and before[-1] != GAP else 0.9  # inside a sentence lines may stand further apart
    left, right = min(last.x0, occurrence.box.x0), _right_edge(view, occurrence.box, found)
    page_right = max(w.box.x1 for w in view.words)
    for index in range(occurrence.line + 1, min(occurrence.line + 6, len(view.lines))):
        line = view.lines[index]
        words = [w for w in line.words if w.box.center[0] < right and w.box.x1 > left]
        if not words or any(o.line == index and o.box.x0 < right and o.box.x1 > left for o in found):
            break
        if words[0].box.x0 < occurrence.box.x0 - view.em and not occurrence.colon:
            break
        gap, full = line.box.y0 - last.y1, last.x1 + _first_word(words[0], view.em) > min(right, page_right)
        hanging = abs(words[0].box.x0 - last.x0) < 0.3 * view.em and last.x0 > occurrence.box.x1
        goes_on = full and gap <= (max(leading, 1.6) if hanging else leading) * view.em
        if not goes_on and not (gap <= 2.2 * view.em and _completes(field, parts, of_words(view.page, words))):
            break
        middle = (words[0].box.x0 + words[-1].box.x1) / 2
        above = (last.center[0], view.lines[occurrence.line].box.center[0])
        centred = any(abs(middle - m) < 2 * view.em for m in above)
        if words[0].box.x0 - last.x0 > 3 * view.em and not centred:
            break
        parts.append(of_words(view.page, words))
        last = union(w.box for w in words)
    return beside if len(parts) == 1 else joined(parts, "\n")


def _first_word(word: Word, em: float) -> float:
    """The room that a line's first word would have taken at the end of the line above, in points: that of a Latin word,
    or of a few Chinese characters."""
    latin = regex.match(r"[A-Za-z][A-Za-z'-]*(?![\u4e00-\u9fff])", word.text)
    return max(2.5 * em, word.span(0, latin.end()).width + 0.4 * em) if latin else 2.5 * em


def _completes(field: Field, parts: Sequence[Passage], following: Passage) -> bool:
    """Whether a name cut short becomes that of an organisation by its next line, on a page of narrow columns, or a list
    of people goes on there."""
    if of_people(parts[0]):
        return more_people(parts[-1], following)
    if field.parse is not parsers.organisation and field.name != "employer":
        return False
    begun = "".join(part.bare().text for part in parts)
    return not organisations.is_organisation(begun) and organisations.is_organisation(begun + following.bare().text)


def _under_colon(view: PageView, occurrence: Occurrence, found: Sequence[Occurrence]) -> Passage:
    """The word on the next line, right under a label that ends its line with a colon."""
    box = occurrence.box
    under = [
        w
        for w in view.words
        if 0 < w.box.y0 - box.y1 + 0.5 * view.em < 2.2 * view.em
        and min(w.box.x1, box.x1) - max(w.box.x0, box.x0) > 0.3 * min(w.box.width, box.width)
    ]
    if len(under) != 1 or any(o.box.intersection(under[0].box) > 0.3 * under[0].box.area for o in found):
        return EMPTY
    return of_word(view.page, under[0])


def _beneath(view: PageView, occurrence: Occurrence, found: Sequence[Occurrence]) -> Passage:
    """The nearest word under the label, as under the head of a column: a label that stands in a row of labels."""
    box = occurrence.box
    if not any(o.line == occurrence.line and o is not occurrence for o in found):
        return EMPTY
    under = [
        w
        for w in view.words
        if 0 < w.box.center[1] - box.y1 < 3 * view.em
        and min(w.box.x1, box.x1) - max(w.box.x0, box.x0) > 0.3 * min(w.box.width, box.width)
    ]
    if not under:
        return EMPTY
    nearest = min(under, key=lambda w: w.box.y0)
    if any(o.box.intersection(nearest.box) > 0.3 * nearest.box.area and o.alone for o in found):
        return EMPTY
    return of_word(view.page, nearest)
