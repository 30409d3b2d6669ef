"""One claim written as a line: 《题目》发表于《刊名》2018年第3期, 第一作者; 2018年获云南省科技进步三等奖(排名第2)."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from extractors.base import fact
from extractors.forms.claim_sections import Kind
from extractors.grammar import dates
from extractors.grammar.ranks import rank_in
from extractors.passage import Passage
from extractors.records import Fact

_QUOTED = regex.compile(r"[《“\"](?P<t>[^《》“”\"]{3,80})[》”\"]")
_PLAIN_PAPER = regex.compile(r"^(?P<t>[^,，;；。《》\[\]]{6,60})(?:\[J\]|[,，.。])")
_AWARDS = (
    regex.compile(
        r"(?:荣?获得?|被?授予|被?评为|获评)(?:了)?(?P<t>[^,;。:]{2,60}?"
        r"(?:奖|称号|先进个人|先进工作者|优秀[\u4e00-\u9fff]{1,8}|标兵|能手|模范))(?=[,;。(]|$)"
    ),
    regex.compile(r"(?P<t>[^,;。:]{4,60}?[一二三特]等奖)"),
    regex.compile(
        r"(?:^|[,;。:])(?P<t>[^,;。:()]{2,40}?(?:奖|先进个人|先进工作者|劳动模范|优秀[\p{Han}]{1,8}|标兵|能手))(?=[,;。(]|$)"
    ),
)
_RANKED = regex.compile(
    r"(?:排名|位次|名次|本人)?第\s?[一二三四五六七八九十\d]{1,2}(?!\s?[期卷届批次页号版辑章\d])\s?(?:"
    r"作者|完成人|位|名|发明人)?|独著|排名\s?\d{1,2}|\d{1,2}/\d{1,2}"
)


def read_line(passage: Passage, kind: str) -> Iterator[Fact]:
    """The claim's facts; nothing when its name cannot be told from the rest."""
    named = {"paper": _paper, "award": _award, "project": _titled, "patent": _titled}[kind](passage, kind)
    first = next(named, None)
    if first is None or (_COUNTED.search(str(first.value)) and "《" not in passage.text):
        return  # how many there are, or where they are listed
    yield first
    yield from named
    dated = [] if "[J]" in passage.text and _REFERENCE.match(passage.text) else dates.find(passage.text)
    if dated and kind in ("award", "paper"):
        yield fact(f"claimed_{kind}_date", dated[0].value, passage, dated[0].start, dated[0].end)
    number = _PATENT_NUMBER.search(passage.text) if kind == "patent" else None
    if number:
        bare = passage[slice(*number.span())].bare()
        yield fact("claimed_patent_number", bare.text.upper(), bare)
    match = _RANKED.search(passage.text)
    rank = rank_in(passage[match.start() : match.end()]) if match else None
    if match and rank and kind in ("award", "paper"):
        name = "claimed_author_rank" if kind == "paper" else "claimed_award_rank"
        yield fact(name, rank.value, passage, match.start() + rank.start, match.start() + rank.end)


_PATENT_NUMBER = regex.compile(r"(?:ZL|zl)\s?(?:\d\s?){8,12}(?:\.\s?[\dXx])?")
_IN_JOURNAL = regex.compile(r"(?:在|于)\s?$")
_PUBLISHED = regex.compile(r"[^《》;。]{0,24}(?:发表|刊登|刊发|刊载)[^《》;。]{0,8}$")
_PAPER_SAID = regex.compile(
    r"《[^《》]{3,80}》[\s,，]{0,4}《[^《》]{2,40}》|《[^《》]{3,80}》.{0,30}(?:发表|刊登|刊发|刊载)|(?:发表|刊登|刊发|刊载)[^《》;。]{0,8}《[^《》]{3,80}》"
)
_PROJECT_SAID = regex.compile(
    r"^(?:(?:19|20)\d\d[年.\d月\-至]*[,]?)?(?:本人)?(?:主持|承担|参与|负责|参加|牵头|完成|组织)(?:了|并)?(?:完成|实施|开展|承担)?(?:了)?"
    r"[“\"《]?(?P<t>(?!或|和|及|与|的|过)[^,，;；。《》“”\"()]{4,60}?(?<!的|科研|教研|重[大点]|主要|相关|[省市县厅校]级|国家级)(?:项目|课题|工程|专项|计划|研究))[”\"》]?(?=[,，;；。(]|$)"
)


