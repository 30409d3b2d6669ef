"""identity.id-number-mismatch: a document of the applicant that prints another ID number."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from checks.base import ANY_TYPE, Case, Check, CheckInfo, cannot_tell, each, found, not_applicable, place
from checks.persons import number_of, reference, speaks
from checks.reading import confirmed, plain
from checks.records import Coverage, Finding
from corpus.codes import identity
from extractors.records import Document, Fact

INFO = CheckInfo(
    code="identity.id-number-mismatch",
    title="身份证号码前后不一致",
    severity="suspect",
    kind="deterministic",
    rationale="同一人在各份材料中的身份证号码应当一致；15位号码升为18位属同一号码，不作不一致处理。",
    innocent=("15位号码升为18位", "号码经公安机关更正", "填写或识别差错"),
    verify="核对身份证原件；号码更正过的，请申报人提供公安机关出具的更正证明",
    handbook=("F03",),
    references=("居民身份证法", "GB 11643—1999"),
    weight=4,
)


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    fact, known = number_of(document) or _physicians(document), case.applicant.get("id_number", "")
    if fact is None:
        yield not_applicable(INFO, document, "未读到身份证号码")
        return
    number = str(fact.value)
    if identity.same(number, known):
        return
    if not identity.plausible(known):
        yield cannot_tell(INFO, document, "申报人身份证号码本身未能可靠确定，无从比对")
        return
    if speaks(case, document).for_other:
        yield not_applicable(INFO, document, "姓名等信息亦属他人，按他人材料列示")
        return
    reading = confirmed(case, document, fact, number)
    if not reading.sure:
        yield cannot_tell(INFO, document, f"号码“{fact.text}”与“{known}”不同，但{reading.note}")
        return
    other = reference(case, "id_number", known, document)
    yield found(
        INFO,
        f"身份证号码“{number}”与其他材料所载“{known}”不一致，待核实",
        [place(document, fact), *([other] if other else [])],
        explanation=f"{reading.note}；位数不同者已按15位、18位换算后比对。",
    )


def _physicians(document: Document) -> Fact | None:
    """The ID number that ends a 医师资格证书编号 of 24 or 27 places (handbook 4.3: length A, meaning B)."""
    fact = document.first("certificate_number") if document.type == "licence" else None
    number = plain(str(fact.value)) if fact else ""
    if fact is None or len(number) not in (24, 27) or not identity.plausible(number[9:]):
        return None
    return msgspec.structs.replace(fact, value=number[9:])


CHECK = Check(info=INFO, run=each(INFO, ANY_TYPE, look))
