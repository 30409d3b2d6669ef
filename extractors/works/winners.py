"""Who is honoured: whom a certificate addresses, whom its sentence names, who stands at the printed rank."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

import msgspec
import regex

from extractors.base import fact
from extractors.closing import segments
from extractors.grammar import names
from extractors.layout import PageView
from extractors.prose import sentence
from extractors.records import Fact
from extractors.works.matching import hits
from extractors.works.surnames import reads_as_a_name

_CALL = regex.compile(
    r"^\s*(?:尊敬的)?(?P<n>[\p{Han}·\s]{2,12}?)\s*(?:同志|老师|先生|女士|医生|教授|同学)?\s*(?:\([^()]{2,30}\)\s*)?:\s*$"
)
_GIVEN_TO = regex.compile(
    r"(?:授予|颁给|颁发给|奖给|表彰|获奖者:?|获奖人员?:?)(?P<n>[\p{Han}·]{2,8}?)(?=同志|老师|[(,，:]|在|完成|“|《|\"|同学"
    r"|荣获|为|获)"
)


_GROUP = regex.compile(r"(?:小组|班组|课题组|项目组|团队|集体|支部|公司)$")


def called(views: Sequence[PageView]) -> Iterator[Fact]:
    """The person whom a certificate calls on a line of its own, or a part of one, that ends in a colon."""
    for view in views:
        for part in (part for line in view.lines for part in (line.passage, *segments(line))):
            match = _CALL.match(part.text)
            found = names.find(match["n"]) if match else None
            if match and found and not _GROUP.search(found.value):
                start = match.start("n") + found.start
                yield fact("person_name", found.value, part, start, match.start("n") + found.end)
                return


def addressed(views: Sequence[PageView]) -> Iterator[Fact]:
    """The person whom the certificate calls, or whom its sentence honours."""
    own = next(called(views), None)
    if own is not None:
        yield own
        return
    passage = sentence(views)
    done = (hit for view in views for line in view.lines for hit in hits(_DONE_BY, line.passage))
    for hit in chain(hits(_GIVEN_TO, passage), done):
        if found := names.find(hit["n"]):
            yield hit.fact("person_name", "n", found.value, trust=0.9)
            return
    for hit in hits(_RANKED, passage):
        if reads_as_a_name(hit["n"]):
            yield hit.fact("person_name", "n", trust=0.9)
            return


_RANKED = regex.compile(
    r"(?<=[,，。;；(\n]|其中)(?P<n>[\p{Han}·]{2,8}?)(?:同志|老师|同学)?(?=(?:个人)?(?:排名|排序|位列|名列|位居|列|排)第|为(?:主要|第\p{Han}|第\d)?(?:完成|获奖|参与)人)"
)
_PARTED = regex.compile(r"(?:授予|颁给|颁发给|奖给|表彰)\s+(?P<n>\p{Han}{2,4}|\p{Han}{1,8}·\p{Han}{1,8})\s+\p{Han}")


def parted(views: Sequence[PageView]) -> Iterator[Fact]:
    """The person set into a sentence between spaces: 授予 李明 科技进步奖."""
    for line in (line for view in views for line in view.lines):
        match = _PARTED.search(line.text)
        if match and reads_as_a_name(match["n"]):
            yield fact("person_name", match["n"], line.passage, *match.span("n"))
            return


def without_winner(found: Sequence[Fact]) -> Iterator[Fact]:
    """The award's name without that of the person to whom the sentence gives it."""
    person = next((str(f.value) for f in found if f.name == "person_name"), None)
    for one in found:
        value = str(one.value)
        if person and one.name == "award_name" and value.startswith(person) and len(value) > len(person) + 3:
            yield msgspec.structs.replace(one, value=regex.sub(r"^(?:同志|老师)", "", value[len(person) :]))
        else:
            yield one


_DONE_BY = regex.compile(
    r"(?:^|[。\n])(?P<n>[\p{Han}·]{2,8}?)等?(?:同志|老师|同学|医生|教授)?(?:撰写|完成|主持|指导|创作|设计|制作"
    r"|执教)(?:完成)?的"
)


def placed(found: Sequence[Fact]) -> Iterator[Fact]:
    """On a team's certificate the person is whoever stands at the printed rank."""
    if any(f.name == "person_name" for f in found):
        return
    winners = next((f for f in found if f.name == "winners"), None)
    rank = next((f for f in found if f.name == "rank"), None)
    if winners and rank and 0 < int(str(rank.value)) <= len(winners.value):
        yield msgspec.structs.replace(winners, name="person_name", value=winners.value[int(str(rank.value)) - 1])
    elif winners and len(winners.value) == 1:
        yield msgspec.structs.replace(winners, name="person_name", value=winners.value[0])
