"""consistency.parties-differ: a certificate names its owner or makers twice, and not the same ones."""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Case, Check, CheckInfo, each, found, not_applicable, place
from checks.names import bare
from checks.reading import is_clear
from checks.records import Coverage, Finding
from checks.saying import say_of_all
from checks.wording import likeness
from extractors.records import Document, Fact, shown

INFO = CheckInfo(
    code="consistency.parties-differ",
    title="权利人、发明人与申请时所载不同",
    severity="notice",
    kind="heuristic",
    rationale="专利证书同时印有现权利人、发明人与申请日时的申请人、发明人，作品登记证书正文另载申请人；"
    "两处不同的，可能是依法转让、变更，也可能是其中一处后来改动，宜看变更手续。",
    innocent=("申请后依法转让、更名或增补发明人", "由共有人或代理机构申请登记", "识别差错"),
    verify="查阅专利登记簿或登记机构公告的变更事项，请申报人提供著录项目变更手续合格通知书",
    handbook=("F56",),
    weight=1,
)
UNLIKE = 60  # of 100: names as far apart are no slip of the reading and need no second one
TWICE = (
    ("patentee", "filing_applicant", "专利权人", "申请日时申请人"),
    ("inventors", "filing_inventors", "发明（设计）人", "申请日时发明（设计）人"),
    ("owner", "registration_applicant", "著作权人", "申请人"),
)


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    compared = 0
    for now, then, one, other in TWICE:
        first, second = document.first(now), document.first(then)
        if (
            first is None
            or second is None
            or not (is_clear(case, document, first) and is_clear(case, document, second))
        ):
            continue
        compared += 1
        if _names(first) != _names(second) and not _is_part(first, second):
            message = f"{one}“{shown(first.value)}”与{other}“{shown(second.value)}”不同，建议核对有无变更手续"
            if likeness(shown(first.value), shown(second.value)) < UNLIKE:
                yield found(INFO, message, [place(document, first), place(document, second)])
            else:
                yield say_of_all(case, INFO, [(document, first), (document, second)], message)
    if not compared:
        yield not_applicable(INFO, document, "未两处印有权利人或发明人")


def _names(fact: Fact) -> frozenset[str]:
    values = (fact.value,) if isinstance(fact.value, str) else fact.value
    return frozenset(bare(part) for value in values for part in value.replace(";", "、").split("、") if part)


def _is_part(one: Fact, other: Fact) -> bool:
    """A line read only in part, or a list cut off at its end, is no difference."""
    first, second = "".join(sorted(_names(one))), "".join(sorted(_names(other)))
    return first in second or second in first


CHECK = Check(info=INFO, run=each(INFO, ("patent_certificate", "other"), look))
