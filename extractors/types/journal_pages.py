"""期刊封面, 版权页 and 目录: the issue that a paper stands in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from extractors.base import FieldSet, at_most_one, fact
from extractors.closing import segments
from extractors.grammar import values
from extractors.grammar.labels import Field
from extractors.layout import Line, PageView
from extractors.passage import Passage, joined
from extractors.records import DocumentType, Fact
from extractors.works import codes, contents, issues, masthead
from extractors.works.matching import printed, words

_IMPRINT = tuple(
    regex.compile(pattern)
    for pattern in (
        r"主管(?:单位|部门)?",
        r"主办(?:单位|部门)?",
        r"编辑出版|编辑部|编辑单位|出版单位|出版发行|出版者",
        r"主编|社长|总编|编委会",
        r"邮发代号|国外(?:发行)?代号|广告(?:经营)?许可证|广告发布登记",
        r"定价|每期|零售价",
        r"印刷|发行|订阅|国内外公开发行",
        r"国内统一|国际标准(?:连续出版物号|刊号)|刊号|ISSN",
        r"创刊|双月刊|月刊|季刊|半月刊|旬刊|周刊|出版日期|刊期",
    )
)
_AGAINST = regex.compile(
    r"录用通知|用稿通知|申报表|评审表|图书在版编目|CIP数据|检索报告|ISBN|查新|获奖证书|参考文献\n|材料目录|证明材料"
    r"|附件目录|档案目录"
)
_GOES_ON = 0.7  # an imprint or a contents page may also go on with the cover before it
_LABELS = FieldSet(
    Field("sponsor", ("主办单位", "主办"), values.text),
    Field("supervisor", ("主管单位", "主管部门", "主管"), values.text),
    Field("publisher", words("出版单位 编辑出版 出版发行 出版者 出版"), values.text),
    Field("journal", ("刊名", "期刊名称", "刊物名称"), values.text),
    Field("issue_date", ("出版日期", "出版时间", "出刊日期"), values.date),
)
_PRICE = regex.compile(r"定价|邮编|电话|网址|E-?mail|http|www|地址|邮箱|传真", regex.IGNORECASE)


class JournalPages:
    type: DocumentType = "journal_pages"

    def recognise(self, view: PageView) -> float:
        text = "\n".join("".join(line.text.split()) for line in view.lines)
        if _AGAINST.search(text) or regex.search(r"(?m)^[\[【]?(?:摘要|Abstract)", text):
            return 0.0
        imprint = sum(bool(p.search(text)) for p in _IMPRINT)
        numbers = bool(codes.issn(view.passage)) + bool(codes.cn(view.passage))
        if numbers and imprint >= 3:
            return min(_GOES_ON, 0.45 + 0.08 * imprint + 0.1 * numbers)
        entries = sum(1 for line in view.lines if contents.entry(line))
        if contents.HEAD.search(text) and entries >= 3 and _of_a_journal(view, entries):
            return _GOES_ON
        named = masthead.journal([view]) is not None or _large_name(view) is not None
        issue = any(issues.has_issue(line.passage) for line in view.lines)
        if numbers and issue and len(view.tight) < 400:
            return 0.85
        if named and issue and numbers:
            return 0.6
        if named and issue and len(view.tight) < 160:
            return 0.6
        return round(0.1 * numbers + 0.03 * imprint, 4)

    def facts(self, views: Sequence[PageView]) -> list[Fact]:
        found: list[Fact] = []
        for view in views:
            name = _large_name(view) or masthead.journal([view])
            if name:
                found.append(name)
            found += _numbers(view)
            found += [*_issue(view), *_dated_cover(view)]
        found += _LABELS.read(views)
        head = at_most_one(found)
        return head + list(contents.facts(views))


def _of_a_journal(view: PageView, entries: int) -> bool:
    """A contents page of a journal gives names with its titles, or the issue in its header."""
    signed = sum(1 for line in view.lines if (e := contents.entry(line)) and e.authors)
    return signed >= max(2, entries // 3) or any(issues.has_issue(line.passage) for line in masthead.header_lines(view))


def _numbers(view: PageView) -> Iterator[Fact]:
    for name, hit, value in (
        ("issn", codes.anywhere(view, codes.issn), codes.issn_of),
        ("cn_number", codes.anywhere(view, codes.cn), codes.cn_of),
    ):
        if hit:
            yield hit.fact(name, 0, value(hit))
    permit = codes.anywhere(view, codes.permit)
    if permit:
        yield permit.fact("permit_number")


def _issue(view: PageView) -> Iterator[Fact]:
    for line in view.lines:
        if not _PRICE.search(line.text):
            yield from (f for f in issues.facts(line.passage) if f.name != "page_range")


_MONTH = regex.compile(r"(?P<y>(?:19|20)\d\d)\s?[/.·]\s?(?:0?[1-9]|1[0-2])")


def _dated_cover(view: PageView) -> Iterator[Fact]:
    """The year where a cover gives year and month or issue alone: 2018/12."""
    for line in view.lines:
        match = _MONTH.fullmatch(line.text.strip())
        if match:
            start = line.text.index(match["y"])
            yield fact("year", match["y"], line.passage, start, start + 4, trust=0.9)
            return


def _large_name(view: PageView) -> Fact | None:
    """The journal's name where it is set larger than all else."""
    texts = ((line, "".join(line.text.split())) for line in view.lines)
    lines = [line for line, text in texts if regex.search(r"\p{Han}{2}", text) and not _EDITION.fullmatch(text)]
    if not lines:
        return None
    tallest = max(lines, key=lambda line: line.height)
    bare = _name_part(tallest).bare()
    text = regex.sub(r"^[《]|[》]$", "", bare.text)
    if (
        tallest.height < 1.4 * view.em
        or not 2 <= len(text) <= 24
        or regex.fullmatch(r"(?:本期)?(?:目录|目次|要目|版权页|封面)(?:CONTENTS)?", text, regex.IGNORECASE)
    ):
        return None
    if issues.has_issue(bare) or not regex.fullmatch(r"[\p{Han}A-Za-z·()&与、]+", text):
        return None
    start = bare.text.index(text)
    name = bare[start : start + len(text)]
    edition = _edition(view, tallest, name, _EDITION if _closed(text) else _EDITION_END)
    whole = joined((name, edition)) if edition else name
    return fact("journal", printed(whole), whole)


