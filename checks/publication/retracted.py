"""publication.retracted: a paper whose DOI stands in an imported list of retractions, or that says so itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import Case, Check, CheckInfo, cannot_tell, each
from checks.locate import locate
from checks.records import Coverage, Finding
from checks.saying import say
from extractors.records import Document, Fact

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
MARK = re.compile(
    r"^\s*[\[【(（]?\s*(?:(?:本文)?已?被?撤稿(?:说明|声明|通知|启事)?|已撤回|RETRACTED(?:\s+ARTICLE)?)\s*"
    r"(?:[\]】)）:：]|$|(?<=ARTICLE)\s)",
    re.I,
)


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    doi = document.first("doi")
    if marked := _marked(case, document):
        yield say(case, INFO, document, marked, f"论文首页印有撤稿标记：“{marked.text}”，待核实", value=marked.text)
        return
    if not case.registers.retractions:
        yield cannot_tell(INFO, document, "未导入撤稿名单，无从查对")
    elif doi is None:
        yield cannot_tell(INFO, document, "未印或未读到DOI，无从按撤稿名单查对")
    elif str(doi.value).lower() in case.registers.retractions:
        yield say(case, INFO, document, doi, f"论文DOI “{doi.value}”见于已导入的撤稿名单，待核实")


def _marked(case: Case, document: Document) -> Fact | None:
    """Where the first page is marked as retracted: the title as read, else words that stand on their own."""
    title = document.first("title")
    if title is not None and MARK.match(title.text):
        return title
    parts = re.split(r"[\n\t]| {2,}", document.text.split("\f")[0])
    note = next((part.strip() for part in parts if MARK.match(part)), "")
    return locate(case, document, "title", note) if note else None


CHECK = Check(info=INFO, run=each(INFO, ("paper", "journal_pages"), look))
