"""录用通知, 用稿通知: a promise to print, not a publication."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
import regex

from extractors.base import FieldSet, at_most_one, fact
from extractors.closing import closing, sealed_issuer
from extractors.grammar import names, values
from extractors.grammar.labels import Field, Value
from extractors.layout import PageView
from extractors.passage import Passage
from extractors.prose import sentence
from extractors.recognition import Signs
from extractors.records import DocumentType, Fact
from extractors.works import authors, codes, issues
from extractors.works.matching import first, hits, printed, words

_SIGNS = Signs(
    titles=(
        r"(?:稿件|论文|来稿|文稿|文章)?(?:正式)?(?:录用|用稿|采用|刊用|录稿|发表|刊登|采稿)(?:论文|稿件)?(?:通知"
        r"|证明|函|决定)(?:书|单|函)?",
        r"(?:letterof)?acceptance(?:letter|notification|notice)?",
    ),
    wording=(
        r"(?:您|你|贵|作者|该)\p{Han}{0,6}(?:稿件|论文|大作|文章|来稿|投稿)|稿件编号|论文题目|文章题目|投稿",
        r"录用|采用|刊用|拟(?:定?于|在|安排|发)|拟刊|刊登|刊发|见刊",
        r"编辑部|杂志社|本刊|我刊",
        r"审稿|审理|专家评审|三审|审查|终审|审核",
    ),
    against=(r"中图分类号|文献标识码|检索报告|录取通知|入职|聘用|公务员录用|拟录用人员|事业单位", r"退稿通知"),
    alone=1.0,
)


def _title(passage: Passage) -> Value | None:
    """A title, without book-title marks."""
    marked = first(_MARKED, passage)
    if marked:
        return marked.value("t", printed(passage, *marked.span("t")))
    return values.long_text(passage)


_MARKED = regex.compile(r"[《“\"<](?P<t>[^》”\">\n]{4,100})[》”\">]")
_FIELDS = FieldSet(
    Field(
        "title",
        words("论文题目 文章题目 稿件题目 论文名称 文章名称 论文标题 文章标题 稿件名称 题目 题名 篇名"),
        _title,
        wrap=True,
    ),
    Field("authors", words("作者姓名 论文作者 全部作者 作者 第一作者"), authors.value, wrap=True),
    Field("affiliation", ("作者单位", "工作单位", "单位"), values.text),
    Field("journal", words("期刊名称 刊物名称 刊名 录用期刊 发表期刊 拟刊期刊"), _title),
    Field("manuscript_number", words("稿件编号 稿号 文章编号 论文编号 稿件号 编号"), codes.serial),
    Field(
        "issn",
        words("国际标准连续出版物号 国际标准刊号 国际刊号 ISSN"),
        lambda p: _code(p, codes.issn, codes.issn_of),
    ),
    Field("cn_number", ("国内统一连续出版物号", "国内统一刊号", "国内刊号"), lambda p: _code(p, codes.cn, codes.cn_of)),
    stops=words("收稿日期 录用日期 拟刊期次 刊期 联系电话 审稿费 版面费 编辑部"),
)
_WORK = tuple(
    regex.compile(pattern)
    for pattern in (
        r"(?:题为|题目为|题目是|稿件|论文|文章|大作|来稿|撰写的|投寄的|投来的|的"
        r"|惠稿)[:,]?[《“\"<](?P<t>[^》”\">]{4,100})[》”\">]",
        r"[《“\"](?P<t>[^》”\"]{6,100})[》”\"](?=一文|的?(?:论文|稿件|文章)|[(,，]|(?:已|经))",
        r"(?:paper|manuscript|article)(?:entitled|titled)?[:,]?[“\"](?P<t>[^”\"]{8,200})[”\"]",
    )
)
_JOURNAL = tuple(
    regex.compile(pattern)
    for pattern in (
        r"(?:刊登|发表|刊发|刊载|刊出|录用|采用|刊用|登载|载)(?:于|在)[:]?《(?P<j>[^》]{2,30})》",
        r"(?:在|于|由|被|我刊|本刊)[:]?《(?P<j>[^》]{2,30})》(?!一文)",
        r"《(?P<j>[^》]{2,30})》(?:杂志社?|期刊|学报|编辑部|编委会|\(?(?:(?:19|20)\d\d|第\d|ISSN|CN|双?月刊|季刊"
        r"|半月刊|旬刊))",
    )
)
_OFFICE = regex.compile(
    r"^《?(?P<j>[\p{Han}A-Za-z·()]{2,28}?)》?(?:杂志社?|期刊社)?(?:编辑部|编辑委员会|编委会|杂志社|期刊社)$"
)
_ADDRESSED = regex.compile(
    r"^(?:尊敬的)?(?P<n>[\p{Han}·、,\s]{2,40}?)\s*(?:等)?(?:作者|老师|先生|女士|同志|教授|博士"
    r"|医生)?(?:[/(](?:作者|老师|先生|女士)\)?)?\s*[:：](?:您好|你好)?[!！。]?$"
)
_PLANNED = regex.compile(r"(?:拟|将|安排|计划|定于|预计|刊登|发表|刊出|刊发|见刊|登载)[^。;；\n]{0,40}")


class AcceptanceLetter:
    type: DocumentType = "acceptance_letter"

    def recognise(self, view: PageView) -> float:
        return _SIGNS.score(view)

    def facts(self, views: Sequence[PageView]) -> list[Fact]:
        passage = sentence(views)
        found = [*_FIELDS.read(views), *_said(passage), *_written_by(passage), *_numbers(passage), *_addressed(views)]
        found += [*_office(views), *closing(views), *sealed_issuer(views)]
        found += _journal_of_issuer(found)
        found += [msgspec.structs.replace(f, name="certificate_number") for f in found if f.name == "manuscript_number"]
        return at_most_one(found)


def _code(passage: Passage, find: object, write: object) -> Value | None:
    hit = find(passage)  # type: ignore[operator]
    return hit.value(0, write(hit)) if hit else None  # type: ignore[operator]


def _said(passage: Passage) -> Iterator[Fact]:
    journal = next((h for p in _JOURNAL for h in hits(p, passage)), None)
    if journal:
        yield journal.fact("journal", "j")
    for pattern in _WORK:
        hit = next((h for h in hits(pattern, passage) if not journal or h["t"] != journal["j"]), None)
        if hit:
            yield hit.fact("title", "t")
            break
    for planned in _PLANNED.finditer(passage.text):
        part = passage[planned.start() : planned.end()]
        if issues.has_issue(part):
            yield from issues.facts(part)
            break
    yield from (f for f in issues.facts(passage, trust=0.85) if f.name != "page_range")


_WRITTEN_BY = regex.compile(
    r"(?P<people>[\p{Han}·,、和]{2,80}?)(?:等)?(?:\d{1,2}人)?(?:同志|老师)?(?:共同)?(?:撰写|所著|所写|合著|合写|投寄"
    r"|创作|投来)的?(?:论文|稿件|文章|[《“\"])"
)


_BESIDE_TITLE = regex.compile(
    r"[》”\"](?:一文)?[(](?:作者[:为]?|第一作者[:为]?)?(?P<people>[\p{Han}·]{2,12}(?:[,"
    r"、;][\p{Han}·]{2,12}){0,12})等?(?:\d+人)?[)]"
)


def _written_by(passage: Passage) -> Iterator[Fact]:
    """Names right before 撰写的论文: read from the right, as far as they are names."""
    named = first(_BESIDE_TITLE, passage)
    people_beside = names.listed(named["people"]) if named else ()
    if named and people_beside and all(2 <= len(n) <= 4 or "·" in n for n in people_beside):
        yield named.fact("authors", "people", people_beside)
        return
    hit = first(_WRITTEN_BY, passage)
    if hit is None:
        return
    parts = regex.split(r"[,、和]", hit["people"])
    people: list[str] = []
    for part in reversed(parts):
        name = names.find(part)
        if name is None or name.value != part or not (2 <= len(part) <= 4 or "·" in part) or _GREETED.search(part):
            break
        people.insert(0, part)
    if people:
        tail = "".join(people) if len(people) == 1 else hit["people"][hit["people"].index(people[0]) :]
        start = hit.match.end("people") - len(tail)
        begin, end = hit.places[start], hit.places[hit.match.end("people") - 1] + 1
        yield fact("authors", tuple(people), passage, begin, end)


_GREETED = regex.compile(r"本刊|审|经|您|贵|作者|编辑|录用|研究|通知")


def _numbers(passage: Passage) -> Iterator[Fact]:
    for name, hit, value in (
        ("issn", codes.issn(passage), codes.issn_of),
        ("cn_number", codes.cn(passage), codes.cn_of),
    ):
        if hit:
            yield hit.fact(name, 0, value(hit))


def _addressed(views: Sequence[PageView]) -> Iterator[Fact]:
    """The authors whom the letter greets."""
    for line in (line for view in views[:1] for line in view.lines[:10]):
        match = _ADDRESSED.match(line.text.strip())
        listed = names.listed(match["n"]) if match else ()
        if match and listed and all(2 <= len(n) <= 4 or "·" in n for n in listed) and "编辑" not in match["n"]:
            start = line.text.index(match["n"])
            end = start + len(match["n"].rstrip())
            yield fact("authors", listed, line.passage, start, end)
            if len(listed) == 1:
                yield fact("person_name", listed[0], line.passage, start, end)
            return


def _office(views: Sequence[PageView]) -> Iterator[Fact]:
    """The editorial office: the last line that names one and nothing else."""
    for view in reversed(views):
        for line in reversed(view.lines):
            bare = line.passage.bare()
            match = _OFFICE.match(regex.sub(r"\((?:盖章|公章)\)$", "", bare.text))
            if match:
                yield fact("issuer", printed(bare, 0, match.end()), bare, 0, match.end())
                return


def _journal_of_issuer(found: Sequence[Fact]) -> Iterator[Fact]:
    for candidate in found:
        match = _OFFICE.match("".join(str(candidate.value).split())) if candidate.name == "issuer" else None
        if match:
            yield Fact(
                name="journal",
                value=match["j"],
                text=candidate.text,
                page=candidate.page,
                bbox=candidate.bbox,
                confidence=candidate.confidence,
            )
            return


EXTRACTOR = AcceptanceLetter()
