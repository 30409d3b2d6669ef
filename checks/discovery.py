"""Finding the checks: every module of a family folder that offers ``CHECK`` or ``CHECKS``."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from checks.base import Check

FAMILIES = ("completeness", "identity", "eligibility", "consistency", "numbers", "publication", "forensics")


@cache
def all_checks() -> tuple[Check, ...]:
    """Every check of every family, families in the contract's order, codes in alphabetical order.

    Raises ValueError when two checks offer the same code or a code does not begin with its family's name.
    """
    checks: list[Check] = []
    for family in FAMILIES:
        package = importlib.import_module(f"checks.{family}")
        offered: list[Check] = []
        for module in pkgutil.iter_modules(package.__path__):
            loaded = importlib.import_module(f"checks.{family}.{module.name}")
            offered += getattr(loaded, "CHECKS", ())
            if check := getattr(loaded, "CHECK", None):
                offered.append(check)
        for check in offered:
            if not check.info.code.startswith(f"{family}."):
                raise ValueError(f"check {check.info.code} stands in the folder of {family}")
        checks += sorted(offered, key=lambda c: c.info.code)
    codes = [c.info.code for c in checks]
    if doubled := sorted({c for c in codes if codes.count(c) > 1}):
        raise ValueError(f"more than one check for {', '.join(doubled)}")
    return tuple(checks)
