"""ISSN, CN, DOI, ISBN, article and CIP numbers as printed (handbook 4.4), never judged here."""

from __future__ import annotations

from collections.abc import Callable

import regex

from extractors.grammar import numbers
from extractors.grammar.labels import Value
from extractors.layout import PageView
from extractors.passage import GAP, Passage
from extractors.works.matching import Hit, first

_DASH = r"[-—一~]"
_ISSN = regex.compile(
    rf"(?<![./A-Za-z])(?:e-?|p-?)?[I1l]SSN(?:号|刊号)?[】\])]?[:.]?(?P<a>\d{{4}}){_DASH}?(?P<b>\d{{3}}[\dXx])(?!\d)",
    regex.IGNORECASE,
)
_ISSN_WORDS = regex.compile(rf"国际(?:标准)?(?:连续出版物|刊)号[】\]]?[:]?(?P<a>\d{{4}}){_DASH}?(?P<b>\d{{3}}[\dXx])")
_ISSN_BARE = regex.compile(rf"(?<![\d-])(?P<a>\d{{4}}){_DASH}(?P<b>\d{{3}}[\dXx])(?=[/|]?(?:CN)?\d\d-\d{{4}}(?!\d))")
_CN_BARE = regex.compile(
    rf"(?<=(?<![\d-])\d{{4}}{_DASH}\d{{3}}[\dXx][/"
    rf"|]?)(?P<a>\d\d|\d[A-Z]|[A-Z]\d){_DASH}(?P<b>\d{{4}})(?!\d)(?:[/／](?P<class>[A-Z$]{{1,2}}\d{{0,2}}|0\d))?"
)
_CN = regex.compile(
    rf"(?<![A-WYZa-z])(?:CN:?)?CN(?P<place>\([A-Z]{{1,3}}\))?(?:号|刊号)?[】\]]?[:.]?(?P<a>[\dA-Z]{{2}}){_DASH}(?P<b>[\dA-Z]{{4}})(?![\dA-Z])"
    r"(?P<tail>\([A-Z]{1,3}\))?(?:[/／](?P<class>[A-Z$]{1,2}\d{0,2}|0\d))?"
)
_CN_ABROAD = regex.compile(
    r"(?:(?<![A-WYZa-z])CN|(?<=\d{4}-\d{3}[\dXx]/?|刊号[:：]?|出版物号[:：]?)(?=\([A-Z]{2}\)NR))"
    r"(?P<abroad>\([A-Z]{1,3}\)[A-Z]{0,3}\d{2,6}(?:[-/]\d{1,6})?(?:/[A-Z]{1,3})?)"
)
_CN_BY_WORDS = regex.compile(
    rf"(?:国内统一(?:连续出版物|刊)号|国内刊号|统一刊号|刊号)[】\]]?[:]?(?:CN)?(?P<a>\d\d|\d[A-Z]|[A-Z]\d){_DASH}(?P<b>\d{{4}})"
    rf"(?:[/／](?P<class>[A-Z$]{{1,2}}\d{{0,2}}|0\d))?"
)
_PERMIT = regex.compile(r"(?:内部资料)?准印证(?:号)?[:]?[\p{Han}\[\]()〔〕【】A-Za-z0-9第\-]{2,24}号?")
_DOI = regex.compile(
    r"(?:https?://)?(?:dx\.)?(?:doi\.org/|doi:?(?:号)?[:]?)?(?P<doi>(?<!\d)10\.\d{4,9}/(?:(?!ISSN\d|CN\d\d-)[^\s,，。;；\u4e00-\u9fff<>\"])+)"
    r"|(?:doi|DOI)(?:号)?[:：]?\s?(?P<doi>10\.\d{4,9}\.[A-Za-z0-9.\-]{4,60})"  # its slash is missing
    r"|doi(?:号)?[:：](?P<doi>[\dO]{1,4}\.[\dO]{2,9}/[^\s,，。;；\u4e00-\u9fff<>\"]{3,})",  # it begins otherwise
    regex.IGNORECASE,
)
_ARTICLE = regex.compile(
    rf"(?P<whole>(?P<issn>\d{{4}}{_DASH}?\d{{3}}[\dXx])\((?P<year>(?:19"
    rf"|20)\d\d)\)(?P<issue>[\dSZC]{{1,4}}(?:[-/]\d{{1,2}})?){_DASH}+"
    rf"(?P<page>\d{{3,5}}){_DASH}+(?P<count>\d{{2,3}}))(?!\d)"
)
_ISBN = regex.compile(
    r"(?:ISBN|书号)[-:]?(?:1[03][:])?(?P<n>(?:97[89][-—]?)?(?:\d[-—]?){9}[\dXx])(?![\dXx])", regex.IGNORECASE
)
_CIP = regex.compile(
    r"(?:CIP数据核字|版本图书馆CIP数据核字)[\[(〔（]?(?P<year>(?:19|20)\d\d)[\])〕）]?第?(?P<n>[0-9A-Z]{4,8})号",
    regex.IGNORECASE,
)


