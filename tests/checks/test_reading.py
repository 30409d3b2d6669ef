"""A second reading confirms nothing where both readings saw the same worn picture."""

from __future__ import annotations

import numpy as np
import pytest

from checks.reading import confirmed, in_iso
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


@pytest.mark.parametrize(
    ("first", "again", "same"),
    [
        ("二一八年三月十日", "二〇一八年三月十日起", True),  # the zero was lost in the first reading
        ("2018年3月10日", "2018年3月10日", True),
        ("2018年3月10日", "2018年8月10日", False),
        ("甲镇", "某县甲镇", True),
    ],
)
def test_two_readings_of_a_date_agree_as_dates(first: str, again: str, same: bool) -> None:
    assert (in_iso(first) in in_iso(again)) is same
