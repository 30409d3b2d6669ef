"""软件著作权登记号 (handbook 4.5): year, SR, serial."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Serials of certificates (软著登字第N号) known to have been given out in a year (handbook 4.5, A).
ANCHORS = ((2013, 650_314), (2014, 671_096), (2019, 4_317_518), (2025, 15_980_140))
FORM = re.compile(r"(\d{4})SR(\d{4,7})")


@dataclass(frozen=True, slots=True)
class SoftwareNumber:
    year: int
    serial: str


def parse(number: str) -> SoftwareNumber | None:
    """The parts of a registration number; None when it has another layout."""
    match = FORM.fullmatch("".join(number.split()).upper())
    return SoftwareNumber(int(match[1]), match[2]) if match else None


def is_plausible(serial: int, year: int) -> bool:
    """Whether a certificate's serial fits between those known of earlier and later years; a year to either side."""
    return all(
        (serial >= known or year <= then + 1) and (serial <= known or year >= then - 1) for then, known in ANCHORS
    )
