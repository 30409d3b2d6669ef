"""forensics.page-size: one page of a document has another size than all its other pages."""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Case, Check, CheckInfo, each, found, not_applicable
from checks.forensics.issued import pages_of
from checks.records import Coverage, Evidence, Finding
from extractors.records import Document, DocumentType
from ingest.records import Page

INFO = CheckInfo(
    code="forensics.page-size",
    title="个别页面的幅面与同一材料其他页不同",
    severity="notice",
    kind="heuristic",
    rationale="同一份论文、申报表等各页幅面通常一致；唯有一页不同的，可能为补扫、替换或另行插入，列出供与原件核对。",
    innocent=("个别页补扫或重新打印", "折页、附图另用幅面", "合并文件时缩放"),
    verify="对照原件或刊物核对该页内容与前后页是否衔接",
    handbook=("F91", "F39"),
    weight=1,
)
BOUND: tuple[DocumentType, ...] = ("paper", "application_form", "work_summary", "employment_contract")
LEAST = 4  # pages, of which all but one agree
SAME, OTHER = 0.005, 0.02  # shares of a side's length: agreeing sides, and sides that plainly differ


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    pages = list(pages_of(case, document))
    if len(pages) < LEAST:
        yield not_applicable(INFO, document, f"不足{LEAST}页，无从比较")
        return
    for page in pages:
        others = [other for other in pages if other is not page]
        if all(_apart(other, others[0]) <= SAME for other in others) and _apart(page, others[0]) > OTHER:
            usual = others[0]
            message = (
                f"第{page.number}页幅面为{_millimetres(page)}，同一材料其余{len(others)}页均为{_millimetres(usual)}，"
                "原因待核"
            )
            yield found(INFO, message, [Evidence(document=document.id, file=page.file, page=page.number)])


def _apart(one: Page, other: Page) -> float:
    """By how much of its length the more different side differs; a page on its side is the same page."""
    sides = zip(sorted((one.width, one.height)), sorted((other.width, other.height)), strict=True)
    return max(abs(a - b) / max(a, b, 1.0) for a, b in sides)


def _millimetres(page: Page) -> str:
    return f"{page.width * 25.4 / 72:.0f}×{page.height * 25.4 / 72:.0f}毫米"


CHECK = Check(info=INFO, run=each(INFO, BOUND, look))
