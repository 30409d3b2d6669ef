"""numbers.isbn: an ISBN that fails its check digit or is not its publisher's, a CIP number younger than the book."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks import wording
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
    rationale="2007年起ISBN为13位（此前为10位），末位为校验位；不符说明书号印制、填写或识别有误；"
    "内地出版社的书号组区号为7，图书在版编目（CIP）核字先于出版。",
    innocent=("识别误差", "排印差错", "2007年前后新旧书号并用"),
    verify="在国家版本数据中心（CIP）查询书号与书名",
    handbook=("F52",),
    references=("GB/T 5795—2006",),
    weight=3,
)
CIP = re.compile(r"[(〔\[]((?:19|20)\d\d)[)〕\]]第?[0-9A-Z]{4,8}号?")
ELSEWHERE = re.compile("香港|澳门|台湾|台北|新加坡|HONGKONG|Hong Kong")


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
    elif fault == "" and _is_mainland(document) and not re.match("(?:978)?7", number.replace("-", "")):
        message = f"ISBN “{number}”的组区号不是中国大陆的7，而出版者为“{document.value('publisher')}”，待核实"
        yield say(case, INFO, document, fact, message, value=number, certainty="heuristic")
    yield from _cip(case, document)


def _is_mainland(document: Document) -> bool:
    publisher = document.value("publisher")
    return publisher.endswith(("出版社", "出版集团")) and not ELSEWHERE.search(publisher + document.text)


def _cip(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    """CIP data are drawn up before the book is printed: some year on the imprint is not before theirs."""
    fact = document.first("cip_number")
    match = CIP.match(plain(str(fact.value))) if fact else None
    printed = year_of(document.first("year"))
    years = wording.years(CIP.sub("", plain(document.text))) | {printed or 0}
    if fact and match and printed and max(years) < int(match[1]):
        message = f"CIP核字号“{fact.value}”的年份晚于版权页所印最晚年份{max(years)}，待核实"
        yield say(case, INFO, document, fact, message, value=fact.text)


CHECK = Check(info=INFO, run=each(INFO, ("book_pages",), look))
