"""The journal a page belongs to: its name and issue in headers, footers and citation lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

import regex

from extractors.base import fact
from extractors.grammar.normal import tight
from extractors.layout import Line, PageView
from extractors.passage import Passage
from extractors.records import Fact
from extractors.works import codes, issues, own_issue
from extractors.works.authors import chinese
from extractors.works.headers import dated_name, header_lines, parts_of
from extractors.works.journals import JOURNAL_NAME
from extractors.works.matching import first, hits, printed
from extractors.works.running import own_lines
from extractors.works.surnames import reads_as_a_name

_BRACKETED = regex.compile(r"《(?P<name>[^《》]{2,30})》")
_CITED = regex.compile(r"\[J(?:/OL)?\][.:,，．]?(?P<name>[^,，.:：;；\d\[\]]{2,60})(?=[,，.:：;；\d])")
_NOISE = regex.compile(
    r"第?增刊\d?期?|第[\d〇一二三四五六七八九十*]+[卷期]|总第?[\d]*期|[(\[]总?第?[\d]*期?[)\]]|(?:19"
    r"|20)[\d*]{2}(?:[./·]\d{1,2}(?!\d))?年?(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月|Vol[.,:]?\s*\d+|No[.,:]?\s*\d+|"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*[.,]*"
    r"|[〇○零一二三四五六七八九]{4}年(?:[一二三四五六七八九十]{1,2}月)?|"
    r"(?:中文|全国|国家)?(?:级)?核心期刊|CSSCI来源期刊|CN\s?\d\d-\d{4}\S*|ISSN\s?\d{4}-\d{3}[\dX]",
    regex.IGNORECASE,
)
_LATIN_NAME = regex.compile(
    r"^(?:The\s)?[A-Z][\p{L}&,'’\- ]{2,70}?(?=\s*(?:\d{1,4}\s*\(|,?\s*Vol|\(\d{4}\)|,?\s*\d{1,4},|\t|ISSN|$))",
    regex.IGNORECASE,
)
_LATIN_WORD = regex.compile(
    r"\b(?:Journal|Transactions|Letters|Proceedings|Acta|Annals|Bulletin|Archives|Reports?|Communications|Advances"
    r"|Papers|"
    r"Magazine|Quarterly|Chinese|Physics|Chemistry|Biology|Medicine|Science|Sinica|Nature|PLOS|Frontiers"
    r"|International|Review)\b"
)
_COLUMN = regex.compile(r"园地|交流|探讨$|专题|综述|论著|报告$|栏$|短篇|^(?:总第|年第)|(?<!中国|科技与|现代)出版$")
_NOT_A_NAME = regex.compile(
    r"^(?:双?月|季|半月|旬|周|半年|年)刊$|创刊|摘要|关键词|中图分类|文献标识|文章编号|收稿|作者|基金|邮箱|网址|引用|主管|主办|出版|编辑部|定价|专栏|下载|版权"
    r"|目次|目录|研究报告|"
    r"中国知网|ChinaAcademic|论文$|综述$|DOI|http|www|Copyright",
    regex.IGNORECASE,
)


_FOOTNOTE = regex.compile(r"作者简介|收稿日期|修回日期|基金项目|通[信讯]作者|责任编辑|第一作者|引用(?:格式|本文)")


def journal(views: Sequence[PageView]) -> Fact | None:
    """The journal's name: beside the issue in a header, in a citation line, else in book-title marks in a header."""
    for candidates in (_beside_issue, _in_citation, _in_marks, _latin_header, _running, own_issue.proceedings):
        for found in candidates(views):
            return found
    return None


def _beside_issue(views: Sequence[PageView]) -> Iterator[Fact]:
    """Names on the line of the volume or issue, then on the lines touching it."""
    for view, spoken in zip(views[:2], own_lines(views[:2]), strict=True):
        lines = [line for line in spoken if not _FOOTNOTE.search(line.text)]
        marked = [i for i, line in enumerate(lines) if issues.has_issue(line.passage) or _open_or_dotted(line)]
        if not marked:
            continue
        distances = {
            i: min(abs(lines[i].box.center[1] - lines[m].box.center[1]) for m in marked) for i in range(len(lines))
        }
        for index in sorted(distances, key=lambda i: (distances[i], i)):
            if distances[index] < 3.2 * view.em:
                yield from _names(lines[index].passage, 1.0 if index in marked else 0.95)
        for index in sorted(distances, key=lambda i: (distances[i], i)):
            if distances[index] < 1.2 * view.em:
                yield from _unusual(lines[index].passage, beside=index in marked)


