"""Continuing education held against what is asked: year by year, or in total over several years.

Hours and credits are never converted: each figure is held against the value for its own unit.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from checks.eligibility.helped import Helped
from checks.eligibility.measures import training_period as period
from checks.eligibility.measures.term import term, year_of_joining
from checks.eligibility.measures.training_record import UNITS, Year, by_year
from checks.eligibility.outcome import Measure, row
from checks.eligibility.subject import Subject, evidence
from checks.records import Condition, ConditionOutcome, Evidence
from corpus.policy.records import Rule, Value


def _rows(subject: Subject, rule: Rule, helped: Helped) -> Iterator[Condition]:
    value = _asked(rule, subject)
    if value is None or value.at_least is None:
        yield row(rule, "cannot_tell", "—", "—", "该日期适用的学时标准未载入，请人工判断。")
        return
    found = by_year(subject)
    threshold = _threshold(rule, subject)
    if not found:
        seen = tuple(evidence(d) for d in subject.of("continuing_education"))
        why = "继续教育材料的年度或学时未能识别，请人工查看。" if seen else "材料中未见继续教育学时证明。"
        yield row(rule, "cannot_tell" if seen else "not_met", "未见记录", threshold, why, seen)
        return
    outcomes, words = _all_years(subject, rule, helped, found)
    gaps = _gaps(subject, rule, helped)
    if gaps:
        outcomes.append("not_met")
        words.append(f"缺少{'、'.join(map(str, gaps))}年度的学时记录")
    early = [y for y in term(subject, value.window or 5) if y < min(found)]
    if early and not gaps:
        words.append(f"任期内{'、'.join(map(str, early))}年度未见记录，是否需要请人工确认")
    said = "、".join(f"{year}年{shown.shown}" for year, shown in found.items())
    places = tuple(place for shown in found.values() for place in shown.evidence)
    yield row(rule, _worst(outcomes), said, threshold, "；".join(words) + "。", places)


def _asked(rule: Rule, subject: Subject) -> Value | None:
    """The value in force for the unit that the dossier's figures are in; any other when it has none for that unit."""
    units = [year.unit for year in by_year(subject).values() if year.unit]
    found = rule.value_in(max(units, key=units.count), subject.as_of) if units else None
    return found or rule.value(subject.as_of)


def _threshold(rule: Rule, subject: Subject) -> str:
    asked = [v for v in rule.entry.values if v.stands(subject.as_of) and v.at_least is not None]
    return "，或".join(
        f"{'每年' if v.over == 1 else f'{v.over}年合计'}不少于{v.at_least:g}{UNITS[v.unit]}" for v in asked
    )


def _all_years(
    subject: Subject, rule: Rule, helped: Helped, found: dict[int, Year]
) -> tuple[list[ConditionOutcome], list[str]]:
    """Outcomes and arithmetic: the years asked for in a total together, every other year by itself."""
    outcomes: list[ConditionOutcome] = []
    words: list[str] = []
    total = _in_total(rule, subject)
    if total is not None:
        sums = _sums(subject, total, helped)
        outcomes.append(period.outcome(sums, total))
        words += period.words(sums, total)
    for year, shown in found.items():
        if total is not None and shown.unit == total.unit:
            continue
        outcome, said = _judged(subject, year, shown, rule, helped)
        outcomes += [outcome] if outcome else []
        words.append(said)
    return outcomes, words


def _in_total(rule: Rule, subject: Subject) -> Value | None:
    """The value that asks for a total over years, where there are figures in its unit."""
    units = {year.unit for year in by_year(subject).values()}
    return next((v for v in rule.entry.values if v.over > 1 and v.stands(subject.as_of) and v.unit in units), None)


@dataclass(frozen=True, slots=True)
class Shortfall:
    """``when`` falls short of ``needed``, both in words; ``amount`` None when there is no record at all.

    ``open_``: the year is low, but the total that decides is reached.
    """

    when: str
    amount: str | None
    needed: str
    evidence: tuple[Evidence, ...]
    open_: bool = False


def shortfalls(subject: Subject, rule: Rule, helped: Helped) -> Iterator[Shortfall]:
    """Every year, or total of years, that falls short, and every year without a record."""
    found = by_year(subject)
    total = _in_total(rule, subject)
    if total is not None:
        yield from _short_totals(subject, total, helped)
    for year, shown in found.items():
        if shown.unit is None or (total is not None and shown.unit == total.unit):
            continue
        value = rule.value_in(shown.unit, date(year, 12, 31))
        if value and value.at_least and _judged(subject, year, shown, rule, helped)[0] == "not_met":
            unit = UNITS[shown.unit]
            yield Shortfall(f"{year}年", f"{shown.amount:g}{unit}", f"{value.at_least:g}{unit}", shown.evidence)
    for year in _gaps(subject, rule, helped):
        yield Shortfall(f"{year}年度", None, "", ())


