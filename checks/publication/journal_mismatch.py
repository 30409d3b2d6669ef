"""publication.journal-mismatch: title, ISSN and CN number that do not belong to one journal."""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Case, Check, CheckInfo, cannot_tell, each, not_applicable, place
from checks.locate import locate
from checks.publication.works import PRINTED, article_number
from checks.reading import plain
from checks.records import Coverage, Finding
from checks.saying import say, say_of_all
from checks.wording import same_journal
from corpus.codes import serials
from corpus.registries.journals import JournalRow, cn_key, issn_key
from extractors.records import Document

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


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    if not any(document.first(name) for name in ("issn", "cn_number")):
        yield not_applicable(INFO, document, "未印或未读到刊号")
        return
    told = [*_article(case, document), *_beside(case, document), *_register(case, document)]
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
        if not pages.value("journal") or not same_journal(pages.value("journal"), document.value("journal")):
            continue
        for name, word, key in (("issn", "ISSN", issn_key), ("cn_number", "CN号", cn_key)):
            own, other = document.first(name), pages.first(name)
            if own and other and key(str(own.value)) and key(str(other.value)) not in ("", key(str(own.value))):
                message = f"论文所印{word}“{own.value}”与所附《{pages.value('journal')}》“{other.value}”不一致，待核实"
                yield say_of_all(case, INFO, [(document, own), (pages, other)], message)


def _register(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    """What the register has under the title against what the paper prints."""
    journal = document.first("journal")
    rows = [r for r in case.registers.journals.titled(document.value("journal")) if r.kind == "listed"]
    for name, word, key in (("issn", "ISSN", issn_key), ("cn_number", "CN号", cn_key)):
        fact = document.first(name)
        known = {key(n) for row in rows for n in _numbers(row, name) if key(n)}
        if journal is None or fact is None or not known or key(plain(str(fact.value))) in ("", *known):
            continue
        if any(_renamed(row, str(journal.value)) for row in case.registers.journals.numbered(str(fact.value))):
            continue
        listed = "、".join(sorted(known))
        message = f"刊名《{journal.value}》在名录中的{word}为{listed}，材料所印为“{fact.value}”，待核实"
        lists = "、".join(sorted({row.list for row in rows}))
        yield say(case, INFO, document, fact, message, explanation=f"名录：{lists}", others=[place(document, journal)])


def _numbers(row: JournalRow, name: str) -> tuple[str, ...]:
    return row.issns if name == "issn" else (row.cn,)


def _renamed(row: JournalRow, title: str) -> bool:
    return any(same_journal(name, title) for name in (row.title, *row.former))


CHECK = Check(info=INFO, run=each(INFO, PRINTED, look))
