"""``mingcha checks …``: what every check says of itself."""

from __future__ import annotations

from typing import Annotated

import typer

from mingcha.errors import ArgumentError, ExitCode

app = typer.Typer(help="The checks: what each looks for, innocent causes, how to verify.", no_args_is_help=True)


@app.command("list")
def list_() -> ExitCode:
    """List every finding code with its title, severity and kind."""
    from rich.console import Console
    from rich.table import Table

    from checks.catalogue import rows

    table = Table(show_edge=False, pad_edge=False)
    for heading in ("code", "title", "severity", "kind"):
        table.add_column(heading, overflow="fold")
    for row in rows():
        table.add_row(*row)
    Console(highlight=False).print(table)
    return ExitCode.CLEAN


@app.command()
def show(code: Annotated[str, typer.Argument(help="A code of `mingcha checks list`.")]) -> ExitCode:
    """Show one check in full."""
    from checks.catalogue import described, info

    try:
        typer.echo(described(info(code)))
    except KeyError as error:
        raise ArgumentError(f"no check has the code {code}; see `mingcha checks list`") from error
    return ExitCode.CLEAN
