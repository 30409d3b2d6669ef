"""forensics.dates-implausible: a file's own dates that cannot be, or precede the document it shows (F83)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from checks.base import Case, Check, CheckInfo, each, found, not_applicable
from checks.forensics.issued import ISSUED, file_of
from checks.records import Coverage, Evidence, Finding
from extractors.records import Document
from ingest.records import Provenance

INFO = CheckInfo(
    code="forensics.dates-implausible",
    title="文件日期与材料日期不合常理",
    severity="suspect",
    kind="heuristic",
    rationale=(
        "扫描、拍摄或生成一份文件的时间不应早于该材料的落款日期，修改时间不应早于创建时间。"
        "晚于落款日期属正常（事后扫描、补打）。"
    ),
    innocent=("设备时钟不准", "落款日期识别误差", "提前制证", "软件保留模板的创建日期"),
    verify="请申报人提供原件；核对落款日期与发证单位存档",
    handbook=("F83",),
    weight=1,
)
_NO_CLOCK = 2001  # stamps before that year come from devices whose clock was never set
_SLACK = 2  # days: time zones, and certificates dated for the ceremony
_CLEAR = 0.9  # confidence of an issue date that may be held against a file's date


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    file = file_of(case, document)
    said = file.provenance if file else Provenance()
    made = _day(said.created) or _day(said.xmp_created)
    if made is None:
        yield not_applicable(INFO, document, "文件不含可用的创建时间")
        return
    changed = _day(said.modified)
    if changed and (made - changed).days > _SLACK:
        yield _found(document, f"文件修改时间（{changed}）早于创建时间（{made}），原因待核")
    fact = document.first("issue_date")
    if fact is None or not isinstance(fact.value, str) or fact.confidence < _CLEAR:
        return
    issued = _earliest(fact.value)
    if issued and (issued - made).days > _SLACK:
        yield found(
            INFO,
            f"材料落款日期为{fact.value}，而文件创建于{made}，早于落款日期，原因待核",
            [Evidence(document=document.id, file=document.file, page=fact.page, bbox=fact.bbox, text=fact.text)],
            explanation=f"生成程序：{said.producer or said.software or said.camera or '未载明'}。",
        )


def _found(document: Document, message: str) -> Finding:
    return found(INFO, message, [Evidence(document=document.id, file=document.file, page=document.pages[0])])


def _day(stamp: str) -> date | None:
    try:
        day = date.fromisoformat(stamp[:10])
    except ValueError:
        return None
    return day if day.year >= _NO_CLOCK else None


def _earliest(value: str) -> date | None:
    """The first day a date of any precision may mean."""
    parts = [int(p) for p in value.split("-") if p.isdecimal()]
    try:
        return date(*[*parts, 1, 1][:3]) if parts else None
    except ValueError:
        return None


CHECK = Check(info=INFO, run=each(INFO, ISSUED, look))
