"""numbers.patent-check-digit: a patent or application number whose check digit, kind or year does not fit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import Case, Check, CheckInfo, cannot_tell, each
from checks.reading import plain
from checks.records import Coverage, Finding
from checks.saying import say
from checks.spans import year_of
from corpus.codes import patent
from corpus.codes.patent import PatentNumber
from extractors.records import Document, Fact

INFO = CheckInfo(
    code="numbers.patent-check-digit",
    title="专利号校验位、类别或年份不符",
    severity="suspect",
    kind="deterministic",
    rationale="专利（申请）号末位为校验位，由前面各位数字加权求和后除以11取余得到；号中的年份为申请年，类别位与专利类型对应。",
    innocent=("识别或打字差错", "1989年前后的早期号码无校验位", "国际申请进入中国时的年份以进入日为准"),
    verify="在国家知识产权局专利公布公告系统按专利号查询",
    handbook=("F55",),
    references=("ZC 0006—2003 专利申请号标准",),
    weight=3,
)
FIRST_CHECKED = 1990
EARLY = re.compile(r"(?:ZL)?8[5-9][123]\d{5}")


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    name = "patent_number" if document.type == "patent_certificate" else "application_number"
    fact = document.first(name)
    if fact is None:
        yield cannot_tell(INFO, document, "未读到专利号或申请号")
        return
    number = plain(str(fact.value))
    parts = patent.parse(number)
    if EARLY.fullmatch(number):
        yield cannot_tell(INFO, document, "早期专利号没有校验位")
        return
    if parts is None:
        if number.removeprefix("ZL").replace(".", "").replace("X", "").isdecimal():
            yield say(case, INFO, document, fact, f"专利号“{number}”的位数或类别位不合编号规则，待核实", value=number)
        else:
            yield cannot_tell(INFO, document, f"“{number}”不是中国专利号的写法")
        return
    if parts.year < FIRST_CHECKED:
        yield cannot_tell(INFO, document, "早期专利号没有校验位")
        return
    for wrong in _conflicts(document, parts):
        yield say(case, INFO, document, fact, f"专利号“{number}”{wrong}，待核实", value=number)
    yield from _announced(case, document, parts)


def _conflicts(document: Document, parts: PatentNumber) -> Iterator[str]:
    if parts.check != parts.expected:
        yield f"末位校验位为{parts.check}，按前{len(parts.digits)}位推算应为{parts.expected}"
    kind = document.value("patent_kind")
    if any(k in kind for k in ("发明", "实用新型", "外观")) and parts.kind[:2] not in kind:
        yield f"类别位表示{parts.kind}，证书所印为{kind}"
    filed = year_of(document.first("application_date"))
    if filed and filed != parts.year and parts.digits[-8:-7] not in ("8", "9"):
        yield f"中的年份{parts.year}与申请日所在年份{filed}不一致"


def _announced(case: Case, document: Document, parts: PatentNumber) -> Iterator[Finding | Coverage]:
    """The number of the announcement: its first digit and its letter are the kind's."""
    fact = document.first("grant_number")
    kinds = patent.announced(plain(str(fact.value))) if fact and document.type == "patent_certificate" else None
    if fact is None or kinds is None:
        return
    number = plain(str(fact.value))
    if not kinds[1]:
        message = f"授权公告号“{number}”的文献标识码不是授权公告所用，可能为申请公布号，待核实"
        yield say(case, INFO, document, fact, message, value=number)
    elif kinds != (parts.kind, parts.kind):
        shown = "、".join(dict.fromkeys(kinds))
        message = f"授权公告号“{number}”的首位与文献标识码表示{shown}，专利号表示{parts.kind}，待核实"
        yield say(case, INFO, document, fact, message, value=number)


def claimed(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    """Numbers in the rows of an application form: written out with ZL, or in a cell of their own."""
    for fact in document.all("claimed_patent_number"):
        yield from _claimed_number(case, document, fact, plain(str(fact.value)))
    for fact in document.all("claimed_patent"):
        for match in patent.ANYWHERE.finditer(str(fact.value)):
            yield from _claimed_number(case, document, fact, plain(match.group()))


def _claimed_number(case: Case, document: Document, fact: Fact, number: str) -> Iterator[Finding | Coverage]:
    parts = patent.parse(number)
    if parts is not None and parts.year >= FIRST_CHECKED and parts.check != parts.expected:
        message = f"申报表所填专利号“{number}”末位校验位为{parts.check}，推算应为{parts.expected}，待核实"
        yield say(case, INFO, document, fact, message, value=number)


def everywhere(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    yield from (claimed if document.type == "application_form" else look)(case, document)


CHECK = Check(info=INFO, run=each(INFO, ("patent_certificate", "patent_application", "application_form"), everywhere))
