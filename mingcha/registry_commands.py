"""``mingcha registry …``: the published lists that checks of papers look things up in."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from mingcha.errors import ArgumentError, ExitCode

app = typer.Typer(
    help="Lists of journals and of retracted papers, imported by you and kept on this machine.", no_args_is_help=True
)
importing = typer.Typer(help="Import a published list.", no_args_is_help=True)
app.add_typer(importing, name="import")

File = Annotated[Path, typer.Argument(help="CSV, JSON or (journals) a PDF with a text layer, as published.")]
Registers = Annotated[
    Path | None,
    typer.Option(
        "--registers",
        envvar="MINGCHA_REGISTERS",
        help="Directory of imported lists; else the user's data directory.",
    ),
]


def directory(given: Path | None) -> Path:
    """Where imported lists lie: ``given``, or the user's data directory."""
    return given or Path(typer.get_app_dir("mingcha")) / "registers"


@importing.command()
def journals(
    file: File,
    year: Annotated[int, typer.Option("--year", help="The list's year, when the file does not say it.")] = 0,
    registers: Registers = None,
) -> ExitCode:
    """Import a list of journals: an index, a core list, an early-warning or hijacked list."""
    from corpus.registries.importer import RegistryError, import_journals, store_journals

    try:
        rows = import_journals(file, year=year)
        stored = store_journals(rows, directory(registers))
    except RegistryError as error:
        raise ArgumentError(str(error)) from error
    typer.echo(f"{len(rows)} journals of {rows[0].list}{f' ({rows[0].year})' if rows[0].year else ''} → {stored}")
    return ExitCode.CLEAN


@importing.command()
def retractions(file: File, registers: Registers = None) -> ExitCode:
    """Import a list of retracted papers by DOI."""
    from corpus.registries.importer import RegistryError, import_retractions, store_retractions

    try:
        dois = import_retractions(file)
        stored = store_retractions(dois, directory(registers), file.stem)
    except RegistryError as error:
        raise ArgumentError(str(error)) from error
    typer.echo(f"{len(dois)} retracted DOIs → {stored}")
    return ExitCode.CLEAN


@app.command("list")
def list_(registers: Registers = None) -> ExitCode:
    """Show which lists are imported."""
    from mingcha.pipeline import load_registers

    place = directory(registers)
    loaded = load_registers(place)
    counts = Counter((row.list, row.year, row.kind) for row in loaded.journals.rows)
    for (name, year, kind), count in sorted(counts.items()):
        typer.echo(f"{name}\t{year or 'no year'}\t{kind}\t{count}")
    typer.echo(f"retracted DOIs\t\t\t{len(loaded.retractions)}")
    typer.echo(f"in {place}")
    return ExitCode.CLEAN
