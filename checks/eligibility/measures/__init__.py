"""What a policy can ask to be measured: one module a measure, each offering ``MEASURE``, found by looking here."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checks.eligibility.outcome import Measure


@cache
def measures() -> dict[str, Measure]:
    """Every measure by the name packs use. Raises ValueError when two modules offer the same name."""
    found: dict[str, Measure] = {}
    for module in pkgutil.iter_modules(__path__):
        offered = getattr(importlib.import_module(f"{__name__}.{module.name}"), "MEASURE", None)
        if offered is None:
            continue
        if offered.name in found:
            raise ValueError(f"two measures are called {offered.name}")
        found[offered.name] = offered
    return found
