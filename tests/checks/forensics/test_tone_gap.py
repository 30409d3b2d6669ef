from __future__ import annotations

import cv2
import numpy as np
import pytest

from checks.forensics.tone_gap import tone_gaps
from tests.checks.forensics.scans import Pixels, page, saved, scan, sheet

PLACE = np.s_[304:368, 232:424]  # the number in line 2, and paper around it


def toned(by: int, place: tuple[slice, slice] = PLACE) -> Pixels:
    """A scan whose ``place`` was cut out of another one with paper brighter by ``by`` grey levels."""
    pixels = scan(page(), seed=1, quality=90).copy()
    other = scan(page(), seed=2, quality=90).astype(int) + by
    pixels[place] = np.clip(other, 0, 255).astype(np.uint8)[place]
    return pixels


@pytest.mark.parametrize("by", [-7, -5, 5, 7])
@pytest.mark.parametrize("quality", [0, 85])
def test_a_piece_of_another_scan_with_other_paper_is_found(by: int, quality: int) -> None:
    (found,) = tone_gaps(sheet(saved(toned(by), quality)))
    assert abs(found.x0 * 8 - 232) <= 16 and abs(found.y1 * 8 - 368) <= 16


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("quality", [90, 60])
def test_honest_scans_have_one_tone(seed: int, quality: int) -> None:
    assert tone_gaps(sheet(scan(page(), seed=seed, quality=quality))) == []


def test_tinted_cells_highlighting_and_photographs_are_silent() -> None:
    assert tone_gaps(sheet(saved(toned(-24), 85))) == []
    picture = toned(0)
    picture[300:460, 700:820] = np.linspace(60, 200, 160).astype(np.uint8)[:, None, None]
    assert tone_gaps(sheet(saved(picture, 85))) == []


def test_a_shadow_without_edges_is_silent() -> None:
    pixels = scan(page(), quality=90).astype(np.float32)
    shade = np.zeros(pixels.shape[:2], np.float32)
    shade[PLACE] = -9
    shaded = np.clip(pixels + cv2.GaussianBlur(shade, (0, 0), 25)[..., None], 0, 255).astype(np.uint8)
    assert tone_gaps(sheet(saved(shaded, 85))) == []


def grained(by: int, noise: float) -> Pixels:
    """A quiet scan with a piece of one whose paper is brighter by ``by`` grey levels and has ``noise``."""
    pixels = scan(page(), seed=1, noise=1.5, quality=92).copy()
    other = scan(page(), seed=2, noise=noise, quality=92).astype(int) + by
    pixels[PLACE] = np.clip(other, 0, 255).astype(np.uint8)[PLACE]
    return saved(pixels, 92)


def test_a_far_brighter_piece_is_found_where_it_is_grainier_too() -> None:
    (found,) = tone_gaps(sheet(grained(13, 7.0)))
    assert abs(found.x0 * 8 - 232) <= 16 and abs(found.y1 * 8 - 368) <= 16


@pytest.mark.parametrize(
    ("by", "noise"),
    [
        (13, 1.5),  # a field left white on tinted paper
        (13, 0.0),  # or a label stuck on it
        (-24, 7.0),  # a field printed in dots
    ],
)
def test_white_fields_labels_and_screened_print_are_silent(by: int, noise: float) -> None:
    assert tone_gaps(sheet(grained(by, noise))) == []
