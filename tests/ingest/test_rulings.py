"""Pieces of printed lines put together, and lines that must stay apart."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw

from ingest.geometry import Box
from ingest.ocr.ruled import ruling_lines
from ingest.rulings import cells, joined


def test_pieces_of_one_line_are_joined() -> None:
    assert joined([Box(0, 10, 50, 10.5), Box(50.5, 10.3, 90, 10.8)], 1.0) == (Box(0, 10, 90, 10.8),)


def test_two_lines_in_one_column_with_rows_between_stay_two() -> None:
    """The lower one lies half a point to the left, so that it is met first."""
    lower, upper = Box(339.4, 329, 340.4, 438), Box(339.9, 75, 340.9, 185)
    assert set(joined([upper, lower], 2.0)) == {lower, upper}


def test_a_cell_merged_between_parted_rows_is_one() -> None:
    level = [Box(0, y, 300, y + 0.5) for y in (0, 30, 60, 90)]
    upright = [Box(0, 0, 0.5, 90), Box(300, 0, 300.5, 90), Box(150.6, 0, 151.1, 30), Box(150, 60, 150.5, 90)]
    found = cells(joined([*level, *upright], 1.0))
    assert len(found) == 5 and any(cell.width > 290 for cell in found)


def test_a_line_that_a_stamp_touches_is_still_a_line() -> None:
    page = Image.new("RGB", (1000, 1400), "white")
    draw = ImageDraw.Draw(page)
    draw.line([(100, 700), (900, 700)], fill="black", width=2)
    draw.ellipse([500, 699, 700, 899], outline=(60, 60, 60), width=5)
    line = max(ruling_lines(np.asarray(page), 0.6, 20.0), key=lambda box: box.width)
    assert line.width > 470
    assert line.height < 6


def test_a_bar_is_no_line() -> None:
    page = Image.new("RGB", (1000, 1400), "white")
    ImageDraw.Draw(page).rectangle([100, 700, 900, 725], fill="black")
    assert ruling_lines(np.asarray(page), 0.6, 20.0) == ()
