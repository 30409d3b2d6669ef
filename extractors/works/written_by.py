"""Who a letter says wrote a paper: the names before 撰写的论文, or in brackets behind the title."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from extractors.base import fact
from extractors.grammar import names
from extractors.passage import Passage
from extractors.records import Fact
from extractors.works.matching import first

_WRITTEN_BY = regex.compile(
    r"(?P<people>(?:[\p{Han}·,、和]|\([^()]{1,8}\)){2,80}?)(?:等)?(?:\d{1,2}人)?(?:同志|老师|先生|女士)?(?:共同)?(?:撰写|所著|所写|合著|合写|投寄"
    r"|创作|投来)的?(?:论文|稿件|文章|[《“\"])"
    r"|(?P<people>(?:[\p{Han}·,、和]|\([^()]{1,8}\)){2,80}?)(?:等)?(?:同志|老师|先生|女士)的(?:论文|稿件|文章|[《“\"])"
)


_PEOPLE = r"(?P<people>[\p{Han}·]{2,12}(?:[,、;][\p{Han}·]{2,12}){0,12})"
_LISTED = rf"[(](?:(?:第一)?作者[:为]?)?{_PEOPLE}等?(?:\d+人)?[)]"
_BESIDE_TITLE = regex.compile(
    rf"[》”\"](?:一文)?{_LISTED}"
    rf"|[你您]们?{_LISTED}(?=(?:合作|共同)?(?:撰写|所著|提交|投寄|投来|来稿|的))"  # 您(甲、乙)撰写的
)


def written_by(passage: Passage) -> Iterator[Fact]:
    """Names in brackets behind the title or the word for whom the letter greets, else right before 撰写的论文: these
    read from the right, as far as they are names."""
    named = first(_BESIDE_TITLE, passage)
    people_beside = names.listed(named["people"]) if named else ()
    if named and people_beside and all(2 <= len(n) <= 4 or "·" in n for n in people_beside):
        yield named.fact("authors", "people", people_beside)
        return
    hit = first(_WRITTEN_BY, passage)
    if hit is None:
        return
    parts = _split_names(hit["people"])
    people: list[str] = []
    for part in reversed(parts):
        name = names.find(part)
        if name is None or name.value != part or not (2 <= len(part) <= 4 or "·" in part) or _GREETED.search(part):
            break
        people.insert(0, part)
    if people:
        tail = hit["people"][hit["people"].rindex(people[0]) if len(people) == 1 else hit["people"].index(people[0]) :]
        start = hit.match.end("people") - len(tail)
        begin, end = hit.places[start], hit.places[hit.match.end("people") - 1] + 1
        yield fact("authors", tuple(people), passage, begin, end)


_BEFORE_NAMES = regex.compile(
    r"^.*(?:证明书?|通知书?|兹有|单位|职工|教师|员工|作者|医院|学校|学院|大学|公司|[中小]学|博物馆|文化馆|图书馆|档案馆|研究[院所]"
    r"|设计院|中心|[局站团])(?=\p{Han}{2,4}$)"
)


def _split_names(text: str) -> list[str]:
    """The parts of a list of names, each without its note (第一作者) and the first without what leads to it."""
    first, *others = regex.split(r"[,、]|(?<=\p{Han}{2})和(?=\p{Han}{2})", regex.sub(r"\([^()]*\)", "", text))
    return [_BEFORE_NAMES.sub("", first), *others]


_GREETED = regex.compile(r"本刊|审|经|您|贵|作者|编辑|录用|研究|通知")
