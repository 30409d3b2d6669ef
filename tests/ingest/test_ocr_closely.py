"""Lines looked for around seals, and sheets that are told from shadows."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
import pytest

from ingest.ocr.base import Picture, Quad, Reading
from ingest.ocr.closely import with_lines_at_seals
from ingest.ocr.frames import given
from ingest.ocr.inks import Colour
from ingest.ocr.paper import flattened
from ingest.ocr.seals import Seal

PAGE = np.full((900, 700, 3), 255, np.uint8)
BOX = (300, 400, 500, 600)


def quad(x0: float, y0: float, x1: float, y1: float) -> Quad:
    return np.asarray([[x0, y0], [x1, y0], [x1, y1], [x0, y1]], dtype=np.float32)


class Confused:
    """Sees one tall piece of the ring where the ring's text is in the picture, and the date where it is not."""

    name = "confused"

    def detect(self, picture: Picture, longest_side: int) -> list[Quad]:
        return [quad(60, 80, 290, 190)] if picture.shape[0] > 300 else [quad(30, 20, 300, 50)]

    def recognise(self, lines: Sequence[Picture]) -> list[Reading]:
        return [Reading("", 0.0) for _ in lines]


@pytest.mark.parametrize(("colour", "lines"), [("grey", 2), ("red", 1)])
def test_a_line_under_the_text_of_a_grey_ring_is_found_without_that_text(colour: Colour, lines: int) -> None:
    found = with_lines_at_seals(PAGE, [], [Seal(BOX, "round", colour)], Confused())
    assert len(found) == lines
    assert any(abs(float(one[:, 1].min()) - (400 + 0.3 * 200 + 20)) < 1 for one in found) is (colour == "grey")


def photo(*, shadow: bool) -> Picture:
    """A sheet on a dark table, or one that fills the photo and lies half in a soft shadow."""
    picture = np.full((900, 1200, 3), 90, np.uint8)
    if not shadow:
        cv2.rectangle(picture, (200, 120), (1000, 780), (235, 235, 235), -1)
        return picture
    lit = np.zeros((900, 1200), np.float32)
    cv2.rectangle(lit, (150, 90), (850, 800), 1.0, -1)
    level = 105 + 130 * cv2.GaussianBlur(lit, (0, 0), 25)
    return np.repeat(level[:, :, None], 3, axis=2).astype(np.uint8)


@pytest.mark.parametrize("shadow", [False, True])
def test_a_sheet_is_cut_out_by_its_edges_and_never_by_those_of_a_shadow(shadow: bool) -> None:
    view = given(photo(shadow=shadow))
    assert (flattened(view) is view) is shadow
