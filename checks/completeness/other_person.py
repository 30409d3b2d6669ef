"""completeness.other-person: a personal document whose name, ID number and birth date all speak for somebody else."""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Case, Check, CheckInfo, cannot_tell, each, found, not_applicable, place
from checks.names import bare
from checks.persons import PERSONAL, Speaks, is_open, leaves_out, mentions, people, reference, renaming, speaks
from checks.reading import confirmed
from checks.records import Coverage, Finding
from extractors.records import Document, DocumentType, Fact

INFO = CheckInfo(
    code="completeness.other-person",
    title="疑为他人材料",
    severity="suspect",
    kind="deterministic",
    rationale="只写给一个人的证书、证明，其姓名、身份证号码、出生日期凡有印出的均与申报人不符，且全文未见申报人姓名的，"
    "可能是误装的他人材料；论文、专利、奖励所列人员中没有申报人的亦同。合作成果、集体奖项、表彰名单和单位文件不在此列。",
    innocent=("装订或上传时误装", "曾用名时期的证书", "合作者的证明材料"),
    verify="请申报人说明该材料与本人的关系；更名的提供公安机关证明，误装的撤回",
    handbook=("F05",),
    weight=3,
)
WORKS: tuple[DocumentType, ...] = ("award_certificate", "paper", "patent_certificate")
TYPES: tuple[DocumentType, ...] = (*PERSONAL, *WORKS)
LISTED = 0.95  # a list is too long to be read twice in one crop; it must be read clearly
FACTS = (("person_name", "姓名"), ("id_number", "身份证号码"), ("birth_date", "出生日期"))


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    known, listed = case.applicant.get("person_name", ""), people(document)
    said = speaks(case, document)
    if not known:
        yield cannot_tell(INFO, document, "未能确定申报人是谁")
    elif document.type in WORKS and listed is not None:
        yield from _left_out(case, document, listed, known)
    elif said.name is None and said.number == "silent" and said.birth == "silent":
        yield not_applicable(INFO, document, "材料未印姓名、身份证号码或出生日期，或未能读到")
    elif said.for_other:
        yield from _other(case, document, said, known)


def _left_out(case: Case, document: Document, listed: Fact, known: str) -> Iterator[Finding | Coverage]:
    """A work by, or an award for, a list of people among whom the applicant is not."""
    if not leaves_out(listed, document, known):
        return
    names = "、".join(listed.value)
    if case.source(document, listed.page) != "text" and listed.confidence < LISTED:
        yield cannot_tell(INFO, document, f"所载人员（{names}）中未见申报人，但识读把握不足，请人工查看")
        return
    message = f"材料所载人员（{names}）中未见申报人“{known}”，可能为他人材料，待核实"
    yield found(INFO, message, [place(document, listed)], explanation="材料全文未见申报人姓名。")


def _other(case: Case, document: Document, said: Speaks, known: str) -> Iterator[Finding | Coverage]:
    if mentions(document, known):
        yield cannot_tell(INFO, document, f"材料中另有“{known}”或相近的姓名，所读姓名可能不是持证人")
        return
    printed = [(fact, word) for name, word in FACTS if (fact := document.first(name))]
    name = document.first("person_name")
    if name is not None and document.type in WORKS and is_open(document, (str(name.value),)):
        yield not_applicable(INFO, document, "集体成果只列代表姓名")
        return
    if name is not None and renaming(case, str(name.value)):
        yield not_applicable(INFO, document, "另有材料载明该姓名为申报人的曾用名")
        return
    if name is not None and not confirmed(case, document, name, str(name.value), form=bare).sure:
        yield cannot_tell(INFO, document, f"姓名读作“{name.text}”，与申报人不同，但识读未能确认，请人工查看")
        return
    told = "、".join(f"{word}“{fact.value}”" for fact, word in printed)
    others = [e for fact_name, value in _known(case, printed) if (e := reference(case, fact_name, value, document))]
    yield found(
        INFO,
        f"材料所载{told}与申报人“{known}”均不符，可能为他人材料，待核实",
        [*(place(document, fact) for fact, _ in printed), *others],
        explanation="材料全文未见申报人姓名。" + ("仅姓名一项可比。" if _only_name(said) else ""),
    )


def _known(case: Case, printed: list[tuple[Fact, str]]) -> Iterator[tuple[str, str]]:
    for fact, _ in printed:
        if value := case.applicant.get(fact.name, ""):
            yield fact.name, value


def _only_name(said: Speaks) -> bool:
    return said.number == "silent" and said.birth == "silent"


CHECK = Check(info=INFO, run=each(INFO, TYPES, look))
