"""Education and the years that go with it: two rows, ``education`` and ``years-in-title``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from checks.eligibility.helped import Helped
from checks.eligibility.measures.education import Schooling, education, rank, schooling
from checks.eligibility.measures.years_in_title import DEFAULT, years_in_title
from checks.eligibility.outcome import Measure, Measured, row
from checks.eligibility.spans import full_years
from checks.eligibility.subject import Subject
from checks.records import Condition, ConditionOutcome
from corpus.policy.records import Level, Route, Rule
from corpus.policy.titles import LEVEL_NAMES, below

EDUCATION = "education"
YEARS = "years-in-title"


def _rows(subject: Subject, rule: Rule, helped: Helped) -> Iterator[Condition]:
    value = rule.value(subject.as_of)
    level = subject.level
    if level is None or value is None:
        why = "申报级别未能识别" if level is None else "该日期适用的标准未载入"
        for id, name in ((EDUCATION, "学历"), (YEARS, "任职年限")):
            yield row(rule, "cannot_tell", "—", "—", f"{why}，请人工判断。", id=id, requirement=name)
        return
    described = subject.said("applied_specialty") + subject.said("employer")
    listed = [r for r in value.routes if r.level == level]
    routes = [_seen(r, described) for r in listed if _open(subject, r, described)]
    if not routes:
        for id, name in ((EDUCATION, "学历"), (YEARS, "任职年限")):
            words = f"{LEVEL_NAMES[level]}的条件未载入本政策包，请人工判断。"
            yield row(rule, "cannot_tell", "—", "—", words, id=id, requirement=name)
        return
    school = schooling(subject)
    yield _education(rule, level, routes, school, helped, _shut(listed, routes))
    yield _years(subject, rule, level, routes, school, helped)


def _open(subject: Subject, route: Route, described: str) -> bool:
    """Whether a route is open to the applicant's post and specialty.

    An unknown post leaves it open, unless the route is itself unsure (C): then it is only mentioned.
    """
    place = subject.place.place
    if route.places and place not in route.places and (place is not None or route.mark == "C"):
        return False
    return not any(word in described for word in route.excludes)


def _shut(listed: list[Route], open_: list[Route]) -> str:
    """The routes not open to the applicant, as a hint."""
    there = {r.education for r in open_}
    shut = [f"{r.education}（{r.note}）" for r in listed if r.education not in there]
    return f"另有途径未计入：{'、'.join(shut)}，是否适用请人工确认。" if shut else ""


def _seen(route: Route, described: str) -> Route:
    """The route, as a mere possibility (C) where the words it asks for do not stand in the specialty or employer."""
    if not route.among or any(word in described for word in route.among):
        return route
    return msgspec.structs.replace(route, mark="C")


def combined(rows: list[Condition]) -> Iterator[Condition]:
    """The two rows for an applicant whose series is not known, from the rows under every series it may be.

    What no series admits is not met; what every series admits is met; anything else cannot be told.
    """
    for id in (EDUCATION, YEARS):
        same = [r for r in rows if r.id == id]
        outcomes = {r.outcome for r in same}
        if not same:
            continue
        last = same[-1] if len(outcomes) > 1 else same[0]
        outcome = outcomes.pop() if len(outcomes) == 1 else "cannot_tell"
        said = {"met": "按各可能系列均满足", "not_met": "按各可能系列均不满足"}.get(
            outcome, "各系列标准不同，请人工判断"
        )
        words = f"申报系列未能识别，{said}；以下按其中一个系列列出：{last.explanation}"
        yield msgspec.structs.replace(last, outcome=outcome, explanation=words)


def _education(
    rule: Rule, level: Level, routes: list[Route], school: Schooling, helped: Helped, shut: str
) -> Condition:
    firm = [r for r in routes if _mark(rule, r) != "C"]
    needed = min((r.education for r in firm or routes), key=rank)
    loose = min((r.education for r in routes), key=rank)
    outcome: ConditionOutcome
    if rank(school.proved) >= rank(needed):
        outcome = "met"
    elif school.possible is None or rank(school.possible) >= rank(loose):
        outcome = "cannot_tell"
    else:
        outcome = "not_met"
    words = f"{school.words}；申报{LEVEL_NAMES[level]}要求{needed}及以上。"
    if loose != needed:
        words += f"{loose}报{LEVEL_NAMES[level]}的途径为参考口径（C）。"
    words += shut if outcome == "not_met" else ""
    exception = helped.waiving("paper")
    if outcome == "not_met" and exception is not None and exception.rule.entry.id == "remote-waivers":
        words += "所在地区对作出突出贡献的可破格申报，是否破格请评委会认定。"
    return row(
        rule,
        "cannot_tell" if firm == [] and outcome == "met" else outcome,
        school.proved or (f"{school.possible}（申报表填写）" if school.possible else "未能识别"),
        f"{needed}及以上",
        words,
        school.evidence,
        id=EDUCATION,
        requirement=f"申报{LEVEL_NAMES[level]}的学历（学位）",
    )


def _years(
    subject: Subject, rule: Rule, level: Level, routes: list[Route], school: Schooling, helped: Helped
) -> Condition:
    requirement = f"申报{LEVEL_NAMES[level]}的任职年限"
    usable = _usable(routes, school.proved) or _usable(routes, school.possible) or routes
    hopeful = _usable(routes, school.possible) or usable
    needed, least = min(r.years for r in usable), min(r.years for r in hopeful)
    best = min(usable, key=lambda r: r.years)
    exempt = helped.exempting(YEARS)
    if exempt is not None and exempt.outcome == "met":
        words = f"依{exempt.rule.entry.clause}，{exempt.effects.text}。"
        return row(rule, "waived", "—", f"{needed}年", words, id=YEARS, requirement=requirement)
    if best.years == 0 and not best.lower:
        return _working_years(subject, rule, best, helped, requirement)
    lower = best.lower or below(level) or level
    cut = next((r for r in subject.policy.rules if r.entry.measure == "cut-off"), None)
    how = (cut.value(subject.as_of) if cut else None) or DEFAULT
    measured = years_in_title(subject, lower, how)
    return _held_against(rule, measured, (least, needed), best, school, helped, requirement, exempt is not None)


def _held_against(
    rule: Rule,
    measured: Measured,
    needs: tuple[int, int],
    route: Route,
    school: Schooling,
    helped: Helped,
    requirement: str,
    exempt_open: bool,
) -> Condition:
    least, needed = needs
    sure, open_ = helped.early("met"), helped.early("cannot_tell")
    early = sure.effects.early_years if sure else 0
    grace = max(early, open_.effects.early_years if open_ else 0)
    said = _asked(route, needed, least, school)
    threshold = f"满{needed}年"
    words = f"{said}；" + ("该级别须考试合格，请核对合格证明；" if route.exam else "")
    if early and sure:
        words += f"依{sure.rule.entry.clause}可提前{early}年，须满{needed - early}年；"
        threshold = f"满{needed - early}年（{needed}年，提前{early}年）"
    outcome: ConditionOutcome
    if measured.low is None or measured.high is None:
        outcome = "cannot_tell"
        words += f"{measured.lacks}。"
    elif measured.high < max(least - grace, 0):
        outcome = "cannot_tell" if exempt_open else "not_met"
        words += f"{measured.words}；少于须满年限。"
    elif measured.low >= needed - early and not measured.lacks:
        outcome = "met"
        words += f"{measured.words}；达到须满年限。"
    else:
        outcome = "cannot_tell"
        words += f"{measured.words}；{measured.lacks or _depends(measured, needed - early)}，请人工确认。"
    mark = _mark(rule, route)
    if mark == "C" and outcome == "met":
        outcome = "cannot_tell"
        words += "该年限为参考口径（C），不作判断。"
    return row(
        rule, outcome, measured.shown, threshold, words, measured.evidence, id=YEARS, requirement=requirement, mark=mark
    )


def _asked(route: Route, needed: int, least: int, school: Schooling) -> str:
    """The years asked for; where no route is open to the education that is proved, those of the shortest route."""
    if not school.proved:
        return f"按学历须任职满{least}年以上"
    if rank(school.proved) < rank(route.education):
        return f"学历低于各档要求，按其中最短的{needed}年核算"
    return f"{route.education}须任职满{needed}年"


def _depends(measured: Measured, needed: int) -> str:
    assert measured.low is not None and measured.high is not None
    if measured.low < needed <= measured.high:
        return "结论取决于起算口径（取得日或聘任日、周年或年头）"
    return "结论取决于学历或所适用的提前政策"


def _working_years(subject: Subject, rule: Rule, route: Route, helped: Helped, requirement: str) -> Condition:
    """Levels reached by work after graduation, or by education alone."""
    if not route.work_years:
        words = f"{route.education}报该级别不要求任职年限。"
        return row(rule, "met", "—", "无年限要求", words, id=YEARS, requirement=requirement)
    sure, open_ = helped.early("met"), helped.early("cannot_tell")
    early = sure.effects.early_years if sure else 0
    grace = max(early, open_.effects.early_years if open_ else 0)
    ends = [d.day for d in subject.held("end_date", "diploma") + subject.held("issue_date", "diploma") if d.day]
    graduated = min(ends, key=lambda d: d.low, default=None)
    threshold = f"工作满{route.work_years - early}年"
    said = f"依{sure.rule.entry.clause}可提前{early}年；" if early and sure else ""
    if graduated is None:
        words = f"{said}毕业时间未能识别，工作年限不能推算。"
        return row(rule, "cannot_tell", "未能识别", threshold, words, id=YEARS, requirement=requirement)
    years = full_years(graduated.low, subject.as_of)
    words = f"{said}自毕业（{graduated.shown}）至核算日最多{years}年；参加工作时间请人工确认。"
    outcome: ConditionOutcome = "not_met" if years < route.work_years - grace else "cannot_tell"
    if early and route.work_years <= early:
        outcome = "met"
    return row(rule, outcome, f"至多{years}年", threshold, words, id=YEARS, requirement=requirement)


def _usable(routes: Iterable[Route], held: str | None) -> list[Route]:
    rung = education(held) if held else None
    return [r for r in routes if rung is not None and rank(r.education) <= rank(rung)]


def _mark(rule: Rule, route: Route) -> str:
    return route.mark or rule.entry.mark


MEASURE = Measure(name="qualification", rows=_rows)
