"""``mingcha policy …`` and ``mingcha explain``: what a policy says, and what it says of a dossier already read."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mingcha import defaults
from mingcha.errors import ExitCode

app = typer.Typer(
    help="Policy packs: what they say, whether they are sound, what they would change.", no_args_is_help=True
)

Pack = Annotated[str, typer.Argument(help="An id of `mingcha policy list`, or a YAML file.")]


@app.command("list")
def list_() -> ExitCode:
    """List the packs that come with the product."""
    from mingcha import policy_views

    return policy_views.list_()


@app.command()
def show(
    pack: Pack = defaults.POLICY, entry: Annotated[str | None, typer.Option("--entry", help="Only this entry.")] = None
) -> ExitCode:
    """Show a pack as resolved: what it extends, and every entry in force with its source and mark."""
    from mingcha import policy_views

    return policy_views.show(pack, entry)


@app.command()
def coverage(pack: Pack = defaults.POLICY) -> ExitCode:
    """List every clause with what it became and what the tool does."""
    from mingcha import policy_views

    return policy_views.coverage(pack)


@app.command()
def lint(
    packs: Annotated[
        list[str] | None, typer.Argument(help="Packs or YAML files; default: every pack of the product.")
    ] = None,
) -> ExitCode:
    """Report every fault of a pack in one go, each with file and line, then what a policy officer should look at."""
    from mingcha import policy_upkeep

    return policy_upkeep.lint(packs or [])


@app.command()
def read(
    notice: Annotated[Path, typer.Argument(help="The notice: txt, docx, PDF or picture.")],
    id: Annotated[str, typer.Option("--id", help="Id of the draft pack.")] = "draft",
    out: Annotated[Path | None, typer.Option("--out", help="File for the draft; default: standard output.")] = None,
) -> ExitCode:
    """Turn a notice into a draft pack: its clauses, documents cited, dates and deadlines, every entry undecided."""
    from mingcha import policy_upkeep

    return policy_upkeep.read(notice, id, out)


@app.command()
def diff(old: Pack, new: Pack) -> ExitCode:
    """Show what changed from one policy to another."""
    from mingcha import policy_upkeep

    return policy_upkeep.diff(old, new)


@app.command()
def test(
    pack: Pack = defaults.POLICY,
    cases: Annotated[Path | None, typer.Option("--cases", help="Folder of case files; default: the product's.")] = None,
) -> ExitCode:
    """Run the cases that live beside a pack."""
    from mingcha import policy_upkeep

    return policy_upkeep.test(pack, cases)


@app.command("try")
def try_(
    pack: Pack,
    reports: Annotated[list[Path], typer.Argument(help="report.json files, or folders that hold them.")],
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="Judge as of this date.")] = None,
    out: Annotated[Path | None, typer.Option("--out", help="Also write every change to this TSV file.")] = None,
) -> ExitCode:
    """Re-judge dossiers already read under another pack or day, and list whose outcome changes."""
    from mingcha import policy_try

    return policy_try.run(pack, reports, as_of, out)


def explain(
    report: Annotated[Path, typer.Argument(help="A report.json, or the folder that holds it.")],
    condition: Annotated[str, typer.Argument(help="Id of a row of the eligibility table, such as years-in-title.")],
) -> ExitCode:
    """Print the whole derivation of one condition: clause, measure, arithmetic, places."""
    from mingcha import policy_explain

    return policy_explain.explain(report, condition)
