"""Days on which a paper may have been issued: dates that stand by themselves, and when a print-out says it was made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from extractors.grammar import dates, organisations
from extractors.grammar.normal import tight
from extractors.layout import Line, PageView
from extractors.passage import GAP, Passage
from ingest.geometry import Box

CLOSING_WORDS = regex.compile(
    r"\((?:[\u4e00-\u9fff]{0,6}(?:盖章|公章|签章|印章)|章|印|(?<=\()[\u4e00-\u9fff]{2,6}盖)\)|[(]?(?:盖章|公章|签章)[)]?:?"
    r"|^(?:出具证明|出证|证明|发证|颁证|签发|颁发)(?:单位|机关)(?:盖章|公章)?[:：]?(?=[\u4e00-\u9fff]{4})"
    r"|^(?:上级)?主管(?:部门|单位)[:：]"
    r"|^(?:[推荐申报所在工作公示]{0,4}单位(?:盖章|公章|签章)?|发证机关|颁发单位|出具单位|落款)[:：]"
)
_DATE_LABEL = regex.compile(r"(?:日期|时间|年月日|签发|颁发|发证|填发|开具|特此证明)\s?[:：]?$")
_NOT_ISSUED = regex.compile(
    r"(?:出生|有效|入学|毕业|起止|起始|终止|截至|打印|查询|参加工作|开始|结束|到期|任职|聘任|申请|受理|批准|取得|评审|"
    r"截止)[\u4e00-\u9fff]{0,4}\s?[:：]?$"
)


_PRINTED = regex.compile(r"(?:(?<![\u4e00-\u9fff])|(?<=号\S{6,32}))(?:打印|查询|生成|制表)(?:日?期|时间)\s?[:：]?")


def _says_printed(text: str) -> bool:
    return bool(_PRINTED.search(tight(text)) or _PRINTED.search(text))


_FOOTER = regex.compile(r"https?://|\s\d{1,3}/\d{1,3}\s*$")  # what a browser prints under each page
_FOOT = 0.9


class End(NamedTuple):
    """A date of issue: on which line of the page, and where the name of who issues is to be looked for."""

    line: int
    passage: Passage
    date: dates.Found
    box: Box
    trust: float


def signed(view: PageView) -> Iterator[End]:
    """Dates that stand by themselves, from the bottom up."""
    for index in range(len(view.lines) - 1, -1, -1):
        line = view.lines[index]
        dated = _standing_date(line)
        if dated is not None and not _countersigned(view, index):
            trust = 0.6 if _FOOTER.search(line.text) and line.box.y0 > _FOOT * view.height else 0.95
            yield End(index, line.passage, dated, line.passage.box(dated.start, dated.end), trust)


def printed(view: PageView) -> Iterator[End]:
    """When a print-out says that it was made, from the bottom up."""
    for index in range(len(view.lines) - 1, -1, -1):
        line = view.lines[index]
        if _standing_date(line) is None and _says_printed(line.text) and (found := dates.find(line.text)):
            yield End(index, line.passage, found[-1], line.box, 0.8)


_CONFIRMED = regex.compile(r"(?:以上|上述)?(?:情况|内容|所述|信息)?(?:经[审核查]\p{Han})?属实[,.。]?|同意[,.。]?")
REACH = 5  # lines that a block at the end takes up


def _countersigned(view: PageView, index: int) -> bool:
    """Whether the date signs only that what another office has signed above is true (情况属实)."""
    for at in range(index - 1, max(-1, index - REACH), -1):
        if _CONFIRMED.fullmatch(tight(view.lines[at].text)):
            return any(_standing_date(line) is not None for line in view.lines[max(0, at - REACH) : at])
    return False


_FROM_DATE = regex.compile(r"\d\s?[年月日]?\s?(?:[~～—\-至到]+|→)\s?$")  # the end of a period
_IN_ENGLISH = regex.compile(r"(?<=\p{Han})/?[A-Za-z.]{3,24}(?=:?$)")  # the same label once more: 日期/Date:
_NOISE = regex.compile(r"^[^\u4e00-\u9fffA-Za-z0-9)]+")


def _standing_date(line: Line) -> dates.Found | None:
    """The last date of a line that is no part of a sentence: before and after it nothing, a gap, or closing words."""
    for date in reversed(dates.find(line.text)):
        if len((line.text[: date.start] + line.text[date.end :]).split(GAP)) > 4:
            return None  # a row of a table
        before, after = line.text[: date.start], line.text[date.end :]
        if date.precision == "year":
            continue
        if not after.startswith(GAP) and CLOSING_WORDS.sub("", after).strip():
            continue
        if _FROM_DATE.search(before):
            continue
        label = _NOISE.sub("", tight(before.rpartition(GAP)[2]))
        label = _IN_ENGLISH.sub("", label)
        if _NOT_ISSUED.search(label or _IN_ENGLISH.sub("", tight(before))):
            continue
        if (
            not label
            or label[-1] == ")"
            or regex.fullmatch("[A-Za-z]", label)
            or _DATE_LABEL.search(label)
            or before[-1:] in (" ", GAP)
        ):
            return date
        if _signer(label):
            return date
    return None


def _signer(label: str) -> bool:
    """Whether what stands before a date is an organisation, closing words such as 单位(盖章): aside."""
    while match := CLOSING_WORDS.search(label):
        label = label[: match.start()] + label[match.end() :]
    return organisations.is_organisation(label)
