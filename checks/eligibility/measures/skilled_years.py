"""Years since a skill grade, against those the national trial rule asks for the level applied for (handbook 1.2 g)."""

from __future__ import annotations

import re

from checks.eligibility.helped import Helped
from checks.eligibility.outcome import Measure, Measured
from checks.eligibility.spans import full_years
from checks.eligibility.subject import Subject, evidence, first_day
from checks.records import Condition
from corpus.policy.records import Level, Need, Rule
from corpus.policy.titles import LEVEL_NAMES

# Printed grade → the level it opens and the years asked for, the highest grade first.
OPENS: tuple[tuple[str, Level, int], ...] = (
    (r"高级技师|首席技师|特级技师|一级|1级", "associate_senior", 4),
    (r"技师|二级|2级", "intermediate", 3),
    (r"高级工|三级|3级|高级", "junior", 2),
)


def _amount(subject: Subject, _need: Need) -> Measured:
    """Years beyond those needed; below zero when too few or when the grade opens a lower level only."""
    best = Measured(low=-1, high=-1, shown="技能等级不对应申报级别", words="所持技能等级不对应所申报的级别")
    for document in subject.of("skill_certificate"):
        fact = document.first("skill_level")
        opened = next((o for o in OPENS if fact is not None and re.search(o[0], str(fact.value))), None)
        if opened is None or opened[1] != subject.level:
            continue
        held = first_day(document, "issue_date")
        place = (evidence(document, fact),)
        if held is None or held.day is None:
            return Measured(low=-1, high=1, shown="取得日期未识别", words="技能等级取得日期未能识别", evidence=place)
        low = full_years(held.day.high, subject.as_of) - opened[2]
        high = full_years(held.day.low, subject.as_of) - opened[2]
        said = f"{fact.value if fact else ''}自{held.day.shown}，满{low + opened[2]}年"
        words = f"{said}；报{LEVEL_NAMES[opened[1]]}须满{opened[2]}年"
        best = Measured(low=low, high=high, shown=f"满{low + opened[2]}年", words=words, evidence=place)
    return best


def _no_rows(_subject: Subject, _rule: Rule, _helped: Helped) -> tuple[Condition, ...]:
    return ()


MEASURE = Measure(name="skilled-years", rows=_no_rows, amount=_amount)
