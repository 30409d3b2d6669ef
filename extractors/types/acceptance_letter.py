"""录用通知, 用稿通知: a promise to print, not a publication."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
import regex

from extractors.base import FieldSet, at_most_one, fact
from extractors.closing import closing, sealed_issuer, segments
from extractors.grammar import dates, names, values
from extractors.grammar.labels import Field, Value
from extractors.grammar.organisations import is_organisation
from extractors.layout import PageView
from extractors.passage import Passage
from extractors.prose import sentence
from extractors.recognition import Signs
from extractors.records import DocumentType, Fact
from extractors.works import authors, codes, issues
from extractors.works.matching import first, hits, printed, words
from extractors.works.written_by import written_by

_SIGNS = Signs(
    titles=(
        r"(?:《[^》]{2,20}》(?:编辑部|杂志社|编委会)?)?(?:稿件|论文|来稿|文稿|文章)?(?:正式)?(?:录用|用稿|采用|刊用|录稿|发表|刊登|采稿)(?:论文|稿件)?(?:通知"
        r"|证明|函|决定|回执|回复)(?:书|单|函)?",
        r"(?i:(?:letter|notification|notice|certificate)ofacceptance|acceptance(?:letter|notification|notice))",
    ),
    wording=(
        r"(?:您|你|贵|作者|该)\p{Han}{0,6}(?:稿件|论文|大作|文章|来稿|投稿)|稿件编号|论文题目|文章题目|投稿",
        r"录用|采用|刊用|拟(?:定?于|在|安排|发)|拟刊|刊登|刊发|见刊",
        r"编辑部|杂志社|本刊|我刊",
        r"审稿|审理|专家评审|三审|审查|终审|审核",
    ),
    against=(
        r"中图分类号|文献标识码|检索报告|录取通知|入职|聘用|公务员录用|拟录用人员|事业单位",
        r"退稿通知|不予(?:录用|刊用|采用)",
    ),
    alone=1.0,
)


def _title(passage: Passage) -> Value | None:
    """A title, without book-title marks."""
    marked = first(_MARKED, passage)
    if marked:
        return marked.value("t", printed(passage, *marked.span("t")))
    return values.long_text(passage)


_QUOTED = r"(?:《(?P<t>[^》]{4,100})》|“(?P<t>[^”]{4,100})”|\"(?P<t>[^\"]{4,100})\"|<(?P<t>[^>]{4,100})>)"
_MARKED = regex.compile(_QUOTED)


def _day(passage: Passage) -> Value | None:
    """A date to the day: when a letter was sent or a system says that it took the paper."""
    found = dates.find(passage.text)
    return Value(*found[0]) if found and found[0].precision == "day" else None


def _latin_authors(passage: Passage) -> Value | None:
    """The names of a line after Author(s):."""
    listed = authors.latin(passage[: passage.text.find("\n") if "\n" in passage.text else len(passage)])
    return Value(listed.names, listed.start, listed.end) if listed else None


_FIELDS = FieldSet(
    Field(
        "title",
        words(
            "论文题目 文章题目 稿件题目 中文题目 中文题名 论文名称 文章名称 论文标题 文章标题 稿件名称 题目 题名 篇名"
        ),
        _title,
        wrap=True,
    ),
    Field("title", ("Manuscript Title", "Paper Title", "Article Title", "Title"), values.long_text, wrap=True),
    Field(
        "authors", words("作者姓名 论文作者 全部作者 署名作者 作者署名 作者 第一作者 署名"), authors.value, wrap=True
    ),
    Field("authors", words("Author(s) Authors Author"), _latin_authors, wrap=True),
    Field(
        "affiliation",
        words("第一作者单位 第一作者工作单位 作者单位 第一单位 第一完成单位 工作单位 作者机构 机构 单位"),
        values.text,
    ),
    Field("journal", words("期刊名称 刊物名称 刊名 录用期刊 发表期刊 拟刊期刊"), _title),
    Field("manuscript_number", words("稿件编号 稿号 文章编号 论文编号 稿件号 编号"), codes.serial),
    Field("manuscript_number", ("Manuscript ID", "Manuscript Number", "Manuscript No.", "Paper ID"), codes.serial),
    Field(
        "issn",
        words("国际标准连续出版物号 国际标准刊号 国际刊号 ISSN"),
        lambda p: _code(p, codes.issn, codes.issn_of),
    ),
    Field("cn_number", ("国内统一连续出版物号", "国内统一刊号", "国内刊号"), lambda p: _code(p, codes.cn, codes.cn_of)),
    stops=words(
        "收稿日期 投稿日期 录用日期 拟刊期次 拟刊卷期 预计刊期 刊期 刊出安排 终审结论 审稿结论 当前状态 联系电话 审稿费"
        " 版面费 编辑部"
    ),
)
_DATED = FieldSet(
    Field("issue_date", words("录用日期 录用时间 通知日期 发送时间 发件时间 发送日期 日期 时间 Date"), _day),
    stops=words("收稿日期 投稿日期 修回日期 拟刊卷期 预计刊期"),
)
_WORK = tuple(
    regex.compile(pattern)
    for pattern in (
        rf"(?:题为|题目为|题目是|稿件|论文|文章|大作|来稿|撰写的|投寄的|投来的|的|惠稿)[:,]?{_QUOTED}",
        r"(?:论文|稿件|文章|大作|题为|题目):(?P<t>[^,。;:《》“”\n]{6,60})[,](?=已|经|业经)",
        rf"{_QUOTED}(?=一文|的?(?:论文|稿件|文章)|[(,，]|(?:已|经))",
        r"(?:paper|manuscript|article)(?:entitled|titled)?[:,]?[“\"](?P<t>[^”\"]{8,200})[”\"]",
    )
)
_JOURNAL = tuple(
    regex.compile(pattern)
    for pattern in (
        r"(?:刊登|发表|刊发|刊载|刊出|录用|采用|刊用|登载|载)(?:于|在)[:]?《(?P<j>[^》]{2,30})》",
        r"(?:收入|收录[于进到]?|编入|载入|辑入)[^《。]{0,8}《(?P<j>[^》]{4,40})》",
        r"(?:在|于|由|被|我刊|本刊)[:]?《(?P<j>[^》]{2,30})》(?!一文)",
        r"《(?P<j>[^》]{2,30})》(?:杂志社?|期刊|学报|编辑部|编委会|\(?(?:(?:19|20)\d\d|第\d|ISSN|CN|双?月刊|季刊"
        r"|半月刊|旬刊))",
    )
)
_OFFICE = regex.compile(
    r"^《?(?P<j>[\p{Han}A-Za-z·()]{2,28}?)》?(?:杂志社?|期刊社)?(?:编辑部|编辑委员会|编委会|杂志社|期刊社)$"
)
_ADDRESSED = regex.compile(
    r"^(?:尊敬的)?(?:作者)?[:]?(?P<n>[\p{Han}·、,\s]{2,40}?)\s*(?:等)?(?:作者|老师|先生|女士|同志|教授|博士"
    r"|医生)?(?:[/(](?:作者|老师|先生|女士)\)?)?\s*(?:[:：](?:您好|你好)?|[,，](?:您好|你好)[:：]?)[!！。]?$"
)
_PLANNED = regex.compile(r"(?:拟|将|安排|计划|定于|预计|刊登|发表|刊出|刊发|见刊|登载)[^。;；\n]{0,40}")


_LETTER = 0.75
_SHORT = 1500  # characters of a letter
_TOLD = (
    regex.compile(r"(?i)(?:letter|notification|notice)ofacceptance.{0,300}(?:录用|刊用|accepted)", regex.DOTALL),
    regex.compile(
        r"(?:稿件?|文章|论文)(?:编号|号|题目|标题|名称).{0,300}状态:?(?:已|拟|待)?(?:录用|采用|刊用|发排|刊出)",
        regex.DOTALL,
    ),  # what a journal's system shows
    regex.compile(
        r"稿件(?:终审|审稿|评审|审理|处理)(?:结果|意见|结论)?(?:通知|告知).{0,160}(?<![不未]予?)录用", regex.DOTALL
    ),
    regex.compile(
        r"(?:论文|稿件|文章|来稿|大作|一文|[》”])[^。]{0,60}(?:已|被|经|由|决定|同意|予以|拟)[^。]{0,24}(?<![不未]予?能?)(?:录用|刊用|采用)"
        r".{0,400}(?:编辑部|杂志社|期刊社|编委会|编辑委员会)(?:.{0,24}日)?(?:https?:.{0,80})?$",
        regex.DOTALL,
    ),
    regex.compile(
        r"(?i)dear.{0,300}(?:(?:pleas(?:ed|ure)|happy|glad|delighted)to(?:inform|notify|advise|tell|confirm).{0,300}accepted"
        r"|your(?:paper|manuscript|article|submission).{0,200}(?:hasbeen|is|was)accepted)",
        regex.DOTALL,
    ),
)
_PUBLISHED_IN = regex.compile(
    r"(?:accepted|publication|published|appear)\s+(?:for\s+publication\s+)?(?:in|by)\s+(?:the\s+)?[\"“]?"
    r"(?P<j>[A-Z][\p{L}&' \-\n]{5,90}?)(?=\s*[,.;(]|\s+(?:after|with|as|Vol))"
)


_NUMBERED = regex.compile(
    r"(?i)\bVol(?:ume|\.)?\s*(?P<volume>\d{1,4})[\s,;]*(?:\(?(?:Issue|No\.?)?\s*(?P<issue>\d{1,3})(?!\d)\)?)?"
    r"(?:[\s,;(]+(?P<year>(?:19|20)\d\d)(?!\d))?"
)


class AcceptanceLetter:
    type: DocumentType = "acceptance_letter"

    def recognise(self, view: PageView) -> float:
        """A notice named so, or a letter without such a name that tells an author of the taking of a paper."""
        text = view.tight
        told = len(text) <= _SHORT and any(pattern.search(text) for pattern in _TOLD)
        return max(_LETTER if told else 0.0, _SIGNS.score(view))

    def facts(self, views: Sequence[PageView]) -> list[Fact]:
        passage = sentence(views)
        found = [*_FIELDS.read(views), *_said(passage), *written_by(passage), *_numbers(views), *_addressed(views)]
        found += _office(views)
        found += _unit_said(passage, found)
        unit = next((f.value for f in found if f.name == "affiliation"), "")
        signed = [*closing(views), *sealed_issuer(views)]
        found += [f for f in signed if f.name != "issuer" or f.value != unit]  # the author's, in a table of labels
        found += _DATED.read(views)
        found += _journal_of_issuer(found)
        found += [msgspec.structs.replace(f, name="certificate_number") for f in found if f.name == "manuscript_number"]
        return at_most_one(found)


_UNIT_BEHIND = regex.compile(r"\s?\((?P<v>\p{Han}{4,30})\)")
_UNIT_BEFORE = regex.compile(r"(?:^|[。\n:])(?:兹有|兹证明|证明|作者)?(?P<v>\p{Han}{4,30})$")


def _unit_said(passage: Passage, found: Sequence[Fact]) -> Iterator[Fact]:
    """The authors' unit beside their names: 兹有某市档案馆甲、乙撰写的…, 署名:甲、乙(某市档案馆)."""
    people = next((str(f.text) for f in found if f.name == "authors"), "")
    at = passage.text.find(people) if people else -1
    if at < 0:
        return
    for match in (_UNIT_BEHIND.match(passage.text, at + len(people)), _UNIT_BEFORE.search(passage.text, 0, at)):
        if match and is_organisation(match["v"]):
            yield fact("affiliation", match["v"], passage, *match.span("v"), trust=0.9)
            return


