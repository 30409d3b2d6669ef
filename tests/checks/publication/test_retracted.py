from __future__ import annotations

import pytest

from checks.publication.retracted import CHECK
from tests.checks.builders import coverage, document, findings, printed
from tests.checks.registers import REGISTERS


def test_a_doi_on_the_list_is_told() -> None:
    assert len(findings(CHECK, document("paper", {"doi": "10.1000/Retracted.1"}), registers=REGISTERS)) == 1


def test_a_paper_that_says_so_itself_is_told() -> None:
    assert len(findings(CHECK, document("paper", {"title": "RETRACTED: On Invented Results"}))) == 1


def test_other_papers_stay_silent() -> None:
    for title in (
        "撤稿现象研究综述",
        "被撤稿论文的再引用分析",
        "Retracted articles in medicine",
        "Retracted tongue in infants",
    ):
        paper = document("paper", {"doi": "10.1000/sound.1", "title": title}, text=f"{title}\n撤稿现象 被撤稿的论文")
        assert findings(CHECK, paper, registers=REGISTERS) == []


@pytest.mark.parametrize("mark", ["【撤稿】", "本文已撤稿", "撤稿声明：", "RETRACTED ARTICLE", "(已撤回)"])
def test_a_mark_means_the_same_in_the_title_and_beside_it(mark: str) -> None:
    assert len(findings(CHECK, document("paper", {"title": mark}))) == 1
    paper = document("paper", {"title": "某项研究"}, text=f"某项研究\n{mark}\n摘要")
    assert len(findings(CHECK, paper, dossier=printed(paper, "某项研究", mark))) == 1


def test_without_a_list_or_a_doi_nobody_can_tell() -> None:
    assert coverage(CHECK, document("paper", {"doi": "10.1000/x"}))[0].outcome == "cannot_tell"
    assert coverage(CHECK, document("paper", {"title": "某"}), registers=REGISTERS)[0].outcome == "cannot_tell"
