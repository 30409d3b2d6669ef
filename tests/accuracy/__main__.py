"""``python -m tests.accuracy``: measures and writes docs/accuracy.md."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from pathlib import Path

import msgspec

from tests.accuracy.cases import FIRST_SEED, faults, pairs, reading
from tests.accuracy.records import Case, Score
from tests.accuracy.run import score
from tests.accuracy.strangers_run import CACHE, measure
from tests.accuracy.tables import alarms, by_carrier, by_code, by_type, document, failures
from tests.factory import fonts

ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy", description=__doc__)
    parser.add_argument("--clean", type=int, default=16, help="clean dossiers, over all carriers in turn")
    parser.add_argument("--seeds", type=int, default=2, help="dossiers for each way of planting each code")
    parser.add_argument("--first", type=int, default=FIRST_SEED, help="first seed")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--only", default="", help="carriers, codes or case names that contain this")
    parser.add_argument(
        "--quick", action="store_true", help="four clean dossiers and one for each code's first planter"
    )
    parser.add_argument("--misses", action="store_true", help="list everything that was wrong")
    parser.add_argument(
        "--scores", type=Path, help="keep scores in this file as they come; cases in it are not run again"
    )
    parser.add_argument("--out", type=Path, help="where to write; default docs/accuracy.md unless --quick or --only")
    parser.add_argument("--strangers", type=Path, help="measure on dossiers drawn by others, see strangers.py")
    parser.add_argument("--reading", action="store_true", help="with --strangers: leave the checks out")
    parser.add_argument("--cache", type=Path, default=CACHE, help="with --strangers: pages read are kept here")
    arguments = parser.parse_args()
    if arguments.strangers:
        return measure(
            arguments.strangers,
            jobs=arguments.jobs,
            cache=arguments.cache,
            only=arguments.only,
            reading=arguments.reading,
        )
    if fonts.missing():
        print(
            f"not measured: fonts are not installed ({', '.join(fonts.missing())}); see tools/fonts.py", file=sys.stderr
        )
        return 0
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    cases = list(_cases(arguments))
    scores = sorted(_kept_or_run(cases, arguments.jobs, arguments.scores), key=lambda s: s.case.name)
    _show(scores, arguments.misses)
    target = arguments.out or (None if arguments.quick or arguments.only else ROOT / "docs" / "accuracy.md")
    if target:
        settings = f"{arguments.clean} clean dossiers, {arguments.seeds} for each planter, seeds from {arguments.first}"
        target.write_text(document(scores, settings), encoding="utf-8")
        print(f"written: {target}")
    return 0


def _cases(arguments: argparse.Namespace) -> Iterator[Case]:
    clean, seeds = (4, 1) if arguments.quick else (arguments.clean, arguments.seeds)
    every: Iterable[Case] = [
        *reading(clean, arguments.first),
        *faults(seeds, arguments.first),
        *pairs(seeds, arguments.first),
    ]
    seen = set()
    for case in every:
        planted = case.planted
        if arguments.only and arguments.only not in f"{case.name} {case.carrier} {planted}":
            continue
        code = planted.partition("@")[0]
        if arguments.quick and planted and (code, bool(case.innocent)) in seen:
            continue
        seen.add((code, bool(case.innocent)))
        yield case


def _kept_or_run(cases: Sequence[Case], jobs: int, keep: Path | None) -> Iterator[Score]:
    """Scores kept by an earlier run, then those of the cases that are left, kept in turn."""
    if keep is None:
        yield from _run(cases, jobs)
        return
    lines = keep.read_bytes().splitlines() if keep.exists() else []
    kept = [msgspec.json.decode(line, type=Score) for line in lines]
    wanted = set(cases)
    known = {score.case: score for score in kept if score.case in wanted}
    yield from known.values()
    with keep.open("ab") as store:
        for score in _run([case for case in cases if case not in known], jobs):
            store.write(msgspec.json.encode(score) + b"\n")
            store.flush()
            yield score


def _run(cases: Sequence[Case], jobs: int) -> Iterator[Score]:
    """Scores as they come, each case in a fresh-enough process, with a line of progress on standard error."""
    if jobs == 1:
        for done, case in enumerate(cases, 1):
            _progress(done, len(cases), case.name)
            yield score(case)
        return
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), max_tasks_per_child=20) as pool:
        futures = {pool.submit(score, case): case for case in cases}
        for done, future in enumerate(as_completed(futures), 1):
            case = futures[future]
            _progress(done, len(cases), case.name)
            error = future.exception()
            yield Score(case=case, failed=str(error)) if error else future.result()


def _progress(done: int, total: int, name: str) -> None:
    if sys.stderr.isatty():
        print(f"\r{done}/{total} {name:<40}", end="" if done < total else "\n", file=sys.stderr, flush=True)


def _show(scores: Sequence[Score], misses: bool) -> None:
    clean = [m for s in scores if not s.case.planted for m in s.marks]
    marks = [m for s in scores for m in s.marks]
    for heading, text in (
        ("By carrier", by_carrier(clean)),
        ("By document type", by_type(clean)),
        ("By finding code", by_code(marks)),
        ("False alarms", alarms(scores)),
        ("Not measured", failures(scores)),
    ):
        print(f"\n{heading}\n\n{text}")
    if misses:
        print("\nMisses\n")
        for mark in marks:
            if not mark.right and mark.kind != "planted-loud":
                print(f"{mark.kind} {mark.type} {mark.name} {mark.carrier} {mark.detail}")
        for one in scores:
            for code, message in one.alarms:
                print(f"alarm {one.case.name} {code} {message}")


if __name__ == "__main__":
    raise SystemExit(main())
