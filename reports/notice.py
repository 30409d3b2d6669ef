"""The one-time list of corrections that goes to the applicant (一次性告知; handbook 7.1).

Everything correctable is told at once, and nothing else: no suspicion, no internal finding, no other person's data.
"""

from __future__ import annotations

import re

import msgspec

from checks.records import ClauseRef, Finding, Report
from reports.masking import Masker
from reports.wording import CODES, code_title
from reports.worklist import material_name

SUSPICION_WORDS = (
    "疑点",
    "可疑",
    "嫌疑",
    "涉嫌",
    "怀疑",
    "核查",
    "伪造",
    "变造",
    "造假",
    "篡改",
    "作假",
    "虚假",
    "冒用",
)

_MISSING = re.compile(r"(?:缺少|未见|未提交|没有)([^：:，,（(。；]{2,24})")
_KINDS = {
    "completeness.missing-document": "缺项",
    "consistency.claim-unsupported": "缺项",
}
_REQUESTS = {
    "completeness.missing-document": "补交该项材料，扫描件应与原件一致、清晰完整",
    "completeness.missing-field": "补充填写该栏目后重新提交",
    "completeness.missing-seal": "由出具单位加盖印章后重新扫描提交",
    "completeness.missing-signature": "由相关人员签名后重新扫描提交",
    "completeness.unreadable-file": "提交可以正常打开、未加密的文件",
    "completeness.unreadable-page": "重新扫描该页，确保方向正确、文字清晰、内容完整",
    "completeness.other-person": "核对后提交本人材料；确需提交的，请书面说明与本人申报的关系",
    "completeness.repeated-document": "核对后保留一份",
    "consistency.claim-unsupported": "补交该填报事项的证明材料，或更正申报表",
}


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the notice: its columns are those of the office form. ``finding`` is for the reviewer only."""

    finding: str
    material: str
    problem: str
    basis: str
    request: str
    pages: str


def corrections(report: Report, masker: Masker, clause_text: dict[ClauseRef, str]) -> tuple[Correction, ...]:
    """A row for every finding of severity ``missing``, worded without suspicion."""
    documents = {document.id: document for document in report.documents}
    rows: list[Correction] = []
    for finding in report.findings:
        if finding.severity != "missing":
            continue
        named = [documents[e.document] for e in finding.evidence if e.document in documents]
        problem, request = _told(finding)
        rows.append(
            Correction(
                finding=finding.id,
                material=masker.text(_material(finding, material_name(named[0]) if named else "")),
                problem=f"{_KINDS.get(finding.code, '形式瑕疵')}：{neutral(masker.text(problem), finding)}",
                basis=clause_text[finding.clause] if finding.clause else "本次申报材料要求",
                request=neutral(masker.text(request), finding),
                pages="；".join(dict.fromkeys(masker.text(_page(e.file, e.page)) for e in finding.evidence)) or "—",
            )
        )
    return tuple(rows)


def _told(finding: Finding) -> tuple[str, str]:
    """What is wrong and what to do about it: from the finding where it says so, else the usual request for its code."""
    problem, colon, asked = finding.message.partition("：")
    if colon and asked.startswith("请"):
        return problem, asked
    if finding.verify.startswith("请补"):
        return finding.message, finding.verify
    return finding.message, _REQUESTS.get(finding.code, "补充材料或作出书面说明")


def neutral(text: str, finding: Finding) -> str:
    """``text``, or the plain title of the finding's code where the text holds a word that casts suspicion."""
    if any(word in text for word in SUSPICION_WORDS):
        return f"{code_title(finding.code)}，请补充材料或作出说明"
    return text


def _material(finding: Finding, named: str) -> str:
    """The material's name: the document where there is one, else what the message says is missing."""
    if named and finding.code != "completeness.missing-document":
        return named
    missing = _MISSING.match(finding.message)
    return missing[1] if missing else named or CODES.get(finding.code, "申报材料")


def _page(file: str, page: int) -> str:
    return f"{file} 第{page}页" if page else file
