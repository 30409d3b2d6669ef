"""Whether a rule concerns an applicant, and the fact that says so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from checks.eligibility import roles
from checks.eligibility.subject import Subject
from corpus.policy.records import Scope
from corpus.policy.titles import LEVEL_NAMES, SERIES
from corpus.registries import regions

KINDS = {"public": "公立单位", "private": "民营（非公）单位", "freelance": "自由职业"}
PLACES = {"province": "省级", "prefecture": "州（市）级", "county": "县级", "township": "乡镇", "village": "村"}
Answer = Literal["yes", "no", "unsure"]


@dataclass(frozen=True, slots=True)
class Match:
    """The answer with the reason in Chinese: the fact that excluded or the fact that is unknown."""

    answer: Answer
    why: str = ""


YES = Match("yes")
ANYBODY = Scope()


def match(subject: Subject, scope: Scope) -> Match:
    """Whether ``scope`` covers the applicant. One field that excludes decides; otherwise one unknown leaves it open."""
    if scope == ANYBODY:
        return YES
    unsure = YES
    for asks in FIELDS:
        found = asks(subject, scope)
        if found.answer == "no":
            return found
        if found.answer == "unsure" and unsure is YES:
            unsure = found
    return unsure


def _series(subject: Subject, scope: Scope) -> Match:
    if not scope.series or subject.series in scope.series:
        return YES
    if not subject.series:
        candidates = subject.title.series if subject.title else ()
        if candidates and not set(candidates) & set(scope.series):
            return Match("no", f"申报职称不属于{_names(scope.series)}系列")
        return Match("unsure", "申报系列未能识别")
    return Match("no", f"申报系列为{SERIES[subject.series][0]}，不属于{_names(scope.series)}")


def _levels(subject: Subject, scope: Scope) -> Match:
    if not scope.levels or subject.level in scope.levels:
        return YES
    if subject.level is None:
        return Match("unsure", "申报级别未能识别")
    return Match("no", f"申报级别为{LEVEL_NAMES[subject.level]}")


def _employer(subject: Subject, scope: Scope) -> Match:
    if not scope.employer_kinds or subject.employer_kind in scope.employer_kinds:
        return YES
    if not subject.employer_kind:
        return _employed(subject, scope)
    return Match("no", f"单位性质为{KINDS.get(subject.employer_kind, subject.employer_kind)}")


def _employed(subject: Subject, scope: Scope) -> Match:
    """Of somebody whose kind of employer was not read, an employer named tells at least that there is one."""
    if subject.said("employer"):
        if scope.employer_kinds == ("freelance",):
            return Match("no", "申报表填有工作单位")
        if {"public", "private"} <= set(scope.employer_kinds):
            return YES
    return Match("unsure", "单位性质未能识别")


def _roles(subject: Subject, scope: Scope) -> Match:
    for role in scope.roles:
        found = roles.has(subject, role)
        if found.answer != "yes":
            return Match(found.answer, found.why)
    return YES


def _regions(subject: Subject, scope: Scope) -> Match:
    if not scope.regions and not scope.unsure_regions:
        return YES
    code = subject.place.region
    if not code:
        return Match("unsure", "工作单位所在地未能识别到县")
    if any(regions.within(code, wanted) for wanted in scope.regions):
        return YES
    if any(regions.within(code, wanted) for wanted in scope.unsure_regions):
        return Match("unsure", f"{subject.place.shown}列于参考名单（C），是否属艰苦边远地区请人工确认")
    if len(regions.lineage(code)) < 3 and any(_inside(wanted, code) for wanted in scope.regions):
        return Match("unsure", f"工作单位只识别到{subject.place.shown}，未能识别到县")
    if scope.open_ended and subject.place.place in ("township", "village"):
        return Match("unsure", f"{subject.place.shown}不在名单内，名单以“等”结尾，是否属艰苦边远地区请人工确认")
    return Match("no", f"工作单位位于{subject.place.shown}，不在适用地区")


def _inside(wanted: str, code: str) -> bool:
    """Whether a region or list has members inside the wider region ``code``."""
    if not wanted.startswith("@"):
        return any(r.code == code for r in regions.lineage(wanted))
    return any(
        wanted[1:] in region.lists and any(r.code == code for r in regions.lineage(region.code))
        for region in regions.regions().values()
    )


def _places(subject: Subject, scope: Scope) -> Match:
    place = subject.place.place
    if not scope.places or place in scope.places:
        return YES
    if place is None:
        return Match("unsure", "工作单位的层级（县、乡镇、村）未能识别")
    return Match("no", f"工作单位为{PLACES[place]}")


def _names(series: tuple[str, ...]) -> str:
    return "、".join(SERIES[s][0] for s in series)


FIELDS: tuple[Callable[[Subject, Scope], Match], ...] = (_series, _levels, _employer, _roles, _regions, _places)
