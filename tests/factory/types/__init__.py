"""One module per document type; each offers ``LAYOUTS``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from tests.factory.desk import Content, Desk


@dataclass(frozen=True)
class Layout:
    """One way of drawing a type. ``held_out`` ones are never drawn except for evaluation."""

    name: str
    draw: Callable[[Desk, Content], None]
    held_out: bool = False


@cache
def layouts(kind: str, held_out: bool) -> tuple[Layout, ...]:
    """The layouts to choose from; a type without held-out ones gives its common ones."""
    every: tuple[Layout, ...] = import_module(f"tests.factory.types.{kind}").LAYOUTS
    return tuple(layout for layout in every if layout.held_out == held_out) or every
