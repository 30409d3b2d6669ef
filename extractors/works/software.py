"""Numbers of software copyright registrations (handbook 4.5)."""

from __future__ import annotations

import regex

from extractors.grammar import values
from extractors.grammar.labels import Value
from extractors.passage import Passage
from extractors.works.matching import first

_REGISTRATION = regex.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)-?[S5][RB]-?(?P<serial>[\dOo]{4,8})(?!\d)")
_CERTIFICATE = regex.compile(r"软著[登变]?(?:补)?字第(?P<serial>[A-Z]{0,4}\d{4,9})号")


def registration_number(passage: Passage) -> Value | None:
    """``2018SR100200``."""
    hit = first(_REGISTRATION, passage)
    return hit.value(0, f"{hit['year']}SR{hit['serial'].upper().replace('O', '0')}") if hit else None


def registration_at_label(passage: Passage) -> Value | None:
    """What stands in the place for a registration number, also where it has not the layout of one."""
    return registration_number(passage) or values.code(passage)


def certificate_number(passage: Passage) -> Value | None:
    """``软著登字第1234567号``."""
    hit = first(_CERTIFICATE, passage)
    return hit.value(0) if hit else None
