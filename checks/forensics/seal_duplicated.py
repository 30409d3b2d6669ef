"""forensics.seal-duplicated: one seal picture, flaws and all, on two different papers (handbook F87, F88)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import msgspec
import numpy as np
from numpy.typing import NDArray

from checks.base import Case, Check, CheckInfo, found, not_applicable
from checks.forensics.issued import ISSUED
from checks.forensics.scanned import scanned_pages
from checks.records import Coverage, Evidence, Finding
from extractors.records import Document, Seal

INFO = CheckInfo(
    code="forensics.seal-duplicated",
    title="不同材料上的印章图像相同",
    severity="suspect",
    kind="heuristic",
    rationale=(
        "手工盖章每次的角度、着墨、颗粒都不同；两份纸质扫描件上的印章连同颗粒逐像素相同，须核对原件。"
        "电子印章天然相同，未经扫描的图像不在此列。"
    ),
    innocent=("电子印章", "预先套印印章的证书", "同一页被扫描两次"),
    verify="请申报人提供两份材料原件，核对印章是否实际加盖；向用印单位核实",
    handbook=("F87", "F88"),
    weight=3,
)
_SAME_GRAIN = 0.7  # correlation of the noise where both fit best; two impressions stay below 0.6
_LEAST_EVEN = 400  # pixels to compare
_STEEP = 24.0  # Sobel slope of the blurred picture at an outline
_MOST = 30  # seals of a dossier


class _Print(msgspec.Struct, frozen=True):
    document: Document
    seal: Seal
    grey: NDArray[np.float32]


def run(case: Case) -> Iterator[Finding | Coverage]:
    prints = [p for d in case.of_type(*ISSUED) if d.seals for p in _prints(case, d)][:_MOST]
    seen = {p.document.id for p in prints}
    for document in case.documents:
        if document.id in seen:
            yield Coverage(code=INFO.code, document=document.id, outcome="clear")
        else:
            yield not_applicable(INFO, document, "没有可比较的扫描印章")
    for one, other in combinations(prints, 2):
        if one.document.id != other.document.id and one.document.file != other.document.file:
            likeness = _same_grain(one.grey, other.grey)
            if likeness >= _SAME_GRAIN:
                yield _finding(one, other, likeness)


def _prints(case: Case, document: Document) -> Iterator[_Print]:
    """The seals on scanned pages that still carry a scanner's noise; without it nothing tells paper from pixels."""
    for sheet in scanned_pages(case, document):
        for seal in document.seals:
            if seal.page == sheet.page.number and sheet.level:
                x0, y0, x1, y1 = sheet.original.pixel_box(seal.bbox)
                if min(x1 - x0, y1 - y0) >= 40:
                    yield _Print(document, seal, sheet.grey[y0:y1, x0:x1])


def _same_grain(one: NDArray[np.float32], other: NDArray[np.float32]) -> float:
    """The correlation of the noise of the one's middle with the other's, where both fit best, -1 to 1.

    Outlines fit for any two impressions at one angle; only pixels away from them are compared.
    """
    import cv2

    height, width = one.shape
    top, left = height // 6, width // 6
    middle = one[top : height - top, left : width - left]
    if middle.shape[0] > other.shape[0] or middle.shape[1] > other.shape[1]:
        return 0.0
    fit = cv2.matchTemplate(_grain(other), _grain(middle), cv2.TM_CCOEFF_NORMED)
    y, x = np.unravel_index(int(fit.argmax()), fit.shape)
    there = other[y : y + middle.shape[0], x : x + middle.shape[1]]
    even = _even(middle) & _even(there)
    if even.sum() < _LEAST_EVEN:
        return 0.0
    return float(np.corrcoef(_grain(middle)[even], _grain(there)[even])[0, 1])


def _grain(grey: NDArray[np.float32]) -> NDArray[np.float32]:
    """What a small blur takes away."""
    import cv2

    return np.asarray(grey - cv2.GaussianBlur(grey, (0, 0), 1.2), dtype=np.float32)


def _even(grey: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Pixels away from outlines: the blurred picture hardly changes around them."""
    import cv2

    smooth = cv2.GaussianBlur(grey, (0, 0), 2.0)
    slope = np.hypot(cv2.Sobel(smooth, cv2.CV_32F, 1, 0), cv2.Sobel(smooth, cv2.CV_32F, 0, 1))
    return np.asarray(slope < _STEEP)


def _finding(one: _Print, other: _Print, likeness: float) -> Finding:
    return found(
        INFO,
        "两份材料上的印章图像连同扫描颗粒相同，原因待核",
        [_place(one), _place(other)],
        explanation=f"两处印章细部的相关系数为{likeness:.2f}；分别盖印的印章通常低于0.60。",
    )


def _place(seal: _Print) -> Evidence:
    return Evidence(
        document=seal.document.id,
        file=seal.document.file,
        page=seal.seal.page,
        bbox=seal.seal.bbox,
        text=seal.seal.text,
    )


CHECK = Check(info=INFO, run=run)
