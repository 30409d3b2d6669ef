"""Whom a letter of appointment appoints to what, as its sentence says it; and the number of such a letter."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from extractors.base import fact
from extractors.careers.posts import POST, title_in
from extractors.grammar import dates, names
from extractors.passage import Passage
from extractors.prose import NAME
from extractors.records import Fact

_WHO = rf"(?!现|经研究|决定|兹|正式|特聘|根据)(?P<n>{NAME})"
_SAID = (
    regex.compile(
        rf"(?:聘(?:任|请|用)?+|任命):?(?P<n>{NAME})(?:同志|先生|女士|老师)(?!为|担任|任|到|在|的|等|受){POST}"
    ),
    regex.compile(
        rf"(?:聘(?:任|请|用)?+|任命):?(?![甲乙]方)(?P<n>{NAME})(?:同志|先生|女士|老师)?(?:\([^()]{{1,30}}\))?,?(?:为|担任|任|在|"
        rf"到)(?:我|本|该)?(?:单位|校|院|局|公司|中心|所|站|厂)?(?:的)?{POST}"
    ),
    regex.compile(
        rf"(?:^|[\n 。;；:]|决定|同意){_WHO}(?:同志|先生|女士|老师)?(?:\([^()]{{1,30}}\))?[:,]?\s?(?:现|正式|"
        rf"经研究,?|决定|兹|特)*聘(?:任|请|用)?(?:您|你|该同志)?(?:为|担任|任|在)(?:我|本)?(?:单位|校|院|"
        rf"局|公司|中心|所|站|厂)?(?:的)?{POST}"
    ),
    regex.compile(
        rf"(?:^|[\n 。;；:]){_WHO}(?:同志|先生|女士|老师)?(?:\([^()]{{1,30}}\))?[:,]?\s?(?:受聘|"
        rf"聘)(?:为|任|担任)?{POST}"
    ),
    regex.compile(
        rf"(?:^|[\n 。;；:、]){_WHO}(?:同志|先生|女士|老师)(?:\([^()]{{1,30}}\))?,?(?:为|任|"
        rf"担任)(?:我|本)?(?:单位|校|院|局|公司|中心|所|站|厂)?(?:的)?{POST}"
    ),
)
_HELD = regex.compile(
    r"(?:自|从|于)(?P<s>[^,，。]{6,16}?)(?:起|开始|至[^,，。]{6,16}?)[,，]?(?:在[^,，。]{2,16}?)?(?:受聘|聘任|聘用)(?:为|担任)?"
    r"(?P<t>[\u4e00-\u9fff]{2,16}?)(?:专业技术)?(?:职务|岗位)"
)
_PROMOTED = regex.compile(
    rf"(?:同意|决定|将|[,，。:](?!同意|决定|将))(?P<n>{NAME})(?:同志)?由[\u4e00-\u9fff]{{2,12}}(?:晋升|套转|转任)为(?P<t>[\u4e00-\u9fff]{{2,12}})"
)
_ADDRESSED = regex.compile(
    rf"聘(?:任|请|用)?(?:您|你|该同志)(?:为|担任|任|到|在)(?:我|本)?(?:单位|校|院|局|公司|司|中心|所|站|厂)?(?:的)?{POST}"
)


def appointed(passage: Passage) -> Iterator[Fact]:
    """Who is appointed to what, as the sentence says; only a post with a title's word in it is a title for sure."""
    for pattern in _SAID:
        for match in pattern.finditer(passage.text, overlapped=True):
            name = names.find(match.group("n"))
            if name is None:
                continue
            title = title_in(passage, *match.span("t"))
            if title is None:
                continue
            yield fact("person_name", name.value, passage, match.start("n"), match.start("n") + name.end)
            yield title
            return
    held = _HELD.search(passage.text)
    if held and (title := title_in(passage, *held.span("t"))):
        yield title
        for date in dates.find(passage.text[: held.end("s")])[-1:]:
            yield fact("start_date", date.value, passage, date.start, date.end)
        return
    promoted = _PROMOTED.search(passage.text)
    if promoted and (name := names.find(promoted["n"])) and (title := title_in(passage, *promoted.span("t"))):
        yield fact("person_name", name.value, passage, promoted.start("n"), promoted.start("n") + name.end)
        yield title
        return
    addressed = _ADDRESSED.search(passage.text)
    title = title_in(passage, *addressed.span("t")) if addressed else None
    if title is not None:
        yield title


_LETTERED = regex.compile(r"聘\s?字\s?第\s*(?P<v>\S(?:[^\n\t号]{0,30}\S)?)\s*号")


def lettered(passage: Passage) -> Iterator[Fact]:
    """The number of a letter of appointment, without the words around it: 聘字第 某单位聘〔2012〕031 号."""
    match = _LETTERED.search(passage.text)
    if match and regex.search(r"\p{Han}|\d{4}\D\d", match["v"]):  # a bare number is none without the words
        yield fact("certificate_number", "".join(match["v"].split()), passage, *match.span("v"))