def issn(passage: Passage) -> Hit | None:
    """Groups ``a`` and ``b``; see ``issn_of``."""
    return first(_ISSN, passage) or first(_ISSN_WORDS, passage) or first(_ISSN_BARE, passage)


def issn_of(hit: Hit) -> str:
    """``1000-0003``."""
    return f"{hit['a']}-{hit['b'].upper()}"


def cn(passage: Passage) -> Hit | None:
    """A unified periodical number, letters in wrong places kept: they are a finding, not a misreading."""
    found = (first(pattern, passage) for pattern in (_CN, _CN_ABROAD, _CN_BY_WORDS, _CN_BARE))
    return next((hit for hit in found if hit), None)


def anywhere(view: PageView, find: Callable[[Passage], Hit | None]) -> Hit | None:
    """What ``find`` finds on one line, else where lines run on: a number is seldom broken, and never glued to the"
    " next."""
    for line in view.lines:
        hit = find(line.passage)
        if hit:
            return hit
    return find(view.passage)


def cn_of(hit: Hit) -> str:
    """``CN 53-1000/S``, also read as ``CN 53-1000/$``, is ``CN53-1000/S``; foreign marks stay: ``CN(HK)53-1000``."""
    groups = hit.match.groupdict()
    if abroad := groups.get("abroad"):
        return f"CN{abroad}"
    place, tail, kind = groups.get("place") or "", groups.get("tail") or "", _together(hit, "class")
    return f"CN{place}{hit['a']}-{hit['b']}{tail}" + (f"/{_letters(kind)}" if kind else "")


def _letters(kind: str) -> str:
    """A class as it is printed, where an engine read $ for S or 0 for O."""
    return kind.replace("$", "S") if kind[0] != "0" else "O" + kind[1:]


def _together(hit: Hit, group: str) -> str:
    """The group up to the first white space in it: a page number beside a CN number is no part of it."""
    if not hit.match.groupdict().get(group):
        return ""
    places = hit.places[hit.match.start(group) : hit.match.end(group)]
    kept = next((i for i in range(1, len(places)) if places[i] != places[i - 1] + 1), len(places))
    return hit[group][:kept]


def doi(passage: Passage) -> Hit | None:
    """Group ``doi``; see ``doi_of``."""
    return first(_DOI, passage)


def doi_of(hit: Hit) -> str:
    """``10.1000/abc.2019.06``, without the point that ends a sentence and what stands after a wide gap."""
    places = hit.places[hit.match.start("doi") : hit.match.end("doi")]
    gaps = (i for i in range(1, len(places)) if GAP in hit.passage.text[places[i - 1] : places[i]])
    return hit["doi"][: next(gaps, len(places))].rstrip(".)]}:[({")


def article_number(passage: Passage) -> Hit | None:
    """Groups ``issn``, ``year``, ``issue``, ``page``, ``count`` and ``whole``."""
    return first(_ARTICLE, passage)


def isbn(passage: Passage) -> Hit | None:
    """Group ``n``, hyphens as printed."""
    return first(_ISBN, passage)


def cip(passage: Passage) -> Hit | None:
    """Groups ``year`` and ``n``."""
    return first(_CIP, passage)


def serial(passage: Passage) -> Value | None:
    """A project's or manuscript's number, without a bracket that closes around it."""
    found = numbers.find(passage.text)
    if found is None:
        return None
    value, end = found.value, found.end
    while value.endswith(")") and value.count("(") < value.count(")"):
        value, end = value[:-1], end - 1
    return Value(value, found.start, end)


def permit(passage: Passage) -> Hit | None:
    """内部资料准印证: a publication with no periodical number."""
    return first(_PERMIT, passage)
