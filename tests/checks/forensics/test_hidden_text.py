from __future__ import annotations

from typing import Any

import pytest

from checks.corroboration import weighed
from checks.forensics.hidden_text import CHECK
from ingest.geometry import Box
from ingest.records import HiddenText, Provenance
from tests.checks.forensics.cases import findings


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
