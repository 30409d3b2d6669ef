"""completeness.repeated-document: the same file, or the same certificate, filed more than once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from checks.base import Case, Check, CheckInfo, found, place
from checks.reading import plain
from checks.records import Coverage, Evidence, Finding
from extractors.records import Document, DocumentType

INFO = CheckInfo(
    code="completeness.repeated-document",
    title="材料重复提交",
    severity="notice",
    kind="deterministic",
    rationale="内容完全相同的文件，或编号相同的同类证书，重复提交会使业绩重复计算，列出供整理时剔除。",
    innocent=("上传时重复选择", "正反面或正副本分别扫描", "同一证书为多项业绩作证"),
    verify="由审核人员确认后按一份计",
    handbook=("F11", "F63"),
    weight=1,
)
NUMBERS: dict[DocumentType, str] = {
    "diploma": "certificate_number",
    "degree_certificate": "certificate_number",
    "title_certificate": "certificate_number",
    "award_certificate": "certificate_number",
    "skill_certificate": "certificate_number",
    "licence": "certificate_number",
    "patent_certificate": "patent_number",
    "software_copyright": "registration_number",
}


def run(case: Case) -> Iterator[Finding | Coverage]:
    yield from _same_files(case)
    yield from _same_numbers(case)


def _same_files(case: Case) -> Iterator[Finding]:
    by_digest = defaultdict(list)
    for file in case.dossier.files:
        if file.size:
            by_digest[file.sha256].append(file.name)
    for names in by_digest.values():
        if len(names) > 1:
            listed = "、".join(f"“{name}”" for name in names)
            places = [Evidence(document=_of(case, name), file=name, page=1) for name in names]
            yield found(INFO, f"文件{listed}内容完全相同", places)


def _of(case: Case, file: str) -> str:
    return next((d.id for d in case.documents if d.file == file), "")


def _same_numbers(case: Case) -> Iterator[Finding]:
    by_number: dict[tuple[str, str], list[Document]] = defaultdict(list)
    for document in case.documents:
        fact = document.first(NUMBERS.get(document.type, ""))
        if fact is not None and len(plain(str(fact.value))) >= 6:
            by_number[document.type, plain(str(fact.value))].append(document)
    for (_, number), documents in by_number.items():
        if len({d.sha256 for d in documents}) > 1:
            facts = [(d, f) for d in documents if (f := d.first(NUMBERS[documents[0].type]))]
            message = f"编号同为“{number}”的{len(documents)}份同类证书重复提交"
            yield found(INFO, message, [place(d, f) for d, f in facts])


CHECK = Check(info=INFO, run=run)