def _open_or_dotted(line: Line) -> bool:
    """A header whose volume and issue are still stars or blanks (第 ** 卷 第 * 期), or a name and 2018.06 alone."""
    if regex.search(r"第[*_×X\s]+[卷期]", line.text) or dated_name(line) is not None:
        return True
    return any(_DOTTED.fullmatch(part.bare().text) for part in parts_of(line.passage))


_DOTTED = regex.compile(r"[《]?[\p{Han}·]{3,16}[》]?(?:19|20)\d\d[./·](?:0?[1-9]|1[0-2])(?:[(]\p{Han}{2,8}[)])?")


def _names(passage: Passage, trust: float) -> Iterator[Fact]:
    parts = list(parts_of(passage))
    for part in parts:
        bare = part.bare()
        if regex.fullmatch(r"[·.]\p{Han}+[·.]", bare.text) or _IMPRINTED.match(bare.text) or _farther(part, parts):
            continue  # a column, or a society that is named for what it does
        text = _NOISE.sub(lambda m: "\0" * len(m.group()), bare.text)
        for match in _BRACKETED.finditer(text):
            yield fact("journal", printed(bare, *match.span("name")), bare, *match.span("name"), trust=trust)
        for piece in regex.finditer(r"[^\0]+", text):
            if _COLUMN.search(piece.group()):
                continue
            name = _without_marks(piece.group())
            if JOURNAL_NAME.fullmatch(name) and not _NOT_A_NAME.search(name) and chinese(part) is None:
                start = piece.start() + piece.group().index(name)
                end = start + len(name)
                yield fact("journal", printed(bare, start, end), bare, start, end, trust=trust)


_SURE = regex.compile(r"(?:学报|杂志|通报|学刊|导刊|期刊)(?:\([^()]*\))?$")
_SHORT = regex.compile(r"\p{Han}{2,8}")


def _farther(part: Passage, parts: Sequence[Passage]) -> bool:
    """Whether another short name stands between ``part`` and the issue: ``part`` heads a column of the journal."""
    ordered = _nearest_issue(parts) if any(_DIGIT.search(p.text) for p in parts) else [part]
    plain = [p for p in ordered if _SHORT.fullmatch(_NOISE.sub("", p.bare().text)) and chinese(p) is None]
    longer = bool(plain) and len(part.bare()) > len(plain[0].bare()) + 2  # columns bear short names
    return part in plain[1:] and not longer and not _SURE.search(part.bare().text)


_IMPRINTED = regex.compile(
    r"(?:主管|主办|协办|承办|支持|社长|主编|总编|主任|编委|编辑|出版|印刷|发行|地址)\p{Han}{0,6}:"
)


def _without_marks(text: str) -> str:
    """Without marks at either end; brackets that close inside, as around an edition (自然科学版), are kept."""
    name = OFTEN.sub("", text.strip("·,，.。、:|/-— 《》"))
    return name if regex.fullmatch(r"[^()]+\([^()]+\)", name) else name.strip("·,，.。、:|/-—() 《》")


OFTEN = regex.compile(r"\([^()]*(?:[周旬月季年]刊|创刊)[^()]*\)$")  # (双月刊,1988年创刊)


def _unusual(passage: Passage, *, beside: bool) -> Iterator[Fact]:
    """A name that ends like no other periodical's, on the level of the issue; best where the issue is printed onto
    it. ``beside`` the issue it may be as short as 公路; elsewhere what may be an author is none."""
    if not beside and chinese(passage) is not None:
        return
    for part in _nearest_issue(list(parts_of(passage))):
        bare = part.bare()
        if _IMPRINTED.match(bare.text):
            continue
        text = _NOISE.sub(lambda m: "\0" * len(m.group()), bare.text)
        short = beside and regex.fullmatch(r"\0*\p{Han}{2}\0*", text)
        for piece in regex.finditer(rf"\p{{Han}}{{{2 if short else 3},14}}(?:\(\p{{Han}}{{1,8}}[版刊]\))?", text):
            if not beside and reads_as_a_name(piece.group()):
                continue
            apart = short or chinese(part) is None
            if apart and not _NOT_A_NAME.search(piece.group()) and not _COLUMN.search(piece.group()):
                yield fact("journal", printed(bare, *piece.span()), bare, *piece.span(), trust=0.85)


def _nearest_issue(parts: Sequence[Passage]) -> list[Passage]:
    """``parts`` of a header, that with the issue first, then those beside the year or issue: a column's name stands
    farther off (经验交流　云山农业　2016 年 第 4 期)."""
    dated = [part.box() for part in parts if _DIGIT.search(part.text)]

    def apart(part: Passage) -> float:
        box = part.box()
        return min((max(other.x0 - box.x1, box.x0 - other.x1, 0.0) for other in dated), default=0.0)

    return sorted(parts, key=lambda part: (not issues.has_issue(part), apart(part)))


