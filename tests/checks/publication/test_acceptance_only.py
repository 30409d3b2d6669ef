from __future__ import annotations

from checks.publication.acceptance_only import CHECK
from tests.checks.builders import document, findings

TITLE = "山地玉米抗旱栽培技术研究"


def test_a_letter_without_its_paper_is_told() -> None:
    (finding,) = findings(CHECK, document("acceptance_letter", {"title": TITLE}))
    assert finding.severity == "missing"


def test_a_letter_beside_its_paper_or_contents_page_stays_silent() -> None:
    letter = document("acceptance_letter", {"title": TITLE})
    assert findings(CHECK, letter, document("paper", {"title": "山地玉米抗旱栽培技术的研究"})) == []
    assert findings(CHECK, letter, document("journal_pages", text=f"目录 {TITLE} 和丽江 12")) == []


def test_another_paper_of_a_like_title_is_not_the_accepted_one() -> None:
    letter = document("acceptance_letter", {"title": "装配式住宅节点构造改进初探", "journal": "滇南建筑"})
    contents = document("journal_pages", text="目录 装配式住宅节点构造改进探讨 45 高烈度区减隔震设计 51")
    other = document("paper", {"title": "装配式住宅节点构造改进探讨", "journal": "滇中建筑"})
    assert len(findings(CHECK, letter, contents, other)) == 1
    retitled = document("paper", {"title": "装配式住宅节点构造改进研究", "journal": "滇南建筑"})
    assert findings(CHECK, letter, retitled) == []


def form(*titles: str):
    return document("application_form", {}, *({"claimed_paper": title} for title in titles))


def test_a_letter_for_a_paper_that_the_form_does_not_claim_is_a_notice() -> None:
    letter = document("acceptance_letter", {"title": TITLE})
    claimed = document("paper", {"title": "高原梯田水稻育秧方式比较"})
    (finding,) = findings(CHECK, form("高原梯田水稻育秧方式比较"), claimed, letter)
    assert finding.severity == "notice" and "未列为申报成果" in finding.message


def test_a_letter_is_told_where_the_form_claims_its_paper_or_one_without_proof() -> None:
    letter = document("acceptance_letter", {"title": TITLE})
    claimed = document("paper", {"title": "高原梯田水稻育秧方式比较"})
    for titles in (("高原梯田水稻育秧方式比较", TITLE), ("高原梯田水稻育秧方式比较", "另一未见证明的论文题目")):
        (finding,) = findings(CHECK, form(*titles), claimed, letter)
        assert finding.severity == "missing"
