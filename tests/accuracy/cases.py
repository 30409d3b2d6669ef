"""Which dossiers are made: clean ones on every carrier, and several faults or several look-alikes in one dossier."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, zip_longest

import msgspec

from tests.accuracy.records import Case
from tests.accuracy.run import options
from tests.factory.pairs import PAIRS
from tests.factory.planting import codes, fits, variants

CLEAN = ("digital", "scan", "bundle-digital", "phone", "rough", "bundle-scan", "layers", "garbled")
TRADES = ("engineering", "teacher", "physician", "agronomist", "private-engineer", "")
FIRST_SEED = 90_000  # no sample, test or example uses seeds from here on
FAULTS, LOOK_ALIKES, ON_SCANS = 6, 8, 4  # planted in one dossier at most
SCANNED = 10  # every tenth planting of a code is drawn as a scan
WINDOW, ATTEMPTS = 24, 8  # plantings tried for one dossier; dossiers tried for one planting
_PERSON = ("application_form", "identity_card", "diploma", "degree_certificate", "title_certificate")
_TERM = ("appointment", "annual_appraisal", "continuing_education", "employer_publicity", "service_proof")
ENOUGH = {  # papers that suffice to see a fault of the family
    "identity": (*_PERSON, "continuing_education", "integrity_pledge"),
    "forensics": (*_PERSON, "appointment", "service_proof", "award_certificate", "patent_certificate"),
    "eligibility": (*_PERSON, *_TERM, "credential_report", "award_certificate"),
    "consistency": (*_PERSON, *_TERM, "credential_report", "award_certificate", "paper", "patent_certificate"),
    "numbers": (
        *_PERSON,
        "credential_report",
        "paper",
        "patent_certificate",
        "software_copyright",
        "award_certificate",
    ),
    "publication": (*_PERSON, "paper"),
}  # of a dossier with faults of completeness nothing is left out


class Planting(msgspec.Struct, frozen=True):
    """One way of planting one code, to be put into some dossier."""

    code: str
    planter: str
    innocent: bool

    @property
    def name(self) -> str:
        return f"{self.code}@{self.planter}"


def reading(count: int, first: int = FIRST_SEED) -> Iterator[Case]:
    """Clean dossiers; every second one holds a document of each type besides."""
    for index in range(count):
        yield Case(
            name=f"clean-{index:03d}",
            seed=str(first + index),
            carrier=CLEAN[index % len(CLEAN)],
            held_out=first >= FIRST_SEED,
            everything=index % 2 == 0,
            trade=TRADES[index % len(TRADES)],
        )


def faults(count: int, wanted: Callable[[str], bool], first: int = FIRST_SEED) -> Iterator[Case]:
    """Dossiers that hold every code's fault ``count`` times, one in ten of them scanned."""
    plantings = [(n, p) for n, p in _plantings(count, wanted, innocent=False)]
    text = [p for n, p in plantings if not _scanned(n, p)]
    scans = [p for n, p in plantings if _scanned(n, p)]
    yield from alternating(
        [
            packed(text, _pattern("fault", first, 1000), FAULTS),
            packed(scans, _pattern("fault-scan", first, 4000, "scan"), ON_SCANS),
        ]
    )


def look_alikes(count: int, wanted: Callable[[str], bool], first: int = FIRST_SEED) -> Iterator[Case]:
    """Whole dossiers that hold every code's look-alikes ``count`` times and nothing wrong."""
    plantings = [p for _, p in _plantings(count, wanted, innocent=True)]
    return packed(plantings, _pattern("innocent", first, 6000), LOOK_ALIKES)


def _pattern(name: str, first: int, offset: int, carrier: str = "digital") -> Case:
    return Case(name=name, seed=str(first + offset), carrier=carrier, held_out=first >= FIRST_SEED)


def _plantings(count: int, wanted: Callable[[str], bool], *, innocent: bool) -> Iterator[tuple[int, Planting]]:
    """Every code once, then every code again with its next planter: a run cut short has some of each."""
    for index in range(count):
        for code in filter(wanted, codes(innocent=innocent)):
            ways = variants(code, innocent=innocent)
            yield index, Planting(code, ways[index % len(ways)].name, innocent)


def _scanned(index: int, planting: Planting) -> bool:
    """Alterations of files make the carrier that they need."""
    stage = next(p.stage for p in variants(planting.code) if p.name == planting.planter)
    return index % SCANNED == SCANNED - 1 and stage == "plan"


def packed(plantings: Sequence[Planting], pattern: Case, limit: int) -> Iterator[Case]:
    """Dossiers like ``pattern``, each with up to ``limit`` plantings of different codes that do not meet on one paper.

    What fits no dossier in ``ATTEMPTS`` is given up; it is then missing in the table.
    """
    waiting = deque(plantings)
    refused: dict[Planting, int] = {}
    number = 0
    while waiting:
        case = msgspec.structs.replace(
            pattern,
            name=f"{pattern.name}-{number:03d}",
            seed=str(int(pattern.seed) + number),
            trade=TRADES[number % len(TRADES)],
        )
        number += 1
        taken: list[Planting] = []
        for planting in list(waiting)[:WINDOW]:
            if len(taken) < limit and planting.code not in {p.code for p in taken}:
                taken += [planting] if fits(options(_with(case, [*taken, planting]))) else []
        for planting in taken:
            waiting.remove(planting)
        if taken:
            yield _with(case, taken)
            continue
        first = waiting.popleft()
        refused[first] = refused.get(first, 0) + 1
        if refused[first] < ATTEMPTS:
            waiting.append(first)


def _with(case: Case, plantings: Sequence[Planting]) -> Case:
    families = {p.code.partition(".")[0] for p in plantings}
    whole = plantings[0].innocent or not families <= set(ENOUGH)
    only = () if whole else tuple(sorted(set(chain.from_iterable(ENOUGH[f] for f in families))))
    names = tuple(p.name for p in plantings)
    if plantings[0].innocent:
        return msgspec.structs.replace(case, innocents=names, only=only)
    return msgspec.structs.replace(case, defects=names, only=only)


def pairs(count: int, wanted: Callable[[str], bool], first: int = FIRST_SEED) -> Iterator[Case]:
    """``count`` pairs of dossiers tied in every way that faults are, and as many tied in every innocent way."""
    for index in range(count):
        for innocent in (False, True):
            ties = tuple(p.name for p in PAIRS if p.innocent == innocent and wanted(p.code))
            if ties:
                kind = "joint" if innocent else "tied"
                yield msgspec.structs.replace(
                    _pattern(kind, first, 8000 + index), name=f"{kind}-{index:03d}", ties=ties
                )


def alternating(several: Sequence[Iterable[Case]]) -> Iterator[Case]:
    """One of each in turn, so that a run cut short has some of everything."""
    for group in zip_longest(*several):
        yield from (case for case in group if case is not None)
