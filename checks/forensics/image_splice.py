"""forensics.image-splice: part of a scan does not share the rest's noise, tone of paper, or saving history (F85)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checks.base import Case, Check, CheckInfo, cannot_tell, each, found, not_applicable
from checks.forensics.ghosts import ghost_regions
from checks.forensics.issued import ISSUED
from checks.forensics.noise_gap import noise_gaps, painted
from checks.forensics.scanned import BLOCK, Region, Scanned, scanned_pages
from checks.forensics.tone_gap import tone_gaps
from checks.records import Coverage, Evidence, Finding
from extractors.records import Document

INFO = CheckInfo(
    code="forensics.image-splice",
    title="扫描图像局部与其余部分来源不同",
    severity="suspect",
    kind="heuristic",
    rationale=(
        "一次扫描得到的图像，各处噪声、纸色与压缩痕迹一致；局部没有扫描噪声，纸色成块不同，或压缩痕迹与其余部分不同，"
        "说明该处可能在扫描之后另行填涂或粘贴。"
    ),
    innocent=(
        "扫描软件局部增强、去污、加戳",
        "表格浅色底纹、原件上粘贴的字条",
        "局部重新扫描拼接",
        "手机修图或美化",
        "扫描后遮蔽个人信息",
    ),
    verify="请申报人提供原件当面核对该处内容，或由发证单位核实",
    handbook=("F85", "F33"),
    weight=2,
)
_SHOWN = 3  # areas of one page
_MARGIN = 0.06  # of the page's height: scanning programs sign there
_NOISE = "该处没有其余部分所具有的扫描噪声"
_PATCH = "该处底色均匀而与全页纸色不同"
_TONE = "该处纸色与周围纸色不同，边缘齐直"
_GHOST = "该处的压缩痕迹与其余部分不同"
_BLIND = "图像噪声与先前的压缩痕迹不可辨（背景漂白、强压缩，或由程序生成、只存过一次），不能判断"


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    looked = blind = 0
    for sheet in scanned_pages(case, document):
        looked += 1
        gaps, ghosts = noise_gaps(sheet), ghost_regions(sheet)
        patches = [] if document.type == "identity_card" else painted(sheet)  # a card lies on a sheet of other paper
        blind += gaps is None and ghosts is None and not patches
        yield from _findings(document, sheet, gaps or [], _NOISE)
        yield from _findings(document, sheet, patches or [], _PATCH)
        told = [*(gaps or []), *(patches or [])]
        tones = [t for t in tone_gaps(sheet) if not _meets(t, told)]
        yield from _findings(document, sheet, tones, _TONE)
        yield from _findings(document, sheet, [g for g in ghosts or [] if not _meets(g, [*told, *tones])], _GHOST)
    if not looked:
        yield not_applicable(INFO, document, "没有整页扫描图像")
    elif blind == looked:
        yield cannot_tell(INFO, document, _BLIND)


def _findings(document: Document, sheet: Scanned, areas: Sequence[Region], why: str) -> Iterator[Finding]:
    for area in areas[:_SHOWN]:
        box = sheet.original.box(area.x0 * BLOCK, area.y0 * BLOCK, area.x1 * BLOCK, area.y1 * BLOCK)
        outer = _MARGIN * sheet.page.height
        if box.y1 < outer or box.y0 > sheet.page.height - outer:
            continue
        yield found(
            INFO,
            f"{why}，原因待核",
            [Evidence(document=document.id, file=document.file, page=sheet.page.number, bbox=box)],
            explanation=f"该处共{area.count}个8×8像素块与全页统计不符。",
        )


def _meets(area: Region, others: Sequence[Region]) -> bool:
    return any(area.x0 < o.x1 and o.x0 < area.x1 and area.y0 < o.y1 and o.y0 < area.y1 for o in others)


CHECK = Check(info=INFO, run=each(INFO, ISSUED, look))
