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
from extractors.works import codes, issues, masthead
from extractors.works.authors import chinese
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
_CONTENTS = regex.compile(
    r"(?:^|\n)(?:本期)?(?:目录|目次|要目|CONTENTS|Contents)(?:CONTENTS|Contents)?(?:\n|$|[(（])|(?:^"
    r"|\n)[^\n]{0,24}(?:总)?目[录次](?:\n|$)"
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
_LEADERS = r"[.·…。⋯\-—_=]{3,}|\t+"
_ENTRY_RIGHT = regex.compile(
    rf"^(?P<title>.+?)(?:\s*(?:{_LEADERS})\s*|\s*/\s*"
    rf"|\s{{2,}})(?P<authors>[^\d]*?)\s*(?:{_LEADERS})?\s*[(\[]?(?P<page>\d{{1,4}})[)\]]?$"
)
_ENTRY_LEFT = regex.compile(
    rf"^[(\[]?(?P<page>\d{{1,4}})[)\]]?[\t .、]+(?P<title>.+?)(?:\s*(?:{_LEADERS})\s*|\s*/\s*"
    rf"|\s{{2,}})(?P<authors>[^\d]+)$"
)
_ENTRY_BRACKET = regex.compile(r"^(?P<title>.{6,}?)[(](?P<page>\d{1,4})[)]$")


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
        entries = sum(1 for line in view.lines if _entry(line))
        if _CONTENTS.search(text) and entries >= 3 and _of_a_journal(view, entries):
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
            found += _issue(view)
        found += _LABELS.read(views)
        head = at_most_one(found)
        return head + list(_contents(views))


def _of_a_journal(view: PageView, entries: int) -> bool:
    """A contents page of a journal gives names with its titles, or the issue in its header."""
    signed = sum(1 for line in view.lines if (e := _entry(line)) and e.authors)
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


def _large_name(view: PageView) -> Fact | None:
    """The journal's name where it is set larger than all else."""
    lines = [line for line in view.lines if regex.search(r"\p{Han}{2}", "".join(line.text.split()))]
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
    edition = _edition(view, tallest, name)
    whole = joined((name, edition)) if edition else name
    return fact("journal", printed(whole), whole)


_HEAD_WORDS = regex.compile(r"(?:本期)?(?:目录|目次|要目|CONTENTS|版权页|封面)+", regex.IGNORECASE)
_EDITION = regex.compile(r"[(]\p{Han}{1,10}[版刊][)]")


def _name_part(line: Line) -> Passage:
    """What of the line is no word for a contents page, where wide gaps part them (云南学报　CONTENTS　目录)."""
    parts = [p for p in segments(line) if p and not _HEAD_WORDS.fullmatch(p.bare().text)]
    return parts[0] if len(parts) == 1 else line.passage


def _edition(view: PageView, line: Line, name: Passage) -> Passage | None:
    """The edition in brackets that stands by itself under the name."""
    box = name.box()
    for below in view.lines:
        for part in segments(below):
            bare = part.bare()
            if not _EDITION.fullmatch(bare.text):
                continue
            place = bare.box()
            near = 0 <= place.center[1] - box.center[1] < 2.5 * box.height
            if near and below is not line and min(place.x1, box.x1) > max(place.x0, box.x0):
                return bare
    return None


class _Entry:
    """One line of a contents page."""

    __slots__ = ("authors", "line", "page", "title")

    def __init__(self, line: Line, match: regex.Match[str]) -> None:
        self.line = line
        self.title = match.span("title")
        self.page = match.span("page")
        groups = match.groupdict()
        text = groups.get("authors") or ""
        self.authors = match.span("authors") if len(regex.sub(r"\W", "", text)) >= 2 else None

    def without_brackets(self) -> None:
        """Names that stand in brackets of their own; anything else between title and page belongs to the title."""
        assert self.authors is not None
        part = self.line.passage[slice(*self.authors)].strip("()[]/.·…")
        start = self.line.text.index(part.text, self.authors[0]) if part else self.authors[0]
        if part and chinese(part):
            self.authors = (start, start + len(part))
        else:
            self.title, self.authors = (self.title[0], self.authors[1]), None

    def part_brackets(self) -> None:
        """Authors in brackets after the title: 题名(李明 王红)."""
        if self.authors is not None:
            return
        match = regex.search(r"\s*\((?P<a>[^()]{2,40})\)[\s.·…]*$", self.line.text[slice(*self.title)])
        if match and chinese(self.line.passage[slice(*self.title)][match.start("a") : match.end("a")]):
            at = self.title[0]
            self.authors = (at + match.start("a"), at + match.end("a"))
            self.title = (at, at + match.start())


def _entry(line: Line) -> _Entry | None:
    text = line.text.strip()
    if not 8 <= len(text) <= 160 or not regex.search(r"\p{Han}{3}|[A-Za-z]{4}", text):
        return None
    for pattern in (_ENTRY_LEFT, _ENTRY_RIGHT, _ENTRY_BRACKET):
        match = pattern.match(line.text)
        if match and not issues.has_issue(line.passage):
            entry = _Entry(line, match)
            entry.part_brackets()
            if entry.authors and chinese(line.passage[slice(*entry.authors)]) is None:
                entry.without_brackets()
            return entry
    return None


def _contents(views: Sequence[PageView]) -> Iterator[Fact]:
    """Title, authors and first page of every entry of a contents page, an item each."""
    item = 0
    for view in views:
        text = "\n".join("".join(line.text.split()) for line in view.lines)
        if not _CONTENTS.search(text):
            continue
        lines = _right_of_imprint(view)
        for line, following in zip(lines, [*lines[1:], None], strict=True):
            entry = _entry(line)
            if entry is None:
                continue
            item += 1
            title = line.passage[slice(*entry.title)].strip(".·…⋯-—_/ ")
            if not title:
                continue
            yield fact("title", printed(title), title, item=item)
            if entry.authors:
                part = line.passage[slice(*entry.authors)]
                people = chinese(part)
                if people:
                    yield fact("authors", people.names, part, people.start, people.end, item=item)
            elif following and _entry(following) is None and (people := chinese(following.passage)):
                yield fact("authors", people.names, following.passage, people.start, people.end, item=item)
            yield fact("page_range", line.text[slice(*entry.page)], line.passage, *entry.page, item=item)


def _right_of_imprint(view: PageView) -> list[Line]:
    """The page's lines, those that run through an imprint's column on the left cut where the entries begin."""
    starts = [line.box.x0 for line in view.lines if _entry(line)]
    if len(starts) < 3:
        return list(view.lines)
    cuts = [[_from(view, line, x) for line in view.lines] for x in starts]
    best = max(cuts, key=lambda lines: sum(1 for line in lines if line and _entry(line)))
    return [line or whole for line, whole in zip(best, view.lines, strict=True)]


def _from(view: PageView, line: Line, edge: float) -> Line | None:
    """The words of ``line`` from ``edge`` on, where one begins there; None where none does."""
    inside = [w for w in line.words if w.box.x0 > edge - 0.5 * view.em]
    if not inside or inside[0].box.x0 - edge > 0.5 * view.em:
        return None
    return line if len(inside) == len(line.words) else Line(view.page, inside)


EXTRACTOR = JournalPages()
