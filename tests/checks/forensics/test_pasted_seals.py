from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader

from checks.engine import run_check
from checks.forensics.seal_duplicated import CHECK
from checks.records import Finding
from extractors.records import Document, Seal
from ingest.geometry import Box
from ingest.records import Dossier, Page, Provenance, SignatureReport, SourceFile
from tests.checks.builders import case, document
from tests.ingest.sheets import HEIGHT, digital

BOX = Box(300, 500, 416, 616)
ISSUER, EMPLOYER = "陆良县农业农村局", "陆良县农业技术推广中心"
PROSE = "兹证明张三参加我单位高标准农田建设项目，担任技术负责人，工作成果已通过验收并投入使用。"
TABLE = "工作业绩证明 项目名称 蔬菜标准化种植示范 项目规模 示范面积 主要工作 品种引进和田间试验"


def seal(seed: int | None) -> Image.Image:
    """A seal's picture with a scan's grain in its ink; None gives an electronic one of even colour."""
    stamp = Image.new("RGBA", (400, 400), (200, 30, 40, 0))
    draw = ImageDraw.Draw(stamp)
    draw.ellipse((10, 10, 390, 390), outline=(205, 30, 40, 255), width=14)
    draw.polygon([(200, 130), (270, 320), (115, 195), (285, 195), (130, 320)], fill=(205, 30, 40, 255))
    if seed is not None:
        pixels = np.asarray(stamp).copy()
        grain = np.random.default_rng(seed).normal(190, 45, pixels.shape[:2])
        pixels[..., 3] = np.where(pixels[..., 3] > 0, np.clip(grain, 60, 255), 0)
        stamp = Image.fromarray(pixels)
    return stamp


def looked_at(folder: Path, *papers: tuple[Image.Image, dict[str, Any]], signed: bool = False) -> list[Finding]:
    documents: list[Document] = [document("application_form", {"employer": EMPLOYER}, id="d00")]
    files, pages = [], []
    for number, (stamp, values) in enumerate(papers, start=1):
        name, text = f"{number}.pdf", values.pop("text", (PROSE, TABLE)[number % 2])
        bottom = HEIGHT - BOX.y1
        path = digital(
            folder / name,
            lambda canvas, stamp=stamp, bottom=bottom: canvas.drawImage(
                ImageReader(stamp), BOX.x0, bottom, BOX.width, BOX.height, mask="auto"
            ),
        )
        facts = {"issuer": ISSUER, "issue_date": f"20{17 + number}-05-16"} | values
        paper = document("merit_proof", facts, id=f"d{number:02d}", text=text)
        documents.append(
            msgspec.structs.replace(paper, file=name, seals=(Seal(page=1, bbox=BOX.padded(-4)),), pages=(1, 1))
        )
        report = SignatureReport(field="s", page=1, intact="yes", covers="file")
        provenance = Provenance(signature_reports=(report,)) if signed else Provenance()
        files.append(
            SourceFile(name=name, path=str(path), sha256=str(number) * 64, size=1, kind="pdf", provenance=provenance)
        )
        pages.append(Page(file=name, number=1, width=595, height=842, source="text"))
    whole = Dossier(id="case", path="case", files=tuple(files), pages=tuple(pages))
    return run_check(CHECK, case(*documents, dossier=whole))[0]


def test_one_grainy_picture_on_two_papers_of_another_body_is_told_at_both(tmp_path: Path) -> None:
    (finding,) = looked_at(tmp_path, (seal(1), {}), (seal(1), {}))
    assert {e.document for e in finding.evidence} == {"d01", "d02"}
    assert finding.certainty == "heuristic"


@pytest.mark.parametrize(
    ("first", "second", "more"),
    [
        (1, 2, {}),  # two impressions
        (None, None, {}),  # an electronic seal of even colour
        (1, 1, {"issuer": EMPLOYER}),  # the employer's own papers
        (1, 1, {"issue_date": "2018-05-16"}),  # issued on one day
        (1, 1, {"text": PROSE}),  # one template
    ],
)
def test_electronic_seals_are_silent(
    tmp_path: Path, first: int | None, second: int | None, more: dict[str, str]
) -> None:
    assert looked_at(tmp_path, (seal(first), {**more}), (seal(second), {**more})) == []


def test_signed_files_are_silent(tmp_path: Path) -> None:
    assert looked_at(tmp_path, (seal(1), {}), (seal(1), {}), signed=True) == []
