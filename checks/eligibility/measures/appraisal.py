"""The appraisal record of the term, year by year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.eligibility.helped import Helped
from checks.eligibility.measures.appraisal_excused import excused
from checks.eligibility.measures.term import owed
from checks.eligibility.outcome import Measure, row
from checks.eligibility.subject import Held, Subject
from checks.records import ClauseRef, Condition, ConditionOutcome, Evidence
from corpus.policy.records import Consequence, Rule, Value
from extractors.records import Document

PASSES = ("优秀", "合格", "称职")
YEAR = re.compile(r"(19|20)\d{2}")


@dataclass(frozen=True, slots=True)
class Record:
    """What the dossier shows of one year: its grades ("" where unread) and where each stands."""

    year: int
    grades: tuple[str, ...]
    evidence: tuple[Evidence, ...]


def record(subject: Subject) -> dict[int, Record]:
    """The appraisals by year. A single form gives one year, a table a row each; a year seen twice keeps both grades."""
    seen: dict[int, list[tuple[str, Evidence]]] = {}
    for document in subject.of("annual_appraisal"):
        for facts in document.rows().values():
            dated = facts.get("year")
            match = YEAR.search(str(dated.value)) if dated else None
            if dated is None or match is None:
                continue
            grade = facts.get("grade") or (document.first("grade") if len(document.all("year")) == 1 else None)
            place = Held(str((grade or dated).value), document, grade or dated).evidence
            seen.setdefault(int(match.group()), []).append((str(grade.value) if grade else "", place))
    return {
        year: Record(year, tuple(grade for grade, _ in found), tuple(place for _, place in found))
        for year, found in sorted(seen.items())
    }


def lacking(years: list[int], shown: list[int], latest: int) -> list[int]:
    """The years of the term without a record. One of ``latest``, which is not asked for, may stand for the first."""
    gaps = [y for y in years if y not in shown]
    if len(gaps) == 1 and gaps[0] == years[0] and latest in shown and len(years) > 1:
        return []
    return gaps


@dataclass(frozen=True, slots=True)
class Below:
    """A year graded below a pass: each such grade with what the policy says follows."""

    year: int
    grades: tuple[tuple[str, Consequence], ...]
    evidence: tuple[Evidence, ...]


def value_of(subject: Subject, clause: ClauseRef) -> Value | None:
    """What the clause's appraisal rule asks for on the day judged by."""
    rules = (r for r in subject.policy.rules if r.entry.measure == "appraisal")
    rule = next((r for r in rules if r.pack == clause.policy and r.entry.clause == clause.ref), None)
    return rule.value(subject.as_of) if rule else None


def gaps(subject: Subject, clause: ClauseRef) -> list[int]:
    """The years of the term for which the rule of ``clause`` asks for a record and the dossier has none."""
    value = value_of(subject, clause)
    if value is None:
        return []
    shown = list(record(subject))
    absent = lacking(owed(subject, value.window or 5, shown), shown, subject.as_of.year)
    absent = [year for year in absent if year not in excused(subject)]
    return [] if _may_be_there(subject, absent) else absent


def _may_be_there(subject: Subject, absent: list[int]) -> bool:
    """Whether as many appraisals as there are absent years have a year that was not read."""
    return len(absent) <= len(unread(subject))


def unread(subject: Subject) -> list[Document]:
    """Appraisals of which no year was read: each may be the one that seems to be lacking."""
    return [
        document
        for document in subject.of("annual_appraisal")
        if not any(YEAR.search(str(fact.value)) for fact in document.all("year"))
    ]


def below_pass(subject: Subject, clause: ClauseRef) -> Iterator[Below]:
    """The years up to the one judged in that carry a grade the rule of ``clause`` names."""
    value = value_of(subject, clause)
    for year, found in record(subject).items() if value else ():
        named = tuple((g, value.grades[g]) for g in found.grades if value and g in value.grades)
        if named and year <= subject.as_of.year:
            yield Below(year, named, found.evidence)


def _rows(subject: Subject, rule: Rule, _helped: Helped) -> Iterator[Condition]:
    value = rule.value(subject.as_of)
    if value is None:
        yield row(rule, "cannot_tell", "—", "—", "该日期适用的规定未载入，请人工判断。")
        return
    found = record(subject)
    years = owed(subject, value.window or 5, list(found))
    threshold = "任期内各年度均有记录且合格以上"
    said = (
        "、".join(f"{y}年{'/'.join(g or '等次未识别' for g in dict.fromkeys(r.grades))}" for y, r in found.items())
        or "未见考核记录"
    )
    evidence = tuple(place for r in found.values() for place in r.evidence)
    if not found and subject.of("annual_appraisal"):
        yield row(rule, "cannot_tell", "年度未能识别", threshold, "考核表年度未能识别，请人工查看。", evidence)
        return
    without = lacking(years, list(found), subject.as_of.year)
    let_off = [year for year in without if year in excused(subject)]
    absent = [year for year in without if year not in let_off]
    graded = {grade: y for y, r in found.items() if y <= subject.as_of.year for grade in r.grades}
    failing = {y: g for g, y in graded.items() if value.grades.get(g) == "not_met"}
    open_ = [y for y, r in found.items() if _undecided(r, value, subject.as_of.year)]
    words = f"应有记录的年度：{'、'.join(map(str, years)) or '无'}；材料所示：{said}。"
    if failing:
        words += "其中" + "、".join(f"{y}年为{g}" for y, g in sorted(failing.items())) + "。"
    lost = absent if _may_be_there(subject, absent) else []
    if lost:
        hidden = len(unread(subject))
        words += f"未见{'、'.join(map(str, lost))}年度的记录，另有{hidden}份考核材料的年度未能识别，请人工查看。"
    elif absent:
        words += f"缺少{'、'.join(map(str, absent))}年度的记录。"
    if let_off:
        words += f"{'、'.join(map(str, let_off))}年度材料载明未参加考核，请人工确认。"
        evidence += tuple(excused(subject)[year] for year in let_off)
    if open_:
        words += f"{'、'.join(map(str, open_))}年度等次的影响未定或未能识别，请人工确认。"
    short = bool(failing) or len(absent) > len(lost)
    outcome: ConditionOutcome = "not_met" if short else "cannot_tell" if open_ or lost or let_off else "met"
    yield row(rule, outcome, said, threshold, words, evidence)


def _undecided(record: Record, value: Value, latest: int) -> bool:
    """Whether a grade of the year leaves the rule open; one not yet given in the latest year does not."""
    grades = [g for g in record.grades if g or record.year < latest]
    return any(g not in PASSES and value.grades.get(g) != "not_met" for g in grades)


MEASURE = Measure(name="appraisal", rows=_rows)
