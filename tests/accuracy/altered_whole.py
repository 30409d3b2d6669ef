"""``python -m tests.accuracy.altered_whole``: altered certificates as the program's user would meet them.

Each genuine certificate is altered by each tool, saved, and read and checked by the whole program, once alone and once
beside the other genuine certificates. Counted is what is said beyond what the unaltered certificate gives. Pages read
are kept by content, so that after a change to the checks only those run again.
"""

from __future__ import annotations

import argparse
import dataclasses
import os
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from random import Random

import msgspec

from checks.applicant import profile
from checks.base import Case
from checks.discovery import all_checks
from checks.engine import run_check
from checks.records import Finding
from extractors.extract import extract
from extractors.records import Document
from ingest.options import ReadOptions
from ingest.pictures import PageStore
from ingest.records import Dossier
from mingcha.pipeline import Examined, Job, examined, opened
from tests.accuracy.altered import CERTIFICATES, HELD_OUT, HONEST, SAVINGS, Saving, read_papers
from tests.factory.altering import TOOLS, NothingToAlterError, Paper
from tests.factory.altering_pdf import PDF_TOOLS

CACHE = Path(tempfile.gettempdir()) / "mingcha-altered-cache"
ACROSS = ("numbers", "consistency")  # families that compare certificates of one dossier


@dataclasses.dataclass(frozen=True)
class Said:
    """What was said of one copy beyond its original. ``changed`` tells which facts no longer read as they did."""

    paper: str
    tool: str
    saving: str
    alone: tuple[tuple[str, str], ...]  # code and severity
    together: tuple[tuple[str, str], ...]
    changed: tuple[str, ...]

    @property
    def found(self) -> bool:
        return bool(self.alone or self.together)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy.altered_whole", description=__doc__)
    parser.add_argument("--savings", type=int, default=1, help="ways of saving for every paper and tool")
    parser.add_argument("--tools", nargs="*", default=[*sorted(TOOLS), *sorted(PDF_TOOLS)])
    parser.add_argument("--only", nargs="*", default=[""], help="certificates whose name contains one of these")
    parser.add_argument("--certificates", type=Path, default=CERTIFICATES, help="folder of the genuine certificates")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--honest", type=int, default=1, help="ways of saving for every paper left unaltered")
    parser.add_argument(
        "--list", action="store_true", help="list every copy with what was said of it and which facts read otherwise"
    )
    arguments = parser.parse_args()
    if not arguments.certificates.is_dir():
        print(f"not measured: {arguments.certificates} is not there", file=sys.stderr)
        return 0
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    papers = [p for p in read_papers(arguments.certificates) if any(part in p.name for part in arguments.only)]
    look = partial(
        _measure,
        folder=arguments.certificates,
        tools=arguments.tools,
        savings=arguments.savings,
        honest=arguments.honest,
        listed=arguments.list,
    )
    with ProcessPoolExecutor(arguments.jobs, mp_context=get_context("spawn")) as pool:
        said = [one for some in pool.map(look, papers) for one in some]
    print(_altered([one for one in said if one.tool not in HONEST]))
    print(_honest([one for one in said if one.tool in HONEST]))
    return 0


def _measure(
    paper: Paper, *, folder: Path, tools: Sequence[str], savings: int, honest: int, listed: bool
) -> list[Said]:
    original = folder / paper.name
    before, _, facts = _looked(original)
    beside = _others(folder, paper.name)
    said = []
    names = [*tools, *(HONEST if honest else ())]
    Random(paper.name).shuffle(names)  # so that a run cut short tells something of every tool
    for name in names:
        rng = Random(f"{paper.name}:{name}")
        for saving in rng.sample(SAVINGS, honest if name in HONEST else 1 if name in PDF_TOOLS else savings):
            try:
                kind, data = _made(name, paper, saving, rng)
            except NothingToAlterError:
                continue
            with tempfile.TemporaryDirectory() as place:
                path = Path(place) / f"{Path(paper.name).stem}{kind}"
                path.write_bytes(data)
                after, result, read = _looked(path)
                together = _together(beside, result)
            said.append(
                Said(
                    paper.name,
                    name,
                    "pdf" if name in PDF_TOOLS else saving.name,
                    tuple(sorted(set(after - before))),
                    tuple(sorted(together - set(after))),
                    tuple(
                        f"{k}: {facts.get(k)} > {read.get(k)}" for k in {**facts, **read} if facts.get(k) != read.get(k)
                    ),
                )
            )
            if listed:
                print(
                    f"{paper.name} {name} {said[-1].saving}: {_told(said[-1])} [{'; '.join(said[-1].changed)}]",
                    flush=True,
                )
    return said


