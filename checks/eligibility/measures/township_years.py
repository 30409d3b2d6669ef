"""Years on end in townships since the intermediate title, broken by any post in a county town."""

from __future__ import annotations

from datetime import date, timedelta

from checks.eligibility.helped import Helped
from checks.eligibility.measures.service import Period, period
from checks.eligibility.measures.years_in_title import starting
from checks.eligibility.outcome import Measure, Measured
from checks.eligibility.spans import full_years
from checks.eligibility.subject import Subject
from checks.records import Condition
from corpus.policy.records import Need, Rule

LULL = timedelta(days=62)  # between two posts in townships: a move, not a break
RURAL = ("township", "village")


def consecutive_years(subject: Subject, _need: Need) -> Measured:
    """``low``: what papers show without a break up to the day judged by. ``high``: the years since the title.

    Only a post that is plainly elsewhere lowers the high bound.
    """
    titled = [s for s in starting(subject, "intermediate") if s.base == "title"]
    if not titled:
        return Measured(shown="未能识别", lacks="中级职称取得日期未能识别，连续乡镇年限无从起算")
    since = titled[0].day
    posts = [period(d, subject.as_of) for d in subject.of("appointment", "employment_contract", "service_proof")]
    rural = sorted((p.sure for p in posts if p.sure and p.place.place in RURAL), reverse=True)
    low = full_years(max(_unbroken(rural, subject.as_of), since.high), subject.as_of)
    broken = _last_elsewhere(posts)
    begin = max(since.low, broken + timedelta(days=1)) if broken else since.low
    high = full_years(begin, subject.as_of)
    if subject.place.place not in (*RURAL, None):
        low = high = 0
    words = f"中级取得{since.shown}；" + _said(posts, subject) + f"材料可证连续{low}年，最多{high}年"
    places = (*(p.evidence for p in posts), *subject.place_evidence)
    return Measured(
        low=low, high=high, shown=f"{low}至{high}年" if low != high else f"{low}年", words=words, evidence=places
    )


def _unbroken(spans: list[tuple[date, date]], until: date) -> date:
    """From when on the spans, latest first, reach ``until`` without a break; ``until`` itself when none does."""
    reached = until
    for start, end in spans:
        if end < reached - LULL:
            break
        reached = min(reached, start)
    return reached


def _last_elsewhere(posts: list[Period]) -> date | None:
    ends = [p.sure[1] for p in posts if p.sure and p.place.place in ("province", "prefecture", "county")]
    return max(ends, default=None)


def _said(posts: list[Period], subject: Subject) -> str:
    line = [f"{p.shown}在{p.place.stated or '地点未识别'}" for p in posts]
    return f"任职时间线：{'，'.join(line)}；" if line else f"现工作单位{subject.place.stated or '未识别'}；"


def _no_rows(_subject: Subject, _rule: Rule, _helped: Helped) -> tuple[Condition, ...]:
    return ()


MEASURE = Measure(name="consecutive-township-years", rows=_no_rows, amount=consecutive_years)
