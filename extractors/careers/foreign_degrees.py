"""Degrees of foreign universities: their own certificates in English, and what an office says of them in Chinese."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from extractors.base import fact, first_said
from extractors.grammar import dates, english_dates
from extractors.grammar.normal import is_han
from extractors.layout import PageView
from extractors.passage import Passage, joined
from extractors.records import Fact

_DEGREES = {"doctor": "博士", "master": "硕士", "bachelor": "学士"}
_WORD = r"[A-Z][A-Za-z'’&\-]+"
_DEGREE = regex.compile(
    rf"(?P<g>(?i:doctor|master|bachelor)s?)(?:['’]s)?\s+(?:(?i:degree)|(?i:of)\s+(?P<of>{_WORD}(?:\s+{_WORD})?))"
)
_IN = regex.compile(
    r"(?:\([A-Za-z .,]+\)\s*)?(?i:with\s+(?:first|second)\s+class\s+honou?rs\s+)?(?i:majoring\s+)?(?i:in)\s+"
    rf"(?i:the\s+(?:field|subject)\s+of\s+)?(?P<v>{_WORD}(?:[ \t]+(?:(?:and|of|for|&)[ \t]+)?{_WORD})*)"
)
_GIVEN = regex.compile(
    r"(?i:certif(?:y|ies)\s+that|confer(?:s|red)?|admit(?:s|ted)?\s+to|award(?:s|ed)?|grant(?:s|ed)?)"
)
_NAME = r"(?P<v>[A-Z][A-Za-z'’\-]+\.?(?:(?:,\s?|\s+)[A-Z][A-Za-z'’\-]*\.?){1,3})"
_PERSON = (
    regex.compile(rf"(?i:certif(?:y|ies)\s+that)\s+(?:(?:Mr|Ms|Mrs|Miss|Dr)\.?\s+)?{_NAME}(?=\s*[,\n]|\s+[a-z(]|$)"),
    regex.compile(
        rf"(?i:(?:confer|award|grant)(?:s|red|ed)?\s+(?:up)?on|admit(?:s|ted)?|known\s+that)\s+(?:(?:Mr|Ms|Mrs|Miss)\.?\s+)?{_NAME}(?=\s*[,\n]|\s+[a-z(]|$)"
    ),
    regex.compile(rf"(?i:(?:up)?on)\s+{_NAME}(?=\s+(?i:the\s+degree))"),
)
_SCHOOL = regex.compile(
    rf"(?:(?i:the)\s+)?(?P<v>(?:{_WORD}\s+){{0,4}}(?i:university|institute|college|school|polytechnic)"
    rf"(?:\s+(?:of|for|at|in)(?:\s+the)?(?:\s+{_WORD}){{1,4}}(?:\s+(?:and|&)\s+{_WORD}){{0,2}})?)"
)
_NUMBER = regex.compile(
    r"(?i:certificate|diploma|degree|serial|registration|reference|ref|document)\.?\s*(?i:number|no|id)\b[\s.:#]*(?P<v>(?=[A-Z\-/]*\d)[A-Z0-9][A-Z0-9\-/]{3,30})"
)
_FEW_HAN = 0.1  # of the characters of a page in English


def certified(view: PageView) -> bool:
    """Whether a page in English certifies or confers a degree: This is to certify that … the degree of …"""
    text = view.text
    han = sum(map(is_han, text))
    degree = _DEGREE.search(text)
    of_degree = degree and (degree["of"] or regex.search(r"(?i)degree\s+of", text))
    return bool(han <= _FEW_HAN * len(text) and of_degree and _GIVEN.search(text) and _school(view))


def read(views: Sequence[PageView]) -> Iterator[Fact]:
    """Whose degree of what it is, of which university, since when, under what number."""
    passage = joined((line.passage for view in views for line in view.lines), "\n")
    degree = _DEGREE.search(passage.text)
    if degree is None:
        return
    yield from first_said(passage, "person_name", *_PERSON)
    yield fact("degree", _DEGREES[degree["g"].lower().rstrip("s")], passage, *degree.span())
    discipline = _IN.match(passage.text, _after_space(passage.text, degree.end()))
    if discipline:
        yield _worded("discipline", passage, discipline)
    for view in views[:1]:
        yield from _school(view)
    written = english_dates.find(passage.text)
    date = written or next(reversed([d for d in dates.find(passage.text) if d.precision == "day"]), None)
    if date:
        yield fact("issue_date", date.value, passage, date.start, date.end)
    yield from first_said(passage, "certificate_number", _NUMBER)


def _after_space(text: str, at: int) -> int:
    return at + len(text[at:]) - len(text[at:].lstrip())


def _worded(name: str, passage: Passage, match: regex.Match[str]) -> Fact:
    return fact(name, " ".join(match["v"].split()), passage, *match.span("v"))


def _school(view: PageView) -> list[Fact]:
    """The university in the first lines, or else the first that the text names, as both school and issuer."""
    for line in view.lines:
        match = _SCHOOL.search(line.text)
        if match and regex.search(r"\s", match["v"]):
            return [_worded(name, line.passage, match) for name in ("institution", "issuer")]
    return []


_ABROAD = regex.compile(
    r"在(?P<c>\p{Han}{2,12}?)\s?(?P<v>[A-Z][A-Za-z.,'’&\-\s]{4,80}[A-Za-z])\s?(?:\([^()]{2,40}\))?\s?"
    r"(?:学习|就读|攻读|修读|修完|完成)(?P<m>(?!期)\p{Han}[\p{Han}()、]{1,24}?)(?:专业|学位课程|课程)"
)
_LEVEL = regex.compile(r"学历(?:层次)?[(为]?(?P<v>博士研究生|硕士研究生|本科|专科)|(?P<v>博士|硕士|学士)学位")
_LEVELS = {"博士": "博士研究生", "硕士": "硕士研究生", "学士": "本科"}


def studied_abroad(passage: Passage) -> Iterator[Fact]:
    """School, major and level where a school abroad is named in its own language: 在英国 University of X 学习某专业."""
    match = _ABROAD.search(passage.text)
    if match is None:
        return
    yield _worded("institution", passage, match)
    yield fact("major", match["m"], passage, *match.span("m"))
    level = _LEVEL.search(passage.text)
    if level:
        yield fact("education_level", _LEVELS.get(level["v"], level["v"]), passage, *level.span("v"))
