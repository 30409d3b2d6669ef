"""completeness.missing-signature: a place for the applicant's own signature that is blank."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks import ink
from checks.base import Case, Check, CheckInfo, cannot_tell, each, found, not_applicable
from checks.locate import pages
from checks.records import Coverage, Evidence, Finding
from extractors.records import Document, DocumentType, Signature
from ingest.geometry import Box

INFO = CheckInfo(
    code="completeness.missing-signature",
    title="签名处空白",
    severity="missing",
    kind="deterministic",
    rationale="诚信承诺书、申报表须由申报人本人签名。签名栏既未读到文字、图像上也没有笔迹的列出。",
    innocent=("签名在另一页", "通过平台电子签名", "笔迹过淡"),
    verify="请申报人在签名处手写签名后重新提交",
    handbook=("F07",),
    weight=2,
)
TYPES: tuple[DocumentType, ...] = ("integrity_pledge", "application_form")
OWN = re.compile("本人|申报人|申请人|承诺人")
HIGH = 8.0  # points around the place on a scan in which a signature may stand as well
BLANK = 0.002  # share of dark pixels that dust and compression leave in an empty place


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    places = [s for s in document.signatures if OWN.search(s.role) or document.type == "integrity_pledge"]
    if not places:
        yield not_applicable(INFO, document, "未见本人签名栏")
        return
    if any(place.present == "yes" for place in places):
        return
    blank = [place for place in places if _is_blank(case, document, place)]
    if len(blank) < len(places):
        yield cannot_tell(INFO, document, "签名处是否有笔迹未能确定，请人工查看")
        return
    for place in blank:
        where = Evidence(document=document.id, file=document.file, page=place.page, bbox=place.bbox, text=place.role)
        yield found(INFO, f"“{place.role}”处空白，未见本人签名", [where])


def _is_blank(case: Case, document: Document, place: Signature) -> bool:
    """Nothing was read there, and the picture shows no ink there either."""
    picture = ink.picture(case, document, place.page)
    if picture is None:
        return False
    share = None
    if place.present == "no":
        share = ink.dark_share(picture, place.bbox)
    elif document.type == "integrity_pledge":  # one line to sign; forms have theirs in crowded cells
        share = ink.dark_share(picture, place.bbox.padded(HIGH), _print(case, document, place))
    return share is not None and share < BLANK


def _print(case: Case, document: Document, place: Signature) -> list[Box]:
    """What was read around the place on a scan: the label itself, the date, neighbouring lines."""
    return [
        page.displayed(w.box).padded(1)
        for page in pages(case, document)
        if page.number == place.page
        for w in page.words
    ]


CHECK = Check(info=INFO, run=each(INFO, TYPES, look))
