"""Registers of journals that users import, and looking journals up in them by title, ISSN or CN number.

None is bundled: lists belong to their publishers. A row keeps the list it stands in and that list's year, because a
journal warned of in one year was not so the year before.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cached_property
from typing import Literal

import msgspec

RowKind = Literal["listed", "warned", "predatory", "hijacked"]
NOISE = re.compile(r"[^\w]|_")
ALIASES = re.compile(r"[;；]")


class JournalRow(msgspec.Struct, frozen=True, kw_only=True):
    """One journal in one list. ``year`` is the list's, 0 when it names none.

    ``founded`` and ``cycle`` (月刊 …) are as the list says.
    ``kind``: listed; warned (a warning list); predatory; hijacked (the title of a journal that others imitate).
    """

    title: str
    list: str
    kind: RowKind = "listed"
    year: int = 0
    issns: tuple[str, ...] = ()
    cn: str = ""
    former: tuple[str, ...] = ()
    founded: int = 0
    cycle: str = ""
    note: str = ""


class JournalRegister:
    """All imported rows, indexed. Empty when nothing was imported, and then it knows nothing about any journal."""

    def __init__(self, rows: Iterable[JournalRow] = ()) -> None:
        self.rows = tuple(rows)

    def __bool__(self) -> bool:
        return bool(self.rows)

    @cached_property
    def _by_title(self) -> dict[str, list[JournalRow]]:
        index: dict[str, list[JournalRow]] = {}
        for row in self.rows:
            for title in (row.title, *row.former):
                index.setdefault(title_key(title), []).append(row)
        return index

    @cached_property
    def _by_number(self) -> dict[str, list[JournalRow]]:
        index: dict[str, list[JournalRow]] = {}
        for row in self.rows:
            for number in (*map(issn_key, row.issns), cn_key(row.cn)):
                if number:
                    index.setdefault(number, []).append(row)
        return index

    @cached_property
    def _editions(self) -> dict[str, list[int]]:
        years: dict[str, set[int]] = {}
        for row in self.rows:
            years.setdefault(row.list, set()).add(row.year)
        return {name: sorted(found) for name, found in years.items()}

    def in_force(self, name: str, year: int) -> int:
        """The year of the newest imported edition of a list that was out in ``year``; 0 when none was."""
        return max((edition for edition in self._editions.get(name, ()) if edition <= year), default=0)

    def titled(self, title: str) -> tuple[JournalRow, ...]:
        """Rows under that title, present or former; editions in brackets count as part of the title."""
        return tuple(self._by_title.get(title_key(title), ())) if title_key(title) else ()

    def numbered(self, number: str) -> tuple[JournalRow, ...]:
        """Rows with that ISSN or CN number."""
        rows = self._by_number.get(issn_key(number), ()) or self._by_number.get(cn_key(number), ())
        return tuple(rows)

    def find(self, title: str = "", *numbers: str) -> tuple[JournalRow, ...]:
        """Rows that the title or any of the numbers leads to, each once."""
        found = [*self.titled(title), *(row for n in numbers if n for row in self.numbered(n))]
        return tuple(dict.fromkeys(found))

    def lists(self, *kinds: RowKind) -> tuple[str, ...]:
        """The names of the imported lists of these kinds, with their years."""
        names = {f"{row.list}（{row.year}）" if row.year else row.list for row in self.rows if row.kind in kinds}
        return tuple(sorted(names))


def title_key(title: str) -> str:
    return NOISE.sub("", unicodedata.normalize("NFKC", title)).upper()


def issn_key(number: str) -> str:
    plain = unicodedata.normalize("NFKC", number).replace("-", "").strip().upper()
    return plain if re.fullmatch(r"\d{7}[\dX]", plain) else ""


def cn_key(number: str) -> str:
    """Province and serial of a CN number; the class letter behind the slash is left out, for prints differ in it."""
    match = re.search(r"(\d{2})\s*-\s*(\d{4})", unicodedata.normalize("NFKC", number))
    return f"CN{match[1]}-{match[2]}" if match else ""
