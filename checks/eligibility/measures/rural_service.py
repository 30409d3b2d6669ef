"""Service in the countryside: the union of proved periods, the place each was done, and the applicant's own post."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.eligibility.helped import Helped
from checks.eligibility.measures.service import Period, periods
from checks.eligibility.outcome import Measure, Measured, compared, row
from checks.eligibility.spans import union_days
from checks.eligibility.subject import Subject, evidence
from checks.locate import locate
from checks.records import Condition, Evidence
from corpus.policy.records import Rule

YEAR = 365  # days; a span of which both ends count
SCHOOL_YEAR = 300  # days: September to July
UNREAD = ""  # a proof whose kind was not read may be of any
RURAL = ("township", "village")
TOWN = ("province", "prefecture", "county")
UNSEEN = "未见服务证明"
_NONE = re.compile(r"基层(?:服务|工作)(?:的?经历|年限|情况)\s*[:：]?\s*(?:无|没有)[ \t]*$", re.M)


def _rows(subject: Subject, rule: Rule, helped: Helped) -> Iterator[Condition]:
    value = rule.value(subject.as_of)
    if value is None or value.at_least is None:
        yield row(rule, "cannot_tell", "—", "—", "该日期适用的规定未载入，请人工判断。")
        return
    needed = value.at_least
    threshold = f"不少于{needed:g}年"
    if subject.place.place in RURAL:
        words = f"工作单位位于{subject.place.shown}乡镇及以下，本人岗位即在农村基层（此口径为B，请复核任职起止）。"
        yield row(rule, "met", "本人岗位在农村", threshold, words, subject.place_evidence)
        return
    measured = rural_years(subject, helped)
    if not measured.evidence and measured.high == 0 and (stated := _denied(subject)):
        words = "申报表的基层服务经历一栏填写为无，材料中也未见农村基层服务证明。"
        yield row(rule, "not_met", UNSEEN, threshold, words, stated)
        return
    if subject.place.place is None and not measured.evidence and measured.high == 0:
        where = subject.place.stated or "未识别"
        words = f"材料中未见农村基层服务证明；工作单位为{where}，是否在乡镇及以下未能识别，"
        words += "如本人岗位在农村即为符合，请人工确认。"
        yield row(rule, "cannot_tell", UNSEEN, threshold, words, subject.place_evidence)
        return
    outcome = compared(measured, needed, needed)
    yield row(rule, outcome, measured.shown, threshold, f"{measured.words}。", measured.evidence)


def _denied(subject: Subject) -> tuple[Evidence, ...]:
    """Where the form's own field for service in the countryside says that there was none."""
    return tuple(
        evidence(form, locate(subject.case, form, "rural_service", "基层服务经历"))
        for form in subject.of("application_form")
        if _NONE.search(form.text)
    )


def rural_years(subject: Subject, helped: Helped) -> Measured:
    """Years of rural service; overlaps count once, periods whose place or dates are unclear only in the high bound."""
    credited = {h.role: h for h in helped.crediting_rural()}
    kinds = ["rural", "teaching_support", "aid", UNREAD]  # aid counts where it was given, in a township hospital
    kinds += ["poverty_alleviation"] if "poverty_alleviation" in credited else []
    found = list(periods(subject, *kinds))
    sure = [p.sure for p in found if p.sure and _counts(subject, p) is True]
    possible = [p.possible for p in found if p.possible and _counts(subject, p) is not False]
    low, high = union_days(sure) / YEAR, union_days(possible) / YEAR
    open_ended = [p for p in found if p.possible is None and _counts(subject, p) is not False]
    words = [_said(subject, p) for p in found]
    if subject.series == "school-teachers" and any((end - start).days >= SCHOOL_YEAR for start, end in possible):
        high = max(high, 1.0)
    if epidemic := credited.get("epidemic_front_line"):
        words.append(f"依{epidemic.rule.entry.clause}，抗疫一线服务视同1年基层服务")
        low, high = (low + 1 if epidemic.outcome == "met" else low), high + 1
    if open_ended:
        high = max(high, 1.0)
    if not found and not words:
        return Measured(low=0, high=0, shown=UNSEEN, words="材料中未见农村基层服务证明，也未见可视同的服务经历")
    words.append(f"合并重叠后共{_years(low, high)}")
    shown = _years(low, high)
    return Measured(low=low, high=high, shown=shown, words="；".join(words), evidence=tuple(p.evidence for p in found))


def _counts(subject: Subject, period: Period) -> bool | None:
    """Whether the place counts as rural grassroots: for medics the county does too (基本医疗卫生与健康促进法56条)."""
    place = period.place.place
    if place in RURAL:
        return True
    if place == "county":
        return True if subject.series == "health" else None
    return False if place in TOWN else None


def _said(subject: Subject, period: Period) -> str:
    note = {True: "", False: "（地点不属农村基层，不计）", None: "（地点层级请人工确认）"}[_counts(subject, period)]
    days = f"，{union_days([period.possible])}天" if period.possible else ""
    return f"{period.place.stated or '地点未识别'}{period.shown}{days}{note}"


def _years(low: float, high: float) -> str:
    a, b = f"{int(low * 100) / 100:g}", f"{int(high * 100) / 100:g}"
    return f"{a}年" if a == b else f"{a}至{b}年"


MEASURE = Measure(name="rural-service", rows=_rows)
