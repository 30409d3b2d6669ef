from __future__ import annotations

from checks.completeness.other_person import CHECK
from tests.checks.builders import coverage, document, findings

FORM = document("application_form", {"person_name": "和丽江", "id_number": "53010219850307123X"})
OTHER = {"person_name": "普学文", "id_number": "532627198809100028", "birth_date": "1988-09-10"}


def test_a_certificate_whose_every_fact_is_somebody_elses_is_told() -> None:
    (finding,) = findings(CHECK, FORM, document("diploma", OTHER))
    assert "普学文" in finding.message
    assert {e.document for e in finding.evidence} == {"d01", "d02"}


def test_a_name_alone_is_enough_when_the_applicant_is_nowhere_on_it() -> None:
    (finding,) = findings(CHECK, FORM, document("award_certificate", {"person_name": "普学文"}, text="授予普学文"))
    assert "仅姓名一项可比" in finding.explanation


def test_a_team_award_that_names_the_applicant_too_stays_silent() -> None:
    award = document("award_certificate", {"person_name": "普学文"}, text="主要完成人：普学文 和丽江 杨国强")
    assert findings(CHECK, FORM, award) == []


def test_a_co_authors_paper_and_an_office_list_stay_silent() -> None:
    paper = document("paper", {"person_name": "普学文", "authors": ("普学文", "和丽江")})
    listed = document("commendation", {"person_name": "普学文", "names": ("普学文", "杨国强")})
    office = document("employer_publicity", {"employer": "某县农业技术推广中心"})
    assert findings(CHECK, FORM, paper, listed, office) == []


def test_a_name_misread_beside_the_same_birth_date_is_not_somebody_else() -> None:
    scan = document("diploma", {"person_name": "和丽汪", "birth_date": "1985-03-07"}, source="ocr")
    assert findings(CHECK, FORM, scan) == []


def test_an_unclear_name_is_left_to_a_person() -> None:
    scan = document("diploma", {"person_name": "普学文"}, source="ocr")
    assert findings(CHECK, FORM, scan) == []
    assert coverage(CHECK, FORM, scan)[-1].outcome == "cannot_tell"


def test_a_work_by_others_only_is_told() -> None:
    paper = document("paper", {"authors": ("普学文", "杨国强")}, text="普学文 杨国强")
    (finding,) = findings(CHECK, FORM, paper)
    assert "普学文、杨国强" in finding.message


def test_lists_that_go_on_or_hold_the_applicant_stay_silent() -> None:
    listed = document("award_certificate", {"winners": ("普学文", "和丽江")})
    more = document("award_certificate", {"winners": ("普学文", "杨国强")}, text="完成人：普学文、杨国强等九人")
    head = document("award_certificate", {"person_name": "普学文"}, text="授予普学文等三等奖")
    latin = document("paper", {"authors": ("Pu Xuewen", "He Lijiang")})
    assert findings(CHECK, FORM, listed, more, head, latin) == []


def test_a_label_taken_for_a_name_is_nobody() -> None:
    assert findings(CHECK, FORM, document("award_certificate", {"person_name": "本人签名"})) == []


def test_a_grade_behind_the_names_is_no_end_of_an_open_list() -> None:
    award = document(
        "award_certificate", {"winners": ("普学文", "杨国强")}, text="完成人：普学文、杨国强\n等级：一等奖"
    )
    assert len(findings(CHECK, FORM, award)) == 1


def test_a_former_name_that_another_paper_states_is_the_applicants() -> None:
    proof = document("other", {"person_name": "和丽江"}, text="兹证明居民和丽江，曾用名普学文，2010年5月更名为和丽江。")
    assert findings(CHECK, FORM, proof, document("title_certificate", OTHER)) == []
    assert len(findings(CHECK, FORM, document("title_certificate", OTHER))) == 1
