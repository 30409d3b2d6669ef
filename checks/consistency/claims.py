"""Each line of the application form against its proof."""

from __future__ import annotations

from checks.base import Case
from checks.consistency.matching import match_all
from checks.records import Claim


def prove(case: Case) -> tuple[Claim, ...]:
    """Every claimed award, paper, project and patent of the application form with what proves or contradicts it."""
    return tuple(match.claim for match in match_all(case))
