"""cross.rank-conflict: two applicants with the same place in one award or project (handbook F62, F64)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

import msgspec
from rapidfuzz import fuzz

from checks.base import CheckInfo
from checks.cross.certificate_numbers import plain_number
from checks.cross.imprint import Entry, Imprint, Place
from checks.cross.pairs import Said, both, same_person
from checks.cross.rank import is_shared, rank_number
from checks.cross.similarity import plain

INFO = CheckInfo(
    code="cross.rank-conflict",
    title="同一奖项或项目的完成人排名冲突",
    severity="suspect",
    kind="deterministic",
    rationale="同一项目的完成人名次各不相同；两名申报人以同一名次申报同一奖项或项目时，须核对奖励决定或任务书。",
    innocent=("同名不同项目", "并列名次", "不同年度或等级的同名奖项", "识别误差"),
    verify="向授奖单位或项目主管部门核实完成人名单及排名",
    handbook=("F62", "F64"),
    weight=4,
)


# What ends the name of an honour given to people one by one: each holds it alone, whatever place a form asks for.
_PERSONAL = re.compile('(?:个人|者|模范|标兵|手|师|员|干部|人物|匠|骨干|人|家|星)(?:荣誉)?(?:称号)?[”"]?$')


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """An applicant's place in one undertaking. ``key`` names it: its number, or its name with the award's and year."""

    imprint: Imprint
    key: tuple[str, ...]
    name: str
    rank: int
    place: Place


def compared(imprints: Sequence[Imprint], fresh: frozenset[str] | None = None) -> Iterator[Said]:
    """The findings for every two applicants of one place; only with a dossier of ``fresh`` when that is given."""
    groups: dict[tuple[str, ...], list[Standing]] = {}
    for imprint in imprints:
        for standing in _standings(imprint):
            groups.setdefault(standing.key, []).append(standing)
    seen: set[tuple[str, str, str]] = set()
    for group in groups.values():
        for one, other in combinations(group, 2):
            known = fresh is None or one.imprint.dossier in fresh or other.imprint.dossier in fresh
            key = (one.imprint.dossier, other.imprint.dossier, one.name)
            if known and one.rank == other.rank and key not in seen and not same_person(one.imprint, other.imprint):
                seen.add(key)
                yield from both(
                    INFO,
                    (one.imprint, one.place),
                    (other.imprint, other.place),
                    f"“{one.name}”的完成人排名与{{other}}冲突：两名申报人均为第{one.rank}，待核实",
                )


def _standings(imprint: Imprint) -> Iterator[Standing]:
    for entry in imprint.entries:
        if entry.type not in ("award_certificate", "project_proof"):
            continue
        rank, place = _rank(imprint, entry)
        if rank:
            for key, name in _keys(entry):
                yield Standing(imprint=imprint, key=key, name=name, rank=rank, place=place)


def _rank(imprint: Imprint, entry: Entry) -> tuple[int, Place]:
    """The place printed on the certificate, else the one that the form claims for this award."""
    if "rank" in entry.facts:
        said = entry.facts["rank"][0]
        return (0 if is_shared(said) else rank_number(said)), entry.fact_places["rank"]
    award = entry.facts.get("award_name", ("",))[0]
    if _PERSONAL.search(award):
        return 0, entry.place
    for claim in imprint.claims:
        said = claim.values.get("claimed_award_rank", "")
        if claim.kind == "award" and said and award and fuzz.partial_ratio(claim.place.text, award) >= 85:
            return (0 if is_shared(said) else rank_number(said)), claim.place
    return 0, entry.place


def _keys(entry: Entry) -> Iterator[tuple[tuple[str, ...], str]]:
    """What makes two papers speak of one undertaking: its number; or project, award, grade and year together."""
    project = entry.facts.get("project_name", ("",))[0]
    number = entry.facts.get("project_number", ("",))[0]
    if len(plain_number(number)) >= 6:
        yield ("number", entry.type, plain_number(number)), project or number
    if len(plain(project)) >= 5:
        award = plain(entry.facts.get("award_name", ("",))[0])
        grade = plain(entry.facts.get("award_grade", ("",))[0])
        year = entry.facts.get("issue_date", entry.facts.get("year", ("",)))[0][:4]
        yield ("name", entry.type, plain(project), award, grade, year), project
