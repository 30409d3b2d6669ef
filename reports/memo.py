"""The memo of one dossier as a record: everything it says, masked and in Chinese, before any typography."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import version as installed

import msgspec

from checks.base import Pictures
from checks.records import (
    Claim,
    ClaimResult,
    ClauseRef,
    Condition,
    ConditionOutcome,
    Disposition,
    Finding,
    Report,
    Severity,
)
from extractors.records import shown
from ingest.records import Dossier
from reports.coverage import CoverageRow, Unseen, coverage_rows, not_applicable, set_aside, unseen
from reports.figures import Figure, Place, Places
from reports.masking import Masker, masker
from reports.notice import Correction, corrections
from reports.wording import (
    APPLICANT,
    DISPOSITIONS,
    DOCUMENT_TYPES,
    SEVERITIES,
    SEVERITY_NOTES,
    SOURCES,
    code_title,
    fact_title,
    fact_value,
)
from reports.worklist import WorkItem, worklist

TITLE = "职称申报材料预审备忘"
SEVERITY_ORDER: tuple[Severity, ...] = ("ineligible", "suspect", "missing", "notice")
SHORT_POLICY = "本通知"  # the report's policy, once it has been named in full
_PARTS = {"head": "首段", "tail": "尾段"}  # clause paths that are words
_NOTHING_TO_SEE = frozenset({"completeness.missing-document"})  # its places say where the document was looked for
_PICTURES_A_FINDING = 4
_PICTURES_A_CONDITION = 3
_PICTURES_A_CLAIM = 2


class DocumentRow(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    type: str
    file: str
    pages: str
    source: str
    confidence: str
    sha256: str


class ConditionRow(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    clause: str
    requirement: str
    measured: str
    threshold: str
    outcome: ConditionOutcome
    explanation: str
    basis_note: str
    is_material: bool  # a row of the list of documents asked for, rather than a condition on the person
    places: tuple[Place, ...]


class ClaimRow(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    item: int
    value: str
    outcome: ClaimResult
    explanation: str
    places: tuple[Place, ...]


class FindingBlock(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    code: str
    title: str
    message: str
    clause: str
    explanation: str
    innocent: tuple[str, ...]
    verify: str
    certainty: str
    places: tuple[Place, ...]


class FindingGroup(msgspec.Struct, frozen=True, kw_only=True):
    severity: Severity
    title: str
    note: str
    findings: tuple[FindingBlock, ...]


class FileRow(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    pages: str
    sha256: str


class Memo(msgspec.Struct, frozen=True, kw_only=True):
    """What the HTML and the DOCX say. ``prepared`` is the date to print, "" to leave room for one by hand."""

    title: str
    dossier: str
    policy: str
    as_of: str
    applicant: tuple[tuple[str, str], ...]
    name: str
    disposition: Disposition
    suggestion: str
    summary: str
    documents: tuple[DocumentRow, ...]
    conditions: tuple[ConditionRow, ...]
    claims: tuple[ClaimRow, ...]
    groups: tuple[FindingGroup, ...]
    corrections: tuple[Correction, ...]
    worklist: tuple[WorkItem, ...]
    coverage: tuple[CoverageRow, ...]
    unseen: tuple[Unseen, ...]
    set_aside: tuple[Unseen, ...]
    not_applicable: tuple[Unseen, ...]
    files: tuple[FileRow, ...]
    versions: tuple[tuple[str, str], ...]
    figures: tuple[Figure, ...]
    prepared: str = ""
    unmasked: bool = False


def build_memo(
    report: Report,
    dossier: Dossier,
    pictures: Pictures,
    *,
    unmask: bool = False,
    policies: Mapping[str, str] | None = None,
    prepared: str = "",
) -> Memo:
    """The memo of ``report``.

    ``policies`` gives the titles of packs by id, for clauses of packs that the report's own extends. ``unmask`` shows
    identity and phone numbers: only on a reader's explicit wish. ``prepared`` is the date to print.
    """
    return MemoBuilder(report, dossier, pictures, unmask=unmask, policies=policies or {}).memo(prepared)


class MemoBuilder:
    """Turns the records of one report into masked rows; places are numbered in the order in which rows are made."""

    def __init__(
        self,
        report: Report,
        dossier: Dossier,
        pictures: Pictures,
        *,
        unmask: bool,
        policies: Mapping[str, str],
        hidden: Iterable[str] = (),
    ):
        self.report = report
        self.dossier = dossier
        self.masker: Masker = masker(report, unmask=unmask, names=hidden)
        self.places = Places(report, dossier, pictures, self.masker)
        self.titles = {**policies, report.policy.id: report.policy.title}

    def memo(self, prepared: str) -> Memo:
        report = self.report
        groups = tuple(self.groups())  # first, so that figures are numbered in the order of the findings
        return Memo(
            title=TITLE,
            dossier=self.show(report.dossier.id),
            policy=report.policy.title,
            as_of=report.as_of,
            applicant=tuple(self.applicant()),
            name=self.show(report.applicant.get("person_name", "")),
            disposition=report.disposition,
            suggestion=DISPOSITIONS[report.disposition],
            summary=self.summary(),
            documents=tuple(self.documents()),
            conditions=tuple(self.condition(c) for c in report.conditions),
            claims=tuple(self.claim(c) for c in report.claims),
            groups=groups,
            corrections=corrections(
                report, self.masker, {f.clause: self.clause(f.clause) for f in report.findings if f.clause}
            ),
            worklist=worklist(report, self.places, self.masker),
            coverage=coverage_rows(report.coverage),
            set_aside=set_aside(report, self.dossier, self.masker),
            unseen=unseen(report, self.dossier, self.masker),
            not_applicable=not_applicable(report, self.masker),
            files=tuple(self.files()),
            versions=tuple(self.versions()),
            figures=tuple(self.places.figures),
            prepared=prepared,
            unmasked=self.masker.unmask,
        )

    def show(self, text: str) -> str:
        return self.masker.text(text)

    def clause(self, clause: ClauseRef) -> str:
        """The clause path after 本通知 or, for another pack, its title; the pack's id where no title is known."""
        ref = _PARTS.get(clause.ref, clause.ref)
        if clause.policy == self.report.policy.id:
            return f"{SHORT_POLICY}{ref}"
        title = self.titles.get(clause.policy, clause.policy)
        return f"《{title}》{ref}" if title else ref

    def applicant(self) -> Iterator[tuple[str, str]]:
        values = self.report.applicant
        for name in APPLICANT:
            if values.get(name):
                yield fact_title(name), self.show(fact_value(name, values[name]))

    def summary(self) -> str:
        report = self.report
        pages = len(self.dossier.pages)
        counts = {s: sum(f.severity == s for f in report.findings) for s in SEVERITY_ORDER}
        met = sum(c.outcome == "met" for c in report.conditions)
        open_ = sum(c.outcome == "cannot_tell" for c in report.conditions)
        return (
            f"共收到文件{len(self.dossier.files)}份、{pages}页，识别材料{len(report.documents)}件。"
            f"列出条件不符事项{counts['ineligible']}项、疑点{counts['suspect']}项、"
            f"缺项与形式瑕疵{counts['missing']}项、提示{counts['notice']}项。"
            f"申报条件{len(report.conditions)}项，其中符合{met}项、无法判断{open_}项。"
        )

    def documents(self) -> Iterator[DocumentRow]:
        for document in self.report.documents:
            first, last = document.pages
            yield DocumentRow(
                id=document.id,
                type=DOCUMENT_TYPES[document.type],
                file=self.show(document.file),
                pages=str(first) if first == last else f"{first}—{last}",
                source=SOURCES[document.source],
                confidence=f"{document.confidence:.0%}",
                sha256=document.sha256,
            )

    def condition(self, condition: Condition) -> ConditionRow:
        return ConditionRow(
            id=condition.id,
            clause=self.clause(condition.clause),
            requirement=self.show(condition.requirement),
            measured=self.show(condition.measured),
            threshold=self.show(condition.threshold),
            outcome=condition.outcome,
            explanation=self.show(condition.explanation),
            basis_note="依据待复核" if condition.basis_mark in ("B", "C") else "",
            is_material=condition.id.startswith("material-"),
            places=self.places.of(condition.evidence, _PICTURES_A_CONDITION, whole_pages=False),
        )

    def claim(self, claim: Claim) -> ClaimRow:
        return ClaimRow(
            name=fact_title(claim.name),
            item=claim.item,
            value=self.show(shown(claim.value)),
            outcome=claim.outcome,
            explanation=self.show(claim.explanation),
            places=self.places.of(claim.evidence, _PICTURES_A_CLAIM, whole_pages=False),
        )

    def groups(self) -> Iterator[FindingGroup]:
        for severity in SEVERITY_ORDER:
            findings = tuple(self.finding(f) for f in self.report.findings if f.severity == severity)
            if findings:
                yield FindingGroup(
                    severity=severity,
                    title=SEVERITIES[severity],
                    note=SEVERITY_NOTES[severity],
                    findings=findings,
                )

    def finding(self, finding: Finding) -> FindingBlock:
        return FindingBlock(
            id=finding.id,
            code=finding.code,
            title=code_title(finding.code),
            message=self.show(finding.message),
            clause=self.clause(finding.clause) if finding.clause else "",
            explanation=self.show(finding.explanation),
            innocent=tuple(self.show(cause) for cause in finding.innocent),
            verify=self.show(finding.verify),
            certainty="规则比对" if finding.certainty == "deterministic" else "特征提示，需其他材料佐证",
            places=self.places.of(finding.evidence, 0 if finding.code in _NOTHING_TO_SEE else _PICTURES_A_FINDING),
        )

    def files(self) -> Iterator[FileRow]:
        for file in self.dossier.files:
            pages = f"{file.page_count}" if file.page_count else "—"
            yield FileRow(name=self.show(file.name), pages=pages, sha256=file.sha256)

    def versions(self) -> Iterator[tuple[str, str]]:
        engine = self.report.engine
        yield "系统版本", f"mingcha {engine.version}"
        yield "规则依据", f"{self.report.policy.title}（{self.report.policy.id}）"
        yield "规则文件摘要（SHA-256）", engine.policy_sha256
        yield "工作日历版本", f"chinesecalendar {installed('chinesecalendar')}"
        yield "输入材料摘要（SHA-256）", engine.inputs_sha256
        if engine.registers:
            yield "已导入名录", "、".join(engine.registers)
            yield "已导入名录摘要（SHA-256）", engine.registers_sha256
        yield "计算截止日期", self.report.as_of
