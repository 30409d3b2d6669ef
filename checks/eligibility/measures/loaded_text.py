"""A rule whose text is not loaded: nothing is measured, and the table says so."""

from __future__ import annotations

from collections.abc import Iterator

from checks.eligibility.helped import Helped
from checks.eligibility.outcome import Measure, row
from checks.eligibility.subject import Subject
from checks.records import Condition
from corpus.policy.records import Rule


def _rows(_subject: Subject, rule: Rule, _helped: Helped) -> Iterator[Condition]:
    words = f"依据文本未载入（{rule.entry.gap}），请人工核对。"
    yield row(rule, "cannot_tell", "—", "—", words)


MEASURE = Measure(name="loaded-text", rows=_rows)
