"""``mingcha investigate``."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec

from mingcha import console
from mingcha.allegations import match
from mingcha.check_command import exit_code
from mingcha.complaint import Complaint, read_letter, understood
from mingcha.deadlines import deadlines
from mingcha.errors import ArgumentError, ExitCode
from mingcha.options import read_options
from mingcha.output import refuse_inside, staged
from mingcha.pipeline import Examined, Job, examined, parse_as_of, write
from reports import investigation_writer
from reports.investigation import Intake, Investigation, build_investigation


def run(
    path: Path,
    *,
    complaint: Path,
    policy: str,
    as_of: str | None,
    registers: Path | None,
    received: str | None,
    publicity_start: str | None,
    out: Path,
    jobs: int,
    cache: Path | None,
    unmask: bool,
) -> ExitCode:
    """Check the dossier, match the letter's allegations, write the report draft beside the memo."""
    refuse_inside(out, path)
    options = read_options(jobs=jobs, cache=cache)
    given = {"--received": received, "--publicity-start": publicity_start}
    for option, text in given.items():
        _date(option, text)
    text = read_letter(complaint, options)
    job = Job(path=path, policy=policy, as_of=parse_as_of(as_of), registers=registers, options=options)
    with console.progress("reading") as advance, examined(job, advance) as result:
        letter = understood(text, complaint, result.report.applicant.get("person_name", ""))
        intake = _intake(letter, received, publicity_start)
        drafted = _investigation(result, letter, intake, unmask=unmask)
        write(result, out, unmask=unmask)
        with staged(out) as stage:
            investigation_writer.write(drafted, stage)
            (stage / "investigation.json").write_bytes(
                msgspec.json.format(msgspec.json.encode(_without_pictures(drafted)))
            )
        report = result.report
    console.allegations(drafted, out)
    return exit_code(report.findings)


def _investigation(result: Examined, complaint: Complaint, intake: Intake, *, unmask: bool) -> Investigation:
    starts = {"received": intake.received, "publicity_start": intake.publicity_start}
    return build_investigation(
        result.report,
        result.dossier,
        result.pictures,
        intake=intake,
        considered=[match(a, result.report) for a in complaint.letter.allegations],
        deadlines=list(deadlines({name: date.fromisoformat(day) for name, day in starts.items() if day})),
        hidden=complaint.hidden,
        policies={pack.id: pack.title for pack in result.policy.packs},
        unmask=unmask,
    )


def _intake(complaint: Complaint, received: str | None, publicity_start: str | None) -> Intake:
    """What is known of the letter; without ``received`` the date it bears stands in, and the report says so."""
    first, last = complaint.publicity
    way = "书面来信" if received or not complaint.written else "书面来信（收到日期未登记，暂按落款日期起算）"
    return Intake(
        received=received or complaint.written,
        way=way,
        signed=complaint.letter.signed,
        publicity_start=publicity_start or first,
        publicity_end="" if publicity_start else last,
        reported=complaint.letter.reported,
        reported_unit=complaint.letter.reported_unit,
        letter_sha256=complaint.sha256,
        redactions=len(complaint.letter.redactions),
    )


def _date(option: str, text: str | None) -> None:
    try:
        date.fromisoformat(text or "2020-01-01")
    except ValueError as error:
        raise ArgumentError(f"{option} {text!r} is no date; write it as 2020-11-03") from error


def _without_pictures(drafted: Investigation) -> Investigation:
    return msgspec.structs.replace(drafted, figures=())
