"""期刊封面, 版权页 and 目录: the issue that a paper stands in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from extractors.base import FieldSet, at_most_one, fact
from extractors.closing import segments
from extractors.grammar import dates, organisations, values
from extractors.grammar.labels import Field, Value
from extractors.layout import Line, PageView
from extractors.passage import Passage, joined
from extractors.records import DocumentType, Fact
from extractors.works import codes, contents, covers, headers, issues, masthead
from extractors.works.matching import hits, printed, words

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
    r"录用通知|用稿通知|申报表|评审表|图书在版编目|CIP数据|检索报告|ISBN|查新|获奖证书|参考文献[\]】)]?:?\n|材料目录|证明材料"
    r"|附件目录|档案目录|兹证明|特此(?:证明|说明|函告|函复)|[你您]所询|(?:已|被)\p{Han}{0,6}正式录用|(?i:ofacceptance|acceptedforpublication|beenaccepted)"
)
_BOTH = 2  # ISSN and CN
_GOES_ON = 0.7  # an imprint or a contents page may also go on with the cover before it
_NEXT = regex.compile(
    r"(?:主[编管办]|社长|总编|编辑|出版|协办|承办|地址|邮编|电话|国际标准|国内统一|刊号|定价|邮发)\p{Han}{0,8}:"
)


def _body(passage: Passage) -> Value | None:
    """An office or society, up to the next label where a scan ran that on to it (滇南师范学院主编:方志远)."""
    following = _NEXT.search(passage.text)
    return values.text(passage[: following.start()] if following else passage)


def _name(passage: Passage) -> Value | None:
    """A journal's name without how often it appears and since when: 云山工程师(月刊,1969年创刊)."""
    often = masthead.OFTEN.search(passage.text.rstrip())
    return values.text(passage[: often.start()] if often else passage)