_HEAD_WORDS = regex.compile(r"(?:本期)?(?:目录|目次|要目|CONTENTS|版权页|封面)+", regex.IGNORECASE)
_EDITION = regex.compile(r"[(]\p{Han}{1,10}(?:[版刊]|科学|医学)[)]")
_EDITION_END = regex.compile(r"\p{Han}{1,8}[)]")


def _closed(text: str) -> bool:
    return text.count("(") == text.count(")")


def _name_part(line: Line) -> Passage:
    """What of the line is no word for a contents page, where wide gaps part them (云南学报　CONTENTS　目录)."""
    parts = [p for p in segments(line) if p and not _HEAD_WORDS.fullmatch(p.bare().text)]
    return parts[0] if len(parts) == 1 else line.passage


def _edition(view: PageView, line: Line, name: Passage, pattern: regex.Pattern[str]) -> Passage | None:
    """The edition in brackets, or the end of its bracket, that stands by itself under the name."""
    box = name.box()
    for below in view.lines:
        for part in segments(below):
            bare = part.bare()
            if not pattern.fullmatch(bare.text):
                continue
            place = bare.box()
            near = 0 <= place.center[1] - box.center[1] < 2.5 * box.height
            if near and below is not line and min(place.x1, box.x1) > max(place.x0, box.x0):
                return bare
    return None


EXTRACTOR = JournalPages()
