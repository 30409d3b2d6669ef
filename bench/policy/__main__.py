"""What judging costs: against the same ten rules by hand, against reading the dossier, and over ten thousand reports.

Run: python -m bench.policy [--reports N]. Everything is measured in one run, in CPU seconds of this process; the memory
of the stream is the peak of a process of its own.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import msgspec

from bench.policy import applicants, handcoded
from checks.applicant import profile
from checks.eligibility.rejudge import rejudge
from corpus.policy.loader import load
from corpus.policy.records import Policy
from extractors.records import Document
from ingest.options import ReadOptions
from ingest.reader import read_dossier

TEN = Path(__file__).with_name("ten.yaml")
CASES = 200
ROUNDS = 7
TRY = "import sys; from bench.policy.__main__ import try_all; try_all(sys.argv[1], sys.argv[2])"

Judged = list[tuple[tuple[Document, ...], dict[str, str]]]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--reports", type=int, default=10_000)
    reports = arguments.parse_args().reports
    people = [(d, profile(d)) for d in (applicants.documents(n) for n in range(CASES))]
    ten, full = load(str(TEN)), load("yunnan-2020")
    _agree(people, ten)
    pack, hand, whole = _interleaved(people, ten, full)
    print(f"ten rules by hand      {hand * 1e6:8.1f} µs a dossier")
    print(f"ten rules by the pack  {pack * 1e6:8.1f} µs a dossier   {pack / hand:.1f} × by hand")
    print(f"all of yunnan-2020     {whole * 1e6:8.1f} µs a dossier")
    read, pages = _reading()
    share = f"judging is {whole / read:.2%} of it"
    print(f"reading a dossier      {read * 1e6:8.1f} µs ({pages} born-digital pages)   {share}")
    _stream(reports)


def _agree(people: Judged, ten: Policy) -> None:
    """Both give the same outcome for every row, or the comparison means nothing."""
    day = ten.as_of
    assert day is not None
    for documents, applicant in people:
        by_pack = {c.id: c.outcome for c in rejudge(documents, applicant, ten, day)}
        by_hand = {c.id: c.outcome for c in handcoded.rows(documents, applicant, day)}
        if by_pack != by_hand:
            raise SystemExit(f"the two disagree: {set(by_pack.items()) ^ set(by_hand.items())}")


def _interleaved(people: Judged, ten: Policy, full: Policy) -> tuple[float, float, float]:
    """The best of several rounds of each, in turn, so that a busy machine slows all alike."""
    day = ten.as_of
    assert day is not None
    works: tuple[Callable[[], object], ...] = (
        lambda: [rejudge(d, a, ten, day) for d, a in people],
        lambda: [handcoded.rows(d, a, day) for d, a in people],
        lambda: [rejudge(d, a, full, day) for d, a in people],
    )
    best = [float("inf")] * len(works)
    for _ in range(ROUNDS):
        for i, work in enumerate(works):
            began = time.process_time()
            work()
            best[i] = min(best[i], (time.process_time() - began) / len(people))
    return best[0], best[1], best[2]


def _reading() -> tuple[float, int]:
    """CPU seconds to read one drawn, born-digital dossier, the cheapest kind to read, and its pages."""
    from tests.factory.dossier import Options, make

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "dossier"
        make(Options(seed=1, carrier="digital"), path)
        began = _spent()
        dossier = read_dossier(path, options=ReadOptions(jobs=1, ocr="none"))
        return _spent() - began, len(dossier.pages)


def _spent() -> float:
    """CPU seconds of this process and of those it started and has seen end."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(u.ru_utime + u.ru_stime for u in used)


def _stream(count: int) -> None:
    """Peak memory and CPU seconds of re-judging a tenth of the reports, and all of them."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for number in range(count):
            _report(root / ("first" if number < count // 10 else "rest") / f"{number:05d}", number)
        for label, where in (("a tenth", root / "first"), ("all", root)):
            run = [sys.executable, "-c", TRY, str(where), str(root / "changes.tsv")]
            done = subprocess.run(run, capture_output=True, text=True, check=True)
            print(f"{label:8} {done.stdout.strip()}")


def _report(folder: Path, number: int) -> None:
    documents = applicants.documents(number)
    folder.mkdir(parents=True)
    report = {
        "schema": "mingcha.report/1",
        "dossier": {"id": f"{number:05d}", "path": ""},
        "policy": {"id": "yunnan-2020", "title": ""},
        "as_of": "2020-12-31",
        "applicant": profile(documents),
        "documents": documents,
    }
    (folder / "report.json").write_bytes(msgspec.json.encode(report))


def try_all(folder: str, out: str) -> None:
    """What ``mingcha policy try`` does, with its talk swallowed and its peak memory told."""
    import contextlib
    import io

    from mingcha import policy_try

    with contextlib.redirect_stdout(io.StringIO()) as talk:
        policy_try.run("yunnan-2020", [Path(folder)], "2021-12-31", Path(out))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    seconds = time.process_time()
    print(f"{talk.getvalue().strip().splitlines()[-1]}; {seconds:.1f} CPU s, peak {peak:.0f} MB")


if __name__ == "__main__":
    main()
