"""How a page lies, guessed from its ink alone."""

from __future__ import annotations

import numpy as np
import pytest

from ingest.ocr.base import Picture
from ingest.ocr.lean import guessed_lie


def columns(step: int) -> Picture:
    """Lines of equally wide characters ``step`` pixels apart, which stand in columns as on squared paper."""
    picture = np.full((800, 600, 3), 255, dtype=np.uint8)
    for top in range(60, 740, 34):
        for left in range(60, 540, step):
            picture[top : top + 14, left : left + 14] = 0
    return picture


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_columns_of_equally_wide_characters_are_not_lines(quarters: int) -> None:
    picture = np.ascontiguousarray(np.rot90(columns(16), quarters))
    assert guessed_lie(picture).sideways == (quarters % 2 == 1)


def test_a_page_without_ink_lies_straight() -> None:
    assert guessed_lie(np.full((800, 600, 3), 255, dtype=np.uint8)) == (0.0, False)
