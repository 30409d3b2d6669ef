"""publication.retracted: a paper whose DOI stands in an imported list of retractions, or that says so itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import Case, Check, CheckInfo, cannot_tell, each
from checks.locate import locate
from checks.records import Coverage, Finding
from checks.saying import say
from extractors.records import Document

INFO = CheckInfo(
    code="publication.retracted",
    title="论文已撤稿",
    severity="suspect",
    kind="deterministic",
    rationale="已撤稿的论文一般不能作为业绩；依据已导入的撤稿名单按DOI比对，或论文自身印有撤稿标记。",
    innocent=("出版方原因撤稿", "撤稿后重新发表", "DOI识读差错"),
    verify="查看刊物撤稿声明，核对撤稿原因与时间",
    handbook=("F54",),
    references=("科研失信行为调查处理规则",),
    weight=3,
)
MARKED = re.compile(r"^\s*[\[【(（]?\s*(?:撤稿|已撤回|RETRACTED(?:\s+ARTICLE)?)\s*[\]】)）:：]?", re.I)


NOTED = re.compile(
    r"^\s*[\[【(（]?\s*(?:本文)?(?:已?(?:被)?撤稿|已撤回|撤稿(?:说明|声明|通知|启事)|RETRACTED(?:\s+ARTICLE)?)\s*(?:[\]】)）:：]|$)",
    re.I,
)


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    title, doi = document.first("title"), document.first("doi")
    if title is not None and MARKED.match(title.text):
        yield say(case, INFO, document, title, f"论文题名印有撤稿标记：“{title.text}”，待核实")
        return
    parts = re.split(r"[\n\t]| {2,}", document.text.split("\f")[0])
    note = next((part.strip() for part in parts if NOTED.match(part)), "")
    if note and (fact := locate(case, document, "title", note)):
        yield say(case, INFO, document, fact, f"论文首页印有撤稿标记：“{note}”，待核实", value=note)
        return
    if not case.registers.retractions:
        yield cannot_tell(INFO, document, "未导入撤稿名单，无从查对")
    elif doi is None:
        yield cannot_tell(INFO, document, "未印或未读到DOI，无从按撤稿名单查对")
    elif str(doi.value).lower() in case.registers.retractions:
        yield say(case, INFO, document, doi, f"论文DOI “{doi.value}”见于已导入的撤稿名单，待核实")


CHECK = Check(info=INFO, run=each(INFO, ("paper", "journal_pages"), look))
