"""A second reading confirms nothing where both readings saw the same worn picture."""

from __future__ import annotations

import numpy as np
import pytest

from checks.reading import confirmed
from tests.checks.builders import BlankPictures, case, document

NUMBER = "53010219850307123X"


class Printed(BlankPictures):
    """A page with a dark stroke across it, its edges smooth or not."""

    def __init__(self, smooth: bool) -> None:
        self.smooth = smooth

    def page(self, file: str, number: int, dpi: int):
        picture = np.array(super().page(file, number, dpi))
        picture[::12] = 0
        if self.smooth:
            picture[1::12] = 120
        return picture


@pytest.mark.parametrize("smooth", [True, False])
def test_a_black_and_white_scan_confirms_nothing(smooth: bool, second_reading) -> None:
    second_reading(NUMBER)
    paper = document("diploma", {"id_number": NUMBER}, source="ocr")
    reading = confirmed(case(paper, pictures=Printed(smooth)), paper, paper.facts[0], NUMBER)
    assert reading.sure is smooth
