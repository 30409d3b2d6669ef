"""Values of a ruled form whose labels an engine could not read: small print broken over the lines of a narrow cell.

Only what by itself can be one thing is taken, and only where no label gave it: an identity number, a sex, the date of
birth that agrees with the number, a kind of employer, a school with major and date, a title before the time since when.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from extractors.base import fact
from extractors.forms.form_choices import kind_named
from extractors.grammar import dates, identity, titles
from extractors.grammar.labels import Occurrence
from extractors.layout import PageView
from extractors.records import Fact
from extractors.ruled import Cell, right_of

_TRUST = 0.85
_KIND = regex.compile(r"(?:事业单位|(?:国有|民营|私营|集体|外资|合资)(?:独资|控股)?企业|非公有制(?:企业|单位)|机关)")
_SCHOOLING = regex.compile(
    r"(?:19|20)\d\d[年.\-/]\d{1,2}月?[,、]?(?:毕业于)?\p{Han}{3,16}(?:大学|学院|学校|党校)\p{Han}{2,16}专业(?:毕业)?"
)
_TITLE = regex.compile(rf"(?:{titles.TITLE.pattern})")

Labelled = Sequence[tuple[PageView, list[Occurrence]]]


def unlabelled(labels: Labelled, read: Sequence[Fact]) -> Iterator[Fact]:
    """What stands in the cells of a scanned form beside no label, of names that ``read`` has not."""
    held = {f.name for f in read}
    for view, found in labels[:1]:
        if view.page.source == "text":
            continue
        free = _free(view, found)
        for one in (*_alone(free), *_born(free, held_number(read, free)), *_current(view, found)):
            if one.name not in held:
                held.add(one.name)
                yield one


def held_number(read: Sequence[Fact], free: Sequence[Cell]) -> str:
    """The applicant's identity number, as read beside its label or alone in a cell; "" where none is."""
    said = next((str(f.value) for f in read if f.name == "id_number"), "")
    return said or next((number for cell in free if (number := _number(cell))), "")


def _free(view: PageView, found: Sequence[Occurrence]) -> list[Cell]:
    """Cells that are neither labels nor stand right of one."""
    labels = [o.cell for o in found if o.cell is not None]
    valued = [cell for label in labels if (cell := right_of(view, label)) is not None]
    return [c for c in view.cells if c.words and c not in labels and c not in valued]


def _number(cell: Cell) -> str:
    numbers = identity.find_dated(cell.text)
    return numbers[0].value if len(numbers) == 1 and len(cell.text) == len(numbers[0].value) else ""


def _alone(free: Sequence[Cell]) -> Iterator[Fact]:
    """What a whole cell says, where one cell alone says such a thing."""
    said = [
        ("id_number", [(c, number) for c in free if (number := _number(c))]),
        ("gender", [(c, c.text) for c in free if c.text in ("男", "女")]),
        ("employer_kind", [(c, kind_named(c.text) or "") for c in free if _KIND.fullmatch(c.text)]),
        ("schooling", [(c, c.text) for c in free if _SCHOOLING.fullmatch(c.text)]),
    ]
    for name, cells in said:
        if len(cells) == 1 and cells[0][1]:
            yield fact(name, cells[0][1], cells[0][0].passage, trust=_TRUST)


def _born(free: Sequence[Cell], number: str) -> Iterator[Fact]:
    """A date by itself that is the one in the identity number."""
    born = identity.birth(number) if number else ""
    for cell in free:
        found = dates.find(cell.text, typed=True)
        alone = born and len(found) == 1 and found[0].end - found[0].start == len(cell.text)
        if alone and len(found[0].value) >= 7 and born.startswith(found[0].value):
            yield fact("birth_date", found[0].value, cell.passage, trust=_TRUST)
            return


def _current(view: PageView, found: Sequence[Occurrence]) -> Iterator[Fact]:
    """The title left of the place for the time since when it is held."""
    for label in found:
        for cell in view.cells if label.field == "current_title_date" else ():
            beside = right_of(view, cell)
            if beside and beside.box.intersection(label.box) > 0 and _TITLE.fullmatch(cell.text):
                yield fact("current_title", cell.text, cell.passage, trust=_TRUST)
                return
