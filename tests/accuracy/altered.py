"""``python -m tests.accuracy.altered``: genuine certificates, altered on the fly and left alone, for the pixel checks.

The certificates lie in ``../shared/data/certificates`` and are never copied into the repository; without them the run
says so and measures nothing. Every paper meets every tool, saved in some of the ways below; certificates ``HELD_OUT``
were not looked at while thresholds were set and are counted apart.
"""

from __future__ import annotations

import argparse
import dataclasses
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

import msgspec
import numpy as np
from PIL import Image

from checks.base import Check
from checks.engine import run_check
from checks.forensics import copy_move, edited_by_image_editor, image_splice, seal_duplicated
from checks.records import Finding
from extractors.records import Document, Seal
from ingest.geometry import Box
from ingest.reader import read_dossier
from ingest.records import Dossier, Page, SourceFile
from tests.checks.builders import case
from tests.factory import scans
from tests.factory.altering import TOOLS, NothingToAlterError, Paper, Pixels, Rect

CERTIFICATES = Path(__file__).parents[3] / "shared" / "data" / "certificates"
HELD_OUT = ("design_patent_05", "design_patent_06", "design_patent_07")
CHECKS: tuple[Check, ...] = (image_splice.CHECK, copy_move.CHECK, seal_duplicated.CHECK, edited_by_image_editor.CHECK)
_NEAR = 8  # pixels by which evidence may lie beside the altered place


@dataclasses.dataclass(frozen=True)
class Saving:
    """One way of saving: ``factor`` scales the pixels first; ``kind`` png, jpg or pdf."""

    name: str
    kind: str
    quality: int = 90
    factor: float = 1.0

    def write(self, pixels: Pixels, folder: Path) -> Path:
        image = Image.fromarray(pixels)
        if self.factor != 1:
            image = image.resize((round(image.width * self.factor), round(image.height * self.factor)))
        path = folder / f"saved.{self.kind}"
        if self.kind == "pdf":
            image.save(path, "PDF", resolution=200, quality=self.quality)
        else:
            image.save(path, quality=self.quality)
        return path


SAVINGS = (
    Saving("png", "png"),
    *(Saving(f"jpg {q}", "jpg", q) for q in (95, 90, 85, 80, 70, 60)),
    Saving("0.8 ×, jpg 85", "jpg", 85, 0.8),
    Saving("pdf, jpg 85", "pdf", 85),
)


def _plain(pixels: Pixels, rng: Random) -> Pixels:
    return pixels


def _grey(pixels: Pixels, rng: Random) -> Pixels:
    return np.asarray(Image.fromarray(pixels).convert("L").convert("RGB"))


def _twice(pixels: Pixels, rng: Random) -> Pixels:
    with tempfile.TemporaryDirectory() as folder:
        path = Saving("once", "jpg", rng.choice((70, 80, 90))).write(pixels, Path(folder))
        return np.asarray(Image.open(path).convert("RGB")).copy()


def _rescanned(pixels: Pixels, rng: Random) -> Pixels:
    scan = rng.choice((scans.flatbed, scans.phone))(rng)
    return np.asarray(scans.scan_page(Image.fromarray(pixels), scan, rng).image.convert("RGB")).copy()


