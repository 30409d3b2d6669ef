"""numbers.diploma-number: a 学历证书编号 whose layout, year, level, mode or school is not that of its diploma."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import Case, Check, CheckInfo, cannot_tell, each, not_applicable
from checks.locate import printed
from checks.reading import plain
from checks.records import Coverage, Finding
from checks.saying import say, say_of_all
from checks.spans import year_of
from corpus.codes import education
from corpus.codes.education import SchoolNumber
from corpus.registries.institutions import same_school, school_code, school_name
from extractors.records import Document, Fact

INFO = CheckInfo(
    code="numbers.diploma-number",
    title="学历证书编号与证书内容不符",
    severity="suspect",
    kind="deterministic",
    rationale="2002年起学历证书电子注册编号为18位（2001年为17位）：学校代码5位、办学类型1位、毕业年份4位、层次2位、顺序号，"
    "应与证书所印学校、毕业年份、层次、学习形式一致。",
    innocent=("补办的毕业证明书另行编号", "学校合并后代码变化", "春季毕业", "党校、军队院校、中专等另有编号办法"),
    verify="凭证书编号在学信网查询，或请申报人提供《教育部学历证书电子注册备案表》",
    handbook=("F15", "F16", "F17", "F20"),
    references=("高等教育学历证书电子注册管理办法",),
    weight=3,
)
# Papers that are numbered otherwise: self-study examinations, Party and military schools, below college, abroad.
OTHERWISE = re.compile(
    "自学考试|自考|考试委员会|党校|行政学院|解放军|武警|军|中等|中专|技工|高中|职业高中|中学|毕业证明书|留学服务中心"
)
FOREIGN = re.compile(r"[A-Za-z]")  # a school abroad, named in its own language
REPLACED = re.compile("(?:毕业|学历)证明书")  # made out for a lost diploma, and numbered by itself
PRINTED = re.compile(r"(?:证书|学校|注册)?编号[:：]?(?:NO\.?[:：]?)?(\d{12,20})(?!\d)")
LEVELS = {
    "本科": {"本科", "第二学士学位"},
    "专科": {"专科"},
    "硕士研究生": {"硕士研究生"},
    "博士研究生": {"博士研究生"},
}
MODES = {
    "全日制": {"普通"},
    "普通": {"普通"},
    "函授": {"成人"},
    "业余": {"成人"},
    "夜大": {"成人"},
    "成人": {"成人"},
    "自考": {"自考"},
    "自学考试": {"自考"},
    "网络": {"网络"},
    "远程": {"网络"},
}


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    shown = printed(case, document, "certificate_number", PRINTED)
    fact = document.first("certificate_number") or next(iter(shown), None)
    years = {y for name in _dates(document) if (y := year_of(document.first(name)))}
    if fact is None:
        yield cannot_tell(INFO, document, "未读到证书编号")
        return
    if years and max(years) < education.FIRST_REGISTERED - 1:
        yield not_applicable(INFO, document, "2001年以前毕业，编号由学校自定")
        return
    said = document.value("institution") + document.value("issuer") + document.value("study_mode")
    if OTHERWISE.search(said) or FOREIGN.match(document.value("institution")) or REPLACED.search(plain(document.text)):
        yield not_applicable(INFO, document, "此类证书另有编号办法")
        return
    number = plain(str(fact.value))
    yield from _report(case, document, fact, number)
    parts = education.diploma(number)
    if parts is None:
        yield from _layout(case, document, fact, number, years)
        return
    for wrong in _conflicts(document, parts, years):
        yield say(case, INFO, document, fact, f"学历证书编号“{number}”{wrong}，待核实", value=number)
    if not years:
        yield cannot_tell(INFO, document, "未读到毕业时间或发证日期，编号中的年份无从比对")


def _dates(document: Document) -> tuple[str, ...]:
    """Facts that tell when the studies ended; a report on a diploma is issued years later."""
    return ("end_date",) if document.type == "credential_report" else ("end_date", "issue_date")


def _report(case: Case, document: Document, fact: Fact, number: str) -> Iterator[Finding | Coverage]:
    """The diploma's number against that of the registration report for the same level and school."""
    level, school = document.value("education_level"), document.value("institution")
    for report in case.of_type("credential_report") if document.type == "diploma" and level else ():
        other = report.first("certificate_number")
        same = report.value("education_level") == level and same_school(report.value("institution"), school)
        if other is not None and same and plain(str(other.value)) != number:
            message = f"毕业证书编号“{number}”与学历电子注册备案表（认证报告）所载“{other.value}”不一致，待核实"
            yield say_of_all(case, INFO, [(document, fact), (report, other)], message)


def _layout(case: Case, document: Document, fact: Fact, number: str, years: set[int]) -> Iterator[Finding | Coverage]:
    if not years or max(years) < education.FIRST_REGISTERED:
        yield cannot_tell(INFO, document, "编号不合电子注册编号格式，但毕业年份未读到或在2002年以前")
    elif not number.isdecimal() or len(number) < 12:
        yield cannot_tell(INFO, document, f"编号“{number}”可能为学校自编号，不是电子注册编号")
    else:
        wrong = (
            "长度应为18位（2002年前后亦有17位）" if len(number) not in (17, 18) else "办学类型或层次代码不在规定范围内"
        )
        message = f"学历证书编号“{number}”共{len(number)}位，不合电子注册编号格式：{wrong}，待核实"
        yield say(case, INFO, document, fact, message, value=number)


def _conflicts(document: Document, parts: SchoolNumber, years: set[int]) -> Iterator[str]:
    if years and parts.year not in years:
        yield f"中的年份{parts.year}与毕业年份{'、'.join(map(str, sorted(years)))}不一致"
    level = document.value("education_level")
    if level in LEVELS and parts.level not in LEVELS[level]:
        yield f"中的层次代码为{parts.level}，证书所印层次为{level}"
    mode = document.value("study_mode")
    allowed = next((kinds for word, kinds in MODES.items() if word in mode), None)
    if allowed and parts.mode not in allowed and level not in ("硕士研究生", "博士研究生"):
        yield f"中的办学类型为{parts.mode}，证书所印学习形式为{mode}"
    code = school_code(document.value("institution"))
    if code and code != parts.school:
        holder = school_name(parts.school)
        meant = f"（{holder}）" if holder else ""
        yield f"中的学校代码{parts.school}{meant}不是{document.value('institution')}的代码{code}"


CHECK = Check(info=INFO, run=each(INFO, ("diploma", "credential_report"), look))
