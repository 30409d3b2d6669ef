"""Whether a province's or an office's rule asks for less than the national one (令40: it may not)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import product

from corpus.policy.records import Remark, Rule, Tier, Value


def laxer(rules: tuple[Rule, ...], tiers: Mapping[str, Tier]) -> tuple[Remark, ...]:
    """One warning for each lower rule that is laxer than a national rule of the same measure and overlapping scope."""
    national = [r for r in rules if tiers[r.pack] == "national" and r.entry.kind == "requirement"]
    lower = [r for r in rules if tiers[r.pack] != "national" and r.entry.kind == "requirement"]
    return tuple(
        Remark(file=rule.file, line=rule.line, reason=f"entry {rule.entry.id} is laxer than {base.entry.id}: {how}")
        for rule in lower
        for base in national
        if _same_subject(rule, base) and not _overridden(rule, base, national)
        for how in _how(rule, base)
    )


def _same_subject(rule: Rule, base: Rule) -> bool:
    if not rule.entry.measure or rule.entry.measure != base.entry.measure or rule.entry.measure == "material":
        return False
    mine, theirs = rule.entry.scope, base.entry.scope
    return all(
        not a or not b or set(a) & set(b)
        for a, b in ((mine.series, theirs.series), (mine.levels, theirs.levels), (mine.regions, theirs.regions))
    )


def _overridden(rule: Rule, base: Rule, national: list[Rule]) -> bool:
    """Whether another national rule stands in the place of ``base`` for everybody that ``rule`` concerns."""
    series = set(rule.entry.scope.series)
    instead = (r.entry.scope.series for r in national if r.entry.overrides == base.entry.id)
    return bool(series) and any(series <= set(theirs) for theirs in instead)


def _how(rule: Rule, base: Rule) -> Iterator[str]:
    for value, other in product(rule.entry.values, base.entry.values):
        if value.unit != other.unit or not _meet(value, other):
            continue
        if (_yearly(value) or 0) < (_yearly(other) or 0) and value.at_least is not None:
            yield f"{_said(value)} instead of {_said(other)} (since {value.since})"
        if value.share is not None and other.share is not None and value.share < other.share:
            yield f"a share of {value.share:.3g} instead of {other.share:.3g} (since {value.since})"
        yield from _routes(value, other)


def _meet(value: Value, other: Value) -> bool:
    """Whether both are in force on some day."""
    return value.since <= (other.until or date.max) and other.since <= (value.until or date.max)


def _yearly(value: Value) -> float | None:
    return None if value.at_least is None else value.at_least / value.over


def _said(value: Value) -> str:
    return f"{value.at_least:g}" + (f" over {value.over} years" if value.over > 1 else "")


def _routes(value: Value, other: Value) -> Iterator[str]:
    floor = {(r.level, r.education): r for r in other.routes}
    levels = {r.level for r in other.routes}
    for route in value.routes:
        base = floor.get((route.level, route.education))
        if base is None and route.level in levels:
            yield f"{route.education} opens {route.level}, which the national rule does not"
        elif base is not None and route.years < base.years:
            yield f"{route.education} to {route.level}: {route.years} years instead of {base.years}"
