"""forensics.copy-move: characters or a seal of a scan that are copies of others on the same page (handbook F86)."""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Case, Check, CheckInfo, cannot_tell, each, found, not_applicable
from checks.forensics.clones import clones
from checks.forensics.grain import Rect, joined
from checks.forensics.issued import ISSUED
from checks.forensics.repeats import repeated_texture
from checks.forensics.same_seal import SAME, best_match
from checks.forensics.scanned import Scanned, scanned_pages
from checks.records import Coverage, Evidence, Finding
from extractors.records import Document

INFO = CheckInfo(
    code="forensics.copy-move",
    title="扫描图像内有字迹或印章逐像素重复",
    severity="suspect",
    kind="heuristic",
    rationale=(
        "同一个字印刷两次再扫描，颗粒和取样位置各不相同；两处字迹逐像素相同、且明显比同页其他相同的字更接近，"
        "说明其中一处可能由另一处复制而来。同页两处印章的着墨颗粒逐点相同，亦同。"
    ),
    innocent=(
        "数码排版直接导出的图像（相同的字本就逐像素相同）",
        "扫描软件按字形重复编码（JBIG2）",
        "同一页两处加盖同一电子印章",
    ),
    verify="请申报人提供原件当面核对该处内容，或由发证单位核实",
    handbook=("F86",),
    weight=3,
)
_BLIND = "同页可供比较的相同字太少，或图像没有扫描噪声、相同的字本就逐像素相同，不能判断"


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    looked = blind = 0
    for sheet in scanned_pages(case, document):
        looked += 1
        found_here = clones(sheet)
        blind += found_here is None
        if found_here is not None:
            yield from _seals(document, sheet)
        if not found_here:
            yield from _texture(document, sheet)
        if found_here:
            first = joined([c.first for c in found_here])
            second = joined([c.second for c in found_here])
            yield found(
                INFO,
                "该页两处字迹逐像素相同，明显比同页其他相同的字更接近，原因待核",
                [_place(document, sheet, first), _place(document, sheet, second)],
                explanation=f"差异为同页其他相同字之间通常差异的{round(100 * found_here[0].ratio)}%。",
            )
    if not looked:
        yield not_applicable(INFO, document, "没有整页扫描图像")
    elif blind == looked:
        yield cannot_tell(INFO, document, _BLIND)


def _texture(document: Document, sheet: Scanned) -> Iterator[Finding]:
    """A piece of the picture that stands on it a second time to the last bit."""
    repeat = repeated_texture(sheet)
    if repeat is not None:
        yield found(
            INFO,
            "该页两处图像逐像素相同，原因待核",
            [_place(document, sheet, repeat.first), _place(document, sheet, repeat.second)],
            explanation=f"按同一位移相同的8×8像素窗口有{repeat.count}处；未经改动的照片或扫描件通常不超过数处。",
        )


def _seals(document: Document, sheet: Scanned) -> Iterator[Finding]:
    """A seal that stands on the page a second time, the surest one."""
    pixels = sheet.original.pixels
    boxes = [s.bbox for s in document.seals if s.page == sheet.page.number]
    matches = [
        (match, rect)
        for rect in map(sheet.original.pixel_box, boxes)
        if (match := best_match(pixels, rect, pixels, same_page=True)) is not None and match.likeness >= SAME
    ]
    for match, rect in sorted(matches, key=lambda m: -m[0].likeness)[:1]:
        yield found(
            INFO,
            "该页两处印章的着墨颗粒逐点相同，原因待核",
            [_place(document, sheet, rect), _place(document, sheet, match.rect)],
            explanation=f"两处着墨细部的相关系数为{match.likeness:.2f}；分别盖印或印刷后扫描的通常低于0.50。",
        )


def _place(document: Document, sheet: Scanned, rect: Rect) -> Evidence:
    return Evidence(document=document.id, file=document.file, page=sheet.page.number, bbox=sheet.original.box(*rect))


CHECK = Check(info=INFO, run=each(INFO, ISSUED, look))
