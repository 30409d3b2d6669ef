"""论文: the first page of a paper in a journal, Chinese or English, and the pages after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from extractors.base import at_most_one, fact
from extractors.closing import segments
from extractors.grammar import dates
from extractors.grammar.normal import tight
from extractors.layout import PageView
from extractors.passage import Passage, joined
from extractors.records import DocumentType, Fact
from extractors.works import affiliations, codes, first_online, headers, issues, masthead, running, titleblock
from extractors.works.matching import first

_SIGNS: tuple[tuple[regex.Pattern[str], float], ...] = tuple(
    (regex.compile(pattern), weight)
    for pattern, weight in (
        (r"(?m)^[\[【(〔]?(?:内容)?(?:摘要|提要)|^\[?(?:Abstract|ABSTRACT|Summary)", 0.25),
        (r"(?m)^[\[【(〔]?关键[词字]|^\[?[Kk]ey-?[Ww]ords?", 0.1),
        (r"中图(?:法)?分类号|文献标[识志]码|PACS:|MSC:", 0.2),
        (r"文章编号:?\d{4}-?\d{3}[\dXx]\(", 0.25),
        (r"(?:DOI|doi)[:：]?\.?10\.\d{4}|doi\.org/10\.", 0.2),
        (
            r"收稿日期|修[回订]日期|定稿日期|录用日期|\d年\d{1,2}月收到|Received:?\d|[Aa]ccepted:?\d|Received[A-Z0-9]",
            0.15,
        ),
        (r"作者简介|通[信讯]作者|基金项目|[Cc]orrespondingauthor|作者单位|第一作者", 0.15),
        (r"[(（]\d?\.?[^()（）]{4,60}\d{6}[^()（）]{0,40}[)）]|[\p{Han}],?\d{6}(?:\n|$|;)", 0.15),
        (r"(?:University|Institute|College|Hospital)[^\n]{0,40}", 0.1),
        (r"\[J\]", 0.05),
    )
)
_AGAINST = regex.compile(
    r"录用通知|用稿通知|予以录用|(?i:(?:letter|notification|notice)ofacceptance|pleasedtoinform)|学位论文|毕业论文|评审表|申报表|登记表|检索报告|查新报告|版权页|图书在版编目|任务书|申请书"
    r"|获奖证书|受理通知|"
    r"(?:^|\n)(?:目录|目次|CONTENTS)(?:\n|$)|数学建模竞赛|参赛|中华人民共和国\p{Han}{2,8}标准|专利申请"
)
_HARD = regex.compile(r"(?i)doi[:.]?/?10\.|doi\.org/10\.|ISSN|received:?\d|accepted:?\d|©|\(c\)20\d\d")
_REFERENCES = regex.compile(r"(?:^|\n)\[?(?:参考文献|References|REFERENCES)\]?:?")
_DATES = regex.compile(
    r"(?P<kind>收稿|修回|修订|改回|定稿|录用|接受|Received|received|[Rr]evised|[Aa]ccepted)(?:日期|时间|in revised"
    r" form)?\s*[:：]?\s*"
)
_DATE_NAMES = {
    "收稿": "received_date",
    "received": "received_date",
    "修回": "revised_date",
    "修订": "revised_date",
    "改回": "revised_date",
    "revised": "revised_date",
    "定稿": "accepted_date",
    "录用": "accepted_date",
    "接受": "accepted_date",
    "accepted": "accepted_date",
}
_CORRESPONDING = regex.compile(
    r"通[信讯]作者[:：]?\s*(?:简介[:：])?(?P<name>[\p{Han}·]{2,4}|[A-Z][A-Za-z. ]{3,30})(?=[,，(（:：;；。\s*E]|$)"
)
_PAGE_NUMBER = regex.compile(r"^[-—·.•\s]*(?P<n>\d{1,5})[-—·.•\s]*$")


_COVER = 0.9


class Paper:
    type: DocumentType = "paper"

    def recognise(self, view: PageView) -> float:
        if first_online.is_cover(view):
            return _COVER
        text = "\n".join("".join(line.text.split()) for line in view.lines)
        abstract = _SIGNS[0][0].search(text)
        head = "\n".join(text.split("\n")[:12])
        if len(text) < 120 or _AGAINST.search(head[: abstract.start() + 1] if abstract else head):
            return 0.0
        references = _REFERENCES.search(text)
        if references and (abstract is None or references.start() < abstract.start()):
            return 0.2
        score = sum(weight for pattern, weight in _SIGNS if pattern.search(text))
        score += _header(view)
        if abstract is None and score < 0.6 and not _bare_article(view):
            score *= 0.6
        block = titleblock.read(view)
        if block is None:
            score *= 0.5
        elif block.authors:
            score += 0.15
        if not regex.search(r"\p{Han}{4}", text) and not _HARD.search(text) and not _header(view):
            score = min(score, 0.4)  # the English page that ends many Chinese papers
        return round(min(1.0, score), 4)

    def facts(self, views: Sequence[PageView]) -> list[Fact]:
        if not views:
            return []
        if first_online.is_cover(views[0]):
            return at_most_one([*first_online.facts(views[0]), *self.facts(views[1:])])
        opening = views[0]
        found = titleblock.facts(opening)
        name = masthead.journal(views)
        if name and all(f.name != "title" or f.value != name.value for f in found):
            found.append(name)
        found += _numbers(opening)
        found += _numbers_at_end(views)
        found += masthead.issue_facts(views)
        found += _dates(views)
        found += _pages(views)
        found += _from_article(opening)
        found += affiliations.noted(views)
        return at_most_one(found)


def _header(view: PageView) -> float:
    """What the head and foot of the page say of a journal."""
    lines = headers.header_lines(view)
    score = 0.0
    if any(issues.has_issue(line.passage) for line in lines):
        score += 0.2
    if any(codes.issn(line.passage) or codes.cn(line.passage) for line in lines):
        score += 0.15
    if masthead.journal([view]):
        score += 0.15
    return score


def _bare_article(view: PageView) -> bool:
    """A short article without abstract: an issue in the header, a title, its author, and much text below."""
    block = titleblock.read(view)
    return block is not None and block.authors is not None and len(view.tight) > 500 and _header(view) >= 0.35


def _numbers(view: PageView) -> Iterator[Fact]:
    article = codes.anywhere(view, codes.article_number)
    if article:
        yield article.fact("article_number", "whole", article["whole"])
    for name, hit, value in (
        ("issn", codes.anywhere(view, codes.issn), codes.issn_of),
        ("cn_number", codes.anywhere(view, codes.cn), codes.cn_of),
        ("doi", codes.anywhere(view, codes.doi), codes.doi_of),
    ):
        if hit and not (name == "cn_number" and _patent_like(hit[0])):
            yield hit.fact(name, "doi" if name == "doi" else 0, value(hit))


_NUMBER_LABEL = regex.compile(r"(?:国际标准|国内统一)(?:刊号|连续出版物号)")


def _numbers_at_end(views: Sequence[PageView]) -> Iterator[Fact]:
    """The journal's numbers that a note at the end of the last page gives under their names, over two lines perhaps."""
    lines = views[-1].lines if len(views) > 1 else ()
    at = next((i for i, line in enumerate(lines) if _NUMBER_LABEL.search(tight(line.text))), None)
    if at is None:
        return
    note = joined((line.passage for line in lines[at : at + 2]), "")
    for name, hit, value in (("issn", codes.issn(note), codes.issn_of), ("cn_number", codes.cn(note), codes.cn_of)):
        if hit:
            yield hit.fact(name, 0, value(hit), trust=0.95)