def _changed(before: dict[str, str], after: dict[str, str]) -> tuple[str, ...]:
    names = dict.fromkeys((*before, *after))
    return tuple(f"{n}: {before.get(n)} > {after.get(n)}" for n in names if before.get(n) != after.get(n))


def _made(name: str, paper: Paper, saving: Saving, rng: Random) -> tuple[str, bytes]:
    """The ending and the bytes of the copy."""
    if name in PDF_TOOLS:
        return ".pdf", PDF_TOOLS[name](paper, rng)[0]
    pixels = HONEST[name](paper.pixels, rng) if name in HONEST else TOOLS[name](paper, rng).pixels
    with tempfile.TemporaryDirectory() as folder:
        path = saving.write(pixels, Path(folder))
        return path.suffix, path.read_bytes()


def _looked(path: Path) -> tuple[Counter[tuple[str, str]], Examined, dict[str, str]]:
    """Codes with their severities as often as they were said, and every fact read."""
    options = ReadOptions(jobs=1, isolate=False, cache=CACHE)
    with examined(Job(path=path, options=options)) as result:
        facts = {f"{f.name}/{f.item}": str(f.value) for d in result.documents for f in d.facts}
        said = [f for f in result.assessment.findings if _is_about_the_paper(f)]
        return Counter((f.code, f.severity) for f in said), result, facts


def _is_about_the_paper(finding: Finding) -> bool:
    return not finding.code.startswith(("completeness.missing-document", "eligibility."))


def _others(folder: Path, but: str) -> tuple[Dossier, tuple[Document, ...]]:
    """The other certificates as one dossier, read."""
    with opened(folder, ReadOptions(jobs=1, isolate=False, cache=CACHE)) as dossier:
        documents = tuple(d for d in extract(dossier) if d.file != but and not d.file.endswith(".tsv"))
        return dossier, documents


def _together(beside: tuple[Dossier, tuple[Document, ...]], result: Examined) -> set[tuple[str, str]]:
    """What the comparing checks say of the copy when the other certificates lie beside it."""
    others, documents = beside
    own = tuple(msgspec.structs.replace(d, id=f"d{n}") for n, d in enumerate(result.documents, start=90))
    kept = {d.file for d in documents}
    dossier = msgspec.structs.replace(
        result.dossier,
        files=(*(f for f in others.files if f.name in kept), *result.dossier.files),
        pages=(*(p for p in others.pages if p.file in kept), *result.dossier.pages),
    )
    case = Case(
        dossier=dossier,
        documents=(*documents, *own),
        applicant=profile((*documents, *own)),
        policy=result.policy,
        as_of=result.as_of,
        pictures=PageStore(dossier),
    )
    ids = {d.id for d in own}
    return {
        (f.code, "together")
        for check in all_checks()
        if check.info.code.startswith(ACROSS)
        for f in run_check(check, case)[0]
        if any(e.document in ids for e in f.evidence) and any(e.document not in ids for e in f.evidence)
    }


def _share(some: Sequence[Said], count: Callable[[Said], bool]) -> str:
    hits = sum(map(count, some))
    return f"{hits}/{len(some)}" if some else "–"


def _altered(said: Sequence[Said]) -> str:
    """By tool: found alone, found alone or beside the others, held out, raised to suspect."""
    groups: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        groups[one.tool].append(one)
        groups["all in PDF" if one.tool in PDF_TOOLS else "all in pixels"].append(one)
        groups["all"].append(one)
        for code, _ in {*one.alone, *one.together}:
            groups[f"by {code}"].append(one)
    rows = [
        f"| {name} | {_share(some, lambda s: bool(s.alone))} | {_share(some, lambda s: s.found)} "
        f"| {_share([s for s in some if s.paper.startswith(HELD_OUT)], lambda s: s.found)} "
        f"| {_share(some, lambda s: any(severity == 'suspect' for _, severity in s.alone))} |"
        for name, some in sorted(groups.items())
    ]
    head = "| altered by | found alone | or beside the others | of these, papers held out | suspect alone |"
    return "\n".join([head, "| --- | --- | --- | --- | --- |", *rows])


def _told(one: Said) -> str:
    return ", ".join(" ".join(pair) for pair in (*one.alone, *one.together)) or "nothing"


def _honest(said: Sequence[Said]) -> str:
    rows = [f"{one.paper} {one.tool} {one.saving}: {_told(one)}" for one in said if one.found]
    return "\n".join([f"unaltered copies: {len(said)}, of which something was said of {len(rows)}", *rows])


if __name__ == "__main__":
    raise SystemExit(main())
