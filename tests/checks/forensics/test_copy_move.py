from __future__ import annotations

import numpy as np
import pytest

from checks.forensics.clones import clones
from tests.checks.forensics.scans import page, saved, scan, sheet


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
