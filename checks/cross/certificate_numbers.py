"""cross.shared-certificate-number: one certificate number in the hands of two people (handbook F24)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import combinations

from rapidfuzz import fuzz

from checks.base import CheckInfo
from checks.cross.imprint import Entry, Imprint, Place
from checks.cross.pairs import Said, both, different_names, same_person
from checks.records import Severity
from extractors.records import DocumentType

INFO = CheckInfo(
    code="cross.shared-certificate-number",
    title="不同申报人的证书编号相同",
    severity="suspect",
    kind="deterministic",
    rationale="证书编号由发证单位按人编排，同类证书同一编号对应两名持有人时，至少一份须核实。",
    innocent=(
        "扫描识别误差",
        "学位证书编号在不同类别间可能重复",
        "集体奖项各完成人证书共用项目编号",
        "发证单位编号差错",
    ),
    verify="按证书编号向发证单位或学信网、证书查询平台核实持有人",
    handbook=("F24",),
    references=("学位证书编号规则（2005-08-25通知）",),
    weight=4,
)
# Certificates that are one person's. Patents, software and projects are shared by their holders.
PERSONAL: tuple[DocumentType, ...] = (
    "diploma",
    "degree_certificate",
    "title_certificate",
    "appointment",
    "continuing_education",
    "award_certificate",
    "service_proof",
    "skill_certificate",
    "postdoc_certificate",
    "exam_certificate",
    "licence",
    "credential_report",
)
_SHORT = 8  # characters: a shorter number is met again by chance, unless one body issued both
# The number of a decision, 〔2018〕15号, which names many people.
_DECISION = re.compile(r"[〔\[【(（]\s*(?:19|20)\d\d\s*[〕\]】)）]\s*第?\s*\d+\s*号?$")
_DOUBTFUL = 0.9  # OCR confidence below which a number may have been misread

Holding = tuple[Imprint, Entry, Place]


def compared(imprints: Sequence[Imprint], fresh: frozenset[str] | None = None) -> Iterator[Said]:
    """The findings for every pair of holders; only pairs with a dossier of ``fresh`` when that is given."""
    holdings: dict[tuple[DocumentType, str], list[Holding]] = {}
    for imprint in imprints:
        for entry in imprint.entries:
            place = entry.numbers.get("certificate_number")
            if entry.type in PERSONAL and place is not None and _telling(place.text):
                holdings.setdefault((entry.type, plain_number(place.text)), []).append((imprint, entry, place))
    for (_, number), group in holdings.items():
        for one, other in combinations(group, 2):
            if fresh is None or one[0].dossier in fresh or other[0].dossier in fresh:
                yield from _pair(number, one, other)


def _telling(number: str) -> bool:
    return len(plain_number(number)) >= 4 and not _DECISION.search(number.strip())


def plain_number(text: str) -> str:
    """Letters and digits of a number, NFKC, in capitals; "第" and "号" fall away."""
    plain = "".join(c for c in unicodedata.normalize("NFKC", text).upper() if c.isalnum())
    return plain.removeprefix("第").removeprefix("NO").removesuffix("号")


def _pair(number: str, one: Holding, other: Holding) -> Iterator[Said]:
    (first, entry, place), (second, there, elsewhere) = one, other
    if first.dossier == second.dossier or not _two_holders(one, other):
        return
    if not _one_issuer(entry, there, certain=len(number) < _SHORT) or _team(entry, there):
        return
    doubt = _doubt(entry, there, place, elsewhere)
    severity: Severity = "notice" if doubt else "suspect"
    yield from both(
        INFO,
        (first, place),
        (second, elsewhere),
        f"证书编号“{place.text}”与{{other}}所附同类证书编号相同，而持有人不同"
        f"（{_holder(first, entry)}／{_holder(second, there)}），待核实",
        explanation=doubt,
        severity=severity,
    )


def _two_holders(one: Holding, other: Holding) -> bool:
    """The certificates name two people; where one does not print its holder, two applicants brought them."""
    (first, entry, _), (second, there, _) = one, other
    if entry.holder and there.holder:
        return different_names(entry.holder, there.holder)
    return not same_person(first, second) and different_names(_holder(first, entry), _holder(second, there))


def _holder(imprint: Imprint, entry: Entry) -> str:
    return entry.holder or imprint.person


def _issuer(entry: Entry) -> str:
    return next((v for n in ("institution", "issuer") for v in entry.facts.get(n, ()) if v), "")


def _one_issuer(entry: Entry, there: Entry, *, certain: bool) -> bool:
    """Whether one body may have issued both; ``certain``: it must be known that it did."""
    a, b = _issuer(entry), _issuer(there)
    if not a or not b:
        return not certain
    return fuzz.ratio(a, b) >= 90 if certain else fuzz.partial_ratio(a, b) >= 75


def _team(entry: Entry, there: Entry) -> bool:
    """A team's award: one number for the project, and each certificate says another rank."""
    ranks = entry.facts.get("rank"), there.facts.get("rank")
    return entry.type == "award_certificate" and all(ranks) and ranks[0] != ranks[1]


def _doubt(entry: Entry, there: Entry, place: Place, elsewhere: Place) -> str:
    if min(place.confidence, elsewhere.confidence) < _DOUBTFUL:
        return "编号系扫描识别所得且把握不足，可能为识别误差，请对照图像核对。"
    kinds = entry.facts.get("degree"), there.facts.get("degree")
    if all(kinds) and kinds[0] != kinds[1]:
        return "两份证书学位级别不同，学位证书编号在不同类别间可能重复。"
    return ""
