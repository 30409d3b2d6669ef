"""Whether a province's or an office's rule asks for less than the national one (令40: it may not)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from corpus.policy.records import Remark, Rule, Tier, Value


def laxer(rules: tuple[Rule, ...], tiers: Mapping[str, Tier]) -> tuple[Remark, ...]:
    """One warning for each lower rule that is laxer than a national rule of the same measure and overlapping scope."""
    national = [r for r in rules if tiers[r.pack] == "national" and r.entry.kind == "requirement"]
    lower = [r for r in rules if tiers[r.pack] != "national" and r.entry.kind == "requirement"]
    return tuple(
        Remark(file=rule.file, line=rule.line, reason=f"entry {rule.entry.id} is laxer than {base.entry.id}: {how}")
        for rule in lower
        for base in national
        if _same_subject(rule, base)
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


def _how(rule: Rule, base: Rule) -> Iterator[str]:
    for value in rule.entry.values:
        other = base.value(value.since)
        if other is None:
            continue
        if value.at_least is not None and other.at_least is not None and value.at_least < other.at_least:
            yield f"{value.at_least:g} instead of {other.at_least:g} (since {value.since})"
        if value.share is not None and other.share is not None and value.share < other.share:
            yield f"a share of {value.share:.3g} instead of {other.share:.3g} (since {value.since})"
        yield from _routes(value, other)


def _routes(value: Value, other: Value) -> Iterator[str]:
    floor = {(r.level, r.education): r for r in other.routes}
    levels = {r.level for r in other.routes}
    for route in value.routes:
        base = floor.get((route.level, route.education))
        if base is None and route.level in levels:
            yield f"{route.education} opens {route.level}, which the national rule does not"
        elif base is not None and route.years < base.years:
            yield f"{route.education} to {route.level}: {route.years} years instead of {base.years}"
