"""Which way up a page is, by how well its lines read both ways."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from ingest.ocr import upright
from ingest.ocr.base import Picture, Quad, Reading

SIZE = (400, 600)


def quad(top: int, width: int) -> Quad:
    corners = [[20, top], [20 + width, top], [20 + width, top + 30], [20, top + 30]]
    return np.array(corners, dtype=np.float32)


class Scripted:
    """Reads the lines of a page as a script tells: by their width, and by whether dark pixels begin them."""

    name = "scripted 1"

    def __init__(self, script: dict[int, tuple[Reading, Reading]]) -> None:
        self._script = script

    def detect(self, picture: Picture, longest_side: int) -> list[Quad]:
        return [quad(40 * n, width) for n, width in enumerate(self._script)]

    def recognise(self, lines: Sequence[Picture]) -> list[Reading]:
        return [self._read(line) for line in lines]

    def _read(self, line: Picture) -> Reading:
        width = min(self._script, key=lambda known: abs(known - line.shape[1]))
        right_way = line[:, : line.shape[1] // 4].mean() < line[:, -line.shape[1] // 4 :].mean()
        return self._script[width][0 if right_way else 1]


def page(engine: Scripted) -> Picture:
    """White, with the first quarter of every line dark."""
    picture = np.full((*SIZE, 3), 255, dtype=np.uint8)
    for corners in engine.detect(picture, 0):
        x0, y0 = corners[0].astype(int)
        x1, y1 = corners[2].astype(int)
        picture[y0:y1, x0 : x0 + (x1 - x0) // 4] = 0
    return picture


SURE = {
    180: (Reading("云山县农业局", 0.999), Reading("校", 0.9999)),
    240: (Reading("获奖者：罗云峰", 0.99), Reading("：", 0.86)),
}
FEW = {180: (Reading("云山县农业局", 0.97), Reading("校", 0.99)), 240: (Reading("证书", 0.98), Reading("牛", 0.99))}


@pytest.mark.parametrize("script", [SURE, FEW])
def test_a_character_read_surely_upside_down_does_not_turn_a_page(script: dict[int, tuple[Reading, Reading]]) -> None:
    engine = Scripted(script)
    as_is, turned = upright.legibility(page(engine), engine.detect(page(engine), 0), engine)
    assert as_is > turned


@pytest.mark.parametrize("script", [SURE, FEW])
def test_a_page_that_lies_upside_down_reads_better_turned(script: dict[int, tuple[Reading, Reading]]) -> None:
    engine = Scripted(script)
    picture = upright.half_turned(page(engine))
    quads = upright.upside_down(engine.detect(picture, 0), picture)
    as_is, turned = upright.legibility(picture, quads, engine)
    assert turned > as_is
