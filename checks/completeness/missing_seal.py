"""completeness.missing-seal: a certificate that lives by its seal and bears no coloured ink at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from checks import ink
from checks.base import Case, Check, CheckInfo, cannot_tell, each, found, not_applicable, whole
from checks.records import Coverage, Finding
from checks.wording import likeness
from extractors.records import Document, DocumentType

INFO = CheckInfo(
    code="completeness.missing-seal",
    title="未见印章",
    severity="missing",
    kind="deterministic",
    rationale="证书、证明须由出具单位盖章。卷内其他证书、证明大多见有印章，而本件彩色页面上既未识别到印章、"
    "也没有大小、形状近似印章的彩色印迹的列出；黑白扫描件及整卷不显印章的电子件无从判断，不列。",
    innocent=("印章在另一页", "印迹过淡", "电子证照以数字签名代替印章"),
    verify="请申报人核对原件，提交加盖公章的扫描件",
    handbook=("F08", "F71"),
    weight=2,
)
TYPES: tuple[DocumentType, ...] = (
    "diploma",
    "degree_certificate",
    "title_certificate",
    "appointment",
    "award_certificate",
    "service_proof",
    "employer_publicity",
    "continuing_education",
    "annual_appraisal",
    "project_proof",
    "merit_proof",
)
WITNESSES = 2  # so many other papers of the dossier must show seals, and at least half of them
KNOWN = 0.8  # how surely a document must be of its type before something is missed on it
OWN = 90.0  # likeness of a seal's text to the employer's name
SEAL = 75.0  # points: a unit's seal is 120 wide and covers the date or the name above it
NO_INK = 0.0002  # a seal of 4 cm covers twenty times as much of an A4 page

_BEARS_NONE = re.compile(r"^.{0,12}(?:教案|教学设计|(?:国家|行业|地方|团体|企业)标准)(?:首页)?$", re.MULTILINE)


_HAN = re.compile(r"[\u4e00-\u9fff]{2}")
_LATIN = re.compile(r"[A-Za-z]{3}")


def _is_foreign(text: str) -> bool:
    """Whether a paper is printed in another language alone: universities abroad sign where Chinese ones seal."""
    return bool(_LATIN.search(text)) and not _HAN.search(text)


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    if document.seals:
        yield from _receiver(case, document)
        return
    if document.type == "merit_proof" and _BEARS_NONE.search(re.sub(r"[^\S\n]", "", document.text)):
        yield not_applicable(INFO, document, "教案、标准文本本身不盖章")
        return
    if document.type in ("diploma", "degree_certificate") and _is_foreign(document.text):
        yield not_applicable(INFO, document, "外文证书，是否盖章从其本国习惯")
        return
    if document.confidence < KNOWN:
        yield cannot_tell(INFO, document, "材料类型未能确定，是否须盖章请人工查看")
        return
    numbers = range(document.pages[0], document.pages[1] + 1)
    pictures = [p for n in numbers if (p := ink.picture(case, document, n)) is not None]
    if len(pictures) < len(numbers):
        yield cannot_tell(INFO, document, "页面图像未能生成，无从查看印章")
    elif any(map(_may_be_sealed, pictures)) and not _closing_is_bare(case, document):
        yield cannot_tell(INFO, document, "页面有彩色印迹，但未能识别为印章，请人工查看")
    elif document.source != "text" and any(map(ink.is_colourless, pictures)):
        yield cannot_tell(INFO, document, "页面为黑白扫描，印章无从分辨，请人工查看")
    elif document.source != "text" and any(map(ink.shows_grey_ring, pictures)):
        yield cannot_tell(INFO, document, "页面有近似印章的非彩色圆形印迹，可能为复印件，请人工查看")
    elif not _seals_are_usual(case, document):
        yield cannot_tell(INFO, document, "卷内同类材料大多不显印章，可能为电子件，请人工查看")
    else:
        yield found(INFO, "该材料各页未见印章，请补交加盖公章的扫描件", [whole(document)])


def _receiver(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    """A proof of service that only the applicant's own employer sealed (handbook F71)."""
    own = case.applicant.get("employer", "")
    texts = [seal.text for seal in document.seals]
    if document.type == "service_proof" and own and all(texts) and all(likeness(t, own) >= OWN for t in texts):
        message = f"服务证明仅盖有申报人所在单位“{own}”的印章，未见接收单位或派出部门印章"
        yield found(INFO, message, [whole(document)], severity="notice", verify="请接收单位或组织、主管部门补充确认")


def _may_be_sealed(picture: NDArray[np.uint8]) -> bool:
    return ink.coloured_share(picture) >= NO_INK and ink.shows_seal(picture)


def _closing_is_bare(case: Case, document: Document) -> bool:
    """Whether a page has no seal around its date, where seals stand: what is coloured is then a photograph, an emblem
    or a title."""
    dates = document.all("issue_date")
    pages = [(fact, ink.picture(case, document, fact.page)) for fact in dates]
    return bool(dates) and all(
        picture is not None and not ink.shows_seal(picture, fact.bbox.padded(SEAL)) for fact, picture in pages
    )


def _seals_are_usual(case: Case, document: Document) -> bool:
    others = [bool(other.seals) for other in case.of_type(*TYPES) if other.id != document.id]
    return sum(others) >= max(WITNESSES, len(others) / 2)


CHECK = Check(info=INFO, run=each(INFO, TYPES, look))
