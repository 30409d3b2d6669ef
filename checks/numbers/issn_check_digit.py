"""numbers.issn-check-digit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import Case, Check, CheckInfo, each, not_applicable
from checks.locate import printed
from checks.reading import plain
from checks.records import Coverage, Finding
from checks.saying import say
from corpus.codes import serials
from extractors.records import Document

INFO = CheckInfo(
    code="numbers.issn-check-digit",
    title="ISSN 校验位不符",
    severity="suspect",
    kind="deterministic",
    rationale="ISSN 由8位组成，末位为校验位（权8至2，模11，10记作X），不符说明刊号印制、填写或识别有误。",
    innocent=("识别误差", "刊物排印差错"),
    verify="在国家新闻出版署期刊查询系统按刊名、刊号查询",
    handbook=("F37",),
    references=("ISO 3297", "GB/T 9999.1—2018"),
    weight=2,
)

PRINTED = re.compile(r"ISSN[:：]?(\d{4}-\d{3}[\dX])(?![\dX])")


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    facts = printed(case, document, "issn", PRINTED)
    if not facts:
        yield not_applicable(INFO, document, "未印或未读到 ISSN")
    for fact in facts:
        number = plain(str(fact.value)).removeprefix("ISSN")
        fault = serials.issn_fault(number)
        if fault == "form":
            yield say(case, INFO, document, fact, f"ISSN “{number}”不是8位号码的写法，待核实", value=number)
        elif fault:
            expected = serials.issn_check(number)
            message = f"ISSN “{number}”末位校验位为{number[-1]}，按前7位推算应为{expected}，待核实"
            yield say(case, INFO, document, fact, message, value=number)


CHECK = Check(info=INFO, run=each(INFO, ("paper", "acceptance_letter", "journal_pages"), look))
