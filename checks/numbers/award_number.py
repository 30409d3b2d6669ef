"""numbers.award-number: a grade, rank, year or number inside an award certificate that does not go with the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import Case, Check, CheckInfo, each, not_applicable, place
from checks.persons import is_open, people
from checks.reading import plain
from checks.records import Coverage, Finding
from checks.saying import say
from checks.spans import year_of
from checks.wording import grade, rank
from corpus.codes import award
from extractors.records import Document, Fact

INFO = CheckInfo(
    code="numbers.award-number",
    title="获奖证书的等级、排名、年份或编号互不相符",
    severity="suspect",
    kind="heuristic",
    rationale="获奖证书所印等级、完成人排名、年份与证书编号应当相符，排名不应超过所列完成人数；"
    "2000年后国家自然科学奖、技术发明奖、科学技术进步奖不设三等奖。编号办法各地各奖不一，仅作核对线索。",
    innocent=("集体证书只列部分完成人", "编号中的数字段另有含义", "上一年度评奖、次年发证", "识别差错"),
    verify="查阅奖励决定原文或向授奖单位核实等级、完成人名单与证书编号",
    handbook=("F62",),
    references=("国家科学技术奖励条例",),
    weight=3,
)
NATIONAL = re.compile("国家(?:自然科学|技术发明|科学技术进步|科技进步)奖")
LAST_THIRD_GRADE = 2000  # year (handbook 4.5, B)
YEAR = re.compile(r"(?<!\d)(?:19[89]|20[0-4])\d(?!\d)")


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    told = [*_grade(case, document), *_rank(case, document), *_number(case, document)]
    if not told and not any(document.first(name) for name in ("certificate_number", "rank", "award_grade")):
        yield not_applicable(INFO, document, "未读到证书编号、等级或排名")
    yield from told


def _grade(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    fact, name, year = document.first("award_grade"), document.first("award_name"), _year(document)
    named = NATIONAL.search(plain(str(name.value))) if name else None
    if fact and name and named and year and year > LAST_THIRD_GRADE + 1 and grade(str(fact.value)) == "三等奖":
        message = f"{year}年所发“{name.value}”印有“{fact.text}”，该奖2000年后不设三等奖，待核实"
        yield say(case, INFO, document, fact, message, others=[place(document, name)], certainty="deterministic")


def _rank(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    fact, listed = document.first("rank"), people(document)
    shown = rank(str(fact.value)) if fact else None
    if fact is None or listed is None or shown is None or is_open(document, tuple(listed.value)):
        return
    if shown > len(listed.value) > 1:
        message = f"证书所印排名第{shown}，而所列完成人仅{len(listed.value)}人，待核实"
        yield say(case, INFO, document, fact, message, others=[place(document, listed)])


def _number(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    fact, year = document.first("certificate_number"), _year(document)
    if fact is None:
        return
    number = plain(str(fact.value))
    parts = award.national(number)
    if parts is not None:
        for wrong in _conflicts(document, parts, year):
            message = f"国家奖励证书编号“{number}”中的{wrong}，待核实"
            yield say(case, INFO, document, fact, message, value=number, severity="notice")
        return
    inside = _leading_year(number)
    if inside and year and inside > year:
        message = f"证书编号“{number}”中的年份{inside}晚于证书日期所在年份{year}，待核实"
        yield say(case, INFO, document, fact, message, value=number)


def _conflicts(document: Document, parts: award.NationalAward, year: int | None) -> Iterator[str]:
    printed, fact = grade(document.value("award_grade")), document.first("rank")
    shown = rank(str(fact.value)) if fact else None
    if year and not parts.year <= year <= parts.year + 1:
        yield f"年份{parts.year}与证书年份{year}不一致"
    if printed and parts.grade != printed:
        yield f"等级为{parts.grade}，证书所印为{printed}"
    if parts.person and shown and shown != parts.rank:
        yield f"排名为第{parts.rank}，证书所印为第{shown}"


def _leading_year(number: str) -> int | None:
    """The year a number begins with, after letters or Chinese characters; a year further inside may be a serial."""
    match = YEAR.search(number)
    return int(match[0]) if match and not any(c.isdecimal() for c in number[: match.start()]) else None


def _year(document: Document) -> int | None:
    fact: Fact | None = document.first("issue_date")
    return year_of(fact)


CHECK = Check(info=INFO, run=each(INFO, ("award_certificate",), look))
