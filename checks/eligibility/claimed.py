"""Preferences that the applicant claims in so many words, and whether the policy gives them to this applicant."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import msgspec

from checks.eligibility import scope
from checks.eligibility.standing import standing
from checks.eligibility.subject import Subject
from checks.locate import locate
from checks.reading import plain
from checks.records import Condition, Evidence
from corpus.policy.records import Effects, Role, Rule
from extractors.records import Document

# What is asked for, not what a printed note explains: an asking word before it, in the same sentence, no box beside it.
_ASKS = r"(?:申请|要求|主张|享受|适用|按照|依据|根据|符合)[^。；;□☐○]{0,40}?"
_NEARBY = 40  # characters before the claim in which the service is named
_OFFERS = re.compile(r"如(?:需|果|有|系|为)|若|凡|的[,，]?可|未|不(?:申请|享受|适用)|人员可|填表说明|是否")


@dataclass(frozen=True, slots=True)
class Benefit:
    """Something a preference gives: how it is asked for, and whether a preference's effects give it."""

    asked: re.Pattern[str]
    gives: Callable[[Effects], bool]


@dataclass(frozen=True, slots=True)
class Claimed:
    """A benefit asked for that no preference gives this applicant; ``row`` is that of the preference it is nearest to.

    ``unproved``: only for want of a paper that shows the service.
    """

    said: str
    row: Condition
    unproved: bool
    evidence: tuple[Evidence, ...]


BENEFITS = (
    Benefit(
        re.compile(
            _ASKS + r"(?:视同|视作|视为|计入|折算|折抵|认定为|作为)[^。；;]{0,8}基层[^。；;]{0,8}(?:年限|经历|服务)"
        ),
        lambda effects: effects.credits_rural,
    ),
    Benefit(re.compile(_ASKS + r"提前[一1壹两2二]?年?(?:申报|参评|晋升)"), lambda effects: effects.early_years > 0),
    Benefit(
        re.compile(
            _ASKS + r"(?:论文[^。；;]{0,14}不作[^。；;]{0,4}(?:限制|硬性|要求)|免(?:于|除|交|予)?(?:提交)?论文)"
            r"|(?:申请|要求|主张)[^。；;□☐○]{0,12}?不(?:将|把|以)论文[^。；;]{0,20}作为?[^。；;]{0,4}(?:限制|硬性|必备|前提)"
        ),
        lambda effects: "paper" in effects.waives,
    ),
)
_SERVICE: dict[Role, re.Pattern[str]] = {
    "poverty_alleviation": re.compile("脱贫|扶贫|驻村"),
    "epidemic_front_line": re.compile("疫情|抗疫|防疫|新冠"),
}


def denied(subject: Subject) -> Iterator[Claimed]:
    """What the form asks for and every preference that gives it denies; nothing where one applies or may apply."""
    rows = {row.id: row for row in subject.case.conditions}
    rules = [rule for rule in standing(subject.policy, subject.as_of) if rule.entry.id in rows and rule.entry.effects]
    for document in subject.of("application_form"):
        text = plain(document.text)
        for benefit in BENEFITS:
            giving = [rule for rule in rules if benefit.gives(rule.entry.effects or Effects())]
            asked = next((m for m in benefit.asked.finditer(text) if not _is_offer(text, m)), None)
            if asked and giving and all(rows[rule.entry.id].outcome == "not_applicable" for rule in giving):
                nearby = text[max(asked.start() - _NEARBY, 0) : asked.end()]
                rule = min(giving, key=lambda rule: _distance(rule, nearby))
                places = _places(subject, document, asked.group())
                yield Claimed(asked.group(), rows[rule.entry.id], _lacks_paper(subject, rule), places)


def _lacks_paper(subject: Subject, rule: Rule) -> bool:
    """Whether the preference would reach the applicant but for the service that no paper shows."""
    bare = msgspec.structs.replace(rule.entry.scope, roles=())
    return bare != rule.entry.scope and scope.match(subject, bare).answer != "no"


def _is_offer(text: str, match: re.Match[str]) -> bool:
    return bool(_OFFERS.search(text[max(match.start() - 4, 0) : match.end()]))


def _distance(rule: Rule, nearby: str) -> int:
    """How far a preference is from the words: those that name its service first, then those that need none."""
    roles = rule.entry.scope.roles
    return 0 if any(role in _SERVICE and _SERVICE[role].search(nearby) for role in roles) else 1 + len(roles)


def _places(subject: Subject, document: Document, asked: str) -> tuple[Evidence, ...]:
    """Where it is asked for: the longest beginning or end of the words that stands in one line."""
    parts = (piece for size in range(len(asked), 3, -1) for piece in (asked[:size], asked[-size:]))
    fact = next((f for piece in parts if (f := locate(subject.case, document, "applied_route", piece))), None)
    where = Evidence(document=document.id, file=document.file, page=fact.page if fact else document.pages[0])
    return (msgspec.structs.replace(where, bbox=fact.bbox, text=fact.text) if fact else where, *subject.place_evidence)
