"""publication.journal-mismatch: title, ISSN and CN number that do not belong to one journal."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import Case, Check, CheckInfo, cannot_tell, each, not_applicable, place
from checks.locate import locate
from checks.publication.works import PRINTED, article_number
from checks.reading import plain
from checks.records import Coverage, Finding, Severity
from checks.saying import say, say_of_all
from checks.wording import same_journal
from corpus.codes import serials
from corpus.registries.journals import JournalRow, cn_key, issn_key, title_key
from extractors.records import Document, Fact

INFO = CheckInfo(
    code="publication.journal-mismatch",
    title="刊名与刊号不匹配",
    severity="suspect",
    kind="deterministic",
    rationale="刊名、ISSN、CN号应同属一种期刊；论文首页、文章编号与封面版权页所印刊号应彼此一致。",
    innocent=("刊物更名或更换刊号", "电子版与印刷版ISSN不同", "排印差错"),
    verify="在国家新闻出版署期刊查询系统按刊名与CN号分别查询，或致电编辑部核实",
    handbook=("F38", "F40"),
    weight=3,
)
# Provinces by the code that their periodicals bear (GB/T 2260), with the code of before a province was set up.
PLACES = {
    "北京": (
        11,
        10,
    ),
    "天津": (12,),
    "河北": (13,),
    "山西": (14,),
    "内蒙古": (15,),
    "辽宁": (21,),
    "吉林": (22,),
    "黑龙江": (23,),
    "上海": (31,),
    "江苏": (32,),
    "浙江": (33,),
    "安徽": (34,),
    "福建": (35,),
    "江西": (36,),
    "山东": (37,),
    "河南": (41,),
    "湖北": (42,),
    "湖南": (43,),
    "广东": (44,),
    "广西": (45,),
    "海南": (
        46,
        44,
    ),
    "重庆": (
        50,
        51,
    ),
    "四川": (51,),
    "贵州": (52,),
    "云南": (53,),
    "陕西": (61,),
    "甘肃": (62,),
    "青海": (63,),
    "宁夏": (64,),
    "新疆": (65,),
}
HAN = re.compile("[\u4e00-\u9fff]{2}")


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    if not any(document.first(name) for name in ("issn", "cn_number")):
        yield not_applicable(INFO, document, "未印或未读到刊号")
        return
    looks = (_article, _beside, _sisters, _province, _register)
    told = [said for look_at in looks for said in look_at(case, document)]
    yield from told
    if not told and not case.registers.journals:
        yield cannot_tell(INFO, document, "材料内部刊号一致；未导入期刊名录，刊名与刊号是否相属无从查对")


def _article(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    """The ISSN at the head of the article number is the journal's own."""
    printed, labelled = document.first("issn"), article_number(document)
    if printed is None or labelled is None or serials.issn_fault(labelled.parts.issn):
        return
    if issn_key(str(printed.value)) and issn_key(str(printed.value)) != issn_key(labelled.parts.issn):
        fact = locate(case, document, "issn", labelled.text) or printed
        message = f"文章编号“{labelled.text}”所含ISSN与所印ISSN “{printed.value}”不一致，待核实"
        yield say_of_all(case, INFO, [(document, fact), (document, printed)], message)


