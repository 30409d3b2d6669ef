"""Posts that sentences name: the title in them, without the unit and the department before it."""

from __future__ import annotations

import regex

from extractors.base import fact
from extractors.grammar import organisations, titles
from extractors.passage import Passage
from extractors.records import Fact

POST = (
    r"(?P<t>[\u4e00-\u9fff0-9]{2,24}?)(?:\([^()]{1,16}\))?(?:专业技术(?:[一二三四五六七八九十]{1,2}级)?)?(?:职务|岗位(?:\([^()]{1,16}\))?|一职)?(?:工作|"
    r"任职)?(?=[,，。;；、\n ]|(?<!特)聘|任期|受聘|\((?:聘期|任期|自|19|20)|$)"
)
_POST_NAMED = regex.compile(
    r"[\u4e00-\u9fff]{0,10}(?:经理|总监|主管|主任|院长|校长|园长|所长|站长|处长|科长|部长|组长|队长|总工程师|负责人)$"
)
_HONORARY = regex.compile(r"(?:特聘|客座|兼职|评审|咨询|技术|首席|荣誉)(?:专家|顾问|导师)$|(?:硕士|博士|研究)生导师$")
_CIVIL_RANK = regex.compile(r"[一二三四]级(?:主任科员|调研员|巡视员|科员)|副?主任科员|副?调研员|副?巡视员")

# 在十级岗位担任工程师
_HELD_AS = regex.compile(r"(?:岗位?|[一二三四五六七八九十]级)(?:上)?(?:担任|任|从事)(?=\p{Han}{2})")


def _after_employer(text: str, start: int, title: int, end: int) -> int:
    """Where the post begins behind the employer's name, whose end may be taken for the title's (第一中学|一级教师)."""
    if organisations.is_organisation(text[start:title]) or (title - start > 1 and text[title - 1] in "科部室处组系"):
        return title
    behind = [c for c in range(start + 4, title) if organisations.is_organisation(text[start:c])]
    if behind:
        return behind[-1]
    cuts = range(title + 1, end - 2) if title > start else ()
    return next(
        (c for c in cuts if organisations.is_organisation(text[start:c]) and titles.TITLE.match(text, c, end)), start
    )


def title_in(passage: Passage, start: int, end: int) -> Fact | None:
    """The post at ``passage[start:end]`` when a title's word is in it, without the employer before it."""
    held = _HELD_AS.search(passage.text, start, end)
    start = held.end() if held else start
    title = titles.TITLE.search(passage.text, start, end) or _CIVIL_RANK.search(passage.text, start, end)
    if title is None and _POST_NAMED.fullmatch(passage[start:end].tight().text):
        return fact("title", passage[start:end].tight().printed(), passage, start, end)
    if title is None:
        behind = _after_employer(passage.text, start, end, end)
        if not _HONORARY.fullmatch(passage[behind:end].tight().text):
            return None
        return fact("title", passage[behind:end].tight().printed(), passage, behind, end)
    start = _after_employer(passage.text, start, title.start(), end)
    return fact("title", passage[start:end].tight().printed(), passage, start, end)
