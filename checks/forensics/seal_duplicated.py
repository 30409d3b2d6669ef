"""forensics.seal-duplicated: one seal picture, flaws and all, on two different papers (handbook F87, F88)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import msgspec
import numpy as np
from numpy.typing import NDArray

from checks.base import Case, Check, CheckInfo, found, not_applicable
from checks.forensics.grain import Rect
from checks.forensics.issued import ISSUED
from checks.forensics.pasted_seals import Pasted, pasted_seals, same_picture
from checks.forensics.same_seal import MOTTLED, SAME, Match, best_match, grain, pieces_alike
from checks.forensics.scanned import scanned_pages
from checks.records import Coverage, Evidence, Finding
from extractors.records import Document, DocumentType, Seal

INFO = CheckInfo(
    code="forensics.seal-duplicated",
    title="不同材料上的印章图像相同",
    severity="suspect",
    kind="heuristic",
    rationale=(
        "手工盖章每次的角度、着墨、颗粒都不同；两份纸质扫描件上的印章连同颗粒逐点相同，须核对原件。"
        "电子印章天然相同：连同周围版面一并相同的，视为同一电子版式，不在此列。"
        "文本PDF中的印章图片，只看着墨有颗粒、签发单位不是申报单位、日期和版式都不同而又未作电子签名的。"
    ),
    innocent=("电子印章", "预先套印印章的证书", "同一页被扫描两次"),
    verify="请申报人提供两份材料原件，核对印章是否实际加盖；向用印单位核实",
    handbook=("F87", "F88"),
    weight=3,
)
_MOST = 30  # seals of a dossier
_PRINTED_SEALS: tuple[DocumentType, ...] = ("patent_certificate", "software_copyright")
_LEAST = 40  # pixels
_AROUND = 0.35  # of the seal's size: the stretch around it that is compared as well

Pixels = NDArray[np.uint8]


class _Print(msgspec.Struct, frozen=True):
    document: Document
    seal: Seal
    pixels: Pixels  # the seal with what stands around it
    rect: Rect  # of the seal in ``pixels``


def run(case: Case) -> Iterator[Finding | Coverage]:
    prints = [p for d in case.of_type(*ISSUED) if d.seals for p in _prints(case, d)][:_MOST]
    pasted = pasted_seals(case)
    seen = {p.document.id for p in prints} | {p.document.id for p in pasted}
    for document in case.documents:
        if document.id in seen:
            yield Coverage(code=INFO.code, document=document.id, outcome="clear")
        else:
            yield not_applicable(INFO, document, "没有可比较的扫描印章")
    for one, other in combinations(prints, 2):
        if one.document.id != other.document.id and one.document.file != other.document.file:
            match = best_match(one.pixels, one.rect, other.pixels, same_page=False)
            if match is not None and _is_same(one, other, match) and not _one_form(one, other, match):
                yield _finding(one, other, match)
    for first, second, match in same_picture(pasted):
        yield _finding(first, second, match)


def _prints(case: Case, document: Document) -> Iterator[_Print]:
    """The seals on scanned pages. Ink without a scanner's grain is told from them by ``same_seal``."""
    for sheet in scanned_pages(case, document):
        height, width = sheet.grey.shape
        for seal in document.seals:
            if seal.page == sheet.page.number:
                x0, y0, x1, y1 = sheet.original.pixel_box(seal.bbox)
                if min(x1 - x0, y1 - y0) < _LEAST:
                    continue
                more = round(_AROUND * max(x1 - x0, y1 - y0))
                left, top = max(x0 - more, 0), max(y0 - more, 0)
                part = sheet.original.pixels[top : min(y1 + more, height), left : min(x1 + more, width)]
                yield _Print(document, seal, part.copy(), (x0 - left, y0 - top, x1 - left, y1 - top))


def _is_same(one: _Print, other: _Print, match: Match) -> bool:
    """Thick and thin ink says nothing where a register prints its one seal together with the certificate."""
    printed = one.document.type == other.document.type and one.document.type in _PRINTED_SEALS
    return match.likeness >= SAME or (match.mottle >= MOTTLED and not printed)


def _one_form(one: _Print, other: _Print, match: Match) -> bool:
    """What stands around the seals is the same to the pixel too: one electronic form, or one page scanned twice."""
    x0, y0, x1, y1 = one.rect
    a0, b0, *_ = match.rect
    left, top = min(x0, a0), min(y0, b0)
    right = min(one.pixels.shape[1] - x0, other.pixels.shape[1] - a0)
    bottom = min(one.pixels.shape[0] - y0, other.pixels.shape[0] - b0)
    if left < 0 or top < 0:
        return False
    here = one.pixels[y0 - top : y0 + bottom, x0 - left : x0 + right]
    there = other.pixels[b0 - top : b0 + bottom, a0 - left : a0 + right]
    around = np.ones(here.shape[:2], bool)
    around[top : top + y1 - y0, left : left + x1 - x0] = False
    return pieces_alike(grain(here), grain(there), around) >= SAME


def _finding(one: _Print | Pasted, other: _Print | Pasted, match: Match) -> Finding:
    if match.likeness >= SAME:
        measured = f"两处着墨细部的相关系数为{match.likeness:.2f}；分别盖印的通常低于0.50。"
    else:
        measured = f"两处着墨浓淡分布的相关系数为{match.mottle:.2f}；分别盖印的通常低于0.50。"
    return found(
        INFO,
        "两份材料上的印章图像连同着墨浓淡、颗粒相同，原因待核",
        [_place(one), _place(other)],
        explanation=measured,
    )


def _place(seal: _Print | Pasted) -> Evidence:
    return Evidence(
        document=seal.document.id,
        file=seal.document.file,
        page=seal.seal.page,
        bbox=seal.seal.bbox,
        text=seal.seal.text,
    )


CHECK = Check(info=INFO, run=run)
