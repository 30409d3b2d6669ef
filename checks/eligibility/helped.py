"""The preferences that apply to one applicant, and what they do to requirements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checks.records import ConditionOutcome
from corpus.policy.records import Effects, Rule


@dataclass(frozen=True, slots=True)
class Help:
    """One preference and whether it applies: ``met`` or ``cannot_tell``."""

    rule: Rule
    outcome: ConditionOutcome
    effects: Effects

    @property
    def role(self) -> str:
        """The role that brought it about, "" when none did."""
        roles = self.rule.entry.scope.roles
        return roles[0] if roles else ""


@dataclass(frozen=True, slots=True)
class Helped:
    """All preferences that apply, or may apply."""

    helps: tuple[Help, ...] = ()

    def early(self, outcome: ConditionOutcome) -> Help | None:
        """The preference with the most years of grace among those of an outcome; they are never added up (C)."""
        found = [h for h in self.helps if h.outcome == outcome and h.effects.early_years]
        return max(found, key=lambda h: h.effects.early_years, default=None)

    def waiving(self, item: str) -> Help | None:
        """The surest preference under which ``item`` is no restrictive condition."""
        return _surest(h for h in self.helps if item in h.effects.waives)

    def exempting(self, condition: str) -> Help | None:
        return _surest(h for h in self.helps if condition in h.effects.exempts)

    def crediting_rural(self) -> tuple[Help, ...]:
        return tuple(h for h in self.helps if h.effects.credits_rural)

    def crediting_training(self) -> Help | None:
        return _surest(h for h in self.helps if h.effects.credits_training_year)


def _surest(helps: Iterator[Help]) -> Help | None:
    found = sorted(helps, key=lambda h: h.outcome != "met")
    return found[0] if found else None