def _beside(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    """The paper's first page against the journal's own pages filed with it."""
    if document.type != "paper" or not document.value("journal"):
        return
    for pages in case.of_type("journal_pages"):
        if title_key(pages.value("journal")) != title_key(document.value("journal")):
            continue
        for name, word, key in (("issn", "ISSN", issn_key), ("cn_number", "CN号", cn_key)):
            own, other = document.first(name), pages.first(name)
            if own and other and key(str(own.value)) and key(str(other.value)) not in ("", key(str(own.value))):
                message = f"论文所印{word}“{own.value}”与所附《{pages.value('journal')}》“{other.value}”不一致，待核实"
                yield say_of_all(case, INFO, [(document, own), (pages, other)], message)


def _sisters(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    """Two papers in one journal, its edition included, whose printed numbers differ."""
    for other in case.of_type("paper") if document.type == "paper" else ():
        if other.id <= document.id or not title_key(document.value("journal")):
            continue
        if title_key(document.value("journal")) != title_key(other.value("journal")):
            continue
        for name, word, key in (("issn", "ISSN", issn_key), ("cn_number", "CN号", cn_key)):
            own, theirs = document.first(name), other.first(name)
            numbers = {key(str(fact.value)) for fact in (own, theirs) if fact} - {""}
            if own and theirs and len(numbers) == 2:
                title = document.value("journal")
                message = f"两篇论文均印刊名《{title}》，所印{word}“{own.value}”与“{theirs.value}”不一致，待核实"
                lone: Severity | None = "notice" if name == "issn" else None  # print and online have an ISSN each
                yield say_of_all(case, INFO, [(document, own), (other, theirs)], message, severity=lone)


def _province(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    """A journal named after a province is registered there, but for a few that moved."""
    journal, fact = document.first("journal"), document.first("cn_number")
    parts = serials.cn(plain(str(fact.value))) if fact else None
    named = next((name for name in PLACES if journal and str(journal.value).startswith(name)), "")
    if journal is None or fact is None or parts is None or not named or parts.province in PLACES[named]:
        return
    if parts.province in serials.PROVINCES:
        message = f"刊名《{journal.value}》与CN号“{fact.value}”的地区号{parts.province:02d}不属同一省份，待核实"
        yield say(case, INFO, document, fact, message, others=[place(document, journal)], certainty="heuristic")


def _register(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    """What the register has under the title against what the paper prints."""
    journal = document.first("journal")
    rows = [r for r in case.registers.journals.titled(document.value("journal")) if r.kind == "listed"]
    for name, word, key in (("issn", "ISSN", issn_key), ("cn_number", "CN号", cn_key)):
        fact = document.first(name)
        known = {key(n) for row in rows for n in _numbers(row, name) if key(n)}
        if journal is None or fact is None or key(plain(str(fact.value))) in ("", *known):
            continue
        if not known:
            yield from _of_another(case, document, journal, fact, word)
            continue
        if any(_renamed(row, str(journal.value)) for row in case.registers.journals.numbered(str(fact.value))):
            continue
        listed = "、".join(sorted(known))
        message = f"刊名《{journal.value}》在名录中的{word}为{listed}，材料所印为“{fact.value}”，待核实"
        lists = "、".join(sorted({row.list for row in rows}))
        yield say(case, INFO, document, fact, message, explanation=f"名录：{lists}", others=[place(document, journal)])


def _of_another(case: Case, document: Document, journal: Fact, fact: Fact, word: str) -> Iterator[Finding | Coverage]:
    """A number that the register has under another title, where it does not have this title at all."""
    rows = case.registers.journals.numbered(str(fact.value))
    named = [row for row in rows if row.kind == "listed" and HAN.search(row.title)]
    if not named or not HAN.search(str(journal.value)) or any(_renamed(row, str(journal.value)) for row in named):
        return
    titles = "、".join(sorted({f"《{row.title}》" for row in named}))
    message = f"{word}“{fact.value}”在名录中属{titles}，材料所印刊名为《{journal.value}》，待核实"
    lists = "、".join(sorted({row.list for row in named}))
    yield say(case, INFO, document, fact, message, explanation=f"名录：{lists}", others=[place(document, journal)])


def _numbers(row: JournalRow, name: str) -> tuple[str, ...]:
    return row.issns if name == "issn" else (row.cn,)


def _renamed(row: JournalRow, title: str) -> bool:
    return any(same_journal(name, title) for name in (row.title, *row.former))


CHECK = Check(info=INFO, run=each(INFO, PRINTED, look))
