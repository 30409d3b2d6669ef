"""Commendations by Party committees and governments, by the rank of who gave them (handbook 1.2 c)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from checks.eligibility.helped import Helped
from checks.eligibility.outcome import Measure, Measured
from checks.eligibility.subject import Subject, evidence
from checks.records import Condition, Evidence
from corpus.policy.records import Need, Rule
from corpus.registries import regions

RANKS = {0: "县级以下或未识别", 1: "县级", 2: "州（市）级", 3: "省部级", 4: "国家级"}
Body = Literal["committee_or_government", "department", "unknown"]
DEPARTMENT = re.compile(
    r"办公室|扶贫办|领导小组|指挥部|工作队|局|厅|委员会(?!$)|协会|学会|部$|组织部|宣传部|卫健委|卫生健康委"
)
GOVERNMENT = re.compile(r"人民政府|国务院(?!扶贫)")
PARTY = re.compile(r"中共[\u4e00-\u9fff]{1,12}(?:委员会|[省州市县区]委)|[省州市县区]委(?=[、,， ]|$)|中共中央")


@dataclass(frozen=True, slots=True)
class Honour:
    issuer: str
    body: Body
    rank: int
    name: str
    evidence: Evidence


def body(issuer: str) -> Body:
    """What kind of body an issuer is. A department of a government is a department, though its name has 人民政府."""
    if not issuer:
        return "unknown"
    bodies = re.split(r"[、,，;；\s]+", issuer)
    if any((PARTY.fullmatch(b) or (GOVERNMENT.search(b) and not DEPARTMENT.search(b))) for b in bodies):
        return "committee_or_government"
    return "department" if DEPARTMENT.search(issuer) else "unknown"


def rank(issuer: str) -> int:
    """1 county, 2 prefecture, 3 province or ministry, 4 the state; 0 for a township or when not recognised."""
    if re.search("国务院|中共中央|中央军委", issuer):
        return 4
    if re.search("[乡镇]人民政府|街道|[乡镇]党委|中共[\u4e00-\u9fff]+[乡镇]委员会", issuer):
        return 0
    found = regions.locate(re.sub("^中国共产党|^中共", "", issuer))
    if found is not None:
        return {"county": 1, "prefecture": 2, "province": 3}[found.region.kind]
    if re.search("省|自治区|部$|部委", issuer):
        return 3
    return 2 if re.search("州|市", issuer) else 1 if re.search("县|区", issuer) else 0


def honours(subject: Subject, about: tuple[str, ...]) -> list[Honour]:
    """Commendations and award certificates, those whose name speaks of something else left out."""
    found = []
    for document in subject.of("commendation", "award_certificate"):
        issuer = document.value("issuer")
        name = document.value("award_name") or document.value("title")
        if about and name and not any(word in name for word in about):
            continue
        fact = document.first("issuer") or document.first("award_name")
        found.append(Honour(issuer, body(issuer), rank(issuer), name, evidence(document, fact)))
    return found


def _amount(subject: Subject, need: Need) -> Measured:
    """The highest rank: sure where a Party committee or government gave it, possible where a department did."""
    found = honours(subject, need.about)
    if not found:
        return Measured(low=0, high=0, shown="未见表彰", words="材料中未见相关表彰")
    low = max((h.rank for h in found if h.body == "committee_or_government"), default=0)
    high = max(h.rank for h in found)
    said = [f"{h.issuer or '颁发机关未识别'}（{_kind(h)}）" for h in found]
    words = f"表彰：{'、'.join(said)}"
    places = tuple(h.evidence for h in found)
    return Measured(low=low, high=high, shown=RANKS[low if low else high], words=words, evidence=places)


def _kind(honour: Honour) -> str:
    if honour.body == "committee_or_government":
        return f"{RANKS[honour.rank]}党委、政府"
    if honour.body == "department":
        return "颁发机关为部门，是否视同需评委会认定"
    return "颁发机关性质请人工确认"


def _no_rows(_subject: Subject, _rule: Rule, _helped: Helped) -> tuple[Condition, ...]:
    return ()


MEASURE = Measure(name="commendation", rows=_no_rows, amount=_amount)
