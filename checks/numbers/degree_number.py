"""numbers.degree-number: a 学位证书编号 whose layout, year, level or school is not that of its certificate."""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Case, Check, CheckInfo, cannot_tell, each, not_applicable
from checks.reading import plain
from checks.records import Coverage, Finding
from checks.saying import say
from checks.spans import year_of
from corpus.codes import education
from corpus.codes.education import SchoolNumber
from corpus.registries.institutions import school_code, school_name
from extractors.records import Document

INFO = CheckInfo(
    code="numbers.degree-number",
    title="学位证书编号与证书内容不符",
    severity="suspect",
    kind="deterministic",
    rationale="学位证书编号为16位：学位授予单位代码5位、学位级别1位（2博士、3硕士、4学士）、授予年份4位、顺序号6位，"
    "应与证书所印内容一致。",
    innocent=("2006年以前及个别单位自行编号", "授予与印制跨年", "学校合并后代码变化"),
    verify="在中国学位与研究生教育信息网（学位网）查询，或向学位授予单位核实",
    handbook=("F15", "F16"),
    references=("2005年8月25日学位证书编号办法的通知",),
    weight=3,
)
RULE_SINCE, RULE_SETTLED = 2006, 2009


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    fact, year = document.first("certificate_number"), year_of(document.first("issue_date"))
    if fact is None:
        yield cannot_tell(INFO, document, "未读到证书编号")
        return
    number = plain(str(fact.value))
    parts = education.degree(number)
    if year and year < RULE_SINCE:
        if parts is not None and parts.year > year:
            message = f"学位证书编号“{number}”中的年份{parts.year}晚于授予年份{year}，待核实"
            yield say(case, INFO, document, fact, message, value=number)
        elif parts is not None and (wrong := _level(document, parts)) and _is_own(document, parts, year):
            message = f"学位证书编号“{number}”{wrong}；2006年以前编号由授予单位自定，供核对"
            yield say(case, INFO, document, fact, message, value=number, severity="notice")
        else:
            yield not_applicable(INFO, document, "2006年以前授予，编号由授予单位自定")
        return
    if parts is not None:
        for wrong in _conflicts(document, parts, year):
            yield say(case, INFO, document, fact, f"学位证书编号“{number}”{wrong}，待核实", value=number)
        if not year:
            yield cannot_tell(INFO, document, "未读到授予日期，编号中的年份无从比对")
    elif not year or year < RULE_SETTLED or not number.isalnum() or not number.isascii() or len(number) < 12:
        yield cannot_tell(INFO, document, f"编号“{number}”不合16位格式，可能为授予单位自编号")
    else:
        message = f"学位证书编号“{number}”共{len(number)}位，不合16位编号格式，待核实"
        yield say(case, INFO, document, fact, message, value=number)


def _conflicts(document: Document, parts: SchoolNumber, year: int | None) -> Iterator[str]:
    if year and parts.year != year:
        yield f"中的年份{parts.year}与授予年份{year}不一致"
    if wrong := _level(document, parts):
        yield wrong
    code = school_code(document.value("institution"))
    if code and code != parts.school:
        holder = school_name(parts.school)
        meant = f"（{holder}）" if holder else ""
        yield f"中的授予单位代码{parts.school}{meant}不是{document.value('institution')}的代码{code}"


def _level(document: Document, parts: SchoolNumber) -> str:
    degree = document.value("degree")
    differs = degree in education.DEGREE_LEVELS.values() and parts.level != degree
    return f"中的学位级别为{parts.level}，证书所印为{degree}" if differs else ""


def _is_own(document: Document, parts: SchoolNumber, year: int) -> bool:
    """Whether a number from before the rule follows it all the same: the school's code, the level, the year."""
    return parts.year == year and parts.school == school_code(document.value("institution"))


CHECK = Check(info=INFO, run=each(INFO, ("degree_certificate",), look))
