from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from checks.base import Check
from checks.coverage import covered
from checks.discovery import all_checks
from checks.engine import assess, disposition, run_check, with_findings
from checks.records import Coverage, Evidence, Finding
from corpus.policy.loader import load
from extractors.records import DocumentType
from tests.checks.builders import NoPictures, case, document, dossier, policy

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


INFO = next(check.info for check in all_checks() if check.info.code == "numbers.isbn")


def test_a_check_that_breaks_costs_only_itself() -> None:
    def broken(case):
        raise ZeroDivisionError("no")

    seen, said = run_check(Check(info=INFO, run=broken), case(document("book_pages")))
    assert seen == []
    assert (said[0].outcome, "ZeroDivisionError" in said[0].reason) == ("cannot_tell", True)


def test_a_document_of_another_type_is_not_applicable_and_a_finding_outweighs_a_doubt() -> None:
    papers = (document("book_pages", id="d01"), document("diploma", id="d02"))
    place = Evidence(document="d01", file="d01.pdf")
    told = Finding(code=INFO.code, severity="suspect", message="某", evidence=(place,))
    doubt = Coverage(code=INFO.code, document="d01", outcome="cannot_tell", reason="某")
    rows = covered(Check(info=INFO, run=lambda case: ()), papers, [told], [doubt])
    assert [(r.document, r.outcome) for r in rows] == [("d01", "found"), ("d02", "not_applicable")]


@pytest.mark.parametrize(
    ("severities", "suggested"),
    [
        (["notice"], "accept"),
        (["missing", "notice"], "supplement"),
        (["missing", "suspect"], "verify"),
        (["ineligible", "suspect"], "decline"),
    ],
)
def test_the_gravest_finding_makes_the_suggestion(severities, suggested: str) -> None:
    assert disposition(Finding(code="x.y", severity=s, message="某") for s in severities) == suggested


def test_findings_from_outside_are_sorted_in_and_numbered_anew() -> None:
    before = assessment(document("application_form", {"person_name": "和丽江", "id_number": BAD}))
    more = Finding(code="cross.shared-paper", severity="ineligible", message="某", weight=4)
    after = with_findings(before, [more])
    assert [f.id for f in after.findings] == [f"f{n:02d}" for n in range(1, len(before.findings) + 2)]
    assert after.findings[0].code == "cross.shared-paper"
    assert after.findings[0].clause is not None
    assert after.disposition == "decline"


def test_a_suspicion_cites_the_clause_for_which_it_is_passed_on() -> None:
    form = document("application_form", {"person_name": "和丽江", "id_number": BAD})
    result = assess(dossier([form]), (form,), load("yunnan-2020"), date(2020, 12, 31), NoPictures())
    finding = next(f for f in result.findings if f.code == "identity.id-number-invalid")
    assert finding.clause is not None
    assert (finding.clause.policy, finding.clause.ref) == ("yunnan-2020", "四（三）")


def test_no_finding_accuses() -> None:
    form = document("application_form", {"person_name": "和丽江", "id_number": BAD})
    for finding in assessment(form).findings:
        assert not any(word in finding.message + finding.explanation for word in ("造假", "伪造", "PS"))


@pytest.mark.parametrize("check", all_checks(), ids=lambda c: c.info.code)
def test_every_check_of_these_families_has_its_own_test(check: Check) -> None:
    family, _, name = check.info.code.partition(".")
    own = Path(__file__).parent / family / f"test_{name.replace('-', '_')}.py"
    if family in ("completeness", "identity", "consistency", "numbers", "publication") and name != "missing-document":
        assert own.is_file()


@pytest.mark.parametrize("check", all_checks(), ids=lambda c: c.info.code)
def test_every_check_bears_an_empty_dossier_and_empty_documents(check: Check) -> None:
    kinds = get_args(DocumentType)
    for papers in ((), tuple(document(kind) for kind in kinds)):
        _, said = run_check(check, case(*papers))
        assert not any("检查程序未能完成" in row.reason for row in said)
