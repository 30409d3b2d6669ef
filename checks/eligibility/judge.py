"""Holding one case against its policy: one row for each clause that asks, helps, routes or sets a procedure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checks.base import Case
from checks.eligibility import roles, scope
from checks.eligibility.helped import Help, Helped
from checks.eligibility.measures import measures
from checks.eligibility.measures.qualification import combined
from checks.eligibility.outcome import Measured, compared, row
from checks.eligibility.standing import application_day, in_place, standing
from checks.eligibility.subject import Subject
from checks.eligibility.subject import evidence as paper_of
from checks.records import ClauseRef, Condition, ConditionOutcome
from corpus.policy.records import Effects, Rule

NOTHING = Effects()
PERIOD = "policy-period"


def judge(case: Case) -> tuple[Condition, ...]:
    """Every condition of the policy for one dossier, in the order of the eligibility table.

    A rule is chosen by the application year, which is the pack's; facts are counted to ``case.as_of``.
    """
    subject = Subject(case)
    rules = standing(case.policy, case.as_of)
    preferred = _preferred(subject, rules)
    help_ = _help(preferred)
    rows: list[Condition] = list(_period(case))
    if not subject.series:
        rows += _any_series(subject, rules, help_)
    late: list[Condition] = []
    instead = _overriding(rules)
    for rule in rules:
        if rule.entry.overrides or rule.entry.kind == "preference":
            continue
        early = rule.entry.kind == "requirement" and rule.entry.measure != "material"
        into = rows if early else late
        into += _rows(subject, rule, help_, instead.get(rule.entry.id, ()))
    return (*rows, *(condition for _, condition in preferred), *late)


def helped(subject: Subject) -> Helped:
    """The preferences that apply, or may apply, to one applicant."""
    return _help(_preferred(subject, standing(subject.policy, subject.as_of)))


def _overriding(rules: tuple[Rule, ...]) -> dict[str, list[Rule]]:
    instead: dict[str, list[Rule]] = {}
    for rule in rules:
        if rule.entry.overrides:
            instead.setdefault(rule.entry.overrides, []).append(rule)
    return instead


def _preferred(subject: Subject, rules: tuple[Rule, ...]) -> list[tuple[Rule, Condition]]:
    return [(rule, _preference(subject, rule)) for rule in rules if rule.entry.kind == "preference"]


def _help(preferred: list[tuple[Rule, Condition]]) -> Helped:
    return Helped(
        tuple(
            Help(rule, condition.outcome, rule.entry.effects or NOTHING)
            for rule, condition in preferred
            if condition.outcome in ("met", "cannot_tell")
        )
    )


def _period(case: Case) -> Iterator[Condition]:
    on = application_day(case.policy, case.as_of)
    if on != case.as_of:
        yield Condition(
            id=PERIOD,
            clause=ClauseRef(case.policy.id, ""),
            requirement="按申报年度适用政策",
            measured=f"核算日{case.as_of.isoformat()}",
            threshold=f"政策包适用期至{on.isoformat()}" if on < case.as_of else f"政策包自{on.isoformat()}起适用",
            outcome="cannot_tell",
            explanation="核算日不在本政策包的适用期内；规则仍按本政策包的申报年度选取，年限算至核算日，请人工确认。",
        )


def _rows(subject: Subject, rule: Rule, helped: Helped, others: Iterable[Rule]) -> Iterator[Condition]:
    """The rows of a requirement, routing or procedure; ``others`` are the rules that may stand in its place."""
    rule, open_ = in_place(subject, rule, others)
    entry = rule.entry
    if entry.measure == "qualification" and subject.series not in entry.scope.series:
        return
    found = scope.match(subject, entry.scope)
    if found.answer == "no":
        if entry.measure != "material":
            yield row(rule, "not_applicable", "—", "—", f"{found.why}。")
        return
    if entry.measure in measures():
        unsure = found.why if found.answer == "unsure" else open_
        for condition in measures()[entry.measure].rows(subject, rule.dated(subject.as_of), helped):
            yield _left_open(rule, condition, unsure) if unsure else condition
    elif entry.gap:
        yield row(rule, "cannot_tell", "—", "—", f"依据文本未载入（{entry.gap}），请人工判断。")


def _any_series(subject: Subject, rules: tuple[Rule, ...], helped: Helped) -> Iterator[Condition]:
    """Education and years under every table that the title may fall under."""
    tables = [r for r in rules if r.entry.measure == "qualification" and r.entry.mark != "C"]
    possible = [r for r in tables if scope.match(subject, r.entry.scope).answer != "no"]
    measure = measures()["qualification"]
    return combined([condition for rule in possible for condition in measure.rows(subject, rule, helped)])


def _left_open(rule: Rule, condition: Condition, why: str) -> Condition:
    if condition.outcome != "not_met":
        return condition
    return row(
        rule, "cannot_tell", condition.measured, condition.threshold, f"{why}，是否适用请人工确认。", condition.evidence
    )


def _preference(subject: Subject, rule: Rule) -> Condition:
    """Whether a preference applies: its scope, then everything it needs to be shown."""
    entry = rule.entry
    found = scope.match(subject, entry.scope)
    says = (entry.effects or NOTHING).text
    if found.answer == "no":
        return row(rule, "not_applicable", "—", "—", f"{found.why}。")
    outcome: ConditionOutcome = "met" if found.answer == "yes" else "cannot_tell"
    shown: list[str] = []
    words: list[str] = [f"{found.why}。"] if found.why else []
    evidence = list(subject.place_evidence) if entry.scope.regions or entry.scope.places else []
    evidence += [paper_of(document) for role in entry.scope.roles for document in roles.papers(subject, role)]
    for need in entry.needs:
        amount = measures()[need.measure].amount
        measured = amount(subject, need) if amount else Measured(shown="—", lacks="该项不能由材料体现")
        result = compared(measured, need.at_least, need.at_least)
        shown.append(measured.shown)
        words.append(f"{measured.words or measured.lacks}。")
        evidence += measured.evidence
        if result == "not_met":
            return row(rule, "not_applicable", "；".join(shown), _asked(rule), "".join(words), evidence)
        outcome = outcome if result == "met" else "cannot_tell"
    if outcome == "met" and entry.gap:
        words.append(f"具体条件依据文本未载入（{entry.gap}），请人工核对。")
    where = subject.place.shown if entry.scope.regions else ""
    measured_text = "；".join(x for x in (where, *shown) if x) or "范围内"
    explanation = "".join(words) + (f"{'可适用' if outcome == 'met' else '如适用'}：{says}。" if says else "")
    return row(rule, outcome, measured_text, _asked(rule), explanation, evidence)


def _asked(rule: Rule) -> str:
    needs = [f"不少于{n.at_least:g}" for n in rule.entry.needs if n.at_least > 1]
    return "；".join(needs) or "见条款"
