from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from checks.corroboration import weighed
from checks.forensics.ghosts import ghost_regions
from checks.forensics.image_splice import CHECK
from checks.forensics.lattice import distance
from checks.forensics.noise_gap import noise_gaps, painted
from checks.forensics.scanned import by_block
from tests.checks.forensics.cases import seen
from tests.checks.forensics.scans import page, retyped, saved, scan, sheet, stored
from tests.checks.forensics.test_seal_duplicated import PLACE as SEAL
from tests.checks.forensics.test_seal_duplicated import sealed

PLACE = (240 // 8, 312 // 8, 410 // 8, 362 // 8)


def over_the_place(regions) -> bool:
    return any(r.x0 <= PLACE[2] and r.x1 >= PLACE[0] and r.y0 <= PLACE[3] and r.y1 >= PLACE[1] for r in regions or [])


@pytest.mark.parametrize("quality", [0, 95, 88])
def test_a_painted_over_number_lacks_the_scanners_noise(quality: int) -> None:
    altered = saved(retyped(scan(page(), quality=90)), quality)
    assert over_the_place(noise_gaps(sheet(altered)))


@pytest.mark.parametrize("quality", [0, 95])
def test_print_added_after_the_first_saving_does_not_fit_it(quality: int) -> None:
    altered = saved(retyped(scan(page(), quality=70)), quality)
    assert over_the_place(ghost_regions(sheet(altered)))


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("quality", [90, 75, 50])
def test_honest_scans_are_alike_all_over(seed: int, quality: int) -> None:
    honest = sheet(scan(page(), seed=seed, quality=quality))
    assert not noise_gaps(honest) and not ghost_regions(honest)


def test_a_scan_saved_twice_is_alike_all_over() -> None:
    assert not ghost_regions(sheet(saved(scan(page(), quality=70), 92)))


def test_a_bleached_page_cannot_be_judged_by_noise() -> None:
    assert noise_gaps(sheet(np.clip(scan(page()).astype(int) + 60, 0, 255).astype(np.uint8))) is None


def bleached(pixels):
    """As scanning programs of phones do it: the paper one level, print kept."""
    return np.where(pixels.min(axis=2, keepdims=True) > 190, 253, pixels).astype(np.uint8)


@pytest.mark.parametrize("quality", [0, 90, 75])
def test_white_paint_on_bleached_paper_has_a_level_of_its_own(quality: int) -> None:
    pixels = bleached(scan(page(), quality=90))
    assert painted(sheet(saved(pixels, quality))) == []
    pixels[312:362, 240:410] = 255
    assert over_the_place(painted(sheet(saved(pixels, quality))))


def test_the_finding_marks_the_place_in_points_and_is_a_hint_alone(tmp_path: Path) -> None:
    path = stored(tmp_path / "a.png", retyped(scan(page(), quality=90)))
    findings, _ = seen(CHECK, path=path, kind="image", page={})
    (finding,) = weighed(findings)
    box = finding.evidence[0].bbox
    assert finding.severity == "notice" and box is not None
    assert box.x0 < 410 * 0.595 and box.x1 > 240 * 0.595 and box.y0 < 362 * 0.842 and box.y1 > 312 * 0.842


def test_a_born_digital_page_is_not_applicable(tmp_path: Path) -> None:
    _, (row,) = seen(CHECK, path=stored(tmp_path / "a.png", scan(page())), kind="image", source="text")
    assert row.outcome == "not_applicable"


def test_print_whose_white_was_cut_off_is_no_former_saving() -> None:
    """Levels beyond white cannot be stored again, so that honest blocks change a little at the former quality too."""
    scanned = Path(__file__).parents[3] / "examples" / "clean-dossier" / "02_身份证.jpg"
    assert not ghost_regions(sheet(np.asarray(Image.open(scanned).convert("RGB"))))


def test_pasted_print_is_found_beside_blocks_that_were_cut_off() -> None:
    bright = scan(page(), quality=70)
    bright[:, 700:] = 255
    assert over_the_place(ghost_regions(sheet(saved(retyped(bright), 95))))


def rendered(quality: int = 85) -> np.ndarray:
    """A page as a program draws it, white and without noise, saved once."""
    return saved(np.where(np.asarray(page()) > 200, 255, np.asarray(page())).astype(np.uint8), quality).copy()


@pytest.mark.parametrize(("first", "then"), [(85, 0), (92, 0), (75, 95)])
def test_one_figure_copied_on_a_drawn_page_does_not_fit_the_first_saving(first: int, then: int) -> None:
    altered = rendered(first)
    altered[321:359, 293:315] = altered[541:579, 252:274].copy()
    assert over_the_place(ghost_regions(sheet(saved(altered, then))))


@pytest.mark.parametrize("then", [0, 85, 92])
def test_an_honest_drawn_page_saved_again_is_alike_all_over(then: int) -> None:
    assert not ghost_regions(sheet(saved(rendered(85), then)))


def test_a_page_saved_only_once_cannot_be_judged_by_a_former_saving(tmp_path: Path) -> None:
    assert ghost_regions(sheet(rendered(85))) is None
    _, (row,) = seen(CHECK, path=stored(tmp_path / "a.png", rendered(85)), kind="image", page={})
    assert row.outcome == "cannot_tell"


@pytest.mark.parametrize("copied", [True, False])
def test_a_seal_from_another_scan_does_not_fit_the_first_saving(copied: bool) -> None:
    pixels = scan(sealed(), seed=6, quality=75).copy()
    if copied:
        x0, y0, x1, y1 = SEAL
        pixels[100:300, 603:803] = scan(sealed(), seed=7, quality=60)[y0:y1, x0:x1]
    found = ghost_regions(sheet(saved(pixels, 95)))
    assert bool(found) is copied
    assert all(r.x0 * 8 >= 590 and r.y1 * 8 <= 310 for r in found or [])


@pytest.mark.parametrize("quality", [50, 75, 92])
def test_what_a_jpeg_opens_to_lies_on_its_lattice_though_levels_were_cut_off(quality: int) -> None:
    grey = saved(np.where(np.asarray(page()) > 200, 255, 40).astype(np.uint8), quality)[..., 0].astype(np.float32)
    blocks = by_block(grey[:, :400]).transpose(0, 2, 1, 3).reshape(-1, 8, 8)
    printed = blocks[blocks.std(axis=(1, 2)) > 20]
    there, beside = distance(printed, quality), distance(printed, quality - 5)
    assert np.median(there) < 1.0
    assert np.percentile(there, 95) < 0.5 * np.median(beside)
