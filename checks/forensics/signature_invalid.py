"""forensics.signature-invalid: a digital signature whose arithmetic fails, or that no longer covers what is seen."""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import ANY_TYPE, Case, Check, CheckInfo, each, found, not_applicable
from checks.forensics.issued import file_of
from checks.records import Coverage, Evidence, Finding
from extractors.records import Document
from ingest.records import SignatureReport, SourceFile

INFO = CheckInfo(
    code="forensics.signature-invalid",
    title="数字签名校验不通过或签名后内容有变动",
    severity="suspect",
    kind="deterministic",
    rationale=(
        "数字签名对文件字节做摘要：摘要或签名值不符、签名未覆盖整个文件、签名后改动了不允许改动的内容，"
        "均说明所见内容不受该签名担保。签名人证书的信任链须联网查验，离线只能说“无法验证”。"
    ),
    innocent=("签名软件不规范", "签名后合并、加页码、填写表单", "传输或转换损坏文件"),
    verify="向签发单位或电子签章平台在线验证该文件，或请申报人提供签发平台下载的原始文件",
    handbook=("F81", "F82"),
    references=("ISO 32000-1 12.8", "电子签名法"),
    weight=3,
)
_UNTRUSTED = "签名值与文件内容相符；签名人证书的信任链离线无法验证，不等于无效"
_DIGESTS_HOLD = "OFD签章所列各部件的摘要可验的均相符；签名值（国密SM2）离线无法验证，不等于无效"


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    file = file_of(case, document)
    reports = _reports(file, document) if file else []
    if not reports:
        yield not_applicable(INFO, document, "文件没有数字签名")
        return
    for report in reports:
        yield _judged(document, report, ofd=file is not None and file.kind == "ofd")


def _reports(file: SourceFile, document: Document) -> list[SignatureReport]:
    """The signatures whose visible box stands on the document's pages; invisible ones belong to the first document."""
    first, last = document.pages
    return [r for r in file.provenance.signature_reports if first <= (r.page or 1) <= last]


def _judged(document: Document, report: SignatureReport, *, ofd: bool) -> Finding | Coverage:
    who = f"（签名域“{report.field}”" + (f"，签名人“{report.signer}”）" if report.signer else "）")
    if report.intact == "no":
        return _found(document, report, f"数字签名{who}与文件内容不符：签名校验未通过，待核实")
    if report.changes == "other":
        return _found(document, report, f"数字签名{who}之后，文件中签名所担保的内容又有改动，待核实")
    if report.intact == "cannot_tell" and not (ofd and report.covers == "part"):
        reason = _DIGESTS_HOLD if ofd else "签名所用算法或格式无法离线校验，无法验证，不等于无效"
        return Coverage(code=INFO.code, document=document.id, outcome="cannot_tell", reason=reason)
    if report.covers in ("part", "unclear"):
        message = f"数字签名{who}只担保文件的一部分字节，其余内容不受该签名担保，待核实"
        return _found(document, report, message, lone=True)
    if report.changes == "annotations":
        return _found(document, report, f"数字签名{who}之后又添加了批注，待核实", lone=True)
    return Coverage(code=INFO.code, document=document.id, outcome="clear", reason=_UNTRUSTED)


def _found(document: Document, report: SignatureReport, message: str, *, lone: bool = False) -> Finding:
    """``lone``: sloppy software does it too, so that it stays a notice unless something else agrees."""
    place = Evidence(document=document.id, file=document.file, page=report.page or document.pages[0], bbox=report.bbox)
    signed = f"签名时间（自报）{report.signed_at}。" if report.signed_at else ""
    return found(INFO, message, [place], explanation=signed, certainty="heuristic" if lone else "deterministic")


CHECK = Check(info=INFO, run=each(INFO, ANY_TYPE, look))
