from __future__ import annotations

import numpy as np
import pytest

from checks.forensics.clones import Match, clones, singled_out
from checks.forensics.grain import SAME_GRAIN, grain_of, likeness
from checks.forensics.repeats import repeated_texture
from checks.forensics.same_seal import SAME, best_match
from checks.forensics.shared_noise import beyond
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


@pytest.mark.parametrize(("down", "told"), [(230, True), (0, False)])
def test_one_character_alone_is_told_only_across_lines(down: int, told: bool) -> None:
    """In one line of print the pixels of equal characters fall alike by chance."""
    pixels = scan(page(), quality=90).copy()
    pixels[322 + down : 361 + down, 679:716] = pixels[322:361, 179:216]
    assert bool(clones(sheet(pixels))) is told


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


def photograph(seed: int = 1) -> np.ndarray:
    return np.random.default_rng(seed).normal(120, 12, (400, 400, 1)).clip(0, 255).astype(np.uint8).repeat(3, axis=2)


def test_a_piece_of_a_photograph_set_down_again_is_found_at_both_places() -> None:
    pixels = photograph()
    pixels[250:314, 300:364] = pixels[40:104, 50:114]
    repeat = repeated_texture(sheet(pixels))
    assert repeat is not None
    assert {repeat.first[1] < 104, repeat.second[1] < 104} == {True, False}


def test_untouched_photographs_and_typeset_pictures_have_no_repeated_texture() -> None:
    assert repeated_texture(sheet(photograph())) is None
    assert repeated_texture(sheet(np.asarray(page()))) is None


@pytest.mark.parametrize("copied", [True, False])
def test_the_noise_around_characters_tells_a_copy(copied: bool) -> None:
    pixels = scan(page(), quality=90).copy()
    if copied:
        pixels[540:594, 552:648] = pixels[310:364, 242:338]
    noise = grain_of(sheet(saved(pixels, 90)))
    (value,) = likeness(noise, [((250, 318, 330, 356), (560, 548, 640, 586))])
    assert value is not None and (value >= SAME_GRAIN) is copied


def even_print(*copies: tuple[int, int]) -> np.ndarray:
    """A scan whose equal characters are all nearly alike; whole JPEG blocks are copied to the places given."""
    noise = np.random.default_rng(3).normal(0, 2.0, (1000, 1000, 1))
    pixels = saved(np.clip(np.asarray(page()) + noise, 0, 255).astype(np.uint8), 90).copy()
    piece = pixels[312:360, 240:336].copy()
    for x, y in copies:
        pixels[y : y + 48, x : x + 96] = piece
    return saved(pixels, 90)


def test_characters_without_any_difference_on_noisy_paper_are_copies() -> None:
    found = clones(sheet(even_print((240, 872))))
    assert found and all(clone.ratio < 0.2 for clone in found)
    assert all(clone.second[1] - clone.first[1] == 560 for clone in found)


def test_honest_print_and_glyphs_stored_once_are_no_copies() -> None:
    assert clones(sheet(even_print())) == []
    assert not clones(sheet(even_print((240, 872), (560, 872), (80, 904))))


@pytest.mark.parametrize(
    ("closest", "told"),
    [
        (0.06, True),
        (0.10, False),  # the closest of honest pairs, with the others right behind it
        (0.085, False),  # a gap, and not far out
    ],
)
def test_the_closest_pair_counts_where_it_lies_far_out_of_the_run_of_all_others(closest: float, told: bool) -> None:
    strewn = 0.2 * np.exp(np.random.default_rng(4).normal(0, 0.2, 200).clip(-0.6, 0.6))
    matches = [
        Match((20 * n, 0, 20 * n + 10, 20), (20 * n, 300, 20 * n + 10, 320), float(d)) for n, d in enumerate(strewn)
    ]
    pair = ((7, 100, 17, 120), (90, 500, 100, 520))
    both = [Match(*pair, closest), Match(*reversed(pair), closest)]
    assert singled_out([*matches, *both]) == (both if told else [])
    assert singled_out([*matches[:10], *both]) == []  # too few to know how honest pairs are strewn


ROWS = tuple(f"201{n}年 9{n} 3{n} 6{n} 学时" for n in (5, 6, 5, 7, 6, 8, 5))


def table(seed: int = 5, pattern: bool = False) -> np.ndarray:
    """A scan of rows whose equal figures fall on the pixels alike; with ``pattern`` its paper repeats from row to
    row."""
    noise = np.random.default_rng(seed).normal(0, 4.0, (1100 if pattern else 1000, 1000, 1))
    if pattern:
        noise = np.tile(noise[:110], (10, 1, 1))
    return saved(np.clip(np.asarray(page(ROWS)) + noise[:1000], 0, 255).astype(np.uint8), 92).copy()


def figures(row: int) -> slice:
    """The pixel rows of a row's figures."""
    return slice(96 + 110 * row, 140 + 110 * row)


def test_figures_copied_in_a_table_set_evenly_are_told_by_the_noise_they_share() -> None:
    pixels = table()
    pixels[figures(3), 190:330] = pixels[figures(5), 190:330]
    found = clones(sheet(saved(pixels, 92)))
    assert found and all(c.second[1] - c.first[1] == 220 for c in found)


@pytest.mark.parametrize("seed", range(4))
def test_rows_of_a_table_set_evenly_share_no_noise(seed: int) -> None:
    assert not clones(sheet(table(seed)))


def test_paper_with_a_pattern_shares_it_everywhere() -> None:
    assert not clones(sheet(table(pattern=True)))


@pytest.mark.parametrize("quality", [0, 90, 75, 60])
def test_a_copy_differs_by_no_more_than_noise_and_saving_however_it_was_saved(quality: int) -> None:
    pixels = scan(page(), noise=4.0, quality=90).copy()
    pixels[548:586, 560:640] = pixels[318:356, 250:330]
    assert beyond(sheet(saved(pixels, quality)), [((252, 327, 266, 349), (562, 557, 576, 579))]) == [False]


@pytest.mark.parametrize(("noise", "told"), [(2.5, True), (1.0, False)])
def test_what_differs_by_far_more_is_no_copy_where_noise_can_be_measured(noise: float, told: bool) -> None:
    looked = sheet(scan(page(), noise=noise, quality=92))
    assert beyond(looked, [((252, 327, 266, 349), (269, 327, 283, 349))]) == [told]
