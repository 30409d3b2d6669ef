"""The sheet before a paper that a database shows ahead of its issue (网络首发): title, authors, dates, DOI."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from extractors.base import FieldSet
from extractors.grammar import dates, values
from extractors.grammar.labels import Field, Value
from extractors.layout import PageView
from extractors.passage import Passage
from extractors.records import Fact
from extractors.works import authors, codes
from extractors.works.matching import first, words

_HEADED = regex.compile(r"《(?P<j>[^《》]{2,30})》(?:网络首发|优先出版|网络预发表)(?:论文|稿件|文章)")
_LABELS = regex.compile(r"题目.*作者", regex.DOTALL)


def _year(passage: Passage) -> Value | None:
    found = dates.find(passage.text)
    return Value(found[0].value[:4], found[0].start, found[0].end) if found else None


_FIELDS = FieldSet(
    Field("title", ("题目", "题名", "论文题目"), values.long_text, wrap=True),
    Field("authors", ("作者", "全部作者"), authors.value, wrap=True),
    Field("received_date", ("收稿日期",), values.date),
    Field("accepted_date", ("录用日期",), values.date),
    Field("year", words("网络首发日期 网络首发时间 优先出版日期 网络出版日期"), _year),
    stops=("引用格式", "DOI", "关键词", "作者单位"),
)


def is_cover(view: PageView) -> bool:
    """Whether the page is such a sheet: it names the journal whose paper it announces, and gives title and authors."""
    return _HEADED.search(view.tight) is not None and _LABELS.search(view.tight) is not None


def facts(view: PageView) -> Iterator[Fact]:
    """What the sheet says of its paper: ``title``, ``authors``, ``journal``, numbers, dates, and the ``year`` in which
    it was first shown."""
    yield from _FIELDS.read([view])
    headed = first(_HEADED, view.passage)
    if headed:
        yield headed.fact("journal", "j")
    for name, hit, value in (
        ("issn", codes.anywhere(view, codes.issn), codes.issn_of),
        ("cn_number", codes.anywhere(view, codes.cn), codes.cn_of),
    ):
        if hit:
            yield hit.fact(name, 0, value(hit))
    doi = codes.anywhere(view, codes.doi)
    if doi:
        yield doi.fact("doi", "doi", codes.doi_of(doi))
