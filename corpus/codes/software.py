"""软件著作权登记号 (handbook 4.5): year, SR, serial."""

from __future__ import annotations

import re
from dataclasses import dataclass

FORM = re.compile(r"(\d{4})SR(\d{4,7})")


@dataclass(frozen=True, slots=True)
class SoftwareNumber:
    year: int
    serial: str


def parse(number: str) -> SoftwareNumber | None:
    """The parts of a registration number; None when it has another layout."""
    match = FORM.fullmatch("".join(number.split()).upper())
    return SoftwareNumber(int(match[1]), match[2]) if match else None
