from __future__ import annotations

import pytest

from checks.numbers.cn_number import CHECK
from tests.checks.builders import document, findings, printed


@pytest.mark.parametrize(
    ("number", "told"),
    [
        ("CN(HK)53-1012", "字母或地区标记"),
        ("CN 81-1012/N", "地区号81"),
        ("CN 53-0000/N", "序号0000"),
        ("CN 53-101", "不合"),
        ("CN 53-10120/N", "不合"),
        ("CN NR53-1012", "字母"),
    ],
)
def test_a_number_never_given_out_in_that_form_is_told(number: str, told: str) -> None:
    (finding,) = findings(CHECK, document("journal_pages", {"cn_number": number}))
    assert told in finding.message


@pytest.mark.parametrize("number", ["CN 53-1012/N", "CN53-1012", "11-2560/TP", "CN 10-1234/G2", "CN53—1012/S"])
def test_sound_numbers_stay_silent(number: str) -> None:
    assert findings(CHECK, document("journal_pages", {"cn_number": number})) == []


def test_a_class_that_is_in_no_table_is_a_hint() -> None:
    (finding,) = findings(CHECK, document("paper", {"cn_number": "CN 53-1012/W"}))
    assert finding.certainty == "heuristic"
    assert findings(CHECK, document("paper", {"cn_number": "CN 53-1012/G4"})) == []


def test_an_imprint_with_an_issn_alone_is_a_hint() -> None:
    text = "主管：某厅 主办：某学会 出版日期：2018年6月"
    (finding,) = findings(CHECK, document("journal_pages", {"issn": "1000-0003"}, text=text))
    assert finding.severity == "notice"
    assert findings(CHECK, document("journal_pages", {"issn": "1000-0003"}, text="目录")) == []
    both = {"issn": "1000-0003", "cn_number": "CN53-1012/S"}
    assert findings(CHECK, document("journal_pages", both, text=text)) == []


@pytest.mark.parametrize("number", ["CN(HK) NR2015/05", "CN(HK)NR2015/05", "CNHK 88-5656", "CN 5A-1102/G"])
def test_a_number_of_another_place_is_told_though_no_fact_was_read(number: str) -> None:
    paper = document("paper", {"issn": "1000-0003"}, text=f"ISSN 1000-0003 {number}\n")
    (finding,) = findings(CHECK, paper, dossier=printed(paper, number))
    assert "待核实" in finding.message


@pytest.mark.parametrize("line", ["CN(2015)05号文件", "ZL CN201510012345.6", "CN 53-1012/N", "HK2015/05"])
def test_what_is_no_number_of_a_journal_stays_silent(line: str) -> None:
    paper = document("paper", {"issn": "1000-0003"}, text=line)
    assert findings(CHECK, paper, dossier=printed(paper, line)) == []
