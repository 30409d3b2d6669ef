"""The three things direct recognition of an enterprise postdoc asks for; all must be shown (handbook 1.2 f)."""

from __future__ import annotations

import re
from typing import Literal

from rapidfuzz import fuzz

from checks.eligibility.helped import Helped
from checks.eligibility.outcome import Measure, Measured
from checks.eligibility.spans import Day
from checks.eligibility.subject import Subject, evidence, first_day
from checks.records import Condition, Evidence
from corpus.policy.records import Need, Rule

ENTERPRISE = re.compile("公司|集团|企业|厂$|股份")
HOSTED = re.compile("主持|负责人|^1$|第一")
JOINED = re.compile("参与|参加|成员|^[2-9]$|第[二三四五六七八九]")
HIGH_FUNDER = re.compile(
    "国家|科技部|教育部|工业和信息化部|农业农村部|自然科学基金|省科[技学]|省[\u4e00-\u9fff]{0,8}厅|省发展|省人民政府|部$"
)
STATION = re.compile(
    r"(?:企业)?博士后[\u4e00-\u9fff]{0,6}(?:工作站|流动站|分站|基地|站)$"
)  # after the enterprise's name
SAME = 85  # rapidfuzz score from which two names of an enterprise are taken for one
Answer = Literal["yes", "no", "unsure"]
Part = tuple[Answer, str, tuple[Evidence, ...]]


def _amount(subject: Subject, _need: Need) -> Measured:
    """1 when all three are shown, 0 when one is shown not to hold; between the two when one is unclear."""
    parts = (_station(subject), _merit(subject), _stays(subject))
    words = "；".join(said for _, said, _ in parts)
    places = tuple(place for _, _, found in parts for place in found)
    if any(answer == "no" for answer, _, _ in parts):
        return Measured(low=0, high=0, shown="条件不齐", words=words, evidence=places)
    sure = all(answer == "yes" for answer, _, _ in parts)
    shown = "三项齐备" if sure else "待确认"
    return Measured(low=float(sure), high=1, shown=shown, words=words, evidence=places)


def _station(subject: Subject) -> Part:
    document = subject.of("postdoc_certificate")[0]
    fact = document.first("institution")
    if fact is None:
        return "unsure", "设站单位未能识别", (evidence(document),)
    name = str(fact.value)
    if ENTERPRISE.search(name):
        return "yes", f"设站单位{name}为企业", (evidence(document, fact),)
    return "no", f"设站单位{name}不是企业", (evidence(document, fact),)


def _merit(subject: Subject) -> Part:
    certificate = subject.of("postdoc_certificate")[0]
    fund = certificate.first("fund_number")
    if fund is not None:
        return "yes", f"获中国博士后科学基金资助（{fund.value}）", (evidence(certificate, fund),)
    best: Part = ("no", "未见中国博士后科学基金资助，也未见主持的省部级以上项目", ())
    for document in subject.of("project_proof"):
        role = document.value("role") or document.value("rank")
        fact = document.first("role") or document.first("rank") or document.first("project_name")
        place = (evidence(document, fact),)
        high = bool(HIGH_FUNDER.search(document.value("funder")))
        if JOINED.search(role):
            best = best if best[0] == "unsure" else ("no", f"项目中为{role}，参与不等于主持", place)
        elif HOSTED.search(role) and high:
            return "yes", f"主持{document.value('funder')}项目", place
        else:
            best = ("unsure", "项目的级别或本人角色未能识别", place)
    return best


def _stays(subject: Subject) -> Part:
    certificate = subject.of("postdoc_certificate")[0]
    station, left = certificate.value("institution"), first_day(certificate, "end_date")
    if not station or left is None or left.day is None:
        return "unsure", "出站时间或设站单位未能识别", (evidence(certificate),)
    employed = [
        (d, fact)
        for d in subject.of("employment_contract", "social_insurance", "appointment")
        if (fact := d.first("employer")) is not None and _after(first_day(d, "end_date", "start_date"), left.day)
    ]
    for document, fact in employed:
        if fuzz.ratio(str(fact.value), STATION.sub("", station)) >= SAME:
            return "yes", f"出站后继续在{station}", (evidence(document, fact),)
    if employed and not any(ENTERPRISE.search(str(fact.value)) for _, fact in employed):
        return "no", f"出站后在{employed[0][1].value}，不在企业", (evidence(*employed[0]),)
    return "unsure", "出站后是否留在企业请人工确认（未见出站后的合同或社保）", ()


def _after(held: object, left: Day) -> bool:
    day = getattr(held, "day", None)
    return isinstance(day, Day) and day.high >= left.low


def _no_rows(_subject: Subject, _rule: Rule, _helped: Helped) -> tuple[Condition, ...]:
    return ()


MEASURE = Measure(name="enterprise-postdoc", rows=_no_rows, amount=_amount)
