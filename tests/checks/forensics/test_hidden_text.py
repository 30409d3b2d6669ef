from __future__ import annotations

from typing import Any

import pytest

from checks.corroboration import weighed
from checks.forensics.hidden_text import CHECK
from ingest.geometry import Box
from ingest.records import HiddenText, Provenance, Word
from tests.checks.forensics.cases import fact, findings


def told(text: str, why: Any = "paper-coloured", **more: Any) -> list[str]:
    said = Provenance(hidden=(HiddenText(page=1, box=Box(100, 500, 300, 514), text=text, why=why),))
    return [f.severity for f in weighed(findings(CHECK, said=said, source="text", **more))]


def test_words_in_the_papers_colour_on_a_certificate_are_a_suspicion() -> None:
    assert told("三等奖，第五完成人，编号2016") == ["suspect"]


@pytest.mark.parametrize("text", ["正文", "Aspose", "logo-v2"])
def test_leftovers_of_templates_are_a_hint(text: str) -> None:
    assert told(text) == ["notice"]


def test_words_beside_the_page_and_in_typeset_papers_are_a_hint() -> None:
    assert told("三等奖，第五完成人，编号2016", why="off-page") == ["notice"]
    assert told("第二十七卷第四期二〇一七年", type="paper") == ["notice"]


def test_watermarks_are_silent() -> None:
    assert told("仅供职称评审使用") == []


def layered(*said: str) -> list[str]:
    """A page whose picture reads 2016-1 … 2016-5, and whose rejected text layer reads ``said`` in the same places."""
    boxes = [Box(100, 100 + 40 * n, 160, 114 + 40 * n) for n in range(len(said))]
    facts = [fact(f"number_{n}", f"2016-{n}", box) for n, box in enumerate(boxes, start=1)]
    words = tuple(Word(text=text, box=box) for text, box in zip(said, boxes, strict=True))
    page = {"text_layer": "contradicted", "layer_words": words}
    return [f.message for f in findings(CHECK, said=Provenance(), facts=facts, page=page)]


def test_a_layer_that_differs_from_the_picture_in_one_place_is_a_hint() -> None:
    (message,) = layered("2016-1", "2016-2", "2018-3", "2016-4")
    assert "“2016-3”" in message and "“2018-3”" in message


def test_a_layer_that_errs_all_over_the_page_is_a_bad_reading() -> None:
    assert layered("2O16-l", "20l6-2", "2018-3", "2016-4", "2016-5") == []
    assert layered("2016-1", "2016-2", "2016-3") == []
