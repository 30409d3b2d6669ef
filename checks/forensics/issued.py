"""Which documents somebody else issued: what stands on them is not the applicant's to change."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import Case
from extractors.records import Document, DocumentType
from ingest.geometry import Box
from ingest.records import Page, SourceFile

ISSUED: tuple[DocumentType, ...] = (
    "identity_card",
    "diploma",
    "degree_certificate",
    "title_certificate",
    "appointment",
    "annual_appraisal",
    "continuing_education",
    "acceptance_letter",
    "journal_pages",
    "paper",
    "award_certificate",
    "patent_certificate",
    "software_copyright",
    "project_proof",
    "service_proof",
    "skill_certificate",
    "postdoc_certificate",
    "employer_publicity",
    "social_insurance",
    "exam_certificate",
    "book_pages",
    "patent_application",
    "title_notice",
    "commendation",
    "credential_report",
    "licence",
    "employment_contract",
    "merit_proof",
)

# What offices, scanners and applicants lawfully add to a finished page.
_ADDED = re.compile(
    r"与原件|原件一致|核对无误|复印|副本|扫描|仅供|专用|无效|水印|版权|下载|样本|样张|草稿|存档|归档|附件|证明材料"
    r"|审核人|复核人|经办人|校对|骑缝|编号章|签名|签字|https?:|www\.|CamScanner|扫描全能王|Evaluation|Trial|DRAFT|COPY",
    re.IGNORECASE,
)
_PAGE_NUMBER = re.compile(
    r"[-—–·.\s第]*(?:[0-9]{1,4}|[ivxIVX]{1,6}|[一二三四五六七八九十百]{1,4})[-—–·.\s]*"
    r"(?:页|/\s*[0-9]{1,4}|[,，\s]*共\s*[0-9]{1,4}\s*页)?[-—–·.\s]*|(?i:page\s*[0-9]+(?:\s*of\s*[0-9]+)?)"
)


def is_added_lawfully(text: str) -> bool:
    """Certification remarks, purpose limits, watermarks of scanning programs."""
    return bool(_ADDED.search(text))


def is_page_number(text: str, box: Box, page: Page) -> bool:
    """A number that stands in the outer ninth of the page's height, where pages are numbered."""
    outer = page.height / 9
    in_margin = box.center[1] < outer or box.center[1] > page.height - outer
    return in_margin and bool(_PAGE_NUMBER.fullmatch(text.strip()))


def pages_of(case: Case, document: Document) -> Iterator[Page]:
    """The document's pages, in order."""
    first, last = document.pages
    for page in case.dossier.pages:
        if page.file == document.file and first <= page.number <= last:
            yield page


def file_of(case: Case, document: Document) -> SourceFile | None:
    """The document's file, None when the dossier does not list it."""
    return next((f for f in case.dossier.files if f.name == document.file), None)
