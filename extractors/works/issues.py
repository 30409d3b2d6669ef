"""Which issue of a journal: volume, number, year, month and pages from headers, footers and citation lines."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_letters

import regex

from extractors.base import fact
from extractors.grammar.numerals import number
from extractors.passage import Passage
from extractors.records import Fact
from extractors.works.matching import Hit, hits

_HAN = "〇○零一二三四五六七八九十百"
_N = rf"(?:\d{{1,4}}|[{_HAN}]{{1,6}})"
_ISSUE = rf"(?:\d{{1,3}}(?:[-—/~、]\d{{1,2}})?|[{_HAN}]{{1,3}}|[SZ]\d?|增刊?\d?)"
_VOLUME = regex.compile(
    rf"第(?P<volume>{_N})卷|(?<=\()(?P<volume>\d{{1,4}})卷(?=\))|(?<![\d第总期])(?P<volume>\d{{1,4}})卷(?=第?\d{{1,2}}期)|(?<![A-Za-z])(?:V[o0][l1I|](?:ume)?)[.,:]?(?P<volume>\d{{1,4}})(?!\d)",
    regex.IGNORECASE,
)
_NUMBER = regex.compile(
    rf"(?<!总)(?<!总第)第(?P<issue>{_ISSUE})期(?!刊(?![出发登载]))|(?<=\d年)(?P<issue>\d{{1,2}})期"
    rf"|(?<![A-Za-z])(?:No|Issue"
    rf"|Iss)[.,:]?(?P<issue>[SZ]?\d{{1,3}}(?:[-—/]\d{{1,2}})?)(?!\d)"
    r"|(?P<issue>增刊[\d一二三四]?|S[1-4](?=期|\)|$))",
    regex.IGNORECASE,
)
_CITED = regex.compile(
    r"(?P<year>(?:19|20)\d\d)(?:年)?[,，;；.]?第?(?P<volume>\d{1,4})(?:卷)?[,，]?(?:\(第?"
    r"|第|(?<=卷[,，]?))(?P<issue>[SZ]?\d{1,3}(?:[-—/]\d{1,2})?|增刊\d?)(?:期?\)|期)"
    r"(?:[:：,，](?:第|pp?\.?)?(?P<first>[A-Z]?\d{1,5})[-—~](?P<last>[A-Z]?\d{1,5}))?"
)
_CITED_NO_VOLUME = regex.compile(
    r"(?P<year>(?:19|20)\d\d)年?[,，.]?\(第?(?P<issue>[SZ]?\d{1,3}(?:[-—/]\d{1,2})?)期?\)[:：,，](?:第"
    r"|pp?\.?)?(?P<first>[A-Z]?\d{1,5})[-—~](?P<last>[A-Z]?\d{1,5})(?![-—]?\d)"
)
_CITED_ENGLISH = regex.compile(
    r"(?<![\d)])(?P<volume>\d{1,4})(?:\((?P<issue>\d{1,3}(?:[-—/]\d{1,2})?)\))?[,:]?\(?(?P<year>(?:19"
    r"|20)\d\d)\)?[,:;]?(?P<first>[A-Z]?\d{1,6})[-—~](?P<last>[A-Z]?\d{1,6})(?![-—]?\d)"
    r"|\((?P<year>(?:19|20)\d\d)\)(?P<volume>\d{1,4})(?:\((?P<issue>\d{1,3}(?:[-—/]\d{1,2})?)\))?[,:]"
    r"(?P<first>[A-Z]?\d{1,6})[-—~](?P<last>[A-Z]?\d{1,6})(?![-—]?\d)"
    r"|(?<![\d)])(?P<volume>\d{1,4})(?:\((?P<issue>\d{1,3})\))?,?\((?P<year>(?:19|20)\d\d)\)(?P<first>[A-Z]?\d{5,8})(?![-—~.\d])"
    r"|(?P<year>(?:19|20)\d\d)[,;:](?:Vol\.?)?(?P<volume>\d{1,4})(?:\((?P<issue>\d{1,3})\)"
    r"|[,;](?:No\.?)?(?P<issue>\d{1,3}))?[,:;](?:pp?\.?)?(?P<first>[A-Z]?\d{1,6})[-—~](?P<last>[A-Z]?\d{1,6})",
    regex.IGNORECASE,
)
_YEAR = regex.compile(
    rf"(?P<year>(?:19|20)\d\d|[一二]\s?[{_HAN}]{{3}})年?(?:(?<=年)\d{{1,2}}月|(?<=年)[{_HAN}]{{1,2}}月"
    rf"|[·.,]?第(?=[SZ]?[\d{_HAN}]{{1,3}}期)|(?<=年)(?=\d{{1,2}}期|增刊|No|\(第?\d+卷))"
    r"|(?<![\d.(-])(?P<year>(?:19|20)\d\d)[,，]?(?=Vol|No[.,]?\d|第\d+卷)|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov"
    r"|Dec)[a-z]*[.,，]*(?:\d{1,2}[,，])?(?P<year>(?:19|20)\d\d)(?!\d)"
    r"|总第?\d+期[,，(]?(?P<year>(?:19|20)\d\d)|(?<![A-Za-z])No[.,:]?\d{1,2}[,，](?P<year>(?:19|20)\d\d)(?!\d)",
    regex.IGNORECASE,
)
_YEAR_SLASH_ISSUE = r"(?P<year>(?:19|20)\d\d)\s?[/.·]\s?(?P<issue>0?[1-9]|1[0-2])(?![\d/.])"
_COUNTED = r"总第?\s?\d{1,4}\s?期"
_BESIDE_COUNT = regex.compile(
    rf"{_COUNTED}[\s,·|)]*{_YEAR_SLASH_ISSUE}|{_YEAR_SLASH_ISSUE}[\s,·|(]*{_COUNTED}"
)  # with its white space, which parts the issue from a page number
_PAGES = regex.compile(
    r"页码[:：](?P<first>[A-Z]?\d{1,8})(?:[-—~](?P<last>[A-Z]?\d{1,8}))?(?![\d.])|(?:第|pp?[.:])(?P<first>\d{1,5})[-—~](?P<last>\d{1,5})(?![\d期卷])页?|(?<![\d.])(?P<first>\d{1,5})[-—~](?P<last>\d{1,5})页",
    regex.IGNORECASE,
)


def plain(text: str) -> str:
    """A volume or issue in Arabic figures without leading zeros: 〇六 → 6, 06 → 6, S1, 增刊 and 3-4 as they are."""
    text = text.replace("—", "-").replace("、", "-")
    if text and all(c in _HAN for c in text):
        try:
            return str(number(text))
        except ValueError:
            return text
    return "-".join(part.lstrip("0") or part for part in text.upper().split("-"))


def has_issue(passage: Passage) -> bool:
    """Whether a volume or an issue number is printed."""
    return (
        any(True for _ in hits(_VOLUME, passage))
        or any(True for _ in hits(_NUMBER, passage))
        or cited(passage) is not None
        or _BESIDE_COUNT.search(passage.text) is not None
    )


def cited(passage: Passage) -> Hit | None:
    """The first citation: year, volume, issue and pages in one run."""
    for pattern in (_CITED, _CITED_NO_VOLUME, _CITED_ENGLISH):
        for hit in hits(pattern, passage):
            return hit
    return None


def facts(passage: Passage, *, trust: float = 1.0, item: int = 0) -> Iterator[Fact]:
    """year, volume, issue and page_range as the passage prints them, at most one each; a citation line first."""
    citation = cited(passage)
    if citation:
        for name in ("year", "volume", "issue"):
            if citation.match.groupdict().get(name):
                yield citation.fact(name, name, plain(citation[name]), trust=trust, item=item)
        if citation["first"]:
            yield _pages(citation, trust, item)
    counted = _BESIDE_COUNT.search(passage.text)
    if counted:
        for name in ("year", "issue"):
            yield fact(name, plain(counted[name]), passage, *counted.span(name), trust=trust, item=item)
    for name, pattern in (("volume", _VOLUME), ("issue", _NUMBER), ("year", _YEAR)):
        for hit in hits(pattern, passage):
            yield hit.fact(name, name, plain(hit[name]), trust=trust, item=item)
            break
    for hit in hits(_PAGES, passage):
        if _number(hit["first"]) <= _number(hit["last"] or hit["first"]):
            yield _pages(hit, trust, item)
            break


def _number(page: str) -> int:
    """A page's number, the letter of an electronic one aside: e2019045."""
    return int(page.lstrip(ascii_letters))


def _pages(hit: Hit, trust: float, item: int) -> Fact:
    """The page numbers as one fact, whatever dash stands between them; one alone where an article has no more."""
    last = hit["last"]
    start = hit.span("first")[0]
    end = hit.span("last" if last else "first")[1]
    value = f"{hit['first']}-{last}" if last else hit["first"]
    return fact("page_range", value, hit.passage, start, end, trust=trust, item=item)
