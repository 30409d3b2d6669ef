"""identity.id-number-invalid: an ID number whose date or check character cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import ANY_TYPE, Case, Check, CheckInfo, cannot_tell, each, found, not_applicable, place
from checks.persons import number_of
from checks.reading import confirmed
from checks.records import Coverage, Finding
from corpus.codes import identity
from extractors.records import Document

INFO = CheckInfo(
    code="identity.id-number-invalid",
    title="身份证号码校验不通过",
    severity="suspect",
    kind="deterministic",
    rationale="公民身份号码第18位由前17位按GB 11643—1999推算，出生日期码须为真实日期；不符时须核对原件。",
    innocent=("扫描或识别误差", "填表录入差错", "早年证件印制差错"),
    verify="核对申报人居民身份证原件；必要时向户籍所在地公安机关核实号码",
    handbook=("F01",),
    references=("GB 11643—1999", "居民身份证法"),
    weight=3,
)
NEARLY = re.compile(r"[1-9]\d{13,18}[0-9A-Z]?")
FAULTS = {
    "form": "位数或字符不符合18位（或原15位）身份证号码的格式",
    "date": "号码中的出生日期不是真实存在的日期",
    "check": "末位校验码与前17位推算结果不符",
}


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    fact = number_of(document)
    if fact is None:
        yield not_applicable(INFO, document, "未读到完整的身份证号码")
        return
    number = str(fact.value)
    fault = identity.fault(number)
    if not fault:
        return
    if fault == "form" and not NEARLY.fullmatch(number):
        yield not_applicable(INFO, document, f"“{fact.text}”不是居民身份证号码，可能为其他证件号码")
        return
    reading = confirmed(case, document, fact, number)
    if not reading.sure:
        yield cannot_tell(INFO, document, f"身份证号码“{fact.text}”{FAULTS[fault]}，但{reading.note}，请人工查看")
        return
    expected = f"，按前17位推算应为“{identity.check_character(number)}”" if fault == "check" else ""
    yield found(
        INFO,
        f"身份证号码“{number}”{FAULTS[fault]}{expected}，待核实",
        [place(document, fact)],
        explanation=f"{reading.note}。",
    )


CHECK = Check(info=INFO, run=each(INFO, ANY_TYPE, look))
