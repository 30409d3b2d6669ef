"""著作: cover, title page, 版权页 and CIP data; and letters that prove who wrote what in a book."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

import msgspec
import regex

from extractors.base import FieldSet, at_most_one, fact
from extractors.grammar import names, values
from extractors.grammar.labels import Field, Value
from extractors.grammar.normal import tight
from extractors.layout import Line, PageView
from extractors.passage import Passage, joined
from extractors.prose import sentence
from extractors.records import DocumentType, Fact
from extractors.works import book_letters, codes
from extractors.works.authors import chinese
from extractors.works.credits import ROLE, Credit, credit
from extractors.works.matching import TIMEOUT, first, hits, printed, words

_SIGNS: tuple[tuple[regex.Pattern[str], float], ...] = tuple(
    (regex.compile(pattern), weight)
    for pattern, weight in (
        (r"图书在版编目|在版编目\(?CIP|CIP数据核字|版本图书馆", 0.5),
        (r"ISBN[-:]?(?:97[89])?[-\d]{9,}", 0.3),
        (r"\p{Han}{2,12}出版社|出版集团", 0.2),
        (r"版次|(?:第\d+版)", 0.15),
        (r"印次|第\d+次印刷|印数|印张", 0.2),
        (r"开本|字数|千字|\d+×\d+(?:mm|毫米)", 0.15),
        (rf"责任编辑|封面设计|责任校对|{ROLE}$", 0.1),
    )
)
_AGAINST = regex.compile(
    r"ISSN|邮发代号|期刊|申报表|评审表|获奖证书|出版合同|录用通知|参考文献|图书采购|发票|标准出版社|行业标准"
    r"|国家标准|地方标准"
)

_COVER = 60  # characters of a cover whose title cannot be read: its publisher and little else


def _people(passage: Passage) -> Value | None:
    """Names before the word for what they did: 李明 王红 主编."""
    cut = regex.search(rf"\s*[(（]?{ROLE}[)）]?", passage.text)
    part = passage[: cut.start()] if cut else passage
    listed = names.listed(part.text)
    return Value(listed, 0, len(part.text.rstrip())) if listed and part else None


def _role(passage: Passage) -> Value | None:
    """The word after the names: 李明 王红 主编."""
    match = regex.search(rf"(?<=\p{{Han}}[\s(（]{{0,6}})(?P<role>{ROLE})(?=[)）]?\s*$)", passage.text)
    people = passage[: match.start()].strip("(（ \t\n") if match else passage
    return Value(match["role"], *match.span("role")) if match and chinese(people, sure=True) else None


def _isbn(passage: Passage) -> Value | None:
    hit = codes.isbn(passage) or first(_BARE_ISBN, passage)
    return hit.value("n", hit["n"].replace("—", "-").upper()) if hit else None


_BARE_ISBN = regex.compile(r"(?<![\d-])(?P<n>(?:97[89]-?)?7-?(?:\d-?){8}[\dXx])(?![\d-])")
_FIELDS = FieldSet(
    Field("title", words("书名 正书名 图书名称 著作名称 题名 正题名"), values.long_text, wrap=True),
    Field("authors", words("作者 著者 编著者 主编 编著 著 编者"), _people, wrap=True),
    Field("publisher", words("出版发行 出版者 出版单位 出版社 出版"), values.organisation),
    Field("isbn", words("书号 标准书号 国际标准书号 ISBN"), _isbn),
    Field("issue_date", words("版次 出版日期 出版时间 印次 版次印次"), values.date),
    Field("word_count", ("字数", "字  数"), values.text),
    stops=words("责任编辑 封面设计 印刷 经销 开本 印张 印数 定价 版式设计 副主编 参编 编委 责任校对 地址 网址"),
)
_LABELLED = regex.compile(r"(?:书名|(?:图书|著作)名称):")
_ROLE_FIELD = FieldSet(Field("author_role", words("作者 著者 编著者 编者"), _role, wrap=True))
_COMPANY = r"(?:\(?集团\)?)?(?:(?:股份)?有限(?:责任)?公司)?"
_CIP = regex.compile(
    rf"(?:C\s?I\s?P\s*\)?\s?数据|"
    rf"在版编目\s?\(?\s*C\s?I\s?P\s*\)?\s?(?:数据)?)"
    rf"[\n\t ]*(?P<title>[^/\n]{{2,80}}(?:\n[^/\n]{{1,40}})?)/\s*(?P<people>[^"
    rf"/]{{2,80}}?)\s*(?P<role>{ROLE})"
    r"(?:[.;;,，。][^-—\n]{0,60})?\s*[.。]?\s*[-—一]{1,4}\s*(?:(?:北京|上海"
    rf"|\p{{Han}}{{2,8}})\s*[::]\s*)?(?P<publisher>[\p{{Han}}]{{2,20}}?(?:出版社|出版集团|书局|书店|印书馆|出版公司){_COMPANY})",
)
_PUBLISHER = regex.compile(rf"(?P<p>[\p{{Han}}]{{2,16}}?(?:出版社|出版集团|书局|印书馆|出版公司){_COMPANY})")
_PRINTED = regex.compile(
    r"(?P<y>(?:19|20)\d\d)[年.,]\d{0,2}月?(?:第[\d一二三四五六七八九十]+版)|(?:版次:?)(?P<y>(?:19|20)\d\d)"
)
_IMPRINT = regex.compile(
    r"(?:^|\n)\s*(?P<y>(?:19|20)\d\d)\s?[·.]\s?\p{Han}{2,4}\s*(?=\n|$)|出版年(?:份|月)?\s?[:：]?\s?(?P<y>(?:19|20)\d\d)"
)
_IN_CIP = regex.compile(
    rf"(?:出版社|出版集团|书局|印书馆|出版公司){_COMPANY}[,，、](?P<y>(?:19|20)\d\d)(?:[.年]\d{{1,2}})?"
)


class BookPages:
    type: DocumentType = "book_pages"

    def recognise(self, view: PageView) -> float:
        text = "\n".join("".join(line.text.split()) for line in view.lines)
        score = sum(weight for pattern, weight in _SIGNS if regex.search(pattern, text))
        if len(text) < 160 and _publisher_alone(view) and any(True for _ in _credits(view)):
            score += 0.55
        elif len(text) < _COVER and _publisher_alone(view):
            score += 0.35
        if _AGAINST.search(text):
            score -= 0.4
        return round(max(book_letters.score(view), min(1.0, score)), 4)

    def facts(self, views: Sequence[PageView]) -> list[Fact]:
        if book_letters.score(views[0]):
            labelled = _FIELDS.read(views) if _LABELLED.search(views[0].tight) else []
            return at_most_one([*labelled, *book_letters.facts(views)])
        found: list[Fact] = []
        for view in views:
            found += _cip(view)
        found += [*_FIELDS.read(views), *_ROLE_FIELD.read(views)]
        for view in views:
            found += [*_cover(view), *_above_author(view)]
        found += _anywhere(sentence(views))
        found += _publisher(views)
        return at_most_one([*_whole_first(found), *_year(found), *_imprint(views)])


def _whole_first(found: Sequence[Fact]) -> list[Fact]:
    """``found``, a list of authors that 等 cuts short behind one that names them all."""
    return sorted(found, key=lambda one: one.name == "authors" and one.text.rstrip().endswith("等"))


def _imprint(views: Sequence[PageView]) -> Iterator[Fact]:
    """The year that a title page prints with the place under the publisher: 2006·昆明, 昆明 2006."""
    for line in (line for view in views for line in view.lines):
        bare = line.passage.bare()
        match = _PLACE_YEAR.fullmatch(bare.text)
        if match:
            yield fact("year", match["y"], bare, *match.span("y"), trust=0.9)
            return


_PLACE_YEAR = regex.compile(r"(?P<y>(?:19|20)\d\d)[·.]\p{Han}{2,4}|\p{Han}{2,4}[·.]?(?P<y>(?:19|20)\d\d)年?")


def _year(found: Sequence[Fact]) -> Iterator[Fact]:
    """The year of a date of publication that a label gives."""
    for one in found:
        if one.name == "issue_date":
            yield msgspec.structs.replace(one, name="year", value=str(one.value)[:4])
            return


def _cip(view: PageView) -> Iterator[Fact]:
    """Title, people, role and publisher from the CIP description: 书名/作者著.—地:出版社,年."""
    passage = joined((line.passage for line in view.lines), "")
    match = _CIP.search(passage.text, timeout=TIMEOUT)
    if match is None:
        return
    title = passage[slice(*match.span("title"))].strip(" \n,，.:：)）数据")
    yield fact("title", printed(title), title)
    people = names.listed(match["people"])
    if people:
        yield fact("authors", people, passage, *match.span("people"))
    yield fact("author_role", match["role"], passage, *match.span("role"))
    yield fact("publisher", printed(passage, *match.span("publisher")), passage, *match.span("publisher"))


def _publisher_alone(view: PageView) -> bool:
    return any(_PUBLISHER.fullmatch("".join(line.text.split())) for line in view.lines)


def _credits(view: PageView) -> Iterator[tuple[int, Line, Passage, Credit]]:
    """Lines that say who did what, the word for it perhaps alone on the line under the names."""
    for at, (line, below) in enumerate(zip_longest(view.lines, view.lines[1:])):
        alone = below is not None and _ROLE_ALONE.fullmatch(tight(below.text)) is not None
        passage = joined((line.passage, below.passage), " ") if below is not None and alone else line.passage
        told = credit(passage)
        if told is not None:
            yield at, line, passage, told


_ROLE_ALONE = regex.compile(ROLE)


def _cover(view: PageView) -> Iterator[Fact]:
    """Who did what, on a cover or a title page; the title is what is set largest there, a series aside, else what
    stands above."""
    for at, line, passage, told in _credits(view):
        people = told.people
        yield fact("authors", people.names, passage, people.start, people.end)
        yield fact("author_role", told.role, passage, told.start, told.end)
        named = [one for one in view.lines if not _SERIES.search(tight(one.text))]
        tallest = max(named, key=lambda one: one.height)
        if tallest is not line and tallest.height > 1.3 * view.em:
            title = joined(one.passage for one in _as_large(named, tallest, line))
            yield fact("title", printed(title), title)
            return
        for above in reversed(view.lines[:at] if at < _HEAD else ()):
            name = tight(above.text)
            if regex.match(r"\p{Han}{3}", name) and len(name) <= 40 and not _NO_TITLE.search(name):
                yield fact("title", printed(above.passage), above.passage, trust=0.8)
                return
        return


def _as_large(lines: Sequence[Line], tallest: Line, credit_line: Line) -> list[Line]:
    """``tallest`` with the lines right above and below it that are set as large: a title over several lines."""
    at = lines.index(tallest)
    first, last = at, at
    while first > 0 and _goes_on(lines[first - 1], lines[first], tallest, credit_line):
        first -= 1
    while last + 1 < len(lines) and _goes_on(lines[last], lines[last + 1], tallest, credit_line):
        last += 1
    return list(lines[first : last + 1])


def _goes_on(above: Line, below: Line, tallest: Line, credit_line: Line) -> bool:
    small = min(above.height, below.height) < 0.85 * tallest.height
    apart = not -0.3 < (below.box.y0 - above.box.y1) / tallest.height < 0.9
    return not small and not apart and credit_line not in (above, below)


_HEAD = 5  # lines at the head of a colophon, in which the title stands
_SERIES = regex.compile(r"(?:丛书|系列|文库|书系|全集)$")
_AUTHOR_LINE = regex.compile(rf"^(?:作者|著者|编著者|编者|{ROLE})[:：]")
_NO_TITLE = regex.compile(r"[:：。☑]|在版编目|CIP|ISBN|出版|版权|丛书$|系列$")


def _above_author(view: PageView) -> Iterator[Fact]:
    """The title of a colophon: the line at its head, above that of the author."""
    for above, line in pairwise(view.lines[:6]):
        name = tight(above.text)
        if _AUTHOR_LINE.match(tight(line.text)) and 3 <= len(name) <= 40 and not _NO_TITLE.search(name):
            yield fact("title", printed(above.passage), above.passage, trust=0.9)
            return


def _publisher(views: Sequence[PageView]) -> Iterator[Fact]:
    """A line that is a publisher's name, else the first name inside a line."""
    lines = [line for view in views for line in view.lines]
    for match in ("fullmatch", "search"):
        for line in lines:
            bare = line.passage.bare()
            found = getattr(_PUBLISHER, match)(bare.text)
            if found:
                yield fact("publisher", printed(bare, *found.span("p")), bare, *found.span("p"), trust=0.9)
                return


def _anywhere(passage: Passage) -> Iterator[Fact]:
    number = codes.isbn(passage)
    if number:
        yield number.fact("isbn", "n", number["n"].replace("—", "-").upper())
    cip = codes.cip(passage)
    if cip:
        yield cip.fact("cip_number", 0, f"({cip['year']})第{cip['n']}号")
    for pattern in (_PRINTED, _IN_CIP, _IMPRINT):
        for hit in list(hits(pattern, passage))[-1:]:  # the last edition's, where several are told
            yield hit.fact("year", "y", hit["y"])
    role = first(regex.compile(rf"[\p{{Han}}]{{2,4}}[,，\s]*(?P<role>{ROLE})(?=[.。\n—-]|$)"), passage)
    if role:
        yield role.fact("author_role", "role", trust=0.85)


EXTRACTOR = BookPages()
