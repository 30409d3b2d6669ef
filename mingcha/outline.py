"""Indented text for the screen or a pipe: heads, and under each what belongs to it, wrapped to the width."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

STEP = 2  # columns an inner line stands further in
HANGING = 2  # columns that the further lines of a paragraph stand in
UNIT = re.compile(r"[“（《〈「【]*(?:[!-~]+|.)[，。；：、！？”）》〉」】]*")  # never parted: a word and its punctuation


def say(text: str, depth: int = 0, *, strong: bool = False) -> None:
    """One paragraph. A terminal wraps it to its width, a pipe to eighty columns (or COLUMNS)."""
    console = Console(highlight=False)
    for line in wrapped(text, console.width - depth * STEP) if text else ():
        shown = Text(" " * depth * STEP + line, style="bold" if strong else "")
        console.print(shown, soft_wrap=True)


def wrapped(text: str, width: int) -> Iterator[str]:
    """Lines of at most ``width`` columns, a Chinese character taking two; a longer word runs over."""
    line, used = "", 0
    for unit in UNIT.findall(text):
        if line.strip() and used + cell_len(unit) > width:
            yield line.rstrip()
            line, used = " " * HANGING, HANGING
        if unit.strip() or line.strip():
            line += unit
            used += cell_len(unit)
    if line.strip():
        yield line.rstrip()


def print_plain(line: str) -> None:
    """One line on standard output, not wrapped."""
    sys.stdout.write(f"{line}\n")


def joined(*parts: str) -> str:
    """The parts that say anything, set apart."""
    return "　".join(part for part in parts if part)
