from __future__ import annotations

from datetime import date

from checks.engine import assess
from tests.checks.builders import NoPictures, document, dossier, policy

GOOD = "53010219850307123X"
BAD = "530102198503071231"


def assessment(*documents):
    return assess(dossier(documents), documents, policy(), date(2020, 12, 31), NoPictures())


def test_a_wrong_number_becomes_a_numbered_finding_with_a_clause() -> None:
    form = document("application_form", {"person_name": "和丽江", "id_number": BAD})
    result = assessment(form)
    finding = next(f for f in result.findings if f.code == "identity.id-number-invalid")
    assert finding.id.startswith("f")
    assert finding.clause is not None and finding.clause.policy == "test-pack"
    assert result.disposition in ("verify", "decline")


def test_every_check_has_coverage_for_every_document_it_speaks_of() -> None:
    result = assessment(document("identity_card", {"person_name": "和丽江", "id_number": GOOD}))
    row = next(c for c in result.coverage if c.code == "identity.id-number-invalid")
    assert (row.document, row.outcome) == ("d01", "clear")


def test_the_same_input_gives_the_same_assessment() -> None:
    form = document("application_form", {"person_name": "和丽江", "id_number": BAD})
    assert assessment(form) == assessment(form)
