"""What a measure returns, and the row of the eligibility table made from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from checks.eligibility.helped import Helped
from checks.eligibility.subject import Subject
from checks.records import ClauseRef, Condition, ConditionOutcome, Evidence
from corpus.policy.records import MeasureName, Need, Rule

RECHECK = "依据待复核。"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A measured amount between ``low`` and ``high``; both None when it cannot be told, ``lacks`` then says why.

    ``shown`` is the amount in words, ``words`` the arithmetic, both Chinese.
    """

    low: float | None = None
    high: float | None = None
    shown: str
    words: str = ""
    evidence: tuple[Evidence, ...] = ()
    lacks: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One measure: its name in packs, and how a rule that uses it becomes rows of the table.

    ``amount`` gives the bare amount where a preference can ask for it (``needs``).
    """

    name: MeasureName
    rows: Callable[[Subject, Rule, Helped], Iterable[Condition]] = field(repr=False)
    amount: Callable[[Subject, Need], Measured] | None = field(default=None, repr=False)


def row(
    rule: Rule,
    outcome: ConditionOutcome,
    measured: str,
    threshold: str,
    explanation: str,
    evidence: Iterable[Evidence] = (),
    *,
    id: str = "",
    requirement: str = "",
    mark: str = "",
) -> Condition:
    """A row for a rule. A basis marked B that decides something is said to be re-checked; one marked C decides none."""
    basis = mark or rule.entry.mark
    if basis == "C" and outcome == "not_met" and rule.entry.measure != "material":
        outcome = "cannot_tell"
        explanation += "该口径仅供参考（C），不作判断，请人工确认。"
    elif basis == "B" and outcome == "not_met":
        explanation += RECHECK
    return Condition(
        id=id or rule.entry.id,
        clause=ClauseRef(rule.pack, rule.entry.clause),
        requirement=requirement or rule.entry.title,
        measured=measured,
        threshold=threshold,
        outcome=outcome,
        explanation=explanation if outcome == "not_applicable" else explanation + source_said(rule),
        evidence=tuple(evidence),
        basis_mark=basis,  # type: ignore[arg-type]
    )


def source_said(rule: Rule) -> str:
    """The source as the memo cites it: name and number, and that its text is not loaded where it is not."""
    number = f"（{rule.source.number}）" if rule.source.number else ""
    loaded = "" if rule.source.loaded else "，全文未载入"
    return f"依据：{rule.source.title}{number}{loaded}。"


def compared(measured: Measured, needed_low: float, needed_high: float) -> ConditionOutcome:
    """Met when the low bound reaches the higher need, not met when the high bound misses the lower one."""
    if measured.low is None or measured.high is None:
        return "cannot_tell"
    if measured.low >= needed_high:
        return "met"
    return "not_met" if measured.high < needed_low else "cannot_tell"
