"""The altering tools change what they say they change, and nothing else."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from ingest.geometry import Box
from ingest.records import Word
from tests.checks.forensics.scans import LINES, page, scan
from tests.factory.altering import TOOLS, NothingToAlterError, Paper, digits, painted_white


def paper() -> Paper:
    words = [
        Word(text=line, box=Box(78, 96 + 110 * n, 80 + _width(line), 140 + 110 * n)) for n, line in enumerate(LINES)
    ]
    return Paper("drawn", np.asarray(page()).copy(), words, ())


def _width(line: str) -> float:
    return float(sum(34 if ord(c) > 255 else 17 for c in line))


@pytest.mark.parametrize("name", ["digit-cloned", "digit-retyped", "digit-inpainted", "date-retyped", "painted-over"])
def test_only_the_places_named_are_changed(name: str) -> None:
    sheet = paper()
    altered = TOOLS[name](sheet, Random(3))
    changed = (altered.pixels != sheet.pixels).any(axis=2)
    x0, y0, x1, y1 = altered.places[0]
    assert changed[y0:y1, x0:x1].any()
    changed[y0 - 6 : y1 + 6, x0 - 6 : x1 + 80] = False
    assert not changed.any()


def test_digits_are_found_where_they_stand() -> None:
    found = digits(paper())
    assert len(found) >= 12 and all(d.text.isdigit() for d in found)


def test_a_page_without_values_is_left_alone() -> None:
    with pytest.raises(NothingToAlterError):
        painted_white(Paper("empty", scan(page()), (), ()), Random(1))
