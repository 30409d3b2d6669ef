"""consistency.insured-elsewhere: another payer of the insurance, now or during the contract, than the employer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from checks.base import Case, Check, CheckInfo, cannot_tell, each, not_applicable, place
from checks.persons import reference
from checks.reading import plain
from checks.records import Coverage, Evidence, Finding
from checks.saying import say
from checks.spans import Days, days_of
from checks.wording import likeness
from extractors.records import Document, Fact

INFO = CheckInfo(
    code="consistency.insured-elsewhere",
    title="社保缴费单位与申报单位不同",
    severity="notice",
    kind="deterministic",
    rationale=(
        "截至申报时的社保缴费单位一般与申报单位一致；不一致的可能为劳务派遣、人事代理或集中缴费，也可能为挂靠，列出供核对。"
        "劳动合同期内，前后均由申报单位缴费、其间一段由其他单位缴费的，亦列出。"
    ),
    innocent=("劳务派遣或人事代理", "主管部门、总公司或财政集中缴费", "刚调入尚未转移", "单位更名或简称"),
    verify="核对聘用（劳动）合同与社保经办机构出具的参保证明，请单位说明缴费关系",
    handbook=("F34",),
    weight=2,
)
AGENCY = re.compile("人力资源|劳务|派遣|外包|人才|人事|就业服务|财政局|结算中心|核算中心|机关事务|社会保险")
LAPSED = 183  # days before the cut-off from which an insurance is a former one
LEAST = 92  # days of a spell between two of the employer's; shorter ones are a transfer's
SAME = 80.0


class Spell(NamedTuple):
    """A time insured by one payer."""

    payer: Fact
    start: Fact
    since: Days
    until: Days


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    payer, employer = document.first("employer"), case.applicant.get("employer", "")
    ended = days_of(document.first("end_date"))
    if payer is None or not employer:
        yield cannot_tell(INFO, document, "未读到缴费单位或申报单位")
        return
    if ended is None or (case.as_of - ended.last).days > LAPSED:
        yield not_applicable(INFO, document, "缴费截止时间未读到，或为以往单位的缴费记录")
    elif not AGENCY.search(str(payer.value)) and not _is_of(payer, employer):
        message = f"社保缴费单位“{payer.value}”与申报单位“{employer}”不同"
        other = reference(case, "employer", employer, document)
        yield say(case, INFO, document, payer, message, others=[other] if other else [])
    yield from _in_between(case, document, employer)


def _in_between(case: Case, document: Document, employer: str) -> Iterator[Finding | Coverage]:
    """Another payer between two spells of the employer, whose contract ran all the while: an agency pays for people
    who have no contract of their own with the employer."""
    spells = sorted(_spells(document), key=lambda spell: spell.since.first)
    for before, spell, after in zip(spells, spells[1:], spells[2:], strict=False):
        returned = _is_of(before.payer, employer) and _is_of(after.payer, employer)
        long = (spell.until.last - spell.since.first).days >= LEAST
        contract = _contract(case, employer, spell)
        if returned and long and contract and not _is_of(spell.payer, employer):
            paid = f"自{spell.start.text}起的一段社保由“{spell.payer.value}”缴费"
            message = f"劳动合同期内，{paid}，前后均由“{employer}”缴费"
            yield say(case, INFO, document, spell.payer, message, others=[contract])


def _spells(document: Document) -> Iterator[Spell]:
    for row in document.rows().values():
        payer, start, end = row.get("employer"), row.get("start_date"), row.get("end_date")
        since, until = days_of(start), days_of(end)
        if payer and start and since and until:
            yield Spell(payer, start, since, until)


def _contract(case: Case, employer: str, spell: Spell) -> Evidence | None:
    """Where a contract with the employer begins that holds the whole spell."""
    for contract in case.of_type("employment_contract"):
        unit, start = contract.first("employer"), contract.first("start_date")
        since, until = days_of(start), days_of(contract.first("end_date"))
        if unit is None or start is None or since is None or until is None or not _is_of(unit, employer):
            continue
        if since.last <= spell.since.first and spell.until.last <= until.first:
            return place(contract, start)
    return None


def _is_of(payer: Fact, employer: str) -> bool:
    """One name inside the other, or nearly the same: a branch, a short form, a misread character."""
    said, own = plain(str(payer.value)), plain(employer)
    return said in own or own in said or likeness(said, own) >= SAME


CHECK = Check(info=INFO, run=each(INFO, ("social_insurance",), look))
