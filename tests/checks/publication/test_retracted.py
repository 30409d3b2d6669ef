from __future__ import annotations

from checks.publication.retracted import CHECK
from tests.checks.builders import coverage, document, findings
from tests.checks.registers import REGISTERS


def test_a_doi_on_the_list_is_told() -> None:
    assert len(findings(CHECK, document("paper", {"doi": "10.1000/Retracted.1"}), registers=REGISTERS)) == 1


def test_a_paper_that_says_so_itself_is_told() -> None:
    assert len(findings(CHECK, document("paper", {"title": "RETRACTED: On Invented Results"}))) == 1


def test_other_papers_stay_silent() -> None:
    paper = document("paper", {"doi": "10.1000/sound.1", "title": "撤稿现象研究综述"[2:]})
    assert findings(CHECK, paper, registers=REGISTERS) == []


def test_without_a_list_or_a_doi_nobody_can_tell() -> None:
    assert coverage(CHECK, document("paper", {"doi": "10.1000/x"}))[0].outcome == "cannot_tell"
    assert coverage(CHECK, document("paper", {"title": "某"}), registers=REGISTERS)[0].outcome == "cannot_tell"
