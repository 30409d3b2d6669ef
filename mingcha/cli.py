"""The command line. Commands import what they need when they run, so that ``--help`` answers at once."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from mingcha import checks_commands, defaults, policy_commands, registry_commands
from mingcha.errors import ExitCode, MingchaError
from mingcha.registry_commands import Registers, directory

app = typer.Typer(
    name="mingcha",
    help="Read the dossier of an applicant for a professional title and show what a reviewer should look at.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

app.add_typer(policy_commands.app, name="policy")
app.add_typer(checks_commands.app, name="checks")
app.add_typer(registry_commands.app, name="registry")
app.command()(policy_commands.explain)

Out = Annotated[Path, typer.Option("--out", help="Directory that receives the results.")]
Policy = Annotated[str, typer.Option("--policy", help="Policy pack: an id of `mingcha policy list`, or a YAML file.")]
AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="DATE", help="Judge as of this date; default: the policy's cut-off.")
]
Jobs = Annotated[int, typer.Option("--jobs", min=0, help="Processes; 0 means one per core.")]
Cache = Annotated[
    Path | None, typer.Option("--cache", help="Keep what was read here, so that a second run does not read it again.")
]
Unmask = Annotated[bool, typer.Option("--unmask", help="Show ID numbers and phones in full in the rendered memos.")]


@app.command()
def check(
    dossier: Annotated[Path, typer.Argument(help="A folder, a .zip, or one PDF or picture.")],
    policy: Policy = defaults.POLICY,
    as_of: AsOf = None,
    registers: Registers = None,
    out: Out = Path("mingcha-out"),
    jobs: Jobs = 0,
    cache: Cache = None,
    unmask: Unmask = False,
) -> ExitCode:
    """Check one dossier and write report.json, memo.html and memo.docx."""
    from mingcha.check_command import run

    return run(
        dossier,
        policy=policy,
        as_of=as_of,
        registers=directory(registers),
        out=out,
        jobs=jobs,
        cache=cache,
        unmask=unmask,
    )


@app.command()
def scan(
    root: Annotated[Path, typer.Argument(help="Every folder or .zip directly under it is one dossier.")],
    policy: Policy = defaults.POLICY,
    as_of: AsOf = None,
    registers: Registers = None,
    out: Out = Path("mingcha-out"),
    jobs: Jobs = 0,
    seconds: Annotated[float, typer.Option("--seconds", min=1, help="Time limit for one dossier.")] = 1800,
    fresh: Annotated[bool, typer.Option("--fresh", help="Check everything anew instead of resuming.")] = False,
    unmask: Unmask = False,
) -> ExitCode:
    """Check many dossiers, resume where a former run stopped, compare them, and write audit.xlsx."""
    from mingcha.scan_command import run

    return run(
        root,
        policy=policy,
        as_of=as_of,
        registers=directory(registers),
        out=out,
        jobs=jobs,
        seconds=seconds,
        fresh=fresh,
        unmask=unmask,
    )


@app.command()
def investigate(
    dossier: Annotated[Path, typer.Argument(help="The dossier of the person complained about.")],
    complaint: Annotated[Path, typer.Option("--complaint", help="The letter: txt, docx, PDF or picture.")],
    policy: Policy = defaults.POLICY,
    as_of: AsOf = None,
    registers: Registers = None,
    received: Annotated[
        str | None, typer.Option("--received", metavar="DATE", help="When the letter came in; deadlines count from it.")
    ] = None,
    publicity_start: Annotated[
        str | None, typer.Option("--publicity-start", metavar="DATE", help="First day of the results' publicity.")
    ] = None,
    out: Out = Path("mingcha-out"),
    jobs: Jobs = 0,
    cache: Cache = None,
    unmask: Unmask = False,
) -> ExitCode:
    """Match the allegations of a complaint with the dossier and draft the investigation report."""
    from mingcha.investigate_command import run

    return run(
        dossier,
        complaint=complaint,
        policy=policy,
        as_of=as_of,
        registers=directory(registers),
        received=received,
        publicity_start=publicity_start,
        out=out,
        jobs=jobs,
        cache=cache,
        unmask=unmask,
    )


@app.command()
def show(
    dossier: Annotated[Path, typer.Argument(help="A folder, a .zip, or one PDF or picture.")],
    document: Annotated[str | None, typer.Option("--document", help="Only this document, such as d03.")] = None,
    out: Out = Path("mingcha-out/pages"),
    jobs: Jobs = 0,
    cache: Cache = None,
) -> ExitCode:
    """Draw every fact that was read on its page, as PNG, and list them. Nothing is masked."""
    from mingcha.show_command import run

    return run(dossier, document=document, out=out, jobs=jobs, cache=cache)


@app.command()
def version() -> ExitCode:
    """Print the engine's version."""
    from mingcha.version import VERSION

    typer.echo(VERSION)
    return ExitCode.CLEAN


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and leave the process with an exit code of contract.md."""
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: list[str]) -> int:
    """Run one command and return its exit code; errors become one line on standard error."""
    try:
        code = app(args=arguments, prog_name="mingcha", standalone_mode=False)
    except KeyboardInterrupt:
        return _say("interrupted", ExitCode.INTERRUPTED)
    except typer.Abort:
        return _say("interrupted", ExitCode.INTERRUPTED)
    except MingchaError as error:
        return _say(str(error), error.exit_code)
    except typer.TyperException as error:
        return _say(f"{error.format_message()} Try: mingcha --help", ExitCode.FAILED)
    except Exception as error:
        if os.environ.get("MINGCHA_DEBUG"):
            raise
        return _say(f"internal error, {type(error).__name__}; set MINGCHA_DEBUG=1 to see where", ExitCode.FAILED)
    return int(code or 0)


def _say(message: str, code: int) -> int:
    sys.stderr.write(f"mingcha: {' '.join(message.split())}\n")
    return code
