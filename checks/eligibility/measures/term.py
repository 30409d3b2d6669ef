"""The years of the term that a dossier must account for: those after the base title, up to the year before the cut-off.

The year judged in is not asked for: its appraisal is made after it ends. The year of the title itself is not either.
"""

from __future__ import annotations

from checks.eligibility.measures.years_in_title import starting
from checks.eligibility.subject import Subject
from corpus.policy.titles import below


def term(subject: Subject, window: int) -> list[int]:
    """At most ``window`` latest full calendar years of the term, ascending; the base title unknown, just the latest.

    Without a base title the last three years are the least that any rule looks at.
    """
    last = subject.as_of.year - 1
    lower = below(subject.level) if subject.level else None
    starts = starting(subject, lower) if lower else []
    titled = [s for s in starts if s.base == "title"] or starts
    if not titled:
        return list(range(last - 2, last + 1))
    first = max(min(s.day.high for s in titled).year + 1, last - window + 1)
    return list(range(first, last + 1))
