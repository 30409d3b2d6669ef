"""Runs cases in several processes and keeps each score as it comes, so that a run cut short goes on where it was."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import msgspec

from tests.accuracy.records import Case, Score
from tests.accuracy.run import score
from tests.accuracy.workers import LIFETIME, Lost, spread

ROOMS = ("ingest", "corpus", "extractors", "checks", "mingcha", "tests/factory", "tests/accuracy")
SUFFIXES = (".py", ".yaml", ".tsv", ".json", ".csv")


def default_place(root: Path) -> Path:
    """A file named by everything that a score depends on: after a change to the code nothing kept before counts."""
    digest = hashlib.sha256()
    for room in ROOMS:
        for file in sorted((root / room).rglob("*")):
            if file.suffix in SUFFIXES:
                digest.update(file.read_bytes())
    return root / ".accuracy" / f"{digest.hexdigest()[:16]}.jsonl"


def kept_or_run(cases: Sequence[Case], jobs: int, place: Path, keep: Path | None = None) -> Iterator[Score]:
    """Scores kept in ``place`` by an earlier run, then those of the cases that are left, kept in turn.

    ``keep`` is where drawn dossiers and readings are kept, see ``run.score``.
    """
    place.parent.mkdir(parents=True, exist_ok=True)
    wanted = set(cases)
    known = {one.case: one for one in _kept(place) if one.case in wanted}
    yield from known.values()
    with place.open("ab") as store:
        store.write(b"\n")  # after a line that was cut off
        for one in _run([case for case in cases if case not in known], jobs, keep):
            store.write(msgspec.json.encode(one) + b"\n")
            store.flush()
            yield one


def _kept(place: Path) -> Iterator[Score]:
    """Whole lines only: the last one may have been cut off."""
    for line in place.read_bytes().splitlines() if place.exists() else ():
        try:
            yield msgspec.json.decode(line, type=Score)
        except msgspec.MsgspecError:
            continue


def _run(cases: Sequence[Case], jobs: int, keep: Path | None) -> Iterator[Score]:
    """Scores as they come, with a line of progress on standard error."""
    if jobs == 1:
        for done, case in enumerate(cases, 1):
            _progress(done, len(cases), case.name)
            yield score(case, keep)
        return
    results = spread(partial(score, keep=keep), cases, jobs, LIFETIME)
    for done, (case, result) in enumerate(results, 1):
        _progress(done, len(cases), case.name)
        yield Score(case=case, failed=result.reason) if isinstance(result, Lost) else result


def _progress(done: int, total: int, name: str) -> None:
    if sys.stderr.isatty():
        print(f"\r{done}/{total} {name:<40}", end="" if done < total else "\n", file=sys.stderr, flush=True)
