from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from checks.engine import run_check
from checks.forensics.seal_duplicated import CHECK
from checks.records import Finding
from extractors.records import Document, DocumentType, Seal
from ingest.geometry import Box
from ingest.records import Dossier, Page, SourceFile
from tests.checks.builders import case
from tests.checks.forensics.scans import Pixels, page, scan, stored

PLACE = (700, 700, 900, 900)


def sealed(turn: float = 0) -> Image.Image:
    stamp = Image.new("RGBA", (200, 200), (0, 0, 0, 0))
    draw = ImageDraw.Draw(stamp)
    draw.ellipse((8, 8, 192, 192), outline=(205, 30, 40, 230), width=7)
    draw.polygon([(100, 60), (130, 140), (60, 90), (140, 90), (70, 140)], fill=(205, 30, 40, 230))
    image = page().convert("RGBA")
    image.alpha_composite(stamp.rotate(turn), PLACE[:2])
    return image.convert("RGB")


def looked_at(folder: Path, *pictures: Pixels, kind: DocumentType = "award_certificate") -> list[Finding]:
    documents, files, pages = [], [], []
    for number, pixels in enumerate(pictures, start=1):
        path = stored(folder / f"d{number:02d}.png", pixels)
        seal = Seal(page=1, bbox=Box(*(v * 0.5 for v in PLACE)))
        documents.append(
            Document(
                id=f"d{number:02d}",
                file=path.name,
                pages=(1, 1),
                type=kind,
                confidence=0.9,
                source="ocr",
                sha256=str(number) * 64,
                seals=(seal,),
            )
        )
        files.append(SourceFile(name=path.name, path=str(path), sha256=str(number) * 64, size=1, kind="image"))
        pages.append(Page(file=path.name, number=1, width=500, height=500, source="ocr"))
    dossier = Dossier(id="case", path="case", files=tuple(files), pages=tuple(pages))
    return run_check(CHECK, case(*documents, dossier=dossier))[0]


def test_a_seal_cut_from_another_scan_is_found_on_both(tmp_path: Path) -> None:
    giver, taker = scan(sealed(), seed=1, quality=90), scan(sealed(30), seed=2, quality=90).copy()
    taker[690:910, 690:910] = giver[690:910, 690:910]
    (finding,) = looked_at(tmp_path, giver, taker)
    assert {e.document for e in finding.evidence} == {"d01", "d02"}
    assert finding.certainty == "heuristic"


def test_two_impressions_of_one_seal_are_innocent(tmp_path: Path) -> None:
    assert looked_at(tmp_path, scan(sealed(), seed=1), scan(sealed(4), seed=2)) == []
    assert looked_at(tmp_path, scan(sealed(), seed=3), scan(sealed(), seed=4)) == []


def test_one_electronic_form_is_innocent_though_it_has_grain(tmp_path: Path) -> None:
    grainy = scan(sealed(), seed=5, quality=90)
    assert looked_at(tmp_path, grainy, grainy.copy()) == []


def test_electronic_seals_without_a_scanners_noise_are_innocent(tmp_path: Path) -> None:
    clean = np.asarray(sealed())
    assert looked_at(tmp_path, clean, clean) == []


def blotched(seed: int) -> Image.Image:
    """A page with a hand-pressed seal: its ink is thick here and thin there, each time in another way."""
    rng = np.random.default_rng(seed)
    stamp = Image.new("RGBA", (200, 200), (0, 0, 0, 0))
    draw = ImageDraw.Draw(stamp)
    draw.ellipse((8, 8, 192, 192), outline=(205, 30, 40, 230), width=14)
    draw.polygon([(100, 45), (135, 150), (45, 85), (155, 85), (65, 150)], fill=(205, 30, 40, 230))
    noise = Image.fromarray((rng.random((14, 14)) * 255).astype("uint8")).resize((200, 200), Image.Resampling.BICUBIC)
    pixels = np.asarray(stamp).copy()
    pixels[..., 3] = (pixels[..., 3] * (0.55 + 0.45 * np.asarray(noise) / 255)).astype("uint8")
    image = page().convert("RGBA")
    image.alpha_composite(Image.fromarray(pixels), PLACE[:2])
    return image.convert("RGB")


def test_a_copied_seal_is_known_by_its_thick_and_thin_ink_when_saving_took_the_grain(tmp_path: Path) -> None:
    pictures = scan(blotched(1), seed=11, quality=70), scan(blotched(1), seed=12, quality=60)
    (finding,) = looked_at(tmp_path, *pictures)
    assert "浓淡分布" in finding.explanation


def test_the_seal_that_a_register_prints_with_its_certificates_is_innocent(tmp_path: Path) -> None:
    pictures = scan(blotched(1), seed=11, quality=70), scan(blotched(1), seed=12, quality=60)
    assert looked_at(tmp_path, *pictures, kind="patent_certificate") == []


@pytest.mark.parametrize("other", range(2, 8))
def test_two_impressions_at_one_angle_are_innocent_in_their_own_blotches(tmp_path: Path, other: int) -> None:
    assert looked_at(tmp_path, scan(blotched(1), seed=11), scan(blotched(other), seed=10 + other)) == []
