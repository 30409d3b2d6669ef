"""numbers.machine-code: the number in a document's QR or bar code is not the number printed beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import ANY_TYPE, Case, Check, CheckInfo, each, not_applicable
from checks.locate import words
from checks.reading import is_clear, plain
from checks.records import Coverage, Finding
from checks.saying import say
from extractors.records import Document, Fact

INFO = CheckInfo(
    code="numbers.machine-code",
    title="二维码（条形码）内容与所印编号不符",
    severity="suspect",
    kind="deterministic",
    rationale="证书上的二维码、条形码由发证机关与编号一并印制，解码所得编号应与所印编号相同；"
    "仅有一两位不同，或专利证书二维码指向另一授权公告号的，应予核对。",
    innocent=("识别差错", "二维码所载为另一种流水号", "一页上有两份证书"),
    verify="扫描证书上的二维码，按所载编号在发证机关系统查询，并核对原件",
    handbook=("F55", "F60"),
    weight=3,
)
ANNOUNCEMENT = re.compile(r"EPUB\.CNIPA\.GOV\.CN/CRED/(CN\d{6,9}[A-Z]\d?)", re.ASCII)
NUMBER = re.compile(r"(?<![A-Z0-9])[A-Z0-9]{10,24}(?![A-Z0-9])", re.ASCII)
MOMENT = re.compile(r"20\d\d[01]\d[0-3]\d[0-2]\d[0-5]\d[0-5]\d\d*", re.ASCII)  # when something was printed
_PREFIX = re.compile(r"^(?:CN|ZL)(?=\d)")  # an application's number and a patent's are the same
FIGURES = 6  # a token of fewer is a word
ODD = 2  # characters by which a number may differ and still be the same one, altered


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    if not document.codes:
        yield not_applicable(INFO, document, "未读到二维码或条形码")
        return
    shown = plain(document.text)
    for code in dict.fromkeys(map(plain, document.codes)):
        announced = ANNOUNCEMENT.search(code)
        fact = document.first("grant_number")
        if announced and fact and document.type == "patent_certificate":
            number = plain(str(fact.value))
            if number != announced[1] and announced[1] not in shown and is_clear(case, document, fact):
                message = f"授权公告号“{number}”与二维码所载“{announced[1]}”不一致，待核实"
                yield say(case, INFO, document, fact, message, value=number)
            continue
        yield from _altered(case, document, code, shown)


def _altered(case: Case, document: Document, code: str, shown: str) -> Iterator[Finding | Coverage]:
    """Numbers of the code that are printed nowhere, the letters before a patent's number aside, while one that differs
    in a character or two is."""
    for number in _numbers(code):
        if _PREFIX.sub("", number) in shown:
            return
        for fact, other in _printed(case, document):
            odd = _distance(_PREFIX.sub("", other), _PREFIX.sub("", number))
            if 0 < odd <= ODD and is_clear(case, document, fact):
                message = f"所印编号“{other}”与二维码（条形码）所载“{number}”不一致，待核实"
                yield say(case, INFO, document, fact, message, value=other)


def _printed(case: Case, document: Document) -> Iterator[tuple[Fact, str]]:
    """Every number on the document's pages with the word it stands in."""
    for word in words(case, document):
        for number in _numbers(plain(word.text)):
            yield word, number


def _numbers(text: str) -> list[str]:
    return [n for n in NUMBER.findall(text) if sum(map(str.isdigit, n)) >= FIGURES and not MOMENT.fullmatch(n)]


def _distance(one: str, other: str) -> int:
    """In how many places two numbers of one length differ; 0 for numbers of two lengths, which are no same one."""
    return sum(a != b for a, b in zip(one, other, strict=True)) if len(one) == len(other) else 0


CHECK = Check(info=INFO, run=each(INFO, ANY_TYPE, look))
