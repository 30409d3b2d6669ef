"""forensics.text-overlaid: on an issued document something drawn later covers or replaces what is printed.

Read from the PDF's own objects (``ingest.overlays``), so a finding is a fact about the file, not an impression.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from checks.base import Case, Check, CheckInfo, each, found, not_applicable
from checks.forensics.issued import ISSUED, file_of, is_added_lawfully, is_page_number, pages_of
from checks.records import Coverage, Evidence, Finding
from extractors.records import Document, Fact
from ingest.geometry import Box
from ingest.records import Overlay, Page, SourceFile

INFO = CheckInfo(
    code="forensics.text-overlaid",
    title="原有内容被后加内容遮盖或替换",
    severity="suspect",
    kind="deterministic",
    rationale=(
        "扫描件应只有一幅页面图像；若图像之上另画色块、图片或文字，并遮住了原来印有的字迹，"
        "所见内容就不再是原件内容。页码、“与原件一致”字样、水印、识别用的不可见文字层不在此列。"
    ),
    innocent=("用PDF软件补填空白栏目", "遮蔽身份证号等个人信息", "重打模糊字迹", "加盖电子章或签名图片"),
    verify="请申报人提供原件当面核对；向发证单位核实被遮盖处的内容",
    handbook=("F79",),
    weight=3,
)
_ADDED_AFTER_SCAN = 12  # runs of text: more than that and the text is the page's own, set over a background picture
_READ_DPI = 200


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    file = file_of(case, document)
    if file is None or file.kind != "pdf":
        yield not_applicable(INFO, document, "非PDF文件，没有图层对象；图片内容另由图像检查查看")
        return
    for page in pages_of(case, document):
        overlays = [o for o in file.provenance.overlays if o.page == page.number]
        patches = [o for o in overlays if o.kind in ("patch-over-text", "patch-over-image", "image-over-image")]
        yield from (_covered(document, file, patch) for patch in patches if not _is_lawful(patch, page))
        bare = [o for o in overlays if not any(p.box.padded(2).intersection(o.box) > 0 for p in patches)]
        yield from _written(document, page, [o for o in bare if o.kind == "text-over-image"])
        yield from _struck(document, [o for o in bare if o.kind == "text-over-text"])


def _is_lawful(patch: Overlay, page: Page) -> bool:
    return bool(patch.text) and (is_page_number(patch.text, patch.box, page) or is_added_lawfully(patch.text))


def _covered(document: Document, file: SourceFile, patch: Overlay) -> Finding:
    """Print is hidden. With other words in its place it is a replacement; without, a deletion or a blacking-out."""
    beneath = patch.covered or _read_beneath(file, patch)
    what = {"image-over-image": "图片", "annotation": "批注"}.get(
        "annotation" if patch.origin == "annotation" else patch.kind, "色块"
    )
    hidden = f"其下原有内容识读为“{beneath}”" if beneath else "其下原有字迹未能识读"
    shown = f"，现显示为“{patch.text}”" if patch.text else ""
    replaced = bool(patch.text)
    return found(
        INFO,
        f"该处有后加的{what}遮盖了原有字迹{shown}，{hidden}，原因待核",
        [_evidence(document, patch.page, patch.box, beneath)],
        explanation="依据PDF文件内的图层对象：移去后加对象后，该处仍有印刷字迹。",
        severity="suspect" if replaced or not _is_dark(patch) else "notice",
        certainty="deterministic" if replaced else "heuristic",
    )


def _is_dark(patch: Overlay) -> bool:
    """Black bars hide personal data openly; nobody mistakes them for the document's own paper."""
    if not patch.colour:
        return False
    red, green, blue = (int(patch.colour[at : at + 2], 16) for at in (1, 3, 5))
    return 0.3 * red + 0.59 * green + 0.11 * blue < 128


def _read_beneath(file: SourceFile, patch: Overlay) -> str:
    """What a reading of the page without its patches gives there; "" when it cannot be read."""
    from ingest.ocr import read_crop
    from ingest.overlays import uncovered

    try:
        grey = uncovered(Path(file.path), patch.page, _READ_DPI)
        scale = _READ_DPI / 72
        box = patch.box.padded(3)
        rows = slice(max(int(box.y0 * scale), 0), max(int(box.y1 * scale), 0))
        columns = slice(max(int(box.x0 * scale), 0), max(int(box.x1 * scale), 0))
        crop = np.repeat(grey[rows, columns, None], 3, axis=2)
        return " ".join(word.text for word in read_crop(crop))[:100] if crop.size else ""
    except (OSError, RuntimeError, ValueError, LookupError):
        return ""


def _written(document: Document, page: Page, runs: Sequence[Overlay]) -> Iterator[Finding]:
    """Visible words drawn over a scan, in the place of a value that the document is read for."""
    runs = [run for run in runs if not is_page_number(run.text, run.box, page) and not is_added_lawfully(run.text)]
    if not runs or len(runs) > _ADDED_AFTER_SCAN:
        return
    facts = [f for f in document.facts if f.page == page.number]
    struck = [(run, fact) for run in runs if (fact := _fact_at(facts, run.box))]
    drawn = {fact for _, fact in struck}
    if len(drawn) > 0.5 * len(facts):  # a form printed on a picture: every value is typed, none is replaced
        return
    for run, fact in struck:
        yield found(
            INFO,
            f"该页为扫描图像，但“{run.text}”一处为图像之上后加的文字，不属于扫描内容，原因待核",
            [_evidence(document, page.number, run.box, run.text)],
            explanation=f"该处被识读为“{fact.text}”；页面其余内容均在扫描图像之内。",
        )


def _fact_at(facts: Sequence[Fact], box: Box) -> Fact | None:
    return next((f for f in facts if f.bbox.intersection(box) > 0.3 * min(f.bbox.area, box.area)), None)


def _struck(document: Document, collisions: Sequence[Overlay]) -> Iterator[Finding]:
    for overlay in collisions:
        yield found(
            INFO,
            f"该处“{overlay.text}”与“{overlay.covered}”两段文字重叠，原因待核",
            [_evidence(document, overlay.page, overlay.box, overlay.covered)],
            certainty="heuristic",
            weight=2,
        )


def _evidence(document: Document, page: int, box: Box, text: str) -> Evidence:
    return Evidence(document=document.id, file=document.file, page=page, bbox=box, text=text)


CHECK = Check(info=INFO, run=each(INFO, ISSUED, look))
