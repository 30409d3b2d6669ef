"""consistency.overlapping-periods: two full-time occupations of one person in two places at one time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import combinations

from checks.base import Case, Check, CheckInfo, not_applicable
from checks.consistency.stays import WHOLLY, Stay, stay
from checks.records import Coverage, Finding, Severity
from checks.saying import say_of_all
from checks.wording import likeness
from corpus.registries import regions
from extractors.records import Document

INFO = CheckInfo(
    code="consistency.overlapping-periods",
    title="全时经历时间重叠",
    severity="suspect",
    kind="deterministic",
    rationale=(
        "全日制学习、脱产基层服务、不同单位的聘用在同一时期只能有其一；按所印精度取确定的重叠天数，超过一个月的列出。"
        "施工项目经理一般不同时担任两个工程的负责人（注册建造师管理规定第二十一条），证明载明全职或驻场的列为疑点。"
        "在编聘任并参加年度考核期间，又与其他单位订立全职劳动合同的，一并列出。"
    ),
    innocent=(
        "在职或业余学习",
        "借调、兼职、双聘",
        "经批准离岗创业、劳务派遣",
        "合同期满未办解除",
        "同一单位续聘",
        "同一工程分期、小型工程或停工期间兼任",
    ),
    verify="核对人事档案、考勤与社保缴费记录，向两个单位核实起止时间",
    handbook=("F19", "F31", "F67", "F70"),
    weight=3,
)
ALLOWED = 31  # days that leaving one place and joining another may take on paper
_FULL_TIME = re.compile("全职|全日制(?!小时)|标准工时")
_LENT = re.compile("派遣|人事代理|非全日制|兼职|离岗|借调|双聘|柔性引进")


def run(case: Case) -> Iterator[Finding | Coverage]:
    stays = [found for document in case.documents if (found := stay(document)) and not _own_post(case, found)]
    if len(stays) < 2:
        yield not_applicable(INFO, None, "可比较的全时经历不足两段")
        return
    told = {one.document.id for one in stays}
    for one, other in combinations(stays, 2):
        days = (min(one.last, other.last) - max(one.first, other.first)).days + 1
        if days > ALLOWED and _elsewhere(one, other) and (severity := _clash(case, one, other)):
            told -= {one.document.id, other.document.id}
            yield _say(case, one, other, days, severity)
    yield from (Coverage(code=INFO.code, document=name, outcome="clear") for name in sorted(told))


def _own_post(case: Case, one: Stay) -> bool:
    """Whether a proof of service is of the applicant's own post in the country: no other place to be in."""
    employer = case.applicant.get("employer", "")
    return one.kind == "service" and bool(employer) and (one.where in employer or likeness(one.where, employer) >= 85)


def _elsewhere(one: Stay, other: Stay) -> bool:
    apart = one.where not in other.where and other.where not in one.where
    return apart and likeness(one.where, other.where) < 85


def _clash(case: Case, one: Stay, other: Stay) -> Severity | None:
    """How much it says: little of a contract that runs on while its holder studies full-time, often on leave (F19),
    and of a course during service or study, to which those who serve are often sent; nothing of a post kept while
    serving. Works led at one time are told of; suspect is who is said to be on both sites.
    """
    kinds = {one.kind, other.kind}
    if kinds <= {"leading", "on-site"}:
        return _both_sites(one, other) if kinds == {"on-site"} else "notice"
    if kinds == {"study", "contract"} or kinds in ({"training", "service"}, {"training", "study"}, {"training"}):
        return "notice"
    if kinds == {"service", "on-site"}:
        return _served_elsewhere(*((one, other) if one.kind == "service" else (other, one)))
    if kinds == {"post", "contract"}:
        return _employed_twice(case, *((one, other) if one.kind == "post" else (other, one)))
    alike = ({"study"}, {"service"}, {"contract"}, {"post"}, {"study", "service"})
    return "suspect" if kinds in alike else None


def _both_sites(one: Stay, other: Stay) -> Severity:
    """Who leads two works is never on both sites; of other roles both papers must say that it was their only one."""
    leading = all("项目经理" in s.document.value("role") or "总监" in s.document.value("role") for s in (one, other))
    return "suspect" if leading or all(WHOLLY.search(s.document.text) for s in (one, other)) else "notice"


def _served_elsewhere(service: Stay, site: Stay) -> Severity | None:
    """Kept on a site while serving in a county and prefecture that the paper on the works does not name; where it names
    them both may be one task."""
    at = regions.locate(service.where)
    around = [r for r in regions.lineage(at.region.code) if r.kind != "province"] if at else []
    if not around or any(regions.stem(region.name) in site.document.text for region in around):
        return None
    return "suspect" if WHOLLY.search(site.document.text) else "notice"


def _employed_twice(case: Case, post: Stay, contract: Stay) -> Severity | None:
    """A full-time contract entered into elsewhere during a post that was filled, as its appraisals show.

    A contract older than the post is one that ran on after a change of place; people lent out or on leave to found a
    firm have both lawfully, and so have those whose own employer the contract names.
    """
    papers = post.document.text + contract.document.text
    if contract.first <= post.first or _LENT.search(papers) or not _FULL_TIME.search(contract.document.text):
        return None
    employer = case.applicant.get("employer", "")
    if not employer or likeness(contract.where, employer) >= 85 or contract.where in post.document.text:
        return None
    return "suspect" if any(_appraised(d, post, contract) for d in case.of_type("annual_appraisal")) else None


def _appraised(document: Document, post: Stay, contract: Stay) -> bool:
    """Whether the unit of the post appraised a year that lies wholly in both."""
    unit = document.value("employer") or document.value("issuer")
    years = [int(str(fact.value)[:4]) for fact in document.all("year") if str(fact.value)[:4].isdecimal()]
    first, last = max(post.first, contract.first), min(post.last, contract.last)
    whole = any(first <= date(year, 1, 1) and date(year, 12, 31) <= last for year in years)
    return whole and likeness(unit, post.where) >= 85


def _say(case: Case, one: Stay, other: Stay, days: int, severity: Severity) -> Finding | Coverage:
    message = f"{one.named}与{other.named}重叠{days}天" + ("，待核实" if severity == "suspect" else "")
    facts = [(s.document, fact) for s in (one, other) for fact in (s.start, s.end)]
    return say_of_all(case, INFO, facts, message, explanation="重叠天数按所印精度取确定部分；", severity=severity)


CHECK = Check(info=INFO, run=run)
