"""Whether the filing or approval came after the results' publicity had ended."""

from __future__ import annotations

from collections.abc import Iterator

from checks.eligibility.helped import Helped
from checks.eligibility.measures.publicity import of_results
from checks.eligibility.outcome import Measure, row
from checks.eligibility.subject import Held, Subject, first_day
from checks.records import Condition
from corpus.policy.records import Rule


def _rows(subject: Subject, rule: Rule, _helped: Helped) -> Iterator[Condition]:
    ended = _ended(subject)
    filed = [
        held
        for document in subject.of("title_notice")
        if "公示期" not in document.text  # of the results: no letter that confirms them
        and (held := first_day(document, "issue_date"))
        and held.day
        and held.day.low.year >= subject.as_of.year
    ]
    if ended is None or ended.day is None or not filed:
        yield row(rule, "not_applicable", "—", "备案不早于公示结束", "申报材料中未同时见评审结果公示和备案（批复）。")
        return
    first = min(filed, key=lambda h: h.value)
    assert first.day is not None
    early = first.day.high < ended.day.low
    words = f"结果公示至{ended.day.shown}，备案（批复）日期{first.day.shown}。"
    measured = first.day.shown
    places = (ended.evidence, first.evidence)
    yield row(rule, "not_met" if early else "met", measured, f"不早于{ended.day.shown}", words, places)


def _ended(subject: Subject) -> Held | None:
    results = (d for d in subject.of("employer_publicity") if of_results(d))
    return next((held for d in results if (held := first_day(d, "end_date"))), None)


MEASURE = Measure(name="filing", rows=_rows)
