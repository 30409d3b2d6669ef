"""The years of the term that a dossier must account for: those after the base title, up to the year before the cut-off.

The year judged in is not asked for: its appraisal is made after it ends. The year of the title itself is not either.
"""

from __future__ import annotations

from checks.eligibility.measures.years_in_title import Start, starting
from checks.eligibility.subject import Subject
from corpus.policy.titles import below


def term(subject: Subject, window: int) -> list[int]:
    """At most ``window`` latest full calendar years of the term, ascending.

    Without a base title they are the last three, the least that any rule looks at.
    """
    return [y for y in _whole(subject) if y > subject.as_of.year - 1 - window]


def owed(subject: Subject, window: int, shown: list[int]) -> list[int]:
    """The years of ``term``, and those before it from where the record of the term begins: it must be whole."""
    whole = _whole(subject)
    begun = min((y for y in shown if whole and y >= whole[0] - 1), default=subject.as_of.year)
    return [y for y in whole if y > min(begun, subject.as_of.year - 1 - window)]


def _whole(subject: Subject) -> list[int]:
    """Every full calendar year since the base title; without one, three years, and none before graduation."""
    last = subject.as_of.year - 1
    titled = _titled(subject)
    if not titled:
        return list(range(max(last - 2, _graduated(subject) + 1), last + 1))
    return list(range(min(s.day.high for s in titled).year + 1, last + 1))


def year_of_joining(subject: Subject) -> int:
    """The calendar year, not a full one, in which an applicant without a title graduated; 0 where there is none."""
    return 0 if _titled(subject) else _graduated(subject)


def _titled(subject: Subject) -> list[Start]:
    """From when the base title is held, or else what stands for one."""
    lower = below(subject.level) if subject.level else None
    starts = starting(subject, lower) if lower else []
    return [s for s in starts if s.base == "title"] or starts


def _graduated(subject: Subject) -> int:
    """The latest year in which the applicant graduated, 0 where no paper says: nobody is appraised before."""
    dated = (*subject.held("end_date", "diploma"), *subject.held("graduation_date", "application_form"))
    return max((held.day.high.year for held in dated if held.day is not None), default=0)
