"""Sanctions that a dossier itself mentions, and until when they run. Dossiers rarely mention any."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.eligibility.helped import Helped
from checks.eligibility.outcome import Measure, row
from checks.eligibility.spans import Day, day
from checks.eligibility.subject import Subject, evidence
from checks.reading import plain
from checks.records import Condition, ConditionOutcome, Evidence
from corpus.policy.records import Rule

KINDS = "严重警告|警告|记过|记大过|降级|降低岗位等级|撤职|开除"
_KIND = rf"(?:政务|行政|党内)?(?P<kind>{KINDS})"
SENTENCE = re.compile(
    rf"(?:给予|受到?|处以)[^。；]{{0,20}}?{_KIND}[^。；]{{0,4}}处分"
    rf"|(?:19|20)\d\d[年.\-/][^。；]{{0,16}}?{_KIND.replace('kind', 'dated')}(?:处分|一次)"
)
WHEN = re.compile(r"((?:19|20)\d{2})\s?[年.\-/]\s?(\d{1,2})(?:\s?[月.\-/]\s?(\d{1,2}))?")
DENIED = re.compile("未|无|没有|不得|是否|如有|凡|曾否|应当|可以|的[,，]给予")
MANAGERS_ONLY = ("警告", "记大过", "降级")  # handbook 2: only under 公职人员政务处分法, by role
READ_IN = ("annual_appraisal", "appointment", "title_notice", "application_form", "employer_publicity", "other")


@dataclass(frozen=True, slots=True)
class Sanction:
    kind: str
    day: Day | None
    evidence: Evidence


def sanctions(subject: Subject) -> list[Sanction]:
    """Those stated as facts, else as sentences; a sentence that denies or forbids is none."""
    found = []
    for document in subject.of(*READ_IN):  # type: ignore[arg-type]
        kind = document.first("sanction_kind")
        if kind is not None:
            found.append(Sanction(str(kind.value), day(document.value("sanction_date")), evidence(document, kind)))
            continue
        text = plain(document.text)
        for match in SENTENCE.finditer(text):
            before = text[max(match.start() - 40, 0) : match.start()].rpartition("。")[2]
            if DENIED.search(before[-12:] + match.group()):
                continue
            dated = WHEN.findall(before + match.group())
            when = "-".join(f"{int(part):02d}" for part in dated[-1] if part) if dated else ""
            found.append(Sanction(match["kind"] or match["dated"], day(when), evidence(document)))
    return found


def _rows(subject: Subject, rule: Rule, _helped: Helped) -> Iterator[Condition]:
    found = sanctions(subject)
    threshold = "不在处分期内"
    if not found:
        words = "材料中未见处分记载；材料一般不载处分，未见不等于没有，以单位和纪检部门证明为准。"
        yield row(rule, "cannot_tell", "未见记载", threshold, words)
        return
    judged = [_judged(subject, rule, s) for s in found]
    gravest: tuple[ConditionOutcome, ...] = ("not_met", "cannot_tell", "met")
    outcome = next(o for o in gravest if any(o == found_ for found_, _ in judged))
    words = "；".join(said for _, said in judged) + "。"
    yield row(rule, outcome, "、".join(s.kind for s in found), threshold, words, [s.evidence for s in found])


def _judged(subject: Subject, rule: Rule, sanction: Sanction) -> tuple[ConditionOutcome, str]:
    if sanction.day is None:
        return "cannot_tell", f"{sanction.kind}处分的日期未能识别，请人工确认"
    value = rule.value(sanction.day.low)
    months = value.periods.get(sanction.kind) if value else None
    if months is None:
        return "cannot_tell", f"{sanction.kind}处分（{sanction.day.shown}）的影响期未载入，请人工确认"
    index = sanction.day.high.year * 12 + sanction.day.high.month - 1 + months
    ends = (index // 12, index % 12 + 1, sanction.day.high.day)
    said = f"{sanction.day.shown}{sanction.kind}处分，期间{months}个月，至{ends[0]}年{ends[1]}月"
    if (subject.as_of.year, subject.as_of.month, subject.as_of.day) >= ends:
        return "met", f"{said}，核算日已期满"
    if sanction.kind in MANAGERS_ONLY:
        return "cannot_tell", f"{said}，核算日尚未期满；该种处分只对管理人员限制申报，岗位性质请人工确认"
    return "not_met", f"{said}，核算日尚未期满"


MEASURE = Measure(name="sanction", rows=_rows)