def kind_said(text: str) -> Kind | None:
    """Which kind of claim a sentence makes by its own words; None for one that makes none."""
    if _PAPER_SAID.search(text):
        return "paper"
    if any(p.search(text) for p in _AWARDS) and dates.find(text):
        return "award"
    return "project" if _PROJECT_SAID.match(text) and not _COUNTED.search(text) else None


_COUNTED = regex.compile(r"\d\s?余?[项篇部]|[一二两三四五六七八九十]余?[项篇](?![目章])|附件|附后|另附|见附")


_REFERENCE = regex.compile(
    r"^(?:[\p{Han}·]{2,8}[,，、\s]*){1,8}(?:等)?[.．。]\s*(?P<t>[^\[\]]{4,80}?)\s*\[J\][.,，。\s]*(?P<j>[^,，.。\d]{2,30}?)\s*[,，.]"
)


def _paper(passage: Passage, kind: str) -> Iterator[Fact]:
    if reference := _REFERENCE.match(passage.text):
        for name, group in ((f"claimed_{kind}", "t"), ("claimed_journal", "j")):
            yield fact(name, passage[slice(*reference.span(group))].printed(), passage, *reference.span(group))
        dated = dates.find(passage.text[reference.end() :], typed=True)
        if dated:
            start, end = (reference.end() + at for at in (dated[0].start, dated[0].end))
            yield fact("claimed_paper_date", dated[0].value, passage, start, end)
        return
    quoted = list(_QUOTED.finditer(passage.text))
    title = quoted[0] if quoted else None
    if title and (whole := _PLAIN_PAPER.match(passage.text)) and _inside(title, whole):
        title, quoted = whole, [whole, *quoted[1:]]
    if title and len(quoted) == 1 and (plain := _PLAIN_PAPER.match(passage.text)) and plain.end() <= title.start():
        title, quoted = plain, [plain, *quoted]
    if title is None:
        title = _PLAIN_PAPER.match(passage.text)
    if title is None:
        return
    journal = None
    if len(quoted) > 1:
        journal = quoted[1]
        if (
            title is quoted[0]
            and _IN_JOURNAL.search(passage.text[: title.start()])
            and _PUBLISHED.match(passage.text[title.end() : journal.start()])
        ):
            title, journal = journal, title  # 在《刊名》发表《题目》
    yield fact(f"claimed_{kind}", passage[slice(*title.span("t"))].printed(), passage, *title.span("t"))
    span = journal.span("t") if journal else _journal_behind(passage.text, title.end())
    if span is not None:
        yield fact("claimed_journal", passage[slice(*span)].printed(), passage, *span)


_UNMARKED = regex.compile(r"\s*,\s*(?P<j>(?![^,]*作者)\p{Han}[\p{Han}()]{2,18})\s*[,.]?\s*(?:19|20)\d\d\s?[年,.(]")


def _journal_behind(text: str, end: int) -> tuple[int, int] | None:
    """Where a journal without quotation marks stands behind a title: 《题目》, 岩土力学, 2019年."""
    found = _UNMARKED.match(text, end)
    return found.span("j") if found and text[end - 1 : end] == "》" else None


_LED_IN = regex.compile(r"(?:发表|撰写|论文|题为|文章|的|了|[,，:：]|^)\s?$")


def _inside(quoted: regex.Match[str], whole: regex.Match[str]) -> bool:
    """Whether words in quotation marks are a part of a title without marks: 专业“岗课对接”教学实践."""
    before = whole.string[: quoted.start()]
    within = whole.start() < quoted.start() and quoted.end() < whole.end() - 1
    return within and quoted.group()[0] != "《" and _LED_IN.search(before) is None


def _award(passage: Passage, kind: str) -> Iterator[Fact]:
    match = next((m for p in _AWARDS if (m := p.search(passage.text))), None)
    if match:
        start, end = match.span("t")
        date = next((d for d in dates.find(passage.text) if d.start == start), None)
        start = date.end if date else start
        yield fact(f"claimed_{kind}", passage[start:end].printed(), passage, start, end)


def _titled(passage: Passage, kind: str) -> Iterator[Fact]:
    match = (
        _PROJECT_SAID.match(passage.text)
        or _QUOTED.search(passage.text)
        or regex.match(r"(?:主持|参与|承担|负责)?(?:完成)?(?P<t>[^,，;；。《》()]{6,70})", passage.text)
    )
    if match:
        yield fact(f"claimed_{kind}", passage[slice(*match.span("t"))].printed(), passage, *match.span("t"))
