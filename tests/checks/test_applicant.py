from __future__ import annotations

from checks.applicant import profile
from tests.checks.builders import document

OWN = "53010219850307123X"


def test_the_applicant_is_the_one_most_papers_speak_for() -> None:
    papers = (
        document("application_form", {"person_name": "和丽江", "id_number": OWN, "applied_title": "高级农艺师"}),
        document("identity_card", {"person_name": "和 丽 江", "id_number": OWN}),
        document("diploma", {"person_name": "普学文", "id_number": "532627198809100028", "birth_date": "1988-09-10"}),
    )
    assert profile(papers) == {
        "person_name": "和丽江",
        "id_number": OWN,
        "gender": "男",
        "birth_date": "1985-03-07",
        "applied_title": "高级农艺师",
    }


def test_a_misread_number_does_not_outvote_a_sound_one() -> None:
    papers = (
        document("application_form", {"person_name": "和丽江", "id_number": "53010219850307723X"}),
        document("identity_card", {"person_name": "和丽江", "id_number": OWN}),
    )
    assert profile(papers)["id_number"] == OWN


def test_both_generations_of_a_number_vote_together_and_the_longer_is_kept() -> None:
    papers = (
        document("diploma", {"person_name": "和丽江", "id_number": "530102850307123"}),
        document("title_certificate", {"person_name": "和丽江", "id_number": OWN}),
    )
    assert profile(papers)["id_number"] == OWN


def test_lists_of_many_people_and_labels_do_not_name_the_applicant() -> None:
    papers = (
        document("commendation", {"person_name": "普学文", "names": ("普学文", "杨国强")}),
        document("award_certificate", {"person_name": "本人签名"}),
        document("annual_appraisal", {"person_name": "和丽江"}),
    )
    assert profile(papers) == {"person_name": "和丽江"}


def test_an_empty_dossier_has_nobody() -> None:
    assert profile(()) == {}
