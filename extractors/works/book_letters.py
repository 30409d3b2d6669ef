"""A publisher's or an editorial board's letter that proves who wrote which part of a book (参编证明, 出版证明)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from extractors.base import fact
from extractors.closing import closing
from extractors.grammar import names
from extractors.layout import PageView
from extractors.passage import Passage
from extractors.prose import person_in_prose, sentence
from extractors.records import Fact
from extractors.works import codes
from extractors.works.matching import Hit, first, hits
from extractors.works.surnames import reads_as_a_name

_DID = r"副主编|主编|参编|编委|主审|副主审|执行主编|编著|合著|独著|译著|编写|编撰|编译|撰写|编辑|著"
_TITLE = regex.compile(
    r"^(?:\p{Han}{0,12}(?:出版|[主参副合]编|编著|编写|编撰|编委|撰写|[著译]作|[专论合]著|教材|图书|书籍|署名|执笔|字数|章节)\p{Han}{0,8})?"
    r"(?:证明|证明书|证明函|证书|说明|情况说明)$"
)
_BOOK = regex.compile(
    r"ISBN|书号|》(?:\([^()]{0,60}\))?,?(?:一书|丛书|教材|专著|著作|图书)|[该本]书|编(?:写|辑|审|撰|纂)委员会|编委会|编写组"
)
_PRINTED = regex.compile(r"出版社|我社|出版|ISBN|编委会|编写(?:委员会|组)")
_WORKED = regex.compile(_DID)
_PROVES = regex.compile(r"证明|属实|说明")
_AGAINST = regex.compile(
    r"期刊|录用|用稿|刊用|ISSN|刊号|立项|结题|课题|评审|公示|在版编目|图书馆CIP|版次|印次|印张|甲方|聘请|"
    r"软件|拟于|拟出版|将于|待出版|已列入"
)
_LONGEST = 700  # characters of a letter


def score(view: PageView) -> float:
    """How surely the page is such a letter, 0 to 1: it is headed as a proof, names a book and what was done for it."""
    text = view.tight
    said = all(pattern.search(text) for pattern in (_BOOK, _PRINTED, _WORKED, _PROVES)) and "《" in text
    if not said or len(text) > _LONGEST or _AGAINST.search(text):
        return 0.0
    headed = next((m for heading in view.headings if (m := _TITLE.match(heading))), None)
    if headed is None:
        return 0.0
    return 0.9 if len(headed[0]) > 4 or codes.isbn(view.passage) else 0.75


_NAME = r"(?:\p{Han}{2,4}?|\p{Han}{1,8}·[\p{Han}·]{1,12}?)"
_COUNTED = r"等?(?:[两二三四五六七八九十\d]{1,2}[位名人])?"
_WHO = tuple(
    regex.compile(pattern)
    for pattern in (
        rf"由(?P<n>{_NAME}(?:、{_NAME}){{0,9}}){_COUNTED}(?:同志|老师|先生|女士)?(?:共同|合作|担任|{_DID})",
        rf"(?:证明|兹有|[。:\n]|^)(?P<n>{_NAME}(?:、{_NAME}){{0,9}}){_COUNTED}(?:同志|老师|先生|女士|教授)?"
        rf"(?:[(][^()]{{1,40}}[)])?,?(?=(?:为|系|是|在|于|作为|担任|参加|参与|承担|负责|撰写|编写|独立|主要|{_DID})(?!人))",
        rf"(?:作者|著者|编者|(?:副?主|参)编(?:人员)?|编委|撰稿人)(?:为|是|:)(?P<n>{_NAME}(?:、{_NAME}){{0,9}})(?=[,。;)])",
    )
)
_NAMED = regex.compile(r"《(?P<t>[^《》]{2,60}(?:《[^《》]{1,30}》[^《》]{0,20})?)》")
_ROLE = tuple(
    regex.compile(pattern)
    for pattern in (
        rf"(?:担任|任|作为|为|是|系)(?:[该本]书|[该本]教材)?的?(?:第[一二三四五\d]|执行)?(?P<r>{_DID})(?!辑?委员会)",
        rf"(?:[书材著]|》)的?(?P<r>{_DID})(?=[,。;]|人员)",
        r"(?:参加|参与|承担|负责)[^。]{0,60}?(?P<r>参编|编写|编撰|撰写)",
        rf"(?:由[^,。]{{2,30}}?|独立|共同|合作)(?P<r>{_DID})",
        rf"(?P<r>{_DID})",
    )
)
_HOUSE = r"(?P<p>\p{Han}{2,14}?(?:出版社|出版集团|书局|印书馆|出版公司))"
_PRESS = (regex.compile(rf"由{_HOUSE}"), regex.compile(rf"(?<![\p{{Han}}]){_HOUSE}"))
_YEAR = tuple(
    regex.compile(pattern)
    for pattern in (
        r"(?P<y>(?:19|20)\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:第[\d一二三四五六]版)?(?:[,(]?由[^,。]{2,24}?)?(?:正式|公开|编辑|首次)?出版",
        r"出版(?:时间|日期|年份|年月)(?:为|是|:)?(?P<y>(?:19|20)\d\d)",
        r"出版社[,(]?(?P<y>(?:19|20)\d\d)(?:年|\.\d)",
    )
)
_BOARD = regex.compile(
    r"《[^《》]{2,60}》(?:\p{Han}{0,4}(?:编委会|编写组|编辑部|课题组)|\p{Han}{0,4}编\p{Han}{0,2}委员会)"
)


def facts(views: Sequence[PageView]) -> Iterator[Fact]:
    """Title, people, what they did, publisher, year and number of the book; who signed the letter, and when."""
    passage = sentence(views)
    head = first(_NAMED, passage)
    if head:
        yield head.fact("title", "t")
    yield from _people(passage)
    for name, group, patterns in (("author_role", "r", _ROLE), ("publisher", "p", _PRESS), ("year", "y", _YEAR)):
        hit = _said(passage, patterns)
        if hit:
            yield hit.fact(name, group)
    number = codes.isbn(passage)
    if number:
        yield number.fact("isbn", "n", number["n"].replace("—", "-").upper())
    for line in views[-1].lines[len(views[-1].lines) // 2 :]:
        if _BOARD.fullmatch(line.passage.bare().text):
            yield fact("issuer", line.passage.bare().printed(), line.passage.bare(), trust=0.95)
    yield from closing(views)


def _said(passage: Passage, patterns: Sequence[regex.Pattern[str]]) -> Hit | None:
    """The first match of the first pattern that matches: each is less sure than those before it."""
    return next((hit for pattern in patterns if (hit := first(pattern, passage))), None)


def _people(passage: Passage) -> Iterator[Fact]:
    for pattern in _WHO:
        for hit in hits(pattern, passage, overlapped=True):
            people = names.listed(hit["n"])
            if people and all(reads_as_a_name(name) and not _PROVES.search(name) for name in people):
                yield hit.fact("authors", "n", people)
                return
    for person in person_in_prose(passage):
        if person.name == "person_name":
            yield Fact(
                name="authors",
                value=(str(person.value),),
                text=person.text,
                page=person.page,
                bbox=person.bbox,
                confidence=person.confidence,
            )
            return
