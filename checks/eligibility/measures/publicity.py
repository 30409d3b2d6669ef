"""Working days of a publicity, counted with and without the day it begins (handbook 1.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from checks.eligibility.helped import Helped
from checks.eligibility.outcome import Measure, row
from checks.eligibility.spans import OPEN, Day
from checks.eligibility.subject import Subject, evidence, first_day
from checks.records import Condition, ConditionOutcome
from corpus.calendar import CalendarNotLoaded, is_workday
from corpus.policy.records import Rule
from extractors.records import Document

RESULT = re.compile("评审结果|评审通过|评委会|评审委员会|人力资源和社会保障(厅|局)")
LONGEST = 400  # days; a longer publicity is a misread date
RESULTS_CLAUSE = "result-publicity"


@dataclass(frozen=True, slots=True)
class Count:
    """Working days from start to end: the start day counted, and not counted."""

    inclusive: int
    exclusive: int


def working_days(start: date, end: date) -> Count:
    """Both counts. Raises CalendarNotLoaded when a day lies outside the loaded calendar."""
    days = [start + timedelta(days=n) for n in range((end - start).days + 1)]
    worked = [d for d in days if is_workday(d)]
    return Count(len(worked), len([d for d in worked if d != start]))


def of_results(document: Document) -> bool:
    """Whether a publicity is of the review's results, not of the unit's own."""
    return bool(RESULT.search(document.value("issuer")) or re.search("评审结果|评审通过", document.text))


def _rows(subject: Subject, rule: Rule, _helped: Helped) -> Iterator[Condition]:
    value = rule.value(subject.as_of)
    if value is None or value.at_least is None:
        yield row(rule, "cannot_tell", "—", "—", "该日期适用的规定未载入，请人工判断。")
        return
    needed = int(value.at_least)
    threshold = f"不少于{needed}个工作日"
    wanted = rule.entry.id == RESULTS_CLAUSE
    found = [d for d in subject.of("employer_publicity") if of_results(d) == wanted]
    if not found:
        absent = (
            "评审结果公示在评审之后，申报材料一般不含。" if wanted else "材料中未见单位公示证明（可由单位另行报送）。"
        )
        yield row(rule, "not_applicable" if wanted else "cannot_tell", "—", threshold, absent)
        return
    for number, document in enumerate(found):
        id = rule.entry.id if number == 0 else f"{rule.entry.id}-{number + 1}"
        outcome, measured, words = judged(document, needed)
        places = [evidence(document, document.first("start_date")), evidence(document, document.first("end_date"))]
        yield row(rule, outcome, measured, threshold, words, places, id=id)


def judged(document: Document, needed: int) -> tuple[ConditionOutcome, str, str]:
    """Outcome, amount and arithmetic of one publicity."""
    start, end = first_day(document, "start_date"), first_day(document, "end_date")
    if not start or not end or not start.day or not end.day or not _exact(start.day) or not _exact(end.day):
        unread = "未写明止日" if document.value("end_date") in OPEN else "起止日期未能识别到日"
        return "cannot_tell", "未能识别", f"公示{unread}，请人工查看。"
    first, last = start.day.low, end.day.low
    if not 0 <= (last - first).days <= LONGEST:
        return "cannot_tell", "未能识别", f"公示起止为{start.value}至{end.value}，日期可能识别有误，请人工查看。"
    try:
        count = working_days(first, last)
    except CalendarNotLoaded:
        return "cannot_tell", "未能计算", f"日历未载入{first.year}年的放假安排，工作日未能计算。"
    shown = f"{count.inclusive}个（起始日计入）/{count.exclusive}个（次日起算）"
    words = (
        f"{start.day.shown}至{end.day.shown}：起始日计入为{count.inclusive}个工作日，次日起算为{count.exclusive}个。"
    )
    if count.inclusive < needed:
        return "not_met", shown, f"{words}两种口径均不足{needed}个工作日。"
    if count.exclusive < needed:
        return "cannot_tell", shown, f"{words}是否足{needed}个工作日取决于起算口径。"
    return "met", shown, words


def _exact(day: Day) -> bool:
    return day.low == day.high


MEASURE = Measure(name="publicity", rows=_rows)
