"""Searching a passage as if no white space stood in it, without losing the places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from extractors.base import fact
from extractors.grammar.labels import Value
from extractors.passage import Passage
from extractors.records import Fact, FactValue

TIMEOUT = 2.0  # seconds for one search: hostile text must not hold a worker

BROKEN = "\ufffe"  # pdfium's sign for the hyphen at the end of a line
_CHINESE = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f“”‘’·]"
_BESIDE_CHINESE = regex.compile(rf"(?<={_CHINESE})\s+|\s+(?={_CHINESE})")


def words(text: str) -> tuple[str, ...]:
    """Labels written one after another."""
    return tuple(text.split())


@dataclass(frozen=True, slots=True)
class Hit:
    """A match in a passage's text with its white space left out."""

    match: regex.Match[str]
    passage: Passage
    places: tuple[int, ...]

    def __getitem__(self, group: int | str) -> str:
        return self.match[group] or ""

    def span(self, group: int | str = 0) -> tuple[int, int]:
        """Where the group stands in ``passage``, white space counted. Raises ValueError when it matched nothing."""
        start, end = self.match.span(group)
        if end <= start:
            raise ValueError(f"group {group!r} is empty")
        return self.places[start], self.places[end - 1] + 1

    def value(self, group: int | str = 0, value: FactValue | None = None) -> Value:
        """The group as a parser's value, its own text when no other value is given."""
        return Value(self[group] if value is None else value, *self.span(group))

    def fact(
        self, name: str, group: int | str = 0, value: FactValue | None = None, *, item: int = 0, trust: float = 1.0
    ) -> Fact:
        """The group as a fact; its printed characters without white space when no other value is given."""
        start, end = self.span(group)
        shown = printed(self.passage, start, end) if value is None else value
        return fact(name, shown, self.passage, start, end, item=item, trust=trust)


def printed(passage: Passage, start: int = 0, end: int | None = None) -> str:
    """As the page has it; white space stays only where neither neighbour is Chinese."""
    return _BESIDE_CHINESE.sub("", " ".join(passage.printed(start, end).split())).replace(BROKEN, "-")


_MARKS = {"《": "》", "“": "”", '"': '"', "「": "」"}


def unquoted(title: Passage) -> Passage:
    """A title without the marks that enclose all of it, and without a note in brackets behind them: 《…》(著作)."""
    opened = title.text[:1]
    close = title.text.find(_MARKS[opened], 1) if opened in _MARKS else -1
    if close > 1 and regex.fullmatch(r"\s*(?:\([^()]{1,8}\))?\s*", title.text[close + 1 :]):
        return title[1:close]
    return title


def hits(pattern: regex.Pattern[str], passage: Passage, *, overlapped: bool = False) -> Iterator[Hit]:
    """Every match of ``pattern`` in the text of ``passage`` without white space. A search that runs out of time"
    " ends."""
    places = tuple(i for i, c in enumerate(passage.text) if not c.isspace())
    bare = "".join(passage.text[i] for i in places)
    try:
        for match in pattern.finditer(bare, overlapped=overlapped, timeout=TIMEOUT):
            yield Hit(match, passage, places)
    except TimeoutError:
        return


def first(pattern: regex.Pattern[str], passage: Passage) -> Hit | None:
    """The first match, or None."""
    return next(hits(pattern, passage), None)
