"""publication.journal-warned: a journal on a warning list of the paper's year, or one whose name is imitated."""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Case, Check, CheckInfo, cannot_tell, each, found, not_applicable, place
from checks.publication.works import ALL, published_year
from checks.records import Coverage, Finding, Severity
from corpus.registries.journals import JournalRegister, JournalRow
from extractors.records import Document, Fact

INFO = CheckInfo(
    code="publication.journal-warned",
    title="刊物列入预警名单",
    severity="suspect",
    kind="heuristic",
    rationale="论文刊出当年适用（已发布的最近一版）的预警名单所列刊物，以及曾被冒名的刊物，应核实论文所载刊物的真实性与认可情况；"
    "刊出之后才列入的，不作不利处理。",
    innocent=("列入预警不等于论文有问题", "同名的正规刊物", "名单为其他机构内部参考"),
    verify="核对刊物官网与国家新闻出版署登记信息，按本单位和评委会认可办法处理",
    handbook=("F37", "F38"),
    weight=2,
)
KINDS = {"warned": "预警名单", "predatory": "掠夺性期刊名单", "hijacked": "被冒名期刊名单"}


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    journal, register = document.first("journal"), case.registers.journals
    if not register.lists("warned", "predatory", "hijacked"):
        yield cannot_tell(INFO, document, "未导入预警期刊名单，无从查对")
        return
    if journal is None:
        yield cannot_tell(INFO, document, "未读到刊名")
        return
    rows = [r for r in register.find(str(journal.value), document.value("issn")) if r.kind in KINDS]
    for row in rows:
        yield _judged(register, document, journal, row)


def _judged(register: JournalRegister, document: Document, journal: Fact, row: JournalRow) -> Finding | Coverage:
    year, name = published_year(document), KINDS[row.kind]
    if row.year and year and year < row.year:
        return not_applicable(INFO, document, f"刊物于{row.year}年列入{name}，论文刊于{year}年，早于列入时间")
    if row.year and not year:
        return cannot_tell(INFO, document, f"刊物于{row.year}年列入{name}，但未读到刊出年份")
    later = register.in_force(row.list, year or 0)
    if row.kind == "warned" and row.year and later > row.year:
        return not_applicable(INFO, document, f"{name}另有{later}年版，以刊出年份适用的该版为准")
    when = f"{row.year}年" if row.year else ""
    note = f"（{row.note}）" if row.note else ""
    message = f"刊物《{journal.value}》见于{when}{name}{note}，论文刊于{year or '未详'}年，待核实"
    severity: Severity = "notice" if row.kind == "warned" else "suspect"
    return found(INFO, message, [place(document, journal)], explanation=f"名单：{row.list}。", severity=severity)


CHECK = Check(info=INFO, run=each(INFO, ALL, look))
