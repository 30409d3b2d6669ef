from __future__ import annotations

import msgspec

from checks.numbers.social_credit_code import CHECK
from ingest.geometry import Box
from ingest.records import Word
from tests.checks.builders import document, dossier, findings


def contract(code: str):
    return document("employment_contract", {"employer": "某公司"}, text=f"甲方：某公司\n统一社会信用代码：{code}")


def printed(paper, code: str):
    whole = dossier([paper])
    word = Word(text=f"统一社会信用代码：{code}", box=Box(50, 50, 350, 62))
    return msgspec.structs.replace(whole, pages=(msgspec.structs.replace(whole.pages[0], words=(word,)),))


def test_a_wrong_check_character_is_told_where_it_stands() -> None:
    paper = contract("12530000431200000N")
    (finding,) = findings(CHECK, paper, dossier=printed(paper, "12530000431200000N"))
    assert "应为M" in finding.message
    box = finding.evidence[0].bbox
    assert box is not None and box.x0 > 50


def test_a_sound_code_and_a_paper_without_one_stay_silent() -> None:
    paper = contract("12530000431200000M")
    assert findings(CHECK, paper, dossier=printed(paper, "12530000431200000M")) == []
    assert findings(CHECK, document("paper", text="没有代码")) == []


def test_a_code_that_cannot_be_found_again_accuses_nobody() -> None:
    assert findings(CHECK, contract("12530000431200000N")) == []


def test_a_code_on_the_line_below_its_label_is_seen() -> None:
    code = "12530000431200000N"
    paper = document("employment_contract", {"employer": "某公司"}, text=f"甲方：某公司\t统一社会信用代码：\n{code}\n")
    assert len(findings(CHECK, paper, dossier=printed(paper, code))) == 1
    number = document("employment_contract", {}, text="统一社会信用代码：\n身份证号 530102198503071234")
    assert findings(CHECK, number, dossier=printed(number, "530102198503071234")) == []
