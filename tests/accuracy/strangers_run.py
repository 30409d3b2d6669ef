"""``python -m tests.accuracy --strangers DIR``: reads and checks dossiers drawn by others and prints what was wrong."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from pathlib import Path

import msgspec

from checks.cross.compare import compare as across
from checks.cross.imprint import Imprint, imprint
from checks.records import Finding
from tests.accuracy.compare import base, compare, planted
from tests.accuracy.records import Mark
from tests.accuracy.strangers import Papers, Stranger, strangers
from tests.accuracy.tables import grouped, share, table
from tests.accuracy.workers import LIFETIME, Lost, spread

CACHE = Path(tempfile.gettempdir()) / "mingcha-accuracy-cache"


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """One dossier as mingcha sees it. ``imprint`` is None when only reading was asked for."""

    name: str
    marks: tuple[Mark, ...]
    findings: tuple[Finding, ...] = ()
    imprint: Imprint | None = None
    pages: int = 0
    seconds: float = 0.0


def measure(root: Path, *, jobs: int, cache: Path = CACHE, only: str = "", reading: bool = False) -> int:
    """Prints type and fact accuracy with every miss, false findings, and planted faults found or not.

    ``reading`` leaves the checks out. Pages read are kept in ``cache`` by content, so a second run is quick. Returns
    2 when there is nothing to measure.
    """
    cases = [one for one in strangers(root) if only in str(one.path)]
    if not cases:
        print(f"no truth.json under {root}")
        return 2
    seen = list(_seen(cases, jobs, partial(look, cache=cache, reading=reading)))
    _print_reading([mark for one in seen for mark in one.marks])
    if not reading:
        names = {one.name for one in seen}
        _print_findings([case for case in cases if str(case.path) in names], seen)
    pages, seconds = sum(one.pages for one in seen), sum(one.seconds for one in seen)
    print(f"\n{len(seen)} dossiers, {pages} pages, {seconds:.0f} CPU seconds")
    return 0


def _seen(cases: Sequence[Stranger], jobs: int, looked: partial[Seen]) -> Iterator[Seen]:
    if jobs == 1 or len(cases) == 1:
        yield from map(looked, cases)
        return
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    seen: dict[Path, Seen] = {}
    for case, result in spread(looked, cases, jobs, LIFETIME):
        if isinstance(result, Lost):
            print(f"LOST {case.path}: {result.reason}")
        else:
            seen[case.path] = result
    yield from (seen[case.path] for case in cases if case.path in seen)


def look(case: Stranger, *, cache: Path, reading: bool) -> Seen:
    """One dossier read, compared with its truth and, unless ``reading``, checked."""
    from extractors.extract import extract
    from ingest.options import ReadOptions
    from mingcha.pipeline import Job, examined, opened

    options = ReadOptions(jobs=1, isolate=False, cache=cache)
    start = time.process_time()
    with Papers(case.path) as folder:
        if reading:
            with opened(folder, options) as dossier:
                marks = tuple(compare(case.truth, dossier, extract(dossier)))
                return _timed(Seen(name=str(case.path), marks=marks, pages=len(dossier.pages)), start)
        with examined(Job(path=folder, options=options)) as result:
            mark = imprint(result.dossier, result.documents, result.assessment.applicant, result.pictures)
            return _timed(
                Seen(
                    name=str(case.path),
                    marks=tuple(compare(case.truth, result.dossier, result.documents)),
                    findings=tuple(result.assessment.findings),
                    imprint=msgspec.structs.replace(mark, dossier=str(case.path)),
                    pages=len(result.dossier.pages),
                ),
                start,
            )


def _timed(seen: Seen, start: float) -> Seen:
    return msgspec.structs.replace(seen, seconds=time.process_time() - start)


def _print_reading(marks: Sequence[Mark]) -> None:
    kinds = ("type", "cut", "fact", "wrong-value")
    head = ("", "type right", "cut right", "facts read", "values right")
    for heading, key in (("Carrier", lambda m: m.carrier), ("Document type", lambda m: m.type)):
        groups = grouped([m for m in marks if m.kind in kinds], key)
        rows = [[name, *(share(g[k]) for k in kinds)] for name, g in sorted(groups.items())]
        every = grouped(marks, lambda m: "all")["all"]
        print(f"\n{heading}\n\n{table(head, [*rows, ['all', *(share(every[k]) for k in kinds)]])}")
    facts = grouped([m for m in marks if m.kind == "fact"], lambda m: f"{m.type}.{m.name}")
    rows = [[name, share(g["fact"])] for name, g in sorted(facts.items()) if not all(m.right for m in g["fact"])]
    print(f"\nFacts with misses\n\n{table(('fact', 'read'), rows)}\n")
    for mark in sorted((m for m in marks if not m.right), key=lambda m: (kinds.index(m.kind), m.type, m.name)):
        print(f"MISS {mark.kind} {mark.type}.{mark.name} [{mark.carrier}] {mark.detail}")


def _print_findings(cases: Sequence[Stranger], seen: Sequence[Seen]) -> None:
    tied = _tied(seen)
    marks: list[Mark] = []
    false = 0
    for case, one in zip(cases, seen, strict=True):
        findings = [*one.findings, *tied.get(one.name, ())]
        loud = [f for f in findings if f.severity != "notice"]
        codes = {p.code for p in case.truth.planted if not p.innocent}
        for finding in loud:
            if finding.code not in codes:
                print(f"{'FALSE' if case.truth.clean else 'BESIDE'} {_line(case, finding)}")
        false += len(loud) if case.truth.clean else 0
        marks += planted(case.truth, findings)
    for mark in marks:
        if not mark.right:
            print(f"{_WORD[mark.kind]} {mark.name} {mark.detail}")
    print(f"\n{false} findings above notice on {sum(case.truth.clean for case in cases)} clean dossiers\n")
    print(_by_code(grouped(marks, lambda m: m.name)))


def _tied(seen: Sequence[Seen]) -> dict[str, tuple[Finding, ...]]:
    """Findings across the dossiers of one drawer: those that lie in one folder."""
    tied: dict[str, tuple[Finding, ...]] = {}
    for _, group in groupby(seen, key=lambda one: str(Path(one.name).parent)):
        tied.update(across([one.imprint for one in group if one.imprint is not None]))
    return tied


_WORD = {"planted": "NOT FOUND", "planted-loud": "ONLY NOTICE OR NOT FOUND", "innocent": "LOOK-ALIKE ACCUSED"}


def _by_code(groups: Mapping[str, Mapping[str, Sequence[Mark]]]) -> str:
    rows = [[code, *(share(g[k]) for k in _WORD)] for code, g in sorted(groups.items())]
    return table(("finding code", "planted faults reported", "… above notice", "look-alikes left alone"), rows)


def _line(case: Stranger, finding: Finding) -> str:
    where = sorted({f"{base(e.file)}:{e.page}" for e in finding.evidence})
    return f"{case.path.name} {finding.severity} {finding.code} {' '.join(where)}: {finding.message}"
