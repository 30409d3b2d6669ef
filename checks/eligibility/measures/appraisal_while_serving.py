"""The appraisal of the time served against poverty: on the service proof, else in the appraisals of those years."""

from __future__ import annotations

from checks.eligibility.helped import Helped
from checks.eligibility.measures.appraisal import PASSES, record
from checks.eligibility.measures.service import periods
from checks.eligibility.outcome import Measure, Measured
from checks.eligibility.subject import Subject, evidence
from checks.records import Condition
from corpus.policy.records import Need, Rule

SERVICE = "poverty_alleviation"


def _amount(subject: Subject, _need: Need) -> Measured:
    """1 when appraised 合格 or better, 0 when worse, between when no appraisal of that time is shown."""
    graded = [(d, fact) for d in subject.services(SERVICE) if (fact := d.first("grade")) is not None]
    if graded:
        passed = all(str(fact.value) in PASSES for _, fact in graded)
        said = "、".join(str(fact.value) for _, fact in graded)
        places = tuple(evidence(d, fact) for d, fact in graded)
        return Measured(low=passed, high=passed, shown=said, words=f"服务期间考核为{said}", evidence=places)
    spans = [p.possible for p in periods(subject, SERVICE) if p.possible]
    years = {year for start, end in spans for year in range(start.year, end.year + 1)}
    shown = [r for year, r in record(subject).items() if year in years]
    grades = [grade for r in shown for grade in r.grades]
    if not grades:
        return Measured(low=0, high=1, shown="服务期间考核未见", words="未见服务期间的考核等次，请人工确认")
    passed = all(grade in PASSES for grade in grades)
    said = "、".join(f"{r.year}年{'/'.join(r.grades)}" for r in shown)
    places = tuple(place for r in shown for place in r.evidence)
    return Measured(low=passed, high=passed, shown=said, words=f"服务期间年度考核：{said}", evidence=places)


def _no_rows(_subject: Subject, _rule: Rule, _helped: Helped) -> tuple[Condition, ...]:
    return ()


MEASURE = Measure(name="appraisal-while-serving", rows=_no_rows, amount=_amount)