def _short_totals(subject: Subject, value: Value, helped: Helped) -> Iterator[Shortfall]:
    found, sums = by_year(subject), _sums(subject, value, helped)
    unit, needed = UNITS[value.unit], value.at_least or 0
    outcome = period.outcome(sums, value)
    if outcome == "not_met":
        total = max(sums, key=lambda t: t.amount)
        asked = f"{needed:g}{unit}（{value.over}年合计）"
        yield Shortfall(total.shown, f"合计{total.amount:g}{unit}", asked, total.evidence)
        return
    for year in term(subject, value.over) if outcome == "met" else ():
        shown = found.get(year)
        if shown and shown.amount is not None and shown.unit == value.unit and shown.amount < needed / value.over:
            asked = f"{needed / value.over:g}{unit}（{value.over}年合计已达到）"
            yield Shortfall(f"{year}年", f"{shown.amount:g}{unit}", asked, shown.evidence, open_=True)


def _gaps(subject: Subject, rule: Rule, helped: Helped) -> list[int]:
    """Years of the term without hours between the first year shown and the last asked for; none once a total is met."""
    found, value, total = by_year(subject), _asked(rule, subject), _in_total(rule, subject)
    if not found or value is None:
        return []
    if total is not None and period.outcome(_sums(subject, total, helped), total) == "met":
        return []
    return [y for y in term(subject, value.window or 5) if y not in found and y > min(found)]


def _sums(subject: Subject, value: Value, helped: Helped) -> tuple[period.Total, period.Total]:
    return period.totals(by_year(subject), value, subject.as_of, helped.crediting_training() is not None)


def _judged(
    subject: Subject, year: int, shown: Year, rule: Rule, helped: Helped
) -> tuple[ConditionOutcome | None, str]:
    """The outcome of one year, None where no rule was in force, and the arithmetic."""
    said = f"{year}年{shown.shown}"
    if shown.unit is None:
        return "cannot_tell", f"{said}，计量单位（学时或学分）未能识别，不作换算，请人工确认"
    value = rule.value_in(shown.unit, date(year, 12, 31))
    if value is None or value.at_least is None:
        if any(v.unit == shown.unit for v in rule.entry.values):
            return None, f"{said}：该年度适用的规定未载入，不作判断"
        return "cannot_tell", f"{said}，以{UNITS[shown.unit]}计，没有以此计量的标准，不作换算，请人工确认"
    if shown.amount is None:
        return "cannot_tell", f"{year}年学时未能识别"
    if shown.amount < value.at_least:
        if year == year_of_joining(subject):
            return "cannot_tell", f"{said}：毕业参加工作当年不满一年，学时按月折算情况请人工确认"
        return _short(year, shown, value, helped, subject.as_of)
    if value.share and shown.professional is not None and shown.professional < value.share * shown.amount:
        share = f"{year}年专业科目{shown.professional:g}{UNITS[shown.unit]}，占{shown.professional / shown.amount:.0%}"
        return value.share_consequence, f"{share}，低于一般要求的三分之二，请人工确认"
    return "met", f"{said}，达到{value.at_least:g}{UNITS[shown.unit]}"


def _short(year: int, shown: Year, value: Value, helped: Helped, as_of: date) -> tuple[ConditionOutcome, str]:
    said, unit = f"{year}年{shown.shown}", UNITS[value.unit]
    assert shown.amount is not None and value.at_least is not None
    credit = helped.crediting_training()
    if credit is not None and year == period.ALREADY_DONE:
        return "waived", f"{said}：依{credit.rule.entry.clause}视同完成当年继续教育"
    if year > as_of.year or (year == as_of.year and shown.early):
        return "cannot_tell", f"{said}：证明开具时该年度尚未结束"
    return "not_met", f"{said}，比{value.at_least:g}{unit}少{value.at_least - shown.amount:g}{unit}"


def _worst(outcomes: list[ConditionOutcome]) -> ConditionOutcome:
    gravest: tuple[ConditionOutcome, ...] = ("not_met", "cannot_tell", "waived")
    return next((o for o in gravest if o in outcomes), "met" if outcomes else "cannot_tell")


MEASURE = Measure(name="training-hours", rows=_rows)
