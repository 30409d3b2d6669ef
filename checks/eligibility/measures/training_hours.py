"""Continuing education by calendar year: hours and the share of professional subjects."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from checks.eligibility.helped import Helped
from checks.eligibility.measures.term import term
from checks.eligibility.outcome import Measure, row
from checks.eligibility.subject import Subject, evidence, first_day
from checks.records import Condition, ConditionOutcome, Evidence
from corpus.policy.records import Rule, Value
from extractors.records import Document, Fact

NUMBER = re.compile(r"\d+(?:\.\d+)?")
YEAR = re.compile(r"(19|20)\d{2}")
CREDIT_LIKE = 45  # the health series counts 25 credits a year (B): figures that are all as low are credits, not hours
CREDITS = re.compile("学分")  # never converted to hours


@dataclass(frozen=True, slots=True)
class Year:
    """Hours of one year. None: unread. ``early``: the proof was made before the year's end, so hours may be lacking."""

    hours: float | None
    professional: float | None
    early: bool
    credits: bool
    evidence: tuple[Evidence, ...]


def by_year(subject: Subject) -> dict[int, Year]:
    """Hours added up over the dossier's certificates, by calendar year."""
    years: dict[int, Year] = {}
    for document in subject.of("continuing_education"):
        for facts in document.rows().values():
            match = YEAR.search(str(facts["year"].value)) if "year" in facts else None
            if match is not None:
                year = int(match.group())
                years[year] = _added(years.get(year), _year(document, facts, year))
    if subject.series == "health" and all(y.hours is not None and y.hours < CREDIT_LIKE for y in years.values()):
        years = {year: replace(found, credits=True) for year, found in years.items()}
    return dict(sorted(years.items()))


def _year(document: Document, facts: dict[str, Fact], year: int) -> Year:
    hours = facts.get("hours")
    issued = first_day(document, "issue_date")
    early = issued is not None and issued.day is not None and issued.day.low < date(year, 12, 1)
    return Year(
        _number(hours),
        _number(facts.get("professional_hours")),
        early,
        hours is not None and bool(CREDITS.search(hours.text)),
        (evidence(document, hours or facts["year"]),),
    )


def _number(fact: Fact | None) -> float | None:
    match = NUMBER.search(str(fact.value)) if fact else None
    return float(match.group()) if match else None


def _added(one: Year | None, other: Year) -> Year:
    if one is None:
        return other
    return Year(
        _sum(one.hours, other.hours),
        _sum(one.professional, other.professional),
        one.early and other.early,
        one.credits or other.credits,
        one.evidence + other.evidence,
    )


def _sum(a: float | None, b: float | None) -> float | None:
    return None if a is None or b is None else a + b


def _rows(subject: Subject, rule: Rule, helped: Helped) -> Iterator[Condition]:
    value = rule.value(subject.as_of)
    if value is None or value.at_least is None:
        yield row(rule, "cannot_tell", "—", "—", "该日期适用的学时标准未载入，请人工判断。")
        return
    found = by_year(subject)
    threshold = f"每年不少于{value.at_least:g}学时"
    if not found:
        seen = tuple(evidence(d) for d in subject.of("continuing_education"))
        why = "继续教育材料的年度或学时未能识别，请人工查看。" if seen else "材料中未见继续教育学时证明。"
        yield row(rule, "cannot_tell" if seen else "not_met", "未见记录", threshold, why, seen)
        return
    outcomes: list[ConditionOutcome] = []
    words: list[str] = []
    for year, hours in found.items():
        outcome, said = _judged(year, hours, rule, helped, subject.as_of)
        outcomes += [outcome] if outcome else []
        words.append(said)
    gaps = _gaps(subject, value, list(found))
    if gaps:
        outcomes.append("not_met")
        words.append(f"缺少{'、'.join(map(str, gaps))}年度的学时记录")
    early = [y for y in term(subject, value.window or 5) if y < min(found)]
    if early and not gaps:
        words.append(f"任期内{'、'.join(map(str, early))}年度未见记录，是否需要请人工确认")
    said = "、".join(f"{y}年{_hours(h)}" for y, h in found.items())
    places = tuple(place for h in found.values() for place in h.evidence)
    yield row(rule, _worst(outcomes), said, threshold, "；".join(words) + "。", places)


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A year below what is asked for; ``hours`` None when there is no record at all."""

    year: int
    hours: float | None
    needed: float
    evidence: tuple[Evidence, ...]


def shortfalls(subject: Subject, rule: Rule, helped: Helped) -> Iterator[Shortfall]:
    """Every year whose row counts as not met."""
    found = by_year(subject)
    for year, hours in found.items():
        value = rule.value(date(year, 12, 31))
        if value and value.at_least and _judged(year, hours, rule, helped, subject.as_of)[0] == "not_met":
            yield Shortfall(year, hours.hours, value.at_least, hours.evidence)
    current = rule.value(subject.as_of)
    if found and current is not None:
        for year in _gaps(subject, current, list(found)):
            yield Shortfall(year, None, current.at_least or 0, ())


def _gaps(subject: Subject, value: Value, shown: list[int]) -> list[int]:
    """Years of the term without hours between the first year shown and the last year asked for."""
    return [y for y in term(subject, value.window or 5) if y not in shown and y > min(shown)]


def _judged(year: int, hours: Year, rule: Rule, helped: Helped, as_of: date) -> tuple[ConditionOutcome | None, str]:
    """The outcome of one year, None where no rule was in force, and the arithmetic."""
    value = rule.value(date(year, 12, 31))
    if value is None or value.at_least is None:
        return None, f"{year}年{_hours(hours)}：该年度适用的规定未载入，不作判断"
    if hours.credits:
        return "cannot_tell", f"{year}年以学分计，不与学时换算，请人工确认"
    if hours.hours is None:
        return "cannot_tell", f"{year}年学时未能识别"
    if hours.hours < value.at_least:
        credit = helped.crediting_training()
        if credit is not None and year == 2020:
            return "waived", f"{year}年{_hours(hours)}：依{credit.rule.entry.clause}视同完成当年继续教育"
        if year > as_of.year or (year == as_of.year and hours.early):
            return "cannot_tell", f"{year}年{_hours(hours)}：证明开具时该年度尚未结束"
        return "not_met", f"{year}年{_hours(hours)}，比{value.at_least:g}学时少{value.at_least - hours.hours:g}学时"
    if value.share and hours.professional is not None and hours.professional < value.share * hours.hours:
        share = f"{year}年专业科目{hours.professional:g}学时，占{hours.professional / hours.hours:.0%}"
        return value.share_consequence, f"{share}，低于一般要求的三分之二，请人工确认"
    return "met", f"{year}年{_hours(hours)}，达到{value.at_least:g}学时"


def _worst(outcomes: list[ConditionOutcome]) -> ConditionOutcome:
    gravest: tuple[ConditionOutcome, ...] = ("not_met", "cannot_tell", "waived")
    return next((o for o in gravest if o in outcomes), "met" if outcomes else "cannot_tell")


def _hours(year: Year) -> str:
    if year.hours is None:
        return "学时未识别"
    professional = f"（专业{year.professional:g}）" if year.professional is not None else ""
    return f"{year.hours:g}学时{professional}"


MEASURE = Measure(name="training-hours", rows=_rows)