_DIGIT = regex.compile(r"\d")


def _in_citation(views: Sequence[PageView]) -> Iterator[Fact]:
    """引用本文 … [J]. 刊名, 2019, 34(2): 12-18. Only where the page says that it cites itself."""
    for view in views[:1]:
        passage = view.passage
        for mark in regex.finditer(
            r"(?:引用(?:本文)?(?:格式)?|本文引文格式|Citation|Cite this article)\s*[:：]?", passage.text
        ):
            tail = passage[mark.end() : mark.end() + 400]
            hit = first(_CITED, tail)
            if hit:
                yield hit.fact("journal", "name")


def _in_marks(views: Sequence[PageView]) -> Iterator[Fact]:
    for spoken in own_lines(views[:2]):
        for line in spoken:
            for hit in hits(_BRACKETED, line.passage):
                yield hit.fact("journal", "name", trust=0.9)


def _latin_header(views: Sequence[PageView]) -> Iterator[Fact]:
    for view in views[:1]:
        lines = header_lines(view)[:6]
        for line, below in zip_longest(lines, lines[1:]):
            text = line.text.strip()
            match = _LATIN_NAME.match(text)
            over = below is not None and issues.has_issue(below.passage) and _begins_with(line, below, view.em)
            dated = over or issues.cited(line.passage) is not None
            named = match is not None and (_LATIN_WORD.search(match.group()) or (dated and " " in match.group()))
            if match is None or regex.search(r"\p{Han}", match.group()) or not named:
                continue
            marked = issues.has_issue(line.passage) or codes.issn(line.passage) is not None
            if marked or (len(match.group()) < 60 and len(match.group()) == len(text)):
                start = line.text.index(match.group())
                end = start + len(match.group().rstrip(" ,"))
                yield fact("journal", line.passage.printed(start, end), line.passage, start, end, trust=0.95)


def _begins_with(line: Line, below: Line, em: float) -> bool:
    """Whether ``below`` stands right under ``line`` and begins where that does."""
    return 0 < below.box.center[1] - line.box.center[1] < 2 * line.height and abs(below.box.x0 - line.box.x0) < em


def _running(views: Sequence[PageView]) -> Iterator[Fact]:
    """A name that heads several pages although no issue stands beside it."""
    seen: dict[str, list[Fact]] = {}
    for spoken in own_lines(views):
        for line in spoken:
            for found in _names(line.passage, 0.85):
                if isinstance(found.value, str) and regex.search(
                    r"(?:学报|杂志|通报|学刊|导刊|期刊)(?:\(.*\))?$", found.value
                ):
                    seen.setdefault(found.value, []).append(found)
    for facts in seen.values():
        yield facts[0]


def issue_facts(views: Sequence[PageView]) -> list[Fact]:
    """year, volume, issue and page_range: from headers, then citation lines; the first of each, and none from the list
    of what the paper cites, which may go on over pages under their running titles."""
    found: dict[str, Fact] = {}
    for line in (line for spoken in own_lines(views[:3]) for line in spoken if not _is_prose(line)):
        parts = [one for part in parts_of(line.passage) for one in issues.facts(part)]  # Vol.46 | No.5 | 2020
        for candidate in (*issues.facts(line.passage), *parts, *_lone_year(line), *own_issue.of_foot(line)):
            found.setdefault(candidate.name, candidate)
    for candidate in own_issue.self_cited(views[0]) if views else ():
        found.setdefault(candidate.name, candidate)
    for candidate in own_issue.of_proceedings(views):
        found.setdefault(candidate.name, candidate)
    return list(found.values())


_PROSE = 16  # characters of a clause that runs on past a comma


def _is_prose(line: Line) -> bool:
    """Whether a line at the top of a page belongs to the article's text, which speaks of years of its own."""
    text = tight(line.text)
    runs_on = regex.search(r"[,，。;；]", text) is not None and len(regex.findall(r"\p{Han}", text)) > _PROSE
    return runs_on and not issues.has_issue(line.passage)


def _lone_year(line: Line) -> Iterator[Fact]:
    """The year that stands apart from volume and issue in one running title: 第7卷 第9期  刊名  2018年."""
    if not issues.has_issue(line.passage):
        return
    for part in parts_of(line.passage):
        bare = part.bare()
        if regex.fullmatch(r"(?:19|20)\d\d年?", bare.text):
            yield fact("year", bare.text[:4], bare, 0, 4)