def _code(passage: Passage, find: object, write: object) -> Value | None:
    hit = find(passage)  # type: ignore[operator]
    return hit.value(0, write(hit)) if hit else None  # type: ignore[operator]


def _said(passage: Passage) -> Iterator[Fact]:
    english = _PUBLISHED_IN.search(passage.text)
    if english:
        named = passage[slice(*english.span("j"))]
        yield fact("journal", " ".join(named.printed().split()), named)
        numbered = _NUMBERED.search(passage.text)
        for name in ("volume", "issue", "year") if numbered else ():
            if numbered and numbered[name]:
                yield fact(name, issues.plain(numbered[name]), passage, *numbered.span(name))
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


def _numbers(views: Sequence[PageView]) -> Iterator[Fact]:
    for name, find, value in (("issn", codes.issn, codes.issn_of), ("cn_number", codes.cn, codes.cn_of)):
        hit = next((hit for view in views if (hit := codes.anywhere(view, find))), None)
        if hit:
            yield hit.fact(name, 0, value(hit))
    doi = next((hit for view in views if (hit := codes.anywhere(view, codes.doi))), None)
    if doi:
        yield doi.fact("doi", "doi", codes.doi_of(doi))


def _addressed(views: Sequence[PageView]) -> Iterator[Fact]:
    """The authors whom the letter greets."""
    for part in (part for view in views[:1] for line in view.lines[:10] for part in (line.passage, *segments(line))):
        match = _ADDRESSED.match(part.text.strip())
        listed = names.listed(match["n"]) if match else ()
        if match and listed and all(2 <= len(n) <= 4 or "·" in n for n in listed) and "编辑" not in match["n"]:
            start = part.text.index(match["n"])
            end = start + len(match["n"].rstrip())
            yield fact("authors", listed, part, start, end)
            if len(listed) == 1:
                yield fact("person_name", listed[0], part, start, end)
            return


def _office(views: Sequence[PageView]) -> Iterator[Fact]:
    """The editorial office: the last line that names one and nothing else."""
    for view in reversed(views):
        for line in reversed(view.lines):
            bare = line.passage.bare()
            match = _OFFICE.match(regex.sub(r"\((?:盖章|公章|章)\)$", "", bare.text))
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
