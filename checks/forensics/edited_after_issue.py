"""forensics.edited-after-issue: an issued PDF whose earlier generation, kept inside the file, read otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from datetime import date

from checks.base import Case, Check, CheckInfo, each, found, not_applicable, whole
from checks.forensics.issued import ISSUED, file_of, is_added_lawfully, is_page_number, pages_of
from checks.records import Coverage, Evidence, Finding
from extractors.records import Document
from ingest.records import Page, Revision, TextChange

INFO = CheckInfo(
    code="forensics.edited-after-issue",
    title="文件生成后内容又经改动",
    severity="suspect",
    kind="deterministic",
    rationale=(
        "PDF以增量方式保存时，文件内仍留有改动前的版本。证书、证明类文件生成后又改动了文字的，"
        "前后两个版本可以对照。线性化（快速网页浏览）文件有两个结束标记属正常，填写表单、加页码、签名不在此列。"
    ),
    innocent=("发证单位更正后重新保存", "合并、加页码、加水印", "填写或签署表单", "软件自动保存"),
    verify="向发证单位核实该文件的内容，或请申报人提供签发平台下载的原始文件",
    handbook=("F81", "F83"),
    references=("ISO 32000-1 7.5.6",),
    weight=3,
)
_SOLD = ("paper", "journal_pages", "book_pages")
_LATER = 2  # days between making and changing that need no explanation


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    file = file_of(case, document)
    if file is None or file.kind != "pdf":
        yield not_applicable(INFO, document, "非PDF文件，没有可恢复的早期版本")
        return
    pages = {page.number: page for page in pages_of(case, document)}
    for revision in file.provenance.revisions:
        yield from _changed(document, pages, revision)


def _changed(document: Document, pages: Mapping[int, Page], revision: Revision) -> Iterator[Finding]:
    for change in revision.changes:
        if change.page in pages and not _is_lawful(change, pages[change.page]):
            yield _finding(document, revision, change)
    silent = sorted(set(revision.changed_pages) & set(pages) - {c.page for c in revision.changes})
    if "content" in revision.kinds and silent:
        yield found(
            INFO,
            f"该页的图像或图形在文件生成后的第{revision.number - 1}次保存中有改动，原因待核",
            [Evidence(document=document.id, file=document.file, page=silent[0])],
            certainty="heuristic",
            weight=2,
        )


def _finding(document: Document, revision: Revision, change: TextChange) -> Finding:
    saved = f"文件生成后的第{revision.number - 1}次保存中"
    if change.before and change.after:
        message = f"{saved}，该处文字由“{change.before}”改为“{change.after}”，待核实"
    elif change.before:
        message = f"{saved}，该处文字“{change.before}”被删去，待核实"
    else:
        message = f"{saved}，该处添加了文字“{change.after}”，原因待核"
    return found(
        INFO,
        message,
        [
            Evidence(
                document=document.id,
                file=document.file,
                page=change.page,
                bbox=change.box,
                text=change.after or change.before,
            )
        ],
        explanation="文件内保留有改动前的版本，前后内容可以对照。",
        certainty="deterministic" if change.before or _is_value(document, change) else "heuristic",
    )


def _is_value(document: Document, change: TextChange) -> bool:
    """What was added is read as a fact of the document; databases add their own lines to the papers they sell."""
    if document.type in _SOLD:
        return False
    boxes = [f.bbox for f in document.facts if f.page == change.page and f.name != "issuer"]
    return any(box.intersection(change.box) > 0.3 * min(box.area, change.box.area) for box in boxes)


def _is_lawful(change: TextChange, page: Page) -> bool:
    said = [text for text in (change.before, change.after) if text]
    return all(is_page_number(text, change.box, page) or is_added_lawfully(text) for text in said)


def _run(case: Case) -> Iterator[Finding | Coverage]:
    altered: set[str] = set()
    for result in each(INFO, ISSUED, look)(case):
        if isinstance(result, Finding):
            altered.update(e.document for e in result.evidence)
        yield result
    yield from _saved_later(case, altered)


def _saved_later(case: Case, altered: Set[str]) -> Iterator[Finding]:
    """Born digital, and changed on a later day than it was made: a hint, no more (F83). Papers saved on one day were
    mostly gathered or converted together, and are told together."""
    days: dict[date, list[Document]] = {}
    for document in case.of_type(*(kind for kind in ISSUED if kind not in _SOLD)):
        file = file_of(case, document)
        digital = file is not None and file.kind == "pdf" and all(p.source == "text" for p in pages_of(case, document))
        if file is None or not digital or document.id in altered:
            continue
        made, changed = _day(file.provenance.created), _day(file.provenance.modified)
        if made and changed and (changed - made).days > _LATER:
            days.setdefault(changed, []).append(document)
    for changed in sorted(days):
        yield _saved(case, days[changed], changed)


def _saved(case: Case, documents: Sequence[Document], changed: date) -> Finding:
    files = [file for d in documents if (file := file_of(case, d)) is not None]
    made = _day(files[0].provenance.created)
    if len(documents) == 1:
        message = f"该电子文件生成于{made}，修改于{changed}，生成后又经保存，原因待核"
    else:
        message = f"{len(documents)}份电子材料生成后均于{changed}又经保存，可能为统一整理，原因待核"
    producers = sorted({f.provenance.producer or f.provenance.creator or "未载明" for f in files})
    return found(
        INFO,
        message,
        [whole(d) for d in documents],
        explanation=f"生成程序：{'、'.join(producers)}。",
        severity="notice",
        certainty="heuristic",
        weight=1,
    )


def _day(stamp: str) -> date | None:
    try:
        return date.fromisoformat(stamp[:10])
    except ValueError:
        return None


CHECK = Check(info=INFO, run=_run)
