"""identity.birth-date-mismatch: a printed birth date that is not the one inside the ID number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from checks.base import Case, Check, CheckInfo, cannot_tell, each, found, not_applicable, place, whole
from checks.persons import PERSONAL, may_be_birth, reference, speaks
from checks.reading import confirmed
from checks.records import Coverage, Finding
from checks.spans import Days, days, days_of
from corpus.codes import identity
from extractors.records import Document

INFO = CheckInfo(
    code="identity.birth-date-mismatch",
    title="出生日期不一致",
    severity="suspect",
    kind="deterministic",
    rationale="材料所印出生日期应与身份证号码中的出生日期相符；只印年月的按年月比对。",
    innocent=("按农历填写", "户籍登记差错后经更正", "旧证填写差错"),
    verify="核对身份证、户口簿与干部人事档案认定的出生日期；更正过的请提供公安机关证明",
    handbook=("F02",),
    references=("GB 11643—1999",),
    weight=3,
)

# How far a date of the old calendar lies before the same day of the new one (New Year's days from 21 January to 20
# February; GB/T 33661—2017).
LUNAR = timedelta(days=19), timedelta(days=51)


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    fact = document.first("birth_date")
    printed = days_of(fact)
    if fact is None or printed is None:
        yield not_applicable(INFO, document, "未读到出生日期")
        return
    number = case.applicant.get("id_number", "")
    from_number = identity.birth(number).isoformat() if identity.plausible(number) else ""
    known = from_number or case.applicant.get("birth_date", "")
    expected = days(known)
    if expected is None or printed.meets(expected):
        return
    if not may_be_birth(printed, case):
        yield cannot_tell(INFO, document, f"读到的“{fact.text}”不像出生日期，可能取自其他栏目，请人工查看")
        return
    said = speaks(case, document)
    if said.for_other:
        yield not_applicable(INFO, document, "全部身份信息均属他人，按他人材料列示")
        return
    reading = confirmed(case, document, fact, fact.text)
    if not reading.sure:
        yield cannot_tell(INFO, document, f"出生日期读作“{fact.text}”，与“{known}”不符，但{reading.note}")
        return
    name, value = ("id_number", number) if from_number else ("birth_date", known)
    other = reference(case, name, value)
    basis = "身份证号码中的出生日期" if from_number else "其他材料所载出生日期"
    lunar, ruled = _may_be_lunar(printed, expected), _ruled_on(case, printed, expected)
    why = "或按农历填写，建议核对" if lunar else "另有材料载明出生日期认定情况" if ruled else "待核实"
    yield found(
        INFO,
        f"出生日期“{fact.text}”与{basis}“{known}”不一致，{why}",
        [place(document, fact), *([other] if other else []), *([whole(ruled)] if ruled else [])],
        severity="notice" if lunar or ruled else None,
        explanation=f"{reading.note}；按所印精度比对。",
    )


_RULED = re.compile("认定|更正|核定|变更|误[填登写记]|为准")
_NEAR = 120  # characters between the two dates and the words about them


def _ruled_on(case: Case, printed: Days, expected: Days) -> Document | None:
    """The paper that gives both dates and says which one stands, as offices rule on what archives hold."""
    wrong, right = (re.compile(rf"{d.year}[年.\-/]0?{d.month}(?!\d)") for d in (printed.first, expected.first))
    for document in case.documents:
        text = "".join(document.text.split())
        around = (text[max(m.start() - _NEAR, 0) : m.end() + _NEAR] for m in wrong.finditer(text))
        if any(_RULED.search(part) and right.search(part) for part in around):
            return document
    return None


def _may_be_lunar(printed: Days, expected: Days) -> bool:
    """Whether the printed date may be the same day by the old calendar, whose dates bear earlier months and days."""
    return printed.first + LUNAR[0] <= expected.last and expected.first <= printed.last + LUNAR[1]


CHECK = Check(info=INFO, run=each(INFO, PERSONAL, look))
