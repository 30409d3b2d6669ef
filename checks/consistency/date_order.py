"""consistency.date-order: two printed dates in an order that cannot be (handbook 4.6)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from checks.base import ANY_TYPE, Case, Check, CheckInfo, each, found, not_applicable, place
from checks.consistency import patents
from checks.consistency.impossible_days import impossible_days
from checks.publication.contents import of_same_issue
from checks.reading import plain
from checks.records import Coverage, Finding, Severity
from checks.saying import say_of_all
from checks.spans import Days, days, days_of
from checks.wording import likeness
from extractors.records import Document, DocumentType, Fact

INFO = CheckInfo(
    code="consistency.date-order",
    title="日期先后顺序不合理",
    severity="suspect",
    kind="deterministic",
    rationale="同一材料或前后材料中的日期应符合先后顺序：出生、入学、毕业、取得资格、聘任；申请日、授权日；开始、结束。"
    "只印到年或月的按可能的区间比较，区间确不相容才列出。",
    innocent=(
        "证书晚于事项印制",
        "补发、换发证书",
        "填写或识别差错",
        "先聘后评、以考代评等另有规定",
        "专利证书更正、换发",
    ),
    verify="核对材料原件，向发证单位或档案管理部门核实日期",
    handbook=("F09", "F19", "F22", "F27", "F31", "F45", "F77"),
    weight=3,
)
BESIDE = re.compile("函授|成人|自学|自考|网络|远程|业余|夜大|电大|电视|开放|党校|在职|进修|专升本|专科起点|第二学士")
ONLINE_FIRST = 92  # days by which an issue may bear a date before the acceptance of what it holds
LATE_ISSUE = 62  # days by which an issue may come out after the date it bears
OVER = re.compile("期满|届满|圆满完成|已(?:经)?(?:完成|结束)|考核(?:结果|等次|鉴定)?(?:均?为|[:：])")
PLANNED = re.compile("选派期限?|派驻期限?|任期|聘期|拟|预计|计划|将于|尚未|至今|目前")
STEPS = (("收稿", "received_date"), ("修回", "revised_date"), ("录用", "accepted_date"))
SENDING = re.compile("选派|派出|的通知|的决定|协议|任务书|介绍信|拟派")
LATE_CERTIFICATE = 366  # days by which a certificate may be made out after the approval that it does not print
SLACK = 31  # days by which offices round and predate


@dataclass(frozen=True, slots=True)
class Order:
    """``earlier`` must not certainly lie more than ``slack`` days behind ``later`` on documents of these types."""

    types: tuple[DocumentType, ...]
    earlier: str
    later: str
    says: str
    slack: int = 0


WORDS = {
    "birth_date": "出生日期",
    "start_date": "起始日期",
    "end_date": "截止日期",
    "issue_date": "落款（发证）日期",
    "approved_date": "批准日期",
    "application_date": "申请日",
    "grant_date": "授权公告日",
    "graduation_date": "毕业时间",
    "current_title_date": "现职称取得时间",
    "valid_until": "有效期截止日",
}
ORDERS = (
    Order(("diploma", "credential_report"), "start_date", "end_date", "入学应早于毕业"),
    Order(("diploma",), "end_date", "issue_date", "毕业应早于发证", slack=92),
    Order(("diploma", "credential_report"), "birth_date", "start_date", "出生应早于入学"),
    Order(
        ("degree_certificate", "title_certificate", "skill_certificate"), "birth_date", "issue_date", "出生应早于发证"
    ),
    Order(("patent_certificate",), "application_date", "grant_date", "申请日应早于授权公告日"),
    Order(("patent_certificate",), "grant_date", "issue_date", "授权公告日不应晚于证书日期", slack=SLACK),
    Order(
        ("appointment", "project_proof", "service_proof", "postdoc_certificate", "employment_contract", "merit_proof"),
        "start_date",
        "end_date",
        "起始日期应早于截止日期",
    ),
    Order(("social_insurance", "employer_publicity"), "start_date", "end_date", "起始日期应早于截止日期"),
    Order(("credential_report",), "issue_date", "valid_until", "报告日期应早于有效期截止日"),
    Order(("employer_publicity",), "end_date", "issue_date", "公示证明应在公示期满后出具"),
    Order(("title_certificate",), "approved_date", "issue_date", "批准日期不应晚于发证日期", slack=SLACK),
    Order(("application_form",), "birth_date", "graduation_date", "出生应早于毕业"),
    Order(("application_form",), "current_title_date", "issue_date", "现职称取得时间应早于填表日期"),
    Order(("application_form",), "graduation_date", "issue_date", "毕业时间应早于填表日期"),
)


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    looks = (_orders, _across, _untaught, _article, _served, _expired, _singly)
    told = [said for look_at in looks for said in look_at(case, document)]
    if not told and not any(days_of(document.first(name)) for name in WORDS):
        yield not_applicable(INFO, document, "未读到日期")
    yield from told


def _orders(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    birth = days(case.applicant.get("birth_date", ""))
    for order in ORDERS:
        if document.type not in order.types:
            continue
        for first, second in _pairs(document, order):
            earlier, later = days_of(first), days_of(second)
            if order.earlier == "birth_date" and (birth is None or earlier is None or not earlier.meets(birth)):
                continue  # another check's business, or another cell's date
            if earlier and later and later.shifted(order.slack).before(earlier):
                message = (
                    f"{WORDS[order.earlier]}“{first.text}”晚于{WORDS[order.later]}“{second.text}”，{order.says}，待核实"
                )
                yield say_of_all(case, INFO, [(document, first), (document, second)], message)


def _singly(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    yield from impossible_days(case, document, INFO)
    yield from patents.single(case, INFO, document)
    yield from patents.between(case, INFO, document)


def _pairs(document: Document, order: Order) -> Iterable[tuple[Fact, Fact]]:
    """Facts of one row belong together; where there is one row only, the most trusted of each name."""
    rows = [row for row in document.rows().values() if order.earlier in row and order.later in row]
    if rows:
        return [(row[order.earlier], row[order.later]) for row in rows]
    first, second = document.first(order.earlier), document.first(order.later)
    return [(first, second)] if first and second and first.item == second.item == 0 else []


def _across(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    """An appointment to a post lies before the qualification for it (聘任应不早于取得资格)."""
    start = document.first("start_date")
    began = days_of(start)
    if document.type != "appointment" or start is None or began is None or _approved_before(case, began, document):
        return
    for certificate in case.of_type("title_certificate"):
        if likeness(certificate.value("title"), document.value("title")) < 95:
            continue
        gained = certificate.first("approved_date") or certificate.first("issue_date")
        meant = days_of(gained)
        if gained is None or meant is None:
            continue
        if began.shifted(SLACK if gained.name == "approved_date" else LATE_CERTIFICATE).before(meant):
            what = "该职称取得日期" if gained.name == "approved_date" else "该职称证书日期"
            message = f"聘任起始日期“{start.text}”早于{what}“{gained.text}”，聘任应不早于取得资格，待核实"
            yield say_of_all(case, INFO, [(document, start), (certificate, gained)], message)


def _approved_before(case: Case, began: Days, appointment: Document) -> bool:
    """Whether a paper says that the title was approved by the time that the post began: of several certificates of one
    title, the later ones are new issues."""
    papers = [*case.of_type("title_certificate"), *case.of_type("title_notice")]
    approved = [
        days_of(p.first("approved_date"))
        for p in papers
        if likeness(p.value("title"), appointment.value("title")) >= 95
    ]
    return any(day is not None and not began.shifted(SLACK).before(day) for day in approved)


def _untaught(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    """A title gained before the first full-time course was finished (handbook F27).

    Courses beside the job and postgraduate studies follow a title every day, and then say nothing.
    """
    gained = document.first("approved_date") or document.first("issue_date")
    meant = days_of(gained)
    if document.type != "title_certificate" or gained is None or meant is None:
        return
    courses = case.of_type("diploma")
    ends = [(c, end) for c in courses if (end := c.first("end_date") or c.first("issue_date")) and days_of(end)]
    if not ends or len(ends) < len(courses) or any(_beside_the_job(c) for c in courses):
        return
    course, end = min(ends, key=lambda pair: str(pair[1].value))
    finished = days_of(end)
    if finished and meant.shifted(SLACK).before(finished):
        message = f"职称取得日期“{gained.text}”早于毕业日期“{end.text}”，所附学历中未见更早的学历，待核实"
        yield say_of_all(case, INFO, [(document, gained), (course, end)], message)


def _beside_the_job(course: Document) -> bool:
    level, mode = course.value("education_level"), course.value("study_mode")
    return "研究生" in level or bool(BESIDE.search(mode + course.text)) or level not in ("专科", "本科")


def _served(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    """A proof of service that is older than the service, or speaks of its end before that came; a decision to send
    somebody is so by nature (handbook F77)."""
    if document.type != "service_proof" or SENDING.search(document.text):
        return
    start, issued = document.first("start_date"), document.first("issue_date")
    began, dated = days_of(start), days_of(issued)
    if start and issued and began and dated and dated.shifted(SLACK).before(began):
        message = f"服务证明落款日期“{issued.text}”早于服务起始日期“{start.text}”，待核实"
        yield say_of_all(case, INFO, [(document, start), (document, issued)], message)
        return
    end = document.first("end_date")
    ended = days_of(end)
    if end and issued and ended and dated and dated.shifted(SLACK).before(ended):
        text = plain(document.text)
        finished = OVER.search(text) and not PLANNED.search(text)
        message = f"服务证明落款日期“{issued.text}”早于所证明服务的结束日期“{end.text}”"
        message += "，待核实" if finished else "，其后的部分须另行证明"
        severity: Severity = "suspect" if finished else "notice"
        yield say_of_all(case, INFO, [(document, issued), (document, end)], message, severity=severity)


def _expired(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    """A registration report whose online verification had ended when the papers were filed (handbook F22)."""
    until = document.first("valid_until")
    meant = days_of(until)
    if document.type == "credential_report" and until and meant and meant.last < case.as_of:
        message = f"学历认证（备案）报告的验证有效期“{until.text}”早于申报截止日{case.as_of.isoformat()}"
        yield found(
            INFO, message, [place(document, until)], severity="notice", weight=1, verify="请申报人在学信网重新申请报告"
        )


def _article(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    """收稿, 修回, 录用 of one paper, and the year in which it was printed."""
    if document.type != "paper":
        return
    steps = [(word, fact) for word, name in STEPS if days_of(fact := document.first(name))]
    for (first, one), (second, other) in pairwise((word, fact) for word, fact in steps if fact):
        earlier, later = days_of(one), days_of(other)
        if earlier and later and later.before(earlier):
            message = f"论文{first}日期“{one.text}”晚于{second}日期“{other.text}”，待核实"
            yield say_of_all(case, INFO, [(document, one), (document, other)], message)
    yield from _too_late(case, document, steps)


def _too_late(case: Case, document: Document, steps: list[tuple[str, Fact | None]]) -> Iterator[Finding | Coverage]:
    """A step that follows the year of print, or the day that the imprint of the same issue gives."""
    imprints = [(pages, pages.first("issue_date")) for pages in of_same_issue(case, document)]
    dated = [("出版日期", pages, day, LATE_ISSUE) for pages, day in imprints]
    for said, at, print_, usual in [("刊出年份", document, document.first("year"), 0), *dated]:
        printed = days_of(print_)
        for word, fact in steps:
            meant, slack = days_of(fact), ONLINE_FIRST if word == "录用" else usual
            if fact and print_ and meant and printed and printed.shifted(slack).before(meant):
                message = f"论文{word}日期“{fact.text}”晚于{said}“{print_.text}”，待核实"
                yield say_of_all(case, INFO, [(document, fact), (at, print_)], message)
                return


CHECK = Check(info=INFO, run=each(INFO, ANY_TYPE, look))
