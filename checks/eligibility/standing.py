"""Which rules stand for an application: those of its year, and those that a series has instead of the general ones."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from checks.eligibility import scope
from checks.eligibility.subject import Subject
from corpus.policy.records import Kind, Policy, Rule

ORDER: dict[Kind, int] = {"requirement": 0, "preference": 1, "routing": 2, "procedure": 3, "directive": 4}


def application_day(policy: Policy, as_of: date) -> date:
    """``as_of`` brought into the days for which the pack was made."""
    if not policy.packs:
        return as_of
    top = policy.packs[0]
    return min(max(as_of, top.since), top.until or as_of)


def standing(policy: Policy, as_of: date) -> tuple[Rule, ...]:
    """The rules of the application year that judge anything, requirements first, each kind in the policy's order."""
    on = application_day(policy, as_of)
    rules = [r for r in policy.rules if r.entry.kind != "directive" and r.stands(on)]
    return tuple(sorted(rules, key=_place))


def _place(rule: Rule) -> tuple[bool, int, bool]:
    """Education and years lead the table, the list of materials closes it."""
    return rule.entry.measure == "material", ORDER[rule.entry.kind], rule.entry.measure != "qualification"


def in_place(subject: Subject, rule: Rule, others: Iterable[Rule]) -> tuple[Rule, str]:
    """The rule that stands for the applicant in the place of ``rule``, under its id.

    ``others`` are those that may override it; the second value names the unknown fact that leaves that open.
    """
    open_ = ""
    for other in others:
        found = scope.match(subject, other.entry.scope)
        if found.answer == "yes":
            return msgspec.structs.replace(other, entry=msgspec.structs.replace(other.entry, id=rule.entry.id)), ""
        if found.answer == "unsure":
            open_ = found.why
    return rule, open_


def rule_of(subject: Subject, id: str) -> Rule | None:
    """The rule that gave rise to the row of an id."""
    rule = subject.policy.rule(id)
    if rule is None:
        return None
    on = application_day(subject.policy, subject.as_of)
    others = [r for r in subject.policy.rules if r.entry.overrides == id and r.stands(on)]
    return in_place(subject, rule, others)[0]
