from __future__ import annotations

import numpy as np
import pytest

from checks.forensics.clones import clones
from checks.forensics.same_seal import SAME, best_match
from tests.checks.forensics.scans import page, saved, scan, sheet
from tests.checks.forensics.test_seal_duplicated import PLACE, sealed


@pytest.mark.parametrize("quality", [0, 95])
def test_digits_copied_from_another_number_are_found_at_both_places(quality: int) -> None:
    pixels = scan(page(), quality=90).copy()
    strip = pixels[318:356, 250:330].copy()
    pixels[548:586, 560:640] = strip
    found = clones(sheet(saved(pixels, quality)))
    assert found
    assert any(540 <= rect[1] <= 590 for clone in found for rect in (clone.first, clone.second))
    assert any(310 <= rect[1] <= 360 for clone in found for rect in (clone.first, clone.second))


@pytest.mark.parametrize("seed", range(5))
def test_equal_digits_that_were_printed_and_scanned_are_innocent(seed: int) -> None:
    assert not clones(sheet(scan(page(), seed=seed, quality=85)))


def test_a_typeset_picture_repeats_its_characters_by_nature() -> None:
    assert not clones(sheet(np.asarray(page())))


@pytest.mark.parametrize("quality", [0, 90])
def test_a_seal_set_down_twice_is_found(quality: int) -> None:
    pixels = scan(sealed(), seed=6, quality=90).copy()
    pixels[100:300, 600:800] = pixels[PLACE[1] : PLACE[3], PLACE[0] : PLACE[2]]
    altered = saved(pixels, quality)
    match = best_match(altered, PLACE, altered, same_page=True)
    assert match is not None and match.likeness >= SAME
    assert abs(match.rect[0] - 600) <= 1 and abs(match.rect[1] - 100) <= 1


def test_a_seal_that_stands_once_is_not_found_again() -> None:
    pixels = scan(sealed(), seed=6)
    assert best_match(pixels, PLACE, pixels, same_page=True) is None
