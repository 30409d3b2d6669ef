"""completeness.unreadable-page: a page that is not blank and from which nothing could be read."""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Case, Check, CheckInfo, found
from checks.completeness.unreadable_file import WORDS
from checks.records import Coverage, Evidence, Finding
from extractors.records import Document
from ingest.records import Page

INFO = CheckInfo(
    code="completeness.unreadable-page",
    title="页面无法识读",
    severity="missing",
    kind="deterministic",
    rationale="非空白而未能读出文字的页面，其内容未经审查，请提供清晰扫描件；全为图片的页面列为提示。",
    innocent=("扫描过淡、过暗或失焦", "照片、图纸等没有文字的页面"),
    verify="请申报人提供该页清晰扫描件，或由审核人员目视查看",
    handbook=("F11",),
    weight=2,
)


def run(case: Case) -> Iterator[Finding | Coverage]:
    for page in case.dossier.pages:
        if page.problem is not None:
            yield _finding(case, page)


def _finding(case: Case, page: Page) -> Finding:
    problem = page.problem
    said = WORDS[problem.kind] if problem else ""
    fatal = problem is not None and problem.fatal
    document = next((d.id for d in case.documents if _on(d, page)), "")
    return found(
        INFO,
        f"文件“{page.file}”第{page.number}页{said}，请人工查看",
        [Evidence(document=document, file=page.file, page=page.number)],
        severity="missing" if fatal else "notice",
        weight=2 if fatal else 1,
    )


def _on(document: Document, page: Page) -> bool:
    return document.file == page.file and document.pages[0] <= page.number <= document.pages[1]


CHECK = Check(info=INFO, run=run)