HONEST: dict[str, Callable[[Pixels, Random], Pixels]] = {
    "as it is": _plain,
    "in grey": _grey,
    "saved twice": _twice,
    "scanned again": _rescanned,
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy.altered", description=__doc__)
    parser.add_argument("--savings", type=int, default=2, help="ways of saving for every paper and tool")
    parser.add_argument("--tools", nargs="*", default=sorted(TOOLS), help=", ".join(sorted(TOOLS)))
    parser.add_argument("--certificates", type=Path, default=CERTIFICATES, help="folder of the genuine certificates")
    parser.add_argument("--misses", action="store_true", help="list what was not found")
    arguments = parser.parse_args()
    if not arguments.certificates.is_dir():
        print(f"not measured: {arguments.certificates} is not there", file=sys.stderr)
        return 0
    sheets = _read(arguments.certificates)
    print(_altered(sheets, arguments.tools, arguments.savings, arguments.misses), flush=True)
    print(_honest(sheets, arguments.savings))
    return 0


@dataclasses.dataclass(frozen=True)
class _Sheet:
    paper: Paper
    page: Page


def _read(folder: Path) -> list[_Sheet]:
    """The originals as the program reads them, each knowing the others."""
    dossier = read_dossier(folder)
    sheets = []
    for page in dossier.pages:
        if page.source != "ocr":
            continue
        pixels = np.asarray(Image.open(folder / page.file).convert("RGB")).copy()
        seals = [_rounded(m.box) for m in page.marks if m.kind == "seal"]
        sheets.append(_Sheet(Paper(page.file, pixels, page.words, seals), page))
    papers = [s.paper for s in sheets]
    return [
        _Sheet(dataclasses.replace(s.paper, others=[p for p in papers if p.name != s.paper.name]), s.page)
        for s in sheets
    ]


def read_papers(folder: Path) -> list[Paper]:
    """The genuine certificates with their words and seals, each knowing the others."""
    return [sheet.paper for sheet in _read(folder)]


def _rounded(box: Box) -> Rect:
    return round(box.x0), round(box.y0), round(box.x1), round(box.y1)


def _findings(sheet: _Sheet, pixels: Pixels, saving: Saving, seals: Sequence[Rect]) -> Iterator[Finding]:
    """What the pixel checks say of the picture; boxes are turned back to the pixels of ``pixels``."""
    with tempfile.TemporaryDirectory() as folder:
        path = saving.write(pixels, Path(folder))
        unit = 72 / 200 if saving.kind == "pdf" else 1.0
        scale = unit * saving.factor
        kind = "pdf" if saving.kind == "pdf" else "image"
        page = Page(
            file=path.name,
            number=1,
            width=round(pixels.shape[1] * saving.factor) * unit,
            height=round(pixels.shape[0] * saving.factor) * unit,
            source="ocr",
        )
        document = Document(
            id="d01",
            file=path.name,
            pages=(1, 1),
            type="patent_certificate",
            confidence=0.95,
            source="ocr",
            sha256="0" * 64,
            seals=tuple(Seal(page=1, bbox=Box(*(v * scale for v in seal))) for seal in seals),
        )
        file = SourceFile(name=path.name, path=str(path), sha256="0" * 64, size=1, kind=kind, page_count=1)
        dossier = Dossier(id="altered", path=folder, files=(file,), pages=(page,))
        for check in CHECKS:
            for finding in run_check(check, case(document, dossier=dossier))[0]:
                places = tuple(
                    msgspec.structs.replace(e, bbox=_scaled(e.bbox, 1 / scale)) if e.bbox else e
                    for e in finding.evidence
                )
                yield msgspec.structs.replace(finding, evidence=places)


def _scaled(box: Box, factor: float) -> Box:
    return Box(box.x0 * factor, box.y0 * factor, box.x1 * factor, box.y1 * factor)


def _points_at(finding: Finding, places: Sequence[Rect]) -> bool:
    near = [Box(*p).padded(_NEAR) for p in places]
    return any(e.bbox is not None and e.bbox.intersection(n) > 0 for e in finding.evidence for n in near)


def _altered(sheets: Sequence[_Sheet], tools: Sequence[str], savings: int, misses: bool) -> str:
    """Rates by tool, by way of saving, and by code; tuned and held-out papers apart."""
    tally: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for sheet in sheets:
        part = "held out" if sheet.paper.name.startswith(HELD_OUT) else "looked at"
        for tool in tools:
            rng = Random(f"{sheet.paper.name}:{tool}")
            for saving in rng.sample(SAVINGS, savings):
                try:
                    altered = TOOLS[tool](sheet.paper, rng)
                except NothingToAlterError:
                    continue
                seals = [*sheet.paper.seals, *(altered.places[1:] if tool == "seal-duplicated" else ())]
                codes = {
                    f.code for f in _findings(sheet, altered.pixels, saving, seals) if _points_at(f, altered.places)
                }
                if misses and not codes:
                    print(f"missed: {sheet.paper.name} {tool} {saving.name}", flush=True)
                for name in (f"tool {tool}", f"saved as {saving.name}", "all"):
                    tally[name, part].append(bool(codes))
                for check in CHECKS:
                    tally[f"code {check.info.code}", part].append(check.info.code in codes)
    rows = [
        f"| {name} | {_rate(tally[name, 'looked at'])} | {_rate(tally[name, 'held out'])} |"
        for name in sorted({n for n, _ in tally})
    ]
    return "\n".join(["| found | papers looked at | papers held out |", "| --- | --- | --- |", *rows])


def _rate(results: Sequence[bool]) -> str:
    return f"{sum(results) / len(results):.0%} ({sum(results)}/{len(results)})" if results else "–"


def _honest(sheets: Sequence[_Sheet], savings: int) -> str:
    """Findings on papers that were only saved or scanned again."""
    rows = []
    for name, change in HONEST.items():
        pages, found = 0, []
        for sheet in sheets:
            rng = Random(f"{sheet.paper.name}:{name}")
            for saving in rng.sample(SAVINGS, savings):
                pages += 1
                said = list(_findings(sheet, change(sheet.paper.pixels, rng), saving, sheet.paper.seals))
                found += [f"{sheet.paper.name} {saving.name}: {f.code}" for f in said]
        rows.append(f"| {name} | {pages} | {len(found)} | {'; '.join(found)} |")
    return "\n".join(["| unaltered | pages | findings | where |", "| --- | --- | --- | --- |", *rows])


if __name__ == "__main__":
    raise SystemExit(main())
