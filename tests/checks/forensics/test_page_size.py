from __future__ import annotations

import msgspec
import pytest

from checks.forensics.page_size import CHECK
from ingest.records import Page
from tests.checks.builders import document, dossier, findings

A4, B5 = (595.3, 841.9), (515.9, 728.5)


def paper(*sizes: tuple[float, float]) -> list[str]:
    bound = msgspec.structs.replace(document("paper", {"title": "某项研究"}), pages=(1, len(sizes)))
    pages = tuple(
        Page(file=bound.file, number=number, width=width, height=height, source="text")
        for number, (width, height) in enumerate(sizes, start=1)
    )
    whole = msgspec.structs.replace(dossier([bound]), pages=pages)
    return [f"{f.severity} {f.evidence[0].page}" for f in findings(CHECK, bound, dossier=whole)]


@pytest.mark.parametrize("odd", [0, 2, 3])
def test_one_page_of_another_size_is_told(odd: int) -> None:
    assert paper(*(B5 if number == odd else A4 for number in range(4))) == [f"notice {odd + 1}"]


@pytest.mark.parametrize(
    "sizes",
    [
        [A4, A4, A4, A4],
        [A4, A4, B5],
        [A4, A4, B5, B5],
        [A4, A4, A4[::-1], A4],
        [A4, A4, (596.0, 842.0), A4],
        [A4, (590.0, 836.0), (601.0, 833.0), (585.0, 850.0), B5],
    ],
)
def test_turned_photographed_and_alike_pages_are_silent(sizes: list[tuple[float, float]]) -> None:
    assert paper(*sizes) == []
