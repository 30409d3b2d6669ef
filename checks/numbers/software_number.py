"""numbers.software-number: the number of a registered copyright has a wrong form or contradicts its certificate."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import Case, Check, CheckInfo, cannot_tell, each, not_applicable, place
from checks.locate import locate
from checks.reading import plain
from checks.records import Coverage, Finding
from checks.saying import say
from checks.spans import year_of
from corpus.codes import software
from extractors.records import Document, Fact

INFO = CheckInfo(
    code="numbers.software-number",
    title="著作权登记号与登记日期或登记机构不符",
    severity="suspect",
    kind="deterministic",
    rationale="登记号形如“2018SR0123456”，前4位为登记年份，不应晚于发证日期所在年份，一般与之相同；"
    "作品登记号形如“粤作登字-2025-F-00000001”，年份为登记日期所在年份，首字为登记机构所在地。",
    innocent=("识别或打字差错", "补发证书日期晚于登记年份", "年末登记次年发证"),
    verify="在中国版权保护中心或登记机构的查询系统按登记号查询",
    handbook=("F60",),
    references=("计算机软件保护条例",),
    weight=3,
)
LABELLED = re.compile(r"登记号[:：]?(\d{4}SR[0-9A-Z]{4,12})(?![0-9A-Z])")
FIGURES_MISREAD = frozenset("OQDILZSBGTA")  # letters for which a reader takes a figure
LETTERED = re.compile(r"(?:19|20)\d\d([A-Z]{2})\d{4,8}")  # a number in all but its letters
CERTIFICATE = re.compile(r"(?<!\d)(\d{6,8})(?!\d)")


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    fact, issued = document.first("registration_number"), year_of(document.first("issue_date"))
    if fact is None:
        yield cannot_tell(INFO, document, "未读到登记号")
        return
    number = _whole(document, plain(str(fact.value)))
    fact = fact if number in plain(fact.text) else locate(case, document, fact.name, number) or fact
    parts = software.parse(number)
    if parts is None:
        if "SR" in number and FIGURES_MISREAD & set(number[6:]):
            yield cannot_tell(INFO, document, f"登记号“{number}”中有字母，可能为数字误识，请人工查看")
        elif "SR" in number or _lettered(case, document, fact, number):
            yield say(case, INFO, document, fact, f"软件登记号“{number}”不合“年份SR序号”的写法，待核实", value=number)
        else:
            yield cannot_tell(INFO, document, f"“{number}”不是软件著作权登记号的写法")
    elif not issued:
        yield cannot_tell(INFO, document, "未读到登记日期")
    elif parts.year > issued:
        message = f"软件登记号“{number}”中的年份{parts.year}晚于证书日期所在年份{issued}，待核实"
        yield say(case, INFO, document, fact, message, value=number)
    elif (done := document.first("completion_date")) and (year_of(done) or 0) > parts.year:
        message = f"软件登记号“{number}”中的年份{parts.year}早于开发完成日期“{done.text}”，待核实"
        yield say(case, INFO, document, fact, message, value=number, others=[place(document, done)])
    elif parts.year < issued - 1:
        message = f"软件登记号“{number}”中的年份{parts.year}早于证书日期所在年份{issued}，待核实"
        yield say(case, INFO, document, fact, message, value=number, certainty="heuristic")
    elif software.is_short(parts):
        message = (
            f"软件登记号“{number}”的序号为{len(parts.serial)}位，{software.FULL_SINCE}年以来一般为{software.FULL}位"
        )
        yield say(case, INFO, document, fact, message, value=number, severity="notice", certainty="heuristic")
    yield from _band(case, document, parts)


def _lettered(case: Case, document: Document, fact: Fact, number: str) -> bool:
    """Whether a number has other letters than SR, which on a scan may be misread, but not one for the other."""
    match = LETTERED.fullmatch(number)
    return match is not None and (case.source(document, fact.page) == "text" or match[1] == "RS")


def _whole(document: Document, number: str) -> str:
    """The number as printed behind its label, where only the part before a letter was taken for it."""
    printed = (match[1] for line in document.text.splitlines() for match in LABELLED.finditer(plain(line)))
    return next((longer for longer in printed if longer.startswith(number)), number)


def _band(case: Case, document: Document, parts: software.SoftwareNumber | None) -> Iterator[Finding | Coverage]:
    """The serial of the certificate grows with time; its few known anchors allow a hint and no more."""
    fact = document.first("certificate_number")
    match = CERTIFICATE.search(plain(str(fact.value))) if fact else None
    if fact is None or match is None or parts is None or software.is_plausible(int(match[1]), parts.year):
        return
    message = f"证书号“{fact.value}”的序号与登记年份{parts.year}年前后的发证序号相差较大"
    yield say(case, INFO, document, fact, message, value=match[1], severity="notice", weight=1)


def _work(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    """作品登记号: the year is that of the registration, the first character the place of the office."""
    fact, issued = document.first("registration_number"), document.first("issue_date")
    parts = software.parse_work(plain(str(fact.value))) if fact else None
    if fact is None or parts is None:
        yield not_applicable(INFO, document, "没有作品登记号")
        return
    year = year_of(issued)
    if issued and year and year != parts.year:
        message = f"作品登记号“{fact.value}”中的年份{parts.year}与登记日期“{issued.text}”不一致，待核实"
        yield say(case, INFO, document, fact, message, value=str(fact.value), others=[place(document, issued)])
    office = document.first("issuer")
    if office and parts.place and not str(office.value).startswith(parts.place):
        message = f"作品登记号“{fact.value}”表示{parts.place}登记，登记机构所印为“{office.value}”，待核实"
        yield say(case, INFO, document, fact, message, value=str(fact.value), certainty="heuristic")


def everywhere(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    yield from (look if document.type == "software_copyright" else _work)(case, document)


CHECK = Check(info=INFO, run=each(INFO, ("software_copyright", "other"), everywhere))
