from __future__ import annotations

from random import Random

from checks.publication.text_overlap import CHECK, shared
from tests.checks.builders import document, findings

BODY = "".join(f"第{n}小区施用有机肥{n * 7}千克并记录含水率变化，" for n in range(60))
OTHER = "".join(f"监测断面{n}的总磷浓度为{n * 3}毫克且随季节波动，" for n in range(60))


def paper(title: str, text: str):
    return document("paper", {"title": title}, text=text)


def test_a_long_shared_passage_is_shown() -> None:
    (finding,) = findings(CHECK, paper("甲题研究一种", BODY + OTHER[:300]), paper("乙文另一问题", OTHER))
    assert finding.certainty == "heuristic" and finding.severity == "notice"
    assert "监测断面" in finding.explanation


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
