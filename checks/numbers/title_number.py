"""numbers.title-number: the year inside a title or skill certificate's number against its dates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from checks.base import Case, Check, CheckInfo, cannot_tell, each, place
from checks.names import bare
from checks.reading import plain
from checks.records import Coverage, Finding
from checks.saying import say
from checks.spans import days_of
from extractors.records import Document, Fact

INFO = CheckInfo(
    code="numbers.title-number",
    title="职称（资格）证书编号与证书日期或等级不符",
    severity="suspect",
    kind="heuristic",
    rationale="职称证书编号由各省自定，通常含批准或发证年份，应与批复文件所列编号相同；22位职业技能等级证书编号第14—15位为年份、第16位为等级。"
    "编号办法各地各年不一，仅作核对线索。",
    innocent=("各省编号办法不同，数字段未必是年份", "补发、换发证书", "批准年份与发证年份不同"),
    verify="向发证机关或人社部门职称证书查询系统核实编号；技能等级证书在技能人才评价证书全国联网查询系统查询",
    handbook=("F26",),
    weight=2,
)
YEAR = re.compile(r"(?<!\d)(?:[A-Z一-鿿(〔\[]*)(19[89]\d|20[0-4]\d)")
MISREAD = 2  # characters that a reader may take for others
SKILL = re.compile(r"[YS]\d{4}\d{2}\d{6}(\d{2})([1-5])\d{6}")
SKILL_LEVELS = {"1": "高级技师", "2": "技师", "3": "高级工", "4": "中级工", "5": "初级工"}


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    fact = document.first("certificate_number")
    if fact is None:
        yield cannot_tell(INFO, document, "未读到证书编号")
        return
    number = plain(str(fact.value))
    if document.type == "skill_certificate":
        yield from _skill(case, document, fact, number)
        return
    yield from _title(case, document, fact, number)
    yield from _listed(case, document, fact, number)


def _title(case: Case, document: Document, fact: Fact, number: str) -> Iterator[Finding | Coverage]:
    dates = [d for name in ("approved_date", "issue_date") if (d := days_of(document.first(name)))]
    match = YEAR.match(number)
    if match is None or not dates:
        yield cannot_tell(INFO, document, "编号中未见年份或未读到批准、发证日期，且编号办法由各省自定")
        return
    year, first, last = int(match[1]), min(d.first.year for d in dates), max(d.last.year for d in dates)
    if not first - 1 <= year <= last:
        message = f"证书编号“{number}”中的年份{year}与批准、发证年份{first}不一致，待核实"
        yield say(case, INFO, document, fact, message, value=number)


def _listed(case: Case, document: Document, fact: Fact, number: str) -> Iterator[Finding | Coverage]:
    """The number that the letter which gave the title prints in brackets behind the holder's name."""
    holder = re.escape(bare(document.value("person_name")))
    for notice in case.of_type("title_notice") if holder else ():
        listed, given = notice.first("names"), re.search(rf"{holder}\(([A-Z\d-]{{6,}})\)", plain(notice.text))
        if given is None or listed is None or notice.value("title") != document.value("title") or given[1] == number:
            continue
        if notice.source != "text" and Levenshtein.distance(given[1], number) <= MISREAD:
            yield cannot_tell(INFO, document, f"批复文件所列编号读作“{given[1]}”，与“{number}”相差不多，可能为误识")
            continue
        message = f"证书编号“{number}”与批复文件所列编号“{given[1]}”不一致，待核实"
        yield say(case, INFO, document, fact, message, value=number, others=[place(notice, listed)])


def _skill(case: Case, document: Document, fact: Fact, number: str) -> Iterator[Finding | Coverage]:
    match = SKILL.fullmatch(number)
    if match is None:
        yield cannot_tell(INFO, document, "编号不是22位技能等级证书的排法，编号办法因机构和年份而异")
        return
    issued = days_of(document.first("issue_date"))
    if issued and 2000 + int(match[1]) != issued.first.year:
        message = f"技能等级证书编号“{number}”中的年份20{match[1]}与发证年份{issued.first.year}不一致，待核实"
        yield say(case, INFO, document, fact, message, value=number)
    level = document.value("skill_level")
    meant = SKILL_LEVELS[match[2]]
    if level and not _is_level(level, match[2]):
        message = f"技能等级证书编号“{number}”中的等级为{meant}，证书所印为{level}，待核实"
        yield say(case, INFO, document, fact, message, value=number)


def _is_level(printed: str, digit: str) -> bool:
    names = {word for word in ("高级技师", "技师", "高级工", "中级工", "初级工") if word in printed}
    if "高级技师" in names:
        names.discard("技师")
    grade = re.search("[一二三四五]级", printed)
    return SKILL_LEVELS[digit] in names if names else grade is None or "一二三四五".index(grade[0][0]) + 1 == int(digit)


CHECK = Check(info=INFO, run=each(INFO, ("title_certificate", "skill_certificate"), look))
