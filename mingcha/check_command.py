"""``mingcha check``."""

from __future__ import annotations

from pathlib import Path

from checks.records import Finding
from mingcha import console
from mingcha.errors import ExitCode
from mingcha.options import read_options
from mingcha.output import refuse_inside
from mingcha.pipeline import Job, examined, parse_as_of, write

NEEDS_A_PERSON = ("missing", "ineligible", "suspect")


def run(
    path: Path,
    *,
    policy: str,
    as_of: str | None,
    registers: Path | None,
    out: Path,
    jobs: int,
    cache: Path | None,
    unmask: bool,
) -> ExitCode:
    """Check one dossier, write its results into ``out`` and print a summary."""
    refuse_inside(out, path)
    job = Job(
        path=path,
        policy=policy,
        as_of=parse_as_of(as_of),
        registers=registers,
        options=read_options(jobs=jobs, cache=cache),
    )
    with console.progress("reading") as advance, examined(job, advance) as result:
        write(result, out, unmask=unmask)
        report = result.report
    console.summary(report, out)
    return exit_code(report.findings)


def exit_code(findings: tuple[Finding, ...]) -> ExitCode:
    """Contract.md: notices need nobody, everything else does."""
    return ExitCode.FINDINGS if any(f.severity in NEEDS_A_PERSON for f in findings) else ExitCode.CLEAN
