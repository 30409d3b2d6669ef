from __future__ import annotations

import pytest

from checks.publication.not_a_regular_issue import CHECK
from tests.checks.builders import document, findings, printed

TITLE = "山地玉米抗旱栽培技术研究"


def form(row: dict[str, str] | None = None):
    return document("application_form", {"person_name": "和丽江"}, {"claimed_paper": TITLE} | (row or {}))


@pytest.mark.parametrize(
    "facts",
    [
        {"issue": "S1"},
        {"issue": "增刊2"},
        {"journal": "滇南水利学术研讨会论文集"},
        {"cn_number": "CN 53-0012"},
    ],
)
def test_other_than_regular_issues_claimed_as_papers_are_told(facts: dict[str, str]) -> None:
    (finding,) = findings(CHECK, form(), document("paper", {"title": TITLE} | facts))
    assert finding.severity == "suspect"
    (unclaimed,) = findings(CHECK, document("paper", {"title": TITLE} | facts))
    assert unclaimed.severity == "notice"


def test_an_online_journal_is_a_lawful_one_and_only_noted() -> None:
    (finding,) = findings(CHECK, form(), document("paper", {"title": TITLE, "cn_number": "CN 53-6012/S"}))
    assert finding.severity == "notice" and "网络连续出版物" in finding.message


def test_a_supplement_declared_as_such_is_a_notice() -> None:
    declared = form({"claimed_journal": "滇南农学（增刊）"})
    (finding,) = findings(CHECK, declared, document("paper", {"title": TITLE, "issue": "S1"}))
    assert finding.severity == "notice"


@pytest.mark.parametrize(
    "facts",
    [{"issue": "6"}, {"issue": "12", "cn_number": "CN 53-1012/S"}, {"journal": "滇南农学"}, {"journal": "SCIENCE"}],
)
def test_regular_issues_stay_silent(facts: dict[str, str]) -> None:
    assert findings(CHECK, form(), document("paper", {"title": TITLE} | facts)) == []


def test_a_supplement_named_in_the_running_head_is_told_and_one_among_references_is_not() -> None:
    facts = {"title": TITLE, "journal": "滇南农学"}
    headed = document("paper", facts, id="d02", text=f"2016年增刊 滇南农学\n{TITLE}\n摘要：略")
    citing = document("paper", facts, id="d02", text=f"滇南农学\n{TITLE}\n摘要：略\n参考文献：[1] 某刊，2016年增刊")
    assert len(findings(CHECK, form(), headed, dossier=printed(headed, "2016年增刊"))) == 1
    assert findings(CHECK, form(), citing, dossier=printed(citing, "2016年增刊")) == []
