"""numbers.fund-number: a grant's number whose layout is not the foundation's, or that is younger than the paper."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import Case, Check, CheckInfo, each, not_applicable
from checks.locate import locate, running
from checks.publication.works import published_year
from checks.reading import plain
from checks.records import Coverage, Finding
from checks.saying import say
from checks.spans import year_of
from corpus.codes import fund
from extractors.records import Document, Fact

INFO = CheckInfo(
    code="numbers.fund-number",
    title="基金项目编号的格式或年份不合理",
    severity="notice",
    kind="heuristic",
    rationale="国家自然科学基金批准号为8位数字（联合基金为字母加7位），第2—3位为批准年份；博士后科学基金编号为“年份M（T）6位”。"
    "批准年份不应晚于论文刊出年份。编号办法历年有变，仅作核对线索。",
    innocent=("排印或识别差错", "早期或专项项目另有编号", "合作者的项目"),
    verify="在国家自然科学基金大数据知识管理服务门户或中国博士后科学基金会网站按编号查询项目名称与负责人",
    handbook=("F50",),
    weight=2,
)
GRANTED = re.compile(
    r"国家自然科学基金(?:委员会|委)?[^\d()（）;；。,，]{0,12}(?:项目)?[(（\[]?(?:项目|批准|资助)?(?:编)?号?[:：]?(?:NO\.?)?"
    r"([A-Z]?\d{5,12})(?![\d-])"
)
POSTDOC = re.compile(r"博士后(?:科学)?基金[^\d]{0,20}((?:19|20)\d{2}[A-Z]\d{4,8})(?!\d)")


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    found_any = False
    year = _year(document)
    for number, parts, rule in _numbers(case, document):
        found_any = True
        fact = _at(case, document, number)
        if fact is None:
            continue
        if parts is None:
            message = f"基金项目编号“{number}”不合{rule}的编号格式，待核实"
            yield say(case, INFO, document, fact, message, value=number)
        elif year and parts.year > year:
            message = f"基金项目编号“{number}”中的批准年份{parts.year}晚于{_when(document)}{year}年，待核实"
            yield say(case, INFO, document, fact, message, value=number)
    if not found_any:
        yield not_applicable(INFO, document, "未读到国家自然科学基金或博士后科学基金编号")


def _numbers(case: Case, document: Document) -> Iterator[tuple[str, fund.Grant | None, str]]:
    own = document.first("fund_number")
    if own is not None and fund.postdoc(number := plain(str(own.value))):
        yield number, fund.postdoc(number), "博士后科学基金"
    text = plain(running(case, document)) if document.type == "paper" else ""
    for number in dict.fromkeys(match[1] for match in GRANTED.finditer(text)):
        yield number, fund.natural_science(number), "国家自然科学基金"
    for number in dict.fromkeys(match[1] for match in POSTDOC.finditer(text)):
        yield number, fund.postdoc(number), "博士后科学基金"


def _at(case: Case, document: Document, number: str) -> Fact | None:
    own = document.first("fund_number")
    return own if own is not None and plain(str(own.value)) == number else locate(case, document, "fund_number", number)


def _year(document: Document) -> int | None:
    """The year by which the grant must have been given: that of the paper, or of leaving the station."""
    return year_of(document.first("end_date")) if document.type == "postdoc_certificate" else published_year(document)


def _when(document: Document) -> str:
    return "出站年份" if document.type == "postdoc_certificate" else "论文刊出年份"


CHECK = Check(info=INFO, run=each(INFO, ("paper", "postdoc_certificate"), look))