def _from_article(view: PageView) -> Iterator[Fact]:
    """What the article number says of its issue, where nothing else does."""
    article = codes.anywhere(view, codes.article_number)
    if article:
        yield article.fact("issn", "issn", _issn_of(article["issn"]), trust=0.9)
        yield article.fact("year", "year", trust=0.9)
        if article["issue"].strip("0"):
            yield article.fact("issue", "issue", issues.plain(article["issue"]), trust=0.9)


def _patent_like(text: str) -> bool:
    return bool(regex.match(r"CN\d{7}", text))


def _issn_of(text: str) -> str:
    plain = regex.sub(r"[^\dXx]", "", text).upper()
    return f"{plain[:4]}-{plain[4:]}"


def _dates(views: Sequence[PageView]) -> Iterator[Fact]:
    """Received, revised and accepted; the corresponding author."""
    for view in (views[0], *views[-1:]):
        passage: Passage = view.passage
        for mark in _DATES.finditer(passage.text):
            tail = passage.text[mark.end() : mark.end() + 30]
            found = dates.find(tail, typed=True)
            if found and found[0].start <= 2:
                start = mark.end() + found[0].start
                name = _DATE_NAMES[mark["kind"].lower()]
                yield fact(name, found[0].value, passage, start, mark.end() + found[0].end)
        person = first(_CORRESPONDING, passage)
        if person:
            yield person.fact("corresponding_author", "name")


def _pages(views: Sequence[PageView]) -> Iterator[Fact]:
    """First and last page as printed in the corners, when they count up with the pages that are there."""
    numbered = [(i, n) for i, view in enumerate(views) if (n := _printed_number(view)) is not None]
    yield from _printed_range(views[0])
    article = codes.anywhere(views[0], codes.article_number)
    if article and int(article["page"]) and int(article["count"]):
        begin = int(article["page"])
        value = f"{begin}-{begin + int(article['count']) - 1}"
        yield article.fact("page_range", "page", value, trust=0.9)
    if len(numbered) >= 2 and numbered[0][0] == 0 and numbered[-1][0] == len(views) - 1:
        (_, begin_fact), (_, end_fact) = numbered[0], numbered[-1]
        begin, end = int(str(begin_fact.value)), int(str(end_fact.value))
        if end - begin == len(views) - 1:
            yield Fact(
                name="page_range",
                value=f"{begin}-{end}",
                text=begin_fact.text,
                page=begin_fact.page,
                bbox=begin_fact.bbox,
                confidence=min(begin_fact.confidence, end_fact.confidence),
            )


_ADORNED = regex.compile(r"\s*[-—·•]")  # as a page's foot is, and no line of references
_RANGE = regex.compile(r"[-—·.•\s]*(?P<n>(?P<a>\d{1,5})\s?[-—~]\s?(?P<b>\d{1,5}))[-—·.•\s]*")


def _printed_range(view: PageView) -> Iterator[Fact]:
    """First and last page alone in a corner or under the text: · 21-24 ·."""
    cited = running.references(view)
    for line in (*headers.header_lines(view), *view.lines[-2:]):
        for part in segments(line):
            match = _RANGE.fullmatch(part.text)
            own = id(line) not in cited or _ADORNED.match(part.text)
            if match and own and 0 < int(match["b"]) - int(match["a"]) < 60:
                yield fact("page_range", f"{match['a']}-{match['b']}", part, *match.span("n"))
                return


def _printed_number(view: PageView) -> Fact | None:
    for line in (*headers.header_lines(view)[:2], *headers.header_lines(view)[-3:]):
        for part in line.passage.text.split("\t"):
            match = _PAGE_NUMBER.match(part.strip())
            if match:
                start = line.text.index(match["n"])
                return fact("page", match["n"], line.passage, start, start + len(match["n"]))
    return None


EXTRACTOR = Paper()
