"""``python -m tests.accuracy``: measures and writes docs/accuracy.md."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.accuracy.cases import FIRST_SEED, alternating, faults, look_alikes, pairs, reading
from tests.accuracy.kept import default_place, kept_or_run
from tests.accuracy.records import Case, Score
from tests.accuracy.strangers_run import CACHE, measure
from tests.accuracy.tables import alarms, by_carrier, by_code, by_type, document, failures
from tests.factory import fonts

ROOT = Path(__file__).resolve().parents[2]
INTERRUPTED = 130


def main() -> int:
    arguments = _parser().parse_args()
    os.environ.setdefault("OMP_NUM_THREADS", "1")
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
    cases = list(_cases(arguments))
    place = arguments.scores or default_place(ROOT)
    scores, whole = [], False
    try:
        for score in kept_or_run(cases, arguments.jobs, place, arguments.keep):
            scores.append(score)
        whole = True
    except KeyboardInterrupt:
        print(f"\ninterrupted after {len(scores)} of {len(cases)} dossiers; run again to go on", file=sys.stderr)
    scores.sort(key=lambda s: s.case.name)
    _show(scores, arguments.misses)
    usual = _parser().parse_args([])
    settled = ("only", "codes", "carriers", "clean", "cases", "first")
    partial = not whole or any(getattr(arguments, name) != getattr(usual, name) for name in settled)
    target = arguments.out or (None if partial else ROOT / "docs" / "accuracy.md")
    if target:
        settings = f"{arguments.clean} clean dossiers, {arguments.cases} plantings of each code, from {arguments.first}"
        unfinished = "" if whole else f", interrupted after {len(scores)} of {len(cases)} dossiers"
        target.write_text(document(scores, settings + unfinished), encoding="utf-8")
        print(f"written: {target}")
    return 0 if whole else INTERRUPTED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy", description=__doc__)
    parser.add_argument("--clean", type=int, default=16, help="clean dossiers, over all carriers in turn")
    parser.add_argument("--cases", type=int, default=20, help="faults, and look-alikes, of each code")
    parser.add_argument("--codes", default="", help="only these codes or families, separated by commas")
    parser.add_argument("--carriers", default="", help="only dossiers on these carriers, separated by commas")
    parser.add_argument("--only", default="", help="only dossiers whose name or path contains this")
    parser.add_argument("--first", type=int, default=FIRST_SEED, help="first seed; below 90000 nothing is held out")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--misses", action="store_true", help="list everything that was wrong")
    parser.add_argument("--scores", type=Path, help="where scores are kept; default .accuracy, by the code's digest")
    parser.add_argument(
        "--keep", type=Path, help="keep drawn dossiers and readings here: quick after changes to checks"
    )
    parser.add_argument("--out", type=Path, help="where to write; default docs/accuracy.md after a whole run")
    parser.add_argument("--strangers", type=Path, help="measure on dossiers drawn by others, see README.md")
    parser.add_argument("--reading", action="store_true", help="with --strangers: leave the checks out")
    parser.add_argument("--cache", type=Path, default=CACHE, help="with --strangers: pages read are kept here")
    return parser


def _cases(arguments: argparse.Namespace) -> Iterator[Case]:
    """Clean dossiers, faults, look-alikes and pairs in turn, those that were asked for."""
    carriers = [name for name in arguments.carriers.split(",") if name]
    wanted = _wanted([name for name in arguments.codes.split(",") if name])
    first, count = arguments.first, arguments.cases
    clean = [] if arguments.codes else reading(arguments.clean, first)
    kinds = [clean, *(kind(count, wanted, first) for kind in (faults, look_alikes, pairs))]
    for case in alternating(kinds):
        if arguments.only in case.name and (not carriers or case.carrier in carriers):
            yield case


def _wanted(names: Sequence[str]) -> Callable[[str], bool]:
    return lambda code: not names or any(code == name or code.startswith(f"{name}.") for name in names)


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
                print(f"alarm {one.case.name} {one.case.seed} {code} {message}")


if __name__ == "__main__":
    raise SystemExit(main())
