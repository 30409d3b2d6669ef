"""Every command, exit code and decision can be found by reading."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer

from mingcha.cli import app
from mingcha.errors import ExitCode

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def commands() -> list[str]:
    group = typer.main.get_command(app)
    return sorted(group.commands)  # type: ignore[attr-defined]


@pytest.mark.parametrize("command", commands())
def test_every_command_stands_in_the_readme(command: str) -> None:
    assert re.search(rf"`mingcha {command}\b", README)


@pytest.mark.parametrize("code", list(ExitCode))
def test_every_exit_code_stands_in_the_readme(code: ExitCode) -> None:
    assert f"`{int(code)}`" in README


@pytest.mark.parametrize("page", sorted((ROOT / "docs").rglob("*.md")), ids=lambda p: p.name)
def test_links_between_the_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_links_of_the_readme_lead_somewhere() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", README):
        assert (ROOT / target).exists(), target
