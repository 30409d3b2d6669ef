"""completeness.unreadable-page: a page that is not blank and from which nothing could be read."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from checks import ink, sharpness
from checks.base import Case, Check, CheckInfo, found
from checks.completeness.unreadable_file import WORDS
from checks.records import Coverage, Evidence, Finding, Severity
from extractors.records import Document
from ingest.records import Page

INFO = CheckInfo(
    code="completeness.unreadable-page",
    title="页面无法识读",
    severity="missing",
    kind="deterministic",
    rationale=(
        "非空白而未能读出文字的页面，其内容未经审查，请提供清晰扫描件；全为图片的页面列为提示。逐页判断："
        "页面有字迹残影而无一处清晰的，视为失焦、过暗或过曝；仅余淡淡色块、又非文件首页的，可能是空白页，列为提示。"
    ),
    innocent=("扫描过淡、过暗或失焦", "照片、图纸等没有文字的页面", "扫描时带入的空白页"),
    verify="请申报人提供该页清晰扫描件，或由审核人员目视查看",
    handbook=("F11",),
    weight=2,
)


FEW = 20  # characters that a page of text cannot have fewer of
LINES = 4  # lines of print that a separator sheet does not have
DOUBTFUL = 0.5  # mean confidence below which a reading is guesswork


def run(case: Case) -> Iterator[Finding | Coverage]:
    for page in case.dossier.pages:
        if page.problem is not None:
            fatal = page.problem.fatal
            yield _finding(case, page, WORDS[page.problem.kind], "missing" if fatal else "notice")
        elif page.source in ("ocr", "none") and (unread := _unread(case, page)):
            yield _finding(case, page, *unread)


def _unread(case: Case, page: Page) -> tuple[str, Severity] | None:
    """Why a page counts as unread, and how sure that is; None when it was read, or there is nothing to read on it."""
    count = sum(len(word.text) for word in page.words)
    if count >= FEW:
        mean = sum(len(word.text) * word.confidence for word in page.words) / count
        return ("识读把握过低，文字多不可辨", "missing") if mean < DOUBTFUL else None
    try:
        picture = case.pictures.page(page.file, page.number, ink.DPI)
    except (LookupError, OSError, RuntimeError):
        return None
    lines = 0 if page.blank else _lines_left(page, picture)
    if lines >= LINES:
        return f"模糊，有{lines}行文字未能识读", "missing"
    said, sure = sharpness.flaw(picture)
    return (said, "missing" if sure or page.number == 1 else "notice") if said else None


def _lines_left(page: Page, picture: NDArray[np.uint8]) -> int:
    """How many lines of print stand on the page where nothing was read with confidence."""
    read = [page.displayed(word.box).padded(3) for word in page.words if word.confidence >= DOUBTFUL]
    lines = ink.print_lines(picture)
    return sum(not any(box.intersection(line) > 0.5 * line.area for box in read) for line in lines)


def _finding(case: Case, page: Page, said: str, severity: Severity) -> Finding:
    document = next((d.id for d in case.documents if _on(d, page)), "")
    return found(
        INFO,
        f"文件“{page.file}”第{page.number}页{said}，请人工查看",
        [Evidence(document=document, file=page.file, page=page.number)],
        severity=severity,
        weight=2 if severity == "missing" else 1,
    )


def _on(document: Document, page: Page) -> bool:
    return document.file == page.file and document.pages[0] <= page.number <= document.pages[1]


CHECK = Check(info=INFO, run=run)
