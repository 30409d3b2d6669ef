"""Which dossiers are made: clean ones on every carrier, one of every type, and faults one at a time."""

from __future__ import annotations

from collections.abc import Iterator

from tests.accuracy.records import Case
from tests.factory.pairs import PAIRS
from tests.factory.planting import codes, variants

CLEAN = ("digital", "scan", "bundle-digital", "phone", "rough", "bundle-scan", "layers", "garbled")
TRADES = ("engineering", "teacher", "physician", "agronomist", "private-engineer", "")
FIRST_SEED = 90_000  # no sample, test or example uses seeds from here on
_PERSON = ("application_form", "identity_card", "diploma", "degree_certificate", "title_certificate")
_TERM = ("appointment", "annual_appraisal", "continuing_education", "employer_publicity", "service_proof")
ENOUGH = {  # papers that suffice to see a fault of the family
    "identity": (*_PERSON, "continuing_education", "integrity_pledge"),
    "forensics": (*_PERSON, "award_certificate"),
    "eligibility": (*_PERSON, *_TERM, "credential_report", "award_certificate"),
    "completeness": (*_PERSON, *_TERM, "integrity_pledge", "award_certificate", "paper"),
    "consistency": (*_PERSON, *_TERM, "credential_report", "award_certificate", "paper", "patent_certificate"),
    "numbers": (*_PERSON, "credential_report", "paper", "patent_certificate", "software_copyright"),
    "publication": (*_PERSON, "paper"),
}
HEALTH = ("eligibility.preference-applied",)
RURAL = ("eligibility.rural-service-short", "consistency.overlapping-periods")


def reading(count: int, first: int = FIRST_SEED) -> Iterator[Case]:
    """Clean dossiers; every second one holds a document of each type besides."""
    for index in range(count):
        carrier = CLEAN[index % len(CLEAN)]
        yield Case(
            name=f"clean-{index}",
            seed=str(first + index),
            carrier=carrier,
            everything=index % 2 == 0,
            trade=TRADES[index % len(TRADES)],
        )


def faults(count: int, first: int = FIRST_SEED) -> Iterator[Case]:
    """``count`` dossiers for every way of planting every code, and as many for every look-alike."""
    for innocent in (False, True):
        for code in codes(innocent=innocent):
            for choice in variants(code, innocent=innocent):
                yield from _some(code, choice.name, innocent, count, first)


def _some(code: str, name: str, innocent: bool, count: int, first: int) -> Iterator[Case]:
    for index in range(count):
        trade = TRADES[index % len(TRADES)]
        if code in RURAL:
            trade = ("teacher", "physician")[index % 2]
        if code in HEALTH:
            trade = "physician"
        planted = f"{code}@{name}"
        yield Case(
            name=f"{name}-{index}",
            seed=str(first + 1000 + index),
            carrier="digital",
            trade=trade,
            only=ENOUGH.get(code.partition(".")[0], ()),
            defect="" if innocent else planted,
            innocent=planted if innocent else "",
        )


def pairs(count: int, first: int = FIRST_SEED) -> Iterator[Case]:
    """``count`` pairs of dossiers for every way of tying two together."""
    for pair in PAIRS:
        for index in range(count):
            yield Case(name=f"{pair.name}-{index}", seed=str(first + 2000 + index), carrier="digital", pair=pair.name)
