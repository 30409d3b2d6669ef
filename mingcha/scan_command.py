"""``mingcha scan``."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import msgspec

from checks.records import Engine, PolicyUsed
from ingest.pool import available_cores
from mingcha import console
from mingcha.batch import Plan, scan
from mingcha.batch_state import State
from mingcha.candidates import candidates, folder_names
from mingcha.errors import ExitCode, OutputError
from mingcha.options import read_options
from mingcha.output import staged
from mingcha.pipeline import Job, cutoff, load_policy, parse_as_of
from mingcha.version import VERSION
from reports import audit_paper, docx, workbook
from reports.audit import Audit, Entry, entry
from reports.json_writer import read


def run(
    root: Path,
    *,
    policy: str,
    as_of: str | None,
    registers: Path | None,
    out: Path,
    jobs: int,
    seconds: float,
    fresh: bool,
    unmask: bool,
) -> ExitCode:
    """Check every dossier under ``root``, write a folder each and audit.xlsx into ``out``, print the ranking's head."""
    paths = candidates(root, out)
    _refuse_inside_dossier(out, paths)
    rules = load_policy(policy)
    day = cutoff(rules, parse_as_of(as_of))
    processes = jobs or available_cores()
    workdir = out / ".mingcha" / "work"
    options = read_options(jobs=1, cache=out / ".mingcha" / "cache", workdir=workdir)
    names = folder_names(paths)
    plan = Plan(
        jobs={names[p]: Job(path=p, policy=policy, as_of=day, registers=registers, options=options) for p in paths},
        out=out,
        policy=rules,
        as_of=day,
        processes=processes,
        seconds=seconds,
        fresh=fresh,
        unmask=unmask,
    )
    with staged(out):
        pass  # an output directory that cannot be written is told before hours of work, not after
    with console.progress("checking") as advance, _emptied(workdir):
        states = scan(plan, advance)
    audit = _audit(plan, states)
    with staged(out) as stage:
        workbook.write(audit, stage / "audit.xlsx")
        docx.write_paper(audit_paper.lay_out(audit), stage / "audit.docx")
        (stage / "audit.json").write_bytes(msgspec.json.format(msgspec.json.encode(audit)))
    console.ranking(audit, out)
    return ExitCode.FINDINGS if any(e.lost or e.disposition != "accept" for e in audit.entries) else ExitCode.CLEAN


@contextmanager
def _emptied(workdir: Path) -> Iterator[None]:
    """A killed process cannot clear away what it unpacked of an applicant's archive; this does, before and after."""
    shutil.rmtree(workdir, ignore_errors=True)
    workdir.mkdir(parents=True)
    try:
        yield
    finally:
        shutil.rmtree(workdir, ignore_errors=True)


def _audit(plan: Plan, states: Mapping[str, State]) -> Audit:
    return Audit(
        policy=PolicyUsed(id=plan.policy.id, title=plan.policy.title),
        as_of=plan.as_of.isoformat(),
        engine=Engine(version=VERSION, policy_sha256=plan.policy.sha256, inputs_sha256=""),
        entries=tuple(_entry(plan, name, states[name]) for name in plan.jobs),
    )


def _entry(plan: Plan, name: str, state: State) -> Entry:
    report = read(plan.out / name / "report.json")
    return msgspec.structs.replace(entry(report, lost=state.lost, unmask=plan.unmask), dossier=name)


def _refuse_inside_dossier(out: Path, paths: tuple[Path, ...]) -> None:
    for path in paths:
        if path.is_dir() and path.resolve() in out.resolve().parents:
            raise OutputError(f"--out {out} lies inside the dossier {path}; choose a directory outside it")
