"""A complaint raised during publicity, held against the dossier: the record behind the investigation report.

Who complained has no place in here: it never reaches this record, and names given as ``hidden`` are taken out of every
text and painted over in every picture, for readers who may see everything else too (handbook 7.2, 8.2).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from checks.base import Pictures
from checks.records import Claim, Condition, Coverage, Evidence, Finding, Report
from extractors.records import Document, Fact, shown
from ingest.records import Dossier
from reports.figures import Figure, Place
from reports.memo import ClaimRow, ConditionRow, FileRow, FindingBlock, MemoBuilder
from reports.wording import DOCUMENT_TYPES, code_title, fact_title, fact_value
from reports.worklist import WorkItem, worklist

Bearing = Literal["points_to", "insufficient", "unsupported"]

BEARINGS: dict[Bearing, str] = {
    "points_to": "证据指向",
    "insufficient": "证据不足",
    "unsupported": "未发现支持该反映的证据",
}
_FACT_PICTURES = 3


class Deadline(msgspec.Struct, frozen=True, kw_only=True):
    """A period with its end under both conventions: counting the first day in, and counting from the next day.

    Dates are ISO; an end is "" when the calendar of that year is not loaded, then ``note`` says so.
    """

    name: str
    start: str
    length: int
    unit: Literal["工作日", "日"]
    inclusive_end: str
    exclusive_end: str
    basis: str
    note: str = ""


class Intake(msgspec.Struct, frozen=True, kw_only=True):
    """How the complaint came in, without who sent it. Dates are ISO, "" where not known."""

    received: str = ""
    way: str = ""
    signed: bool | None = None  # None: not known
    publicity_start: str = ""
    publicity_end: str = ""
    reported: str = ""  # the person complained of, as the letter names them
    reported_unit: str = ""
    letter_sha256: str = ""
    redactions: int = 0  # stretches of the letter that were taken out to protect its writer


class Considered(msgspec.Struct, frozen=True, kw_only=True):
    """One allegation with what of the dossier bears on it, as matched; ``bearing`` is a proposal to a person."""

    number: int
    kind: str  # as a reader says it, such as 学历、学位
    text: str
    documents: tuple[Document, ...] = ()
    facts: tuple[tuple[Document, Fact], ...] = ()
    findings: tuple[Finding, ...] = ()
    conditions: tuple[Condition, ...] = ()
    claims: tuple[Claim, ...] = ()
    unchecked: tuple[Coverage, ...] = ()
    bearing: Bearing = "insufficient"


class FactLine(msgspec.Struct, frozen=True, kw_only=True):
    """What a document says, for the allegation–evidence table."""

    name: str
    value: str
    place: Place


class AllegationPart(msgspec.Struct, frozen=True, kw_only=True):
    """One allegation as the report shows it."""

    number: int
    kind: str
    text: str
    facts: tuple[FactLine, ...]
    findings: tuple[FindingBlock, ...]
    conditions: tuple[ConditionRow, ...]
    claims: tuple[ClaimRow, ...]
    unchecked: tuple[str, ...]
    bearing: Bearing
    reason: str
    verify: tuple[WorkItem, ...]


class CatalogueRow(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of evidence: the document, where it lies, and its file's SHA-256."""

    id: str
    material: str
    file: str
    pages: str
    allegations: str
    sha256: str


class Investigation(msgspec.Struct, frozen=True, kw_only=True):
    """What the investigation report and the internal verification sheet say, masked."""

    title: str
    dossier: str
    name: str
    applicant: tuple[tuple[str, str], ...]
    policy: str
    as_of: str
    intake: Intake
    deadlines: tuple[Deadline, ...]
    allegations: tuple[AllegationPart, ...]
    worklist: tuple[WorkItem, ...]
    catalogue: tuple[CatalogueRow, ...]
    files: tuple[FileRow, ...]
    figures: tuple[Figure, ...]
    versions: tuple[tuple[str, str], ...]
    prepared: str = ""


