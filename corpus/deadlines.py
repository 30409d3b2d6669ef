"""The periods that a complaint sets running, as data: ``corpus/deadlines.yaml``."""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec


class Period(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``length`` in working days (工作日) or calendar days (日) from the day that ``counts_from`` names.

    In force from ``effective_from`` to ``effective_to``, both days included; None leaves that side open.
    """

    id: str
    name: str
    counts_from: Literal["received", "publicity_start"]
    length: int
    unit: Literal["工作日", "日"]
    basis: str
    mark: Literal["A", "B", "C"]
    effective_from: date | None = None
    effective_to: date | None = None

    def in_force(self, day: date) -> bool:
        return (self.effective_from is None or self.effective_from <= day) and (
            self.effective_to is None or day <= self.effective_to
        )


@cache
def periods() -> tuple[Period, ...]:
    """All periods in the order of the file."""
    text = files("corpus").joinpath("deadlines.yaml").read_bytes()
    return msgspec.yaml.decode(text, type=tuple[Period, ...])
