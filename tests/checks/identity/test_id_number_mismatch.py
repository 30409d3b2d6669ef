from __future__ import annotations

import pytest

from checks.identity.id_number_mismatch import CHECK
from tests.checks.builders import coverage, document, findings

OWN = "53010219850307123X"
OTHER = "532627198809100028"


def form(number: str = OWN):
    return document("application_form", {"person_name": "和丽江", "id_number": number})


def card(number: str = OWN):
    return document("identity_card", {"person_name": "和丽江", "id_number": number})


def test_another_number_under_the_same_name_is_told_with_both_places() -> None:
    (finding,) = findings(
        CHECK, form(), card(), document("title_certificate", {"person_name": "和丽江", "id_number": OTHER})
    )
    assert {e.document for e in finding.evidence} == {"d03", "d01"}
    assert (finding.severity, finding.weight) == ("suspect", 4)


@pytest.mark.parametrize("number", [OWN, "530102850307123"])
def test_both_generations_of_one_number_agree(number: str) -> None:
    assert findings(CHECK, form(), card(), document("diploma", {"person_name": "和丽江", "id_number": number})) == []


def test_a_document_that_is_wholly_somebody_elses_is_left_to_its_own_check() -> None:
    stranger = document("diploma", {"person_name": "普学文", "id_number": OTHER, "birth_date": "1988-09-10"})
    assert findings(CHECK, form(), card(), stranger) == []


def test_a_misread_digit_accuses_nobody() -> None:
    scan = document("title_certificate", {"person_name": "和丽江", "id_number": "53010219850307223X"}, source="ocr")
    assert findings(CHECK, form(), card(), scan) == []
    assert coverage(CHECK, form(), card(), scan)[-1].outcome == "cannot_tell"


@pytest.mark.parametrize(("number", "count"), [(f"201053110{OWN}", 0), (f"201053110{OTHER}", 1), ("20105311012345", 0)])
def test_a_physicians_number_ends_in_the_holders_own(number: str, count: int) -> None:
    licence = document("licence", {"person_name": "和丽江", "certificate_number": number})
    assert len(findings(CHECK, form(), card(), licence)) == count
