"""identity.name-mismatch: the applicant's document prints another name, or one differing in a character."""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Case, Check, CheckInfo, cannot_tell, each, found, not_applicable, place, whole
from checks.names import bare
from checks.persons import PERSONAL, Speaks, mentions, people, reference, renaming, speaks
from checks.reading import confirmed
from checks.records import Coverage, Finding
from extractors.records import Document, Fact

INFO = CheckInfo(
    code="identity.name-mismatch",
    title="姓名前后不一致",
    severity="suspect",
    kind="heuristic",
    rationale="同一人各份材料上的姓名应当一致；间隔号、空格、生僻字的不同写法不作不一致处理。",
    innocent=("曾用名或更名", "生僻字、少数民族姓名音译用字不同", "打字或识别差一字"),
    verify="请申报人说明；更名的提供公安机关曾用名证明，并核对原件",
    handbook=("F04",),
    weight=3,
)


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    fact, known = document.first("person_name"), case.applicant.get("person_name", "")
    if fact is None or not known:
        yield not_applicable(INFO, document, "未读到姓名" if fact is None else "未能确定申报人姓名")
        return
    said = speaks(case, document)
    if said.name is None:
        yield cannot_tell(INFO, document, f"姓名“{fact.text}”无法与“{known}”直接比对或识别把握不足")
    elif document.type == "award_certificate" and (said.name != "close" or people(document)):
        yield not_applicable(INFO, document, "奖项可授予他人或多人，由填报内容与证明材料的比对处理")
    elif said.name in ("close", "different"):
        yield from _differs(case, document, fact, said)


def _differs(case: Case, document: Document, fact: Fact, said: Speaks) -> Iterator[Finding | Coverage]:
    known = case.applicant["person_name"]
    if said.for_other and not renaming(case, str(fact.value)):
        yield not_applicable(INFO, document, "全部身份信息均属他人，按他人材料列示")
        return
    if bare(known) in bare(document.text):
        yield cannot_tell(INFO, document, f"材料中同时印有“{known}”，所读“{fact.text}”可能不是持证人姓名")
        return
    if said.name == "different" and mentions(document, known):
        yield cannot_tell(INFO, document, f"材料中另有与“{known}”相近的姓名，所读“{fact.text}”可能不是持证人姓名")
        return
    if explained := renaming(case, str(fact.value)):
        message = f"姓名“{fact.value}”与“{known}”不同，另有材料载明更名（曾用名）情况"
        yield found(INFO, message, [place(document, fact), whole(explained)], severity="notice", weight=1)
        return
    if said.number == "same" and bare(str(fact.value)) in bare(known):
        yield cannot_tell(INFO, document, f"姓名只读到“{fact.text}”，身份证号码与申报人一致，可能有一字未能识读")
        return
    reading = confirmed(case, document, fact, str(fact.value), form=bare)
    if not reading.sure:
        yield cannot_tell(INFO, document, f"姓名读作“{fact.text}”，与“{known}”不同，但{reading.note}")
        return
    # One character read by OCR may be the reader's; two or more, or a text layer, are the paper's.
    legible = case.source(document, fact.page) == "text" or said.name == "different"
    other = reference(case, "person_name", known, document)
    yield found(
        INFO,
        f"姓名“{fact.value}”与其他材料所载“{known}”不一致，待核实",
        [place(document, fact), *([other] if other else [])],
        explanation=f"{reading.note}。{_supported(said)}",
        certainty="deterministic" if legible else "heuristic",
    )


def _supported(said: Speaks) -> str:
    same = [word for word, voice in (("身份证号码", said.number), ("出生日期", said.birth)) if voice == "same"]
    return f"该材料的{'、'.join(same)}与申报人一致。" if same else ""


CHECK = Check(info=INFO, run=each(INFO, (*PERSONAL, "award_certificate"), look))
