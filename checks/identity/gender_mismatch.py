"""identity.gender-mismatch: a printed sex that is not the one inside the ID number."""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Case, Check, CheckInfo, cannot_tell, each, found, not_applicable, place
from checks.persons import PERSONAL, reference, speaks
from checks.reading import confirmed
from checks.records import Coverage, Finding
from corpus.codes import identity
from extractors.records import Document

INFO = CheckInfo(
    code="identity.gender-mismatch",
    title="性别不一致",
    severity="suspect",
    kind="deterministic",
    rationale="身份证号码第17位（15位号码为末位）奇数为男、偶数为女，材料所印性别应与之相符。",
    innocent=("填写或印制差错", "号码或性别登记经更正"),
    verify="核对身份证原件与户籍登记",
    handbook=("F02",),
    references=("GB 11643—1999",),
    weight=3,
)


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    fact = document.first("gender")
    if fact is None or fact.value not in ("男", "女"):
        yield not_applicable(INFO, document, "未读到性别")
        return
    number = case.applicant.get("id_number", "")
    plausible = identity.plausible(number)
    known = identity.gender(number) if plausible else case.applicant.get("gender", "")
    if not known or fact.value == known:
        return
    if speaks(case, document).for_other:
        yield not_applicable(INFO, document, "全部身份信息均属他人，按他人材料列示")
        return
    reading = confirmed(case, document, fact, str(fact.value))
    if not reading.sure:
        yield cannot_tell(INFO, document, f"性别读作“{fact.text}”，与“{known}”不符，但{reading.note}")
        return
    other = reference(case, "id_number" if plausible else "gender", number if plausible else known)
    basis = "身份证号码所示性别" if plausible else "其他材料所载性别"
    yield found(
        INFO,
        f"性别“{fact.value}”与{basis}“{known}”不一致，待核实",
        [place(document, fact), *([other] if other else [])],
        explanation=f"{reading.note}。",
    )


CHECK = Check(info=INFO, run=each(INFO, PERSONAL, look))
