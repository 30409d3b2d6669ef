"""consistency.overlapping-periods: two full-time occupations of one person in two places at one time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from checks.base import Case, Check, CheckInfo, not_applicable
from checks.records import Coverage, Finding, Severity
from checks.saying import say_of_all
from checks.spans import days_of
from checks.wording import likeness
from extractors.records import Document, Fact

INFO = CheckInfo(
    code="consistency.overlapping-periods",
    title="全时经历时间重叠",
    severity="suspect",
    kind="deterministic",
    rationale=(
        "全日制学习、脱产基层服务、不同单位的聘用在同一时期只能有其一；按所印精度取确定的重叠天数，超过一个月的列出。"
        "施工项目经理一般不同时担任两个工程的负责人（注册建造师管理规定第二十一条），证明载明全职或驻场的列为疑点。"
    ),
    innocent=(
        "在职或业余学习",
        "借调、兼职、双聘",
        "合同期满未办解除",
        "同一单位续聘",
        "同一工程分期、小型工程或停工期间兼任",
    ),
    verify="核对人事档案、考勤与社保缴费记录，向两个单位核实起止时间",
    handbook=("F19", "F31", "F67", "F70"),
    weight=3,
)
ALLOWED = 31  # days that leaving one place and joining another may take on paper
FULL_TIME = ("全日制", "普通", "脱产")
LEADING = re.compile("^(?:施工|工程)?项目经理$|^总监(?:理工程师)?$")
ON_SITE = re.compile("全职|专职|驻场|常驻|驻工地|全过程在岗")
_LEADER, _ON_SITE = "项目经理（总监）任职", "项目经理（总监）全职驻场"


@dataclass(frozen=True, slots=True)
class Stay:
    """Full-time at ``where`` for certain from ``first`` to ``last``."""

    document: Document
    kind: str
    where: str
    first: date
    last: date
    start: Fact
    end: Fact


def run(case: Case) -> Iterator[Finding | Coverage]:
    stays = [stay for document in case.documents if (stay := _stay(document) or _led(document))]
    if len(stays) < 2:
        yield not_applicable(INFO, None, "可比较的全时经历不足两段")
        return
    told = {stay.document.id for stay in stays}
    for one, other in combinations(stays, 2):
        days = (min(one.last, other.last) - max(one.first, other.first)).days + 1
        if days > ALLOWED and _elsewhere(one, other) and (severity := _clash(one, other)):
            told -= {one.document.id, other.document.id}
            yield _say(case, one, other, days, severity)
    yield from (Coverage(code=INFO.code, document=name, outcome="clear") for name in sorted(told))


def _stay(document: Document) -> Stay | None:
    kinds = {
        "diploma": ("全日制学习", "institution"),
        "service_proof": ("基层或援派服务", "place"),
        "employment_contract": ("聘用", "employer"),
        "appointment": ("聘任", "employer"),
    }
    if document.type not in kinds:
        return None
    kind, name = kinds[document.type]
    if document.type == "diploma" and not document.value("study_mode").startswith(FULL_TIME):
        return None
    start, end, where = document.first("start_date"), document.first("end_date"), document.value(name)
    began, ended = days_of(start), days_of(end)
    if start is None or end is None or began is None or ended is None or not where:
        return None
    return Stay(document, kind, where, began.last, ended.first, start, end)


def _led(document: Document) -> Stay | None:
    """The time in which somebody led the works of a project (handbook F67)."""
    start, end, where = document.first("start_date"), document.first("end_date"), document.value("project_name")
    began, ended = days_of(start), days_of(end)
    if document.type != "merit_proof" or not LEADING.match(document.value("role")) or not where:
        return None
    if start is None or end is None or began is None or ended is None:
        return None
    kind = _ON_SITE if ON_SITE.search(document.text) else _LEADER
    return Stay(document, kind, where, began.last, ended.first, start, end)


def _elsewhere(one: Stay, other: Stay) -> bool:
    apart = one.where not in other.where and other.where not in one.where
    return apart and likeness(one.where, other.where) < 85


def _clash(one: Stay, other: Stay) -> Severity | None:
    """How much it says: little of a contract that runs on while its holder studies full-time, often on leave (F19);
    nothing of a post kept while serving. Works led at one time are told of; suspect is who is said to be on both sites.
    """
    kinds = {one.kind, other.kind}
    if kinds <= {_LEADER, _ON_SITE}:
        return "suspect" if kinds == {_ON_SITE} else "notice"
    if kinds == {"全日制学习", "聘用"}:
        return "notice"
    alike = ({"全日制学习"}, {"基层或援派服务"}, {"聘用"}, {"聘任"}, {"全日制学习", "基层或援派服务"})
    return "suspect" if kinds in alike else None


def _say(case: Case, one: Stay, other: Stay, days: int, severity: Severity) -> Finding | Coverage:
    message = f"{_named(one)}与{_named(other)}重叠{days}天" + ("，待核实" if severity == "suspect" else "")
    facts = [(stay.document, fact) for stay in (one, other) for fact in (stay.start, stay.end)]
    return say_of_all(case, INFO, facts, message, explanation="重叠天数按所印精度取确定部分；", severity=severity)


def _named(stay: Stay) -> str:
    return f"{stay.kind}（{stay.where}，{stay.start.text}至{stay.end.text}）"


CHECK = Check(info=INFO, run=run)
