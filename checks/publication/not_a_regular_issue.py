"""publication.not-a-regular-issue: supplements, proceedings, internal material, online-only numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import Case, Check, CheckInfo, each, not_applicable
from checks.consistency.matching import match_all
from checks.locate import locate
from checks.publication.works import PRINTED
from checks.reading import plain
from checks.records import Coverage, Finding
from checks.saying import say
from corpus.codes import serials
from extractors.records import Document, Fact

INFO = CheckInfo(
    code="publication.not-a-regular-issue",
    title="非正式期刊的正刊",
    severity="suspect",
    kind="deterministic",
    rationale="增刊、专辑、论文集、内部资料以及网络、电子出版物的刊号与正式期刊正刊不同，作为普通期刊论文填报的应由人认定；"
    "申报表未填报或已注明的、网络和电子出版物，只作提示。",
    innocent=("所在系列认可增刊或论文集", "增刊经出版管理部门批准", "准印证刊物仅作交流"),
    verify="在国家新闻出版署查询该刊及增刊批准情况，由评委会办事机构认定是否计入",
    handbook=("F47",),
    weight=2,
)
SUPPLEMENT = re.compile(r"增刊|(?<![A-Z])S\d?(?!\d)|SUPPL|专辑|专刊|特刊|Z\d", re.I)
COLLECTION = re.compile(r"论文集|会议文集|论文汇编|文集$|PROCEEDINGS", re.I)
INTERNAL = re.compile(r"准印证|内部资料|内部刊物|内部交流|连续性内部|内刊")
HEADED = re.compile(r"(?:(?:19|20)\d\d年?|第?\d+[卷期],?)[(]?增刊")
HEAD = 400  # characters
KINDS = {"newspaper": "报纸", "online": "网络连续出版物", "electronic": "电子出版物"}


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    told = [*_issue(case, document), *_journal(case, document), *_number(case, document), *_internal(case, document)]
    if not told and not any(document.first(name) for name in ("journal", "issue", "cn_number")):
        yield not_applicable(INFO, document, "未读到刊名、期号或刊号")
    yield from told


def _issue(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    fact = document.first("issue")
    if fact and SUPPLEMENT.search(plain(f"{fact.value} {fact.text}")):
        yield _say(case, document, fact, f"期号“{fact.text}”为增刊或专辑")
    elif (match := HEADED.search(_head(document))) and (fact := locate(case, document, "issue", match[0])):
        yield _say(case, document, fact, f"刊头印有“{match[0]}”")


def _head(document: Document) -> str:
    """What stands above the abstract: references further down may name supplements of other journals."""
    return re.split("摘要|内容提要|ABSTRACT", plain(document.text))[0][:HEAD]


def _journal(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    fact = document.first("journal")
    if fact and COLLECTION.search(plain(str(fact.value))):
        yield _say(case, document, fact, f"所载“{fact.value}”为论文集")
    elif fact and re.search("增刊|专辑", str(fact.value)):
        yield _say(case, document, fact, f"所载“{fact.value}”为增刊或专辑")


def _number(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    fact = document.first("cn_number")
    parts = serials.cn(plain(str(fact.value))) if fact else None
    if fact and parts and parts.kind in KINDS:
        lawful = parts.kind in ("online", "electronic")  # journals of their own, without print
        yield _say(case, document, fact, f"CN号“{fact.text}”的序号属{KINDS[parts.kind]}，不是印刷版期刊", lawful=lawful)


def _internal(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    match = INTERNAL.search(plain(document.text))
    fact = locate(case, document, "journal", match[0]) if match else None
    if match and fact:
        yield _say(case, document, fact, f"材料印有“{match[0]}”，可能为内部资料")


def _say(case: Case, document: Document, fact: Fact, what: str, *, lawful: bool = False) -> Finding | Coverage:
    matches = [m for m in match_all(case) if m.proof is not None and m.proof.id == document.id]
    said = " ".join(str(f.value) for m in matches for f in m.row.values())
    as_regular = bool(matches) and not lawful and not re.search("增刊|专辑|论文集|内部|内刊|网络|会议", said)
    told = "申报表按普通期刊论文填报，" if as_regular else ""
    return say(case, INFO, document, fact, f"{what}，{told}待核实", severity="suspect" if as_regular else "notice")


CHECK = Check(info=INFO, run=each(INFO, PRINTED, look))
