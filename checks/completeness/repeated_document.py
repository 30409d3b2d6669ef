"""completeness.repeated-document: the same file, or the same certificate, filed more than once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from rapidfuzz import fuzz

from checks.base import Case, Check, CheckInfo, found, place, whole
from checks.publication.works import papers, same_article
from checks.reading import plain
from checks.records import Coverage, Evidence, Finding
from checks.wording import likeness
from extractors.records import Document, DocumentType

INFO = CheckInfo(
    code="completeness.repeated-document",
    title="材料重复提交",
    severity="notice",
    kind="deterministic",
    rationale="内容完全相同的文件，编号相同的同类证书，或题名、刊物、刊期相同的论文，重复提交会使业绩重复计算，列出供整理时剔除。",
    innocent=("上传时重复选择", "正反面或正副本分别扫描", "同一证书为多项业绩作证"),
    verify="由审核人员确认后按一份计",
    handbook=("F11", "F63"),
    weight=1,
)
SAME = 98.5  # years of one form differ in more than that
ALIKE = 90.0  # of texts whose facts, the date among them, are all the same: a scan beside its print
AGREEING = 4  # facts
SHORTEST = 60
PROJECT = 6  # characters: shorter names are met again by chance
SAME_PROJECT = 95.0
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
    pairs = [*_same_files(case), *_same_numbers(case)]
    yield from pairs
    told = {frozenset(e.document for e in finding.evidence) for finding in pairs}
    rest = [*_same_articles(case), *_same_texts(case), *_same_projects(case)]
    for finding in rest:
        documents = frozenset(e.document for e in finding.evidence)
        if documents not in told:
            told.add(documents)
            yield finding


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


def _same_texts(case: Case) -> Iterator[Finding]:
    """Two scans of one paper: one type, and texts that differ by misread characters only."""
    texts = [(d, plain(d.text)) for d in case.documents if d.type != "other"]
    for (one, first), (other, second) in combinations(texts, 2):
        alike = one.type == other.type and one.file != other.file and min(len(first), len(second)) >= SHORTEST
        if not alike or one.sha256 == other.sha256 or _told_apart(one, other):
            continue
        least = ALIKE if _say_the_same(one, other) else SAME
        if fuzz.ratio(first, second, score_cutoff=least) >= least:
            yield found(INFO, "两份材料的文字内容基本相同，可能为同一材料重复提交", [whole(one), whole(other)])


def _same_articles(case: Case) -> Iterator[Finding]:
    """One article in two files, however each was printed or scanned."""
    for one, other in combinations(papers(case), 2):
        if one.file != other.file and one.sha256 != other.sha256 and same_article(one, other):
            titles = [(d, f) for d in (one, other) if (f := d.first("title"))]
            message = f"两份材料为同一篇论文“{one.value('title')}”，请按一份计"
            yield found(INFO, message, [place(d, f) for d, f in titles])


def _same_projects(case: Case) -> Iterator[Finding]:
    """One project with several awards: both may be real, and count once (handbook F63)."""
    awards = [(d, f) for d in case.of_type("award_certificate") if (f := d.first("project_name"))]
    for (one, first), (other, second) in combinations(awards, 2):
        if one.sha256 == other.sha256 or len(plain(str(first.value))) < PROJECT:
            continue
        if likeness(str(first.value), str(second.value)) >= SAME_PROJECT:
            message = f"两份获奖证书所奖项目同为“{first.value}”，可能为同一成果的多次奖励，计分时请核对是否重复"
            yield found(INFO, message, [place(one, first), place(other, second)])


def _say_the_same(one: Document, other: Document) -> bool:
    """Whether several facts were read on both papers, the date of issue among them, and none differs."""
    common = {f.name for f in one.facts} & {f.name for f in other.facts}
    agree = all([f.value for f in one.all(name)] == [f.value for f in other.all(name)] for name in common)
    return "issue_date" in common and len(common) >= AGREEING and agree


def _told_apart(one: Document, other: Document) -> bool:
    """Forms filled every year in the same words differ in the year they are for."""
    return any(a and b and a != b for n in ("year", "start_date") for a, b in [(one.value(n), other.value(n))])


CHECK = Check(info=INFO, run=run)
