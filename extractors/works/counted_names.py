"""Names under the head of a list that counts them, some of which a scan ran together."""

from __future__ import annotations

from itertools import takewhile

import regex

from extractors.grammar.normal import tight
from extractors.grammar.organisations import is_organisation
from extractors.layout import PageView
from extractors.passage import Passage, joined
from extractors.works.authors import run_apart
from extractors.works.sentence_lists import are_names
from extractors.works.surnames import COMPOUND, begins_like_a_name

_LIST_HEAD = regex.compile(r"名单(?:如下)?\(?共?(?P<n>\d+)[名位人]\)?:?$")


def counted(view: PageView) -> list[tuple[Passage, tuple[str, ...]]]:
    """Names under the head of a list that a scan shows without the spaces between them (李桂芳杨志诚 段云波董晓红): as
    many as the head counts, and parted in one way only."""
    for at, line in enumerate(view.lines):
        head = _LIST_HEAD.search(tight(line.text))
        following = [b.passage for b in view.lines[at + 1 : at + 9]] if head else []
        taken = list(takewhile(lambda p: regex.fullmatch(r"[\p{Han}·\s、,]{2,60}", p.text), following))
        taken = taken[: next((i for i, p in enumerate(taken) if is_organisation(tight(p.text))), len(taken))]
        if head is None or not taken:
            continue
        whole = joined(taken, "")
        people = [n for part in regex.split(r"[\s、,]+", whole.text) if part for n in _parted(part)]
        people = _as_many(people, int(head["n"]))
        if int(head["n"]) == len(people) >= 2 and are_names(people):
            return [(whole, tuple(people))]
    return []


def _as_many(people: list[str], count: int) -> list[str]:
    """``people``, those of four characters parted into two names each where that makes as many as there should be."""
    parted = [(name[:2], name[2:]) if _may_be_two(name) else (name,) for name in people]
    return [part for parts in parted for part in parts] if sum(map(len, parted)) == count else people


def _may_be_two(name: str) -> bool:
    return len(name) == 4 and name[:2] not in COMPOUND and all(map(begins_like_a_name, (name, name[2:])))


def _parted(text: str) -> tuple[str, ...]:
    """The names of a run; a long one that threes fit, the commonest length, is parted into these."""
    threes = tuple(text[i : i + 3] for i in range(0, len(text), 3))
    if len(text) > 6 and len(text) % 3 == 0 and all(map(begins_like_a_name, threes)):
        return threes
    return (text,) if len(text) <= 4 else run_apart(text)
