"""numbers.isbn."""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Case, Check, CheckInfo, cannot_tell, each
from checks.reading import plain
from checks.records import Coverage, Finding
from checks.saying import say
from checks.spans import year_of
from corpus.codes import serials
from extractors.records import Document

INFO = CheckInfo(
    code="numbers.isbn",
    title="ISBN 校验位或位数不符",
    severity="suspect",
    kind="deterministic",
    rationale="2007年起ISBN为13位（此前为10位），末位为校验位；不符说明书号印制、填写或识别有误。",
    innocent=("识别误差", "排印差错", "2007年前后新旧书号并用"),
    verify="在国家版本数据中心（CIP）查询书号与书名",
    handbook=("F52",),
    references=("GB/T 5795—2006",),
    weight=3,
)


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    fact = document.first("isbn")
    if fact is None:
        yield cannot_tell(INFO, document, "未读到 ISBN")
        return
    number = plain(str(fact.value)).removeprefix("ISBN").strip(":：")
    fault = serials.isbn_fault(number)
    if fault == "form":
        yield say(case, INFO, document, fact, f"ISBN “{number}”不是13位或10位书号的写法，待核实", value=number)
    elif fault:
        message = f"ISBN “{number}”末位校验位为{number[-1]}，推算应为{serials.isbn_check(number)}，待核实"
        yield say(case, INFO, document, fact, message, value=number)
    elif len(number.replace("-", "")) == 10 and (year := year_of(document.first("year"))) and year > 2007:
        message = f"ISBN “{number}”为10位，{year}年出版的图书应为13位，待核实"
        yield say(case, INFO, document, fact, message, value=number, severity="notice")


CHECK = Check(info=INFO, run=each(INFO, ("book_pages",), look))
