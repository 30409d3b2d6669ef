"""numbers.doi: a DOI of wrong form, or one whose inner ISSN, year or issue is not the paper's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal

from checks.base import Case, Check, CheckInfo, each, not_applicable
from checks.locate import locate
from checks.reading import plain
from checks.records import Coverage, Finding, Severity
from checks.saying import say
from checks.spans import year_of
from corpus.codes import serials
from extractors.records import Document, Fact

INFO = CheckInfo(
    code="numbers.doi",
    title="DOI 格式不符或与刊物信息不一致",
    severity="suspect",
    kind="deterministic",
    rationale="DOI 形如“10.注册号/后缀”；中文期刊DOI后缀常含ISSN、年、期，应与论文所印一致。",
    innocent=("换行断字或识别差错", "录用时即分配 DOI，年份早于刊出年", "刊物更换过 ISSN"),
    verify="在 doi.org 或中文DOI网站解析该号，核对题名、作者、刊名",
    handbook=("F51",),
    references=("ISO 26324",),
    weight=2,
)
_LABELLED = re.compile(
    r"(?<![A-Z])DOI\s*(?:号|码)?\s*[::]\s*"
    r"([\dOo]{1,4}\.\d{2,9}(?:/[\w.()/-]{3,}|/(?=\s*(?:[\u4e00-\u9fff]|$))|(?![\w./-])(?!\s*[/.-]))"
    r"|1[0Oo]\d{4,5}/[\w.()/-]{3,})",  # the point behind 10 left out
    re.I | re.A,
)
_REFERENCES = re.compile(r"\n\s*[\[【]?\s*参\s*考\s*文\s*献")


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    fact = document.first("doi") or _mislabelled(case, document)
    if fact is None:
        yield not_applicable(INFO, document, "未印或未读到 DOI")
        return
    number = plain(str(fact.value)).removeprefix("HTTPS://DOI.ORG/").removeprefix("DOI:")
    if not serials.DOI.fullmatch(number):
        message = f"DOI “{fact.text}”不合“10.注册号/后缀”的写法，待核实"
        certain = _mislabelled(case, document) is not None and case.source(document, fact.page) == "text"
        certainty: Literal["deterministic", "heuristic"] = "deterministic" if certain else "heuristic"
        letters = "O" in number.split(".")[0]  # in an OCR layer as likely a misreading
        severity: Severity | None = "notice" if letters else None
        yield say(case, INFO, document, fact, message, value=number, certainty=certainty, severity=severity)
        return
    inner = serials.DOI_OF_CHINESE_JOURNAL.fullmatch(number)
    if inner is None:
        return
    issn = plain(document.value("issn")).replace("-", "")
    if issn and inner[1].replace("-", "") != issn:
        message = f"DOI “{fact.value}”内含ISSN {inner[1]}，与所印ISSN {document.value('issn')}不一致，待核实"
        yield say(case, INFO, document, fact, message, value=number)
    year = year_of(document.first("year"))
    if year and abs(int(inner[2]) - year) > 1:
        message = f"DOI “{fact.value}”内含年份{inner[2]}，与刊出年份{year}不一致，待核实"
        yield say(case, INFO, document, fact, message, value=number, certainty="heuristic")


def _mislabelled(case: Case, document: Document) -> Fact | None:
    """What stands behind the label DOI, before the references, and has not the form of one."""
    head = _REFERENCES.split(document.text)[0]
    match = _LABELLED.search(unicodedata.normalize("NFKC", head))
    if match is None or serials.DOI.fullmatch(match[1]):
        return None
    return locate(case, document, "doi", match[1])


CHECK = Check(info=INFO, run=each(INFO, ("paper", "acceptance_letter", "journal_pages"), look))
