from __future__ import annotations

from typing import Literal

import pytest

from checks.corroboration import weighed
from checks.records import Evidence, Finding
from ingest.geometry import Box


def finding(code: str, *, certainty: str = "heuristic", document: str = "d01", page: int = 1, **more) -> Finding:
    place = Evidence(document=document, file=f"{document}.pdf", page=page)
    return Finding(code=code, severity="suspect", message=code, certainty=certainty, evidence=(place,), **more)


def test_a_lone_heuristic_is_a_notice_and_says_why() -> None:
    (one,) = weighed([finding("forensics.image-splice", weight=3)])
    assert (one.severity, one.weight) == ("notice", 2)
    assert "未见其他独立迹象印证" in one.explanation


@pytest.mark.parametrize(
    "witness",
    [
        finding("forensics.edited-by-image-editor", page=0),  # about the whole file
        finding("numbers.patent-check-digit", certainty="deterministic"),
    ],
)
def test_an_independent_signal_on_the_same_page_raises_it(witness: Finding) -> None:
    one, _ = weighed([finding("forensics.image-splice"), witness])
    assert one.severity == "suspect"
    assert witness.code in one.explanation


@pytest.mark.parametrize(
    "witness",
    [
        finding("forensics.copy-move"),  # seen in the same pixels
        finding("numbers.isbn", certainty="deterministic", document="d02"),
        finding("numbers.isbn", certainty="deterministic", page=2),
    ],
)
def test_signals_of_one_cause_and_of_other_places_do_not(witness: Finding) -> None:
    assert weighed([finding("forensics.image-splice"), witness])[0].severity == "notice"


def test_deterministic_findings_need_no_witness() -> None:
    (one,) = weighed([finding("numbers.isbn", certainty="deterministic")])
    assert one.severity == "suspect"


def at(box: Box, code: str, certainty: Literal["deterministic", "heuristic"] = "heuristic") -> Finding:
    place = Evidence(document="d01", file="d01.pdf", page=1, bbox=box)
    return Finding(code=code, severity="suspect", message=code, certainty=certainty, evidence=(place,))


def test_what_pixels_show_agrees_only_with_what_stands_there() -> None:
    pasted = at(Box(300, 100, 340, 112), "forensics.image-splice")
    there = at(Box(310, 102, 360, 114), "numbers.patent-check-digit", "deterministic")
    elsewhere = at(Box(50, 600, 120, 612), "numbers.doi", "deterministic")
    assert weighed([pasted, there])[0].severity == "suspect"
    assert weighed([pasted, elsewhere])[0].severity == "notice"
