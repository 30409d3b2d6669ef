from __future__ import annotations

from collections.abc import Sequence
from random import Random

import msgspec
import pytest

from checks.publication.text_overlap import CHECK, shared
from checks.wording import plain_title
from extractors.records import Document
from ingest.geometry import Box
from ingest.records import Page, Word
from tests.checks.builders import document, dossier, findings, renumbered

BODY = "".join(f"第{n}小区施用有机肥{n * 7}千克并记录含水率变化，" for n in range(60))
OTHER = "".join(f"监测断面{n}的总磷浓度为{n * 3}毫克且随季节波动，" for n in range(60))


def paper(title: str, text: str):
    return document("paper", {"title": title}, text=text)


def test_a_long_shared_passage_is_shown() -> None:
    (finding,) = findings(CHECK, paper("甲题研究一种", BODY + OTHER[:300]), paper("乙文另一问题", OTHER))
    assert finding.certainty == "heuristic" and finding.severity == "notice"
    assert "监测断面" in finding.explanation


@pytest.mark.parametrize(("paragraphs", "told"), [(3, True), (1, False)])
def test_several_paragraphs_are_shown_and_one_used_again_is_not(paragraphs: int, told: bool) -> None:
    again = "".join(OTHER[start : start + 80] + BODY[start : start + 300] for start in range(0, 400 * paragraphs, 400))
    found = findings(CHECK, paper("甲题研究一种", again), paper("乙文另一问题", OTHER))
    assert [finding.severity for finding in found] == (["notice"] if told else [])


def test_a_large_share_of_a_paper_needs_a_person() -> None:
    (finding,) = findings(CHECK, paper("甲题研究一种", BODY[:300] + OTHER[:600]), paper("乙文另一问题", OTHER))
    assert finding.severity == "suspect"


def test_filling_that_a_paper_repeats_stays_silent() -> None:
    filling = OTHER[:150] * 4
    assert findings(CHECK, paper("甲题研究一种", BODY + filling), paper("乙文另一问题", filling)) == []


def test_other_texts_and_shared_references_stay_silent() -> None:
    tail = "\n参考文献\n" + OTHER
    assert findings(CHECK, paper("甲题研究一种", BODY + tail), paper("乙文另一问题", OTHER[::-1] + tail)) == []


def test_two_scans_of_one_paper_are_no_overlap() -> None:
    assert findings(CHECK, paper("甲题研究一种", BODY), paper("甲题研究一种", BODY)) == []


def test_passages_are_aligned_to_their_full_length() -> None:
    common = shared("甲" * 5 + OTHER[:200] + "乙" * 5, "丙" * 9 + OTHER[:200] + "丁" * 9)
    assert common.passages == (OTHER[:200],)
    assert 0.9 < common.share < 1


def test_a_text_reworded_here_and_there_is_a_hint() -> None:
    random = Random(3)
    body = "".join(chr(random.randrange(0x4E00, 0x5E00)) for _ in range(1200))
    changed = list(body)
    for at in range(0, len(changed), 30):
        changed[at] = "某"
    (finding,) = findings(CHECK, paper("甲题研究一种", body), paper("乙文另一问题", "".join(changed)))
    assert finding.certainty == "heuristic" and "短句" in finding.message
    few = changed[:300] + list(OTHER)
    assert findings(CHECK, paper("甲题研究一种", body), paper("乙文另一问题", "".join(few))) == []


def set_in_columns(paper: Document, texts: Sequence[str], *, width: int = 15) -> Page:
    """A page whose columns hold ``texts``, ``width`` characters a line, side by side on common lines."""
    words = []
    for column, text in enumerate(texts):
        left = 40 + column * (width * 10 + 20)
        lines = [text[at : at + width] for at in range(0, len(text), width)]
        words += [
            Word(text=line, box=Box(left, 100 + 14 * n, left + 10 * len(line), 110 + 14 * n))
            for n, line in enumerate(lines)
        ]
    return Page(file=paper.file, number=1, width=595, height=842, source="text", words=tuple(words))


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_a_passage_set_in_narrow_columns_is_found_whole(columns: int) -> None:
    one, other = paper("甲题研究一种", BODY[:60]), paper("乙文另一问题", OTHER[:60])
    one, other = (renumbered(d, n) for n, d in enumerate((one, other), 1))
    size = 540
    first = [OTHER[:size], BODY[:size], BODY[size : 2 * size]][:columns]
    second = [OTHER[:size]]
    sheets = (set_in_columns(one, first), set_in_columns(other, second))
    whole = msgspec.structs.replace(dossier([one, other]), pages=sheets)
    (finding,) = findings(CHECK, one, other, dossier=whole)
    assert f"最长{len(plain_title(OTHER[:size]))}字" in finding.message
