"""Author lines in which names in Chinese and in Latin letters stand side by side, or one that begins with no known
family name."""

from __future__ import annotations

import regex

from extractors.passage import Passage
from extractors.works.authors import HAN, LATIN, MARKS, NOT_PEOPLE, Authors, chinese, latin, without_notes
from extractors.works.surnames import begins_like_a_name

_LATIN_PIECE = regex.compile(rf"[\s*†‡#]*(?P<name>{LATIN.pattern})[\d\s*†‡#§^①-⑳]*")
_PIECE = regex.compile(r"[^,，、;；\t]+")
_LONE = regex.compile(rf"\s*(?P<name>{HAN}(?:\s{{0,3}}{HAN}){{1,2}})[\d\s*†‡#]*")


def mixed(passage: Passage) -> Authors | None:
    """The names of a line in which people with Chinese and with Latin names stand side by side, parted by commas; None
    for any other line."""
    people: list[str] = []
    chinese_ones: list[str] = []
    places: list[tuple[int, int]] = []
    for part in _PIECE.finditer(passage.text):
        piece = passage[part.start() : part.end()]
        if MARKS.fullmatch(piece.text):
            continue
        found = chinese(piece, sure=True) or lone(piece)
        foreign = None if found else _LATIN_PIECE.fullmatch(piece.text)
        if foreign and not NOT_PEOPLE.search(piece.text):
            found = Authors((" ".join(foreign["name"].split()),), *foreign.span("name"))
        elif found is None:
            return None
        chinese_ones += [] if foreign else found.names
        people += found.names
        places.append((part.start() + found.start, part.start() + found.end))
    known = sum(map(begins_like_a_name, chinese_ones))
    if not 0 < len(chinese_ones) < len(people) or known < 0.6 * len(chinese_ones):
        return None
    return Authors(tuple(people), places[0][0], places[-1][1])


def listed(passage: Passage, *, sure: bool = False) -> Authors | None:
    """The names of a line that holds nothing but names, in Chinese, in Latin letters, or both; ``sure`` as above."""
    return chinese(passage, sure=sure) or latin(passage) or mixed(passage)


def lone(passage: Passage) -> Authors | None:
    """One name of two or three characters that is all of a line, whatever it begins with: for a line on which nothing
    but an author can stand."""
    text = without_notes(passage.text)
    match = _LONE.fullmatch(text)
    return Authors(("".join(match["name"].split()),), *match.span("name")) if match else None