_LABELS = FieldSet(
    Field("sponsor", ("主办单位", "主办"), _body),
    Field("supervisor", ("主管单位", "主管部门", "主管"), _body),
    Field("publisher", words("出版单位 编辑出版 出版发行 出版者 出版"), values.text),
    Field("journal", ("刊名", "期刊名称", "刊物名称"), _name),
    Field("issue_date", ("出版日期", "出版时间", "出刊日期"), values.date),
)
_SPONSORED = tuple(
    (name, regex.compile(rf"主{one}(?:单位|部门)?:?(?P<v>\p{{Han}}{{4,24}})|(?P<v>\p{{Han}}{{4,24}}?)主{one}"))
    for name, one in (("sponsor", "办"), ("supervisor", "管"))
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
        if contents.headed(view) and _of_a_journal(view):
            return _GOES_ON
        named = masthead.journal([view]) is not None or _large_name(view) is not None
        issue = any(issues.has_issue(line.passage) for line in view.lines)
        if numbers and issue and len(view.tight) < 400:
            return 0.85
        if named and numbers == _BOTH and len(view.tight) < 160:
            return _GOES_ON  # a cover
        if named and issue and numbers:
            return 0.6
        if named and issue and len(view.tight) < 160:
            return 0.6
        return round(0.1 * numbers + 0.03 * imprint, 4)

    def facts(self, views: Sequence[PageView]) -> list[Fact]:
        listed = list(contents.facts(views))
        views = [contents.imprint_of(view) for view in views]
        labelled = _LABELS.read(views)
        found = [f for f in labelled if f.name == "journal"]
        for view in views:
            name = _large_name(view) or masthead.journal([view])
            if name:
                found.append(name)
            found += _numbers(view)
            found += [*_issue(view), *covers.dated(view)]
        return [*at_most_one([*found, *labelled, *_under_labels(views), *_published(views), *_run_on(views)]), *listed]


def _of_a_journal(view: PageView) -> bool:
    """A contents page of a journal gives names with its titles, or the issue in its header."""
    entries = contents.entries(view)
    signed = sum(1 for entry in entries if entry.signed)
    dated = any(issues.has_issue(line.passage) for line in headers.header_lines(view))
    return len(entries) >= 3 and (dated or signed >= max(2, len(entries) // 3))


def _run_on(views: Sequence[PageView]) -> Iterator[Fact]:
    """Who sponsors and who supervises, where the word for it stands directly at the name, before or after it."""
    for part in (part for view in views for line in view.lines for part in segments(line)):
        for name, pattern in _SPONSORED:
            hit = next(hits(pattern, part), None)
            if hit and hit.match.span() == (0, len(part.bare())) and organisations.is_organisation(hit["v"]):
                yield hit.fact(name, "v", trust=0.9)


_OVER = {
    "sponsor": regex.compile(r"主办(?:单位|部门):?"),
    "supervisor": regex.compile(r"主管(?:单位|部门):?"),
    "issue_date": regex.compile(r"(?:出版|出刊)(?:日期|时间):?"),
}


def _under_labels(views: Sequence[PageView]) -> Iterator[Fact]:
    """What stands under a label that is alone on its line, as in the narrow column of an imprint."""
    for label, below in (pair for view in views for pair in pairwise(view.lines)):
        name = next((n for n, over in _OVER.items() if over.fullmatch(label.passage.bare().text)), "")
        if not name or abs(below.box.x0 - label.box.x0) > label.height:
            continue
        value = values.date(below.passage) if name == "issue_date" else _body(below.passage)
        if value and (name == "issue_date" or organisations.is_organisation(str(value.value))):
            yield fact(name, value.value, below.passage, value.start, value.end, trust=0.95)


_PUBLISHED = regex.compile(r"\s?(?:正式)?出版(?![社单物日时])")


def _published(views: Sequence[PageView]) -> Iterator[Fact]:
    """The day or month that a line gives without a label: 2020年8月15日出版."""
    for line in (line for view in views for line in view.lines):
        for date in dates.find(line.text):
            if date.precision != "year" and _PUBLISHED.match(line.text, date.end):
                yield fact("issue_date", date.value, line.passage, date.start, date.end, trust=0.95)
                return


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


def _large_name(view: PageView) -> Fact | None:
    """The journal's name where it is set larger than all else."""
    texts = ((line, part, part.bare().text) for line in view.lines for part in _name_parts(line))
    parts = [
        (line, part) for line, part, text in texts if regex.search(r"\p{Han}{2}", text) and not _EDITION.fullmatch(text)
    ]
    if not parts:
        return None
    tallest, part = max(parts, key=lambda at: at[1].box().height)
    bare = part.bare()
    text = regex.sub(r"^[《]|[》]$|(?<=.)\((?:双?月|季|半月|旬|周|半?年)刊\)$", "", bare.text)
    if (
        part.box().height < 1.4 * view.em
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
_EDITION = regex.compile(r"[(](?!(?:双?月|季|半月|旬|周|半?年)刊)\p{Han}{1,10}(?:[版刊]|科学|医学)[)]")
_EDITION_END = regex.compile(r"\p{Han}{1,8}[)]")


def _closed(text: str) -> bool:
    return text.count("(") == text.count(")")


def _name_parts(line: Line) -> list[Passage]:
    """What of the line is no word for a contents page, where wide gaps part them (云南学报　CONTENTS　目录); its parts
    where they are set in unlike sizes, and the Chinese ones beside a name in English."""
    parts = [_in_chinese(part) for part in segments(line) if part]
    others = [part for part in parts if not _HEAD_WORDS.fullmatch(part.bare().text)]
    chinese = [part for part in others if regex.search(r"\p{Han}{2}", part.text)]
    heights = [part.box().height for part in chinese]
    if heights and (len(chinese) < len(others) or max(heights) > _UNLIKE * min(heights)):
        return chinese
    return others if len(others) < len(parts) or len(parts) == 1 else [line.passage]


_UNLIKE = 1.4
_IN_ENGLISH = regex.compile(r"(?<=\p{Han}{2})\s+[A-Z][A-Za-z&,.' -]{7,}$")


def _in_chinese(part: Passage) -> Passage:
    """A name without the English one that follows it."""
    english = _IN_ENGLISH.search(part.text)
    return part[: english.start()] if english else part


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
