"""Which of the fields a clause lists the specialty applied in belongs to, by the words of its name."""

from __future__ import annotations

from collections.abc import Iterator

from checks.eligibility.helped import Helped
from checks.eligibility.outcome import Measure, row
from checks.eligibility.subject import Subject
from checks.records import Condition
from corpus.policy.records import Rule


def fields(specialty: str, terms: tuple[str, ...]) -> list[str]:
    """The listed fields whose name, or a word in the brackets after it (交通（道路、桥梁）), is in the specialty."""
    parted = [term.rstrip("）").partition("（") for term in terms]
    return [name for name, _, words in parted if any(w and w in specialty for w in (name, *words.split("、")))]


def _rows(subject: Subject, rule: Rule, _helped: Helped) -> Iterator[Condition]:
    stated = subject.form("applied_specialty")
    threshold = f"{len(rule.entry.terms)}个领域之一"
    if stated is None:
        yield row(rule, "cannot_tell", "未能识别", threshold, "申报专业未能识别，对应的领域请人工确认。")
        return
    found = fields(stated.value, rule.entry.terms)
    if not found:
        words = f"申报专业{stated.value}未能按名称对应到所列领域，归属请主管部门确认；这不是缺陷。"
        yield row(rule, "cannot_tell", stated.value, threshold, words, (stated.evidence,))
        return
    words = f"申报专业{stated.value}，按名称对应领域：{'、'.join(found)}；以主管部门的划分为准。"
    yield row(rule, "met", "、".join(found), threshold, words, (stated.evidence,))


MEASURE = Measure(name="listed-field", rows=_rows)
