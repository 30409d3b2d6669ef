from __future__ import annotations

from checks.identity.gender_mismatch import CHECK
from tests.checks.builders import document, findings

FORM = document("application_form", {"person_name": "和丽江", "id_number": "53010219850307123X"})  # 17th digit odd


def test_a_sex_other_than_the_numbers_is_told() -> None:
    (finding,) = findings(CHECK, FORM, document("diploma", {"person_name": "和丽江", "gender": "女"}))
    assert "“男”" in finding.message


def test_the_same_sex_stays_silent() -> None:
    assert findings(CHECK, FORM, document("diploma", {"person_name": "和丽江", "gender": "男"})) == []


def test_somebody_elses_document_is_left_to_its_own_check() -> None:
    stranger = document("diploma", {"person_name": "普学文", "gender": "女", "birth_date": "1988-09-10"})
    assert findings(CHECK, FORM, stranger) == []
