from __future__ import annotations

import re
from pathlib import Path

import pytest

from checks.base import CheckInfo
from checks.catalogue import info, infos, markdown

ROOT = Path(__file__).parents[2]

CODES = """
completeness.missing-document completeness.missing-field completeness.missing-seal completeness.missing-signature
completeness.unreadable-file completeness.unreadable-page completeness.other-person completeness.repeated-document
identity.id-number-invalid identity.id-number-mismatch identity.name-mismatch identity.birth-date-mismatch
identity.gender-mismatch
eligibility.education-below eligibility.years-in-title-short eligibility.appraisal-short eligibility.appraisal-failed
eligibility.training-hours-short eligibility.rural-service-short eligibility.excluded-applicant
eligibility.outside-scope eligibility.wrong-committee eligibility.publicity-too-short eligibility.late-material
eligibility.preference-applied
consistency.claim-unsupported consistency.claim-contradicted consistency.date-order consistency.overlapping-periods
consistency.event-before-issuer
numbers.diploma-number numbers.degree-number numbers.title-number numbers.patent-check-digit numbers.issn-check-digit
numbers.cn-number numbers.doi numbers.isbn numbers.software-number numbers.social-credit-code
publication.journal-unknown publication.journal-warned publication.journal-mismatch publication.issue-implausible
publication.author-rank-overstated publication.duplicate-publication publication.text-overlap publication.retracted
publication.acceptance-only publication.not-a-regular-issue publication.outside-period
forensics.edited-by-image-editor forensics.edited-after-issue forensics.text-overlaid forensics.hidden-text
forensics.font-inconsistent forensics.image-splice forensics.copy-move forensics.seal-duplicated
forensics.signature-invalid forensics.dates-implausible
cross.shared-certificate-number cross.shared-paper cross.shared-image cross.shared-text cross.rank-conflict
""".split()  # noqa: SIM905

# Codes that the contract does not name: it lets anybody add some.
ADDED = {
    "consistency.award-issuer",
    "consistency.insurance-gap",
    "consistency.insured-elsewhere",
    "consistency.parties-differ",
    "cross.repeated-applicant",
    "forensics.page-size",
    "numbers.award-number",
    "numbers.fund-number",
    "numbers.machine-code",
    "publication.author-biography",
}
# Codes of the contract that no check gives yet. Each goes from here when its check comes.
OPEN = {
    "forensics.copy-move",
    "forensics.font-inconsistent",
    "forensics.hidden-text",
    "forensics.image-splice",
    "forensics.seal-duplicated",
}

ACCUSING = re.compile("造假|伪造|变造|PS过|作假|骗取|虚假")


def test_every_code_of_the_contract_has_a_check_or_is_known_to_be_open() -> None:
    offered = {i.code for i in infos()}
    assert set(CODES) - offered == OPEN - offered
    assert offered - set(CODES) == ADDED, "codes that neither the contract nor this list names"


def test_the_page_is_what_the_checks_say() -> None:
    page = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
    assert page == markdown(), "run: python -m checks.catalogue > docs/checks.md"


@pytest.mark.parametrize("item", infos(), ids=lambda i: i.code)
def test_a_check_says_all_that_a_reviewer_needs(item: CheckInfo) -> None:
    assert item.title and item.rationale and item.verify
    assert item.innocent, "which innocent cause may it have?"
    assert all(re.fullmatch(r"F\d\d", number) and 1 <= int(number[1:]) <= 94 for number in item.handbook)
    assert 1 <= item.weight <= 4
    said = item.title + item.rationale + item.verify + "".join(item.innocent)
    assert not ACCUSING.search(said)


def test_titles_are_told_apart() -> None:
    titles = [i.title for i in infos()]
    assert len(titles) == len(set(titles))


def test_an_unknown_code_is_refused() -> None:
    with pytest.raises(KeyError):
        info("numbers.no-such-code")