def build_investigation(
    report: Report,
    dossier: Dossier,
    pictures: Pictures,
    *,
    intake: Intake,
    considered: Sequence[Considered],
    deadlines: Sequence[Deadline],
    hidden: Iterable[str] = (),
    policies: Mapping[str, str] | None = None,
    unmask: bool = False,
    prepared: str = "",
) -> Investigation:
    """The investigation of one complaint against the dossier of ``report``.

    ``hidden`` are strings that would show who complained. Everything else is as for ``reports.memo.build_memo``.
    """
    builder = MemoBuilder(report, dossier, pictures, unmask=unmask, policies=policies or {}, hidden=hidden)
    show = builder.show
    parts = tuple(_part(builder, item) for item in considered)
    name = show(report.applicant.get("person_name", "") or intake.reported)
    return Investigation(
        title=f"关于{name or '申报人'}职称评审公示期间\n反映问题的核查情况报告",
        dossier=show(report.dossier.id),
        name=name,
        applicant=tuple(builder.applicant()),
        policy=report.policy.title,
        as_of=report.as_of,
        intake=_masked_intake(intake, builder),
        deadlines=tuple(deadlines),
        allegations=parts,
        worklist=tuple(dict.fromkeys(item for part in parts for item in part.verify)),
        catalogue=tuple(_catalogue(builder, considered)),
        files=tuple(builder.files()),
        figures=tuple(builder.places.figures),
        versions=tuple(builder.versions()),
        prepared=prepared,
    )


def _masked_intake(intake: Intake, builder: MemoBuilder) -> Intake:
    return msgspec.structs.replace(
        intake,
        way=builder.show(intake.way),
        reported=builder.show(intake.reported),
        reported_unit=builder.show(intake.reported_unit),
    )


def _part(builder: MemoBuilder, item: Considered) -> AllegationPart:
    related = msgspec.structs.replace(builder.report, findings=item.findings, documents=item.documents)
    return AllegationPart(
        number=item.number,
        kind=item.kind,
        text=builder.show(item.text),
        facts=tuple(_facts(builder, item.facts)),
        findings=tuple(builder.finding(finding) for finding in item.findings),
        conditions=tuple(builder.condition(condition) for condition in item.conditions),
        claims=tuple(builder.claim(claim) for claim in item.claims),
        unchecked=tuple(dict.fromkeys(_unchecked(builder, coverage) for coverage in item.unchecked)),
        bearing=item.bearing,
        reason=_reason(item),
        verify=worklist(related, builder.places, builder.masker),
    )


def _facts(builder: MemoBuilder, facts: Sequence[tuple[Document, Fact]]) -> Iterator[FactLine]:
    seen: set[str] = set()
    for document, fact in facts:
        if fact.name == "birth_date" and not builder.masker.unmask:
            continue  # masked inside the identity number
        place = Evidence(document=document.id, file=document.file, page=fact.page, bbox=fact.bbox, text=fact.text)
        pictured = document.id not in seen and len(seen) < _FACT_PICTURES
        seen.add(document.id)
        value = shown(fact.value)
        yield FactLine(
            name=fact_title(fact.name),
            value=builder.show(fact_value(fact.name, value)),
            place=builder.places.of((place,), 1 if pictured else 0)[0],
        )


def _unchecked(builder: MemoBuilder, coverage: Coverage) -> str:
    where = f"（{coverage.document}）" if coverage.document else ""
    return f"{code_title(coverage.code)}{where}：{builder.show(coverage.reason)}"


def _reason(item: Considered) -> str:
    """Why the bearing is proposed, in numbers that can be checked against the table."""
    if not item.documents:
        return "卷宗中没有与该反映直接有关的材料，须调取后核实。"
    told = f"查阅有关材料{len(item.documents)}件"
    open_ = sum(condition.outcome == "cannot_tell" for condition in item.conditions) + len(item.unchecked)
    if item.bearing == "points_to":
        failed = sum(condition.outcome == "not_met" for condition in item.conditions)
        needing = sum(finding.severity != "notice" for finding in item.findings)
        return f"{told}，有关发现{needing}项、未达到的条件{failed}项，见所列位置；可能存在正常原因，须核实后认定。"
    if item.bearing == "insufficient":
        return f"{told}，其中{open_}项无法判断，现有材料不足以认定，不作不利认定。"
    return f"{told}，在已检查的范围内未发现支持该反映的证据。"


def _catalogue(builder: MemoBuilder, considered: Sequence[Considered]) -> Iterator[CatalogueRow]:
    """Every document that bears on an allegation, in the dossier's order."""
    uses: dict[str, list[int]] = {}
    for item in considered:
        cited = {e.document for finding in item.findings for e in finding.evidence}
        for name in sorted({document.id for document in item.documents} | cited):
            uses.setdefault(name, []).append(item.number)
    for document in builder.report.documents:
        if document.id in uses:
            first, last = document.pages
            yield CatalogueRow(
                id=document.id,
                material=DOCUMENT_TYPES[document.type],
                file=builder.show(document.file),
                pages=str(first) if first == last else f"{first}—{last}",
                allegations="、".join(f"第{number}项" for number in uses[document.id]),
                sha256=document.sha256,
            )
