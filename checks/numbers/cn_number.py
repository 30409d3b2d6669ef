"""numbers.cn-number: a CN number that was never given out in that form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import Case, Check, CheckInfo, each, found, not_applicable, place
from checks.locate import printed
from checks.reading import plain
from checks.records import Coverage, Finding
from checks.saying import say
from corpus.codes import serials
from extractors.records import Document

INFO = CheckInfo(
    code="numbers.cn-number",
    title="国内统一刊号（CN）不合编号规则",
    severity="suspect",
    kind="deterministic",
    rationale="国内统一连续出版物号为“CN 地区号2位-序号4位/分类号”，地区号取自GB/T 2260，序号1000—5999为印刷版期刊；"
    "夹有字母、(HK)、81等的号码不是内地期刊号。",
    innocent=("排印或识别差错", "境外合法期刊仅有 ISSN"),
    verify="在国家新闻出版署期刊查询系统按刊名、CN号查询",
    handbook=("F37",),
    references=("GB/T 9999.1—2018",),
    weight=3,
)
PRINTED = re.compile(
    r"(?<![A-WYZ])(CN(?:\([A-Z]{1,2}\)|[A-Z]{0,2})[0-9A-Z]{2}[-—–][0-9A-Z]{4,5}(?:\([A-Z]{1,2}\))?(?:/[A-Z]{1,3})?"
    r"|CN(?:\([A-Z]{1,3}\)[A-Z]{0,3}|HK[A-Z]{0,2}|NR)\d{2,6}(?:[-—–/]\d{1,6})?(?:/[A-Z]{1,3})?)"
)
IMPRINT = re.compile("主管单?位?[:：].*主办|出版日期[:：]|国内定价|邮发代号", re.S)
FOREIGN = re.compile(r"HK|\(H|NR|[A-Z]{2,}\d|-\d*[A-Z]\d*$")


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    facts = printed(case, document, "cn_number", PRINTED)
    if not facts and (told := _only_issn(document)):
        yield told
    elif not facts:
        yield not_applicable(INFO, document, "未印或未读到 CN 号")
    for fact in facts:
        number = plain(str(fact.value)).replace("—", "-").replace("–", "-")
        if wrong := _wrong(number):
            yield say(case, INFO, document, fact, f"国内统一刊号“{fact.text}”{wrong}，待核实", value=fact.text)
        elif (parts := serials.cn(number)) and parts.category and not serials.is_class(parts.category):
            message = f"国内统一刊号“{fact.text}”的分类号“{parts.category}”不在期刊分类表内，待核实"
            yield say(case, INFO, document, fact, message, value=fact.text, certainty="heuristic")


def _only_issn(document: Document) -> Finding | None:
    """An imprint that gives an ISSN and no CN number: journals of other places are lawful there (handbook 4.4)."""
    issn = document.first("issn")
    if document.type != "journal_pages" or issn is None or not IMPRINT.search(plain(document.text)):
        return None
    message = f"版权页印有ISSN“{issn.value}”，未见国内统一刊号（CN）"
    return found(INFO, message, [place(document, issn)], severity="notice", weight=1)


def _wrong(number: str) -> str:
    parts = serials.cn(number)
    if parts is None:
        foreign = FOREIGN.search(number.removeprefix("CN"))
        return "夹有字母或地区标记，不是内地期刊号的写法" if foreign else "不合“CN 2位-4位/分类号”的写法"
    if parts.province not in serials.PROVINCES:
        return f"的地区号{parts.province:02d}不是省级行政区代码"
    if not parts.kind:
        return f"的序号{parts.serial:04d}不在规定范围内"
    return ""


CHECK = Check(info=INFO, run=each(INFO, ("paper", "acceptance_letter", "journal_pages"), look))
