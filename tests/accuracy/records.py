"""What is counted."""

from __future__ import annotations

import msgspec


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """One dossier to be made and read, or two that are tied together.

    ``defects`` and ``innocents`` are what is planted, as ``code@planter``; ``ties`` ways of tying two dossiers.
    """

    name: str
    seed: str
    carrier: str
    held_out: bool = True
    everything: bool = False
    trade: str = ""
    only: tuple[str, ...] = ()  # document types to keep; () keeps all
    defects: tuple[str, ...] = ()
    innocents: tuple[str, ...] = ()
    ties: tuple[str, ...] = ()

    @property
    def planted(self) -> tuple[str, ...]:
        """What is planted, faults, look-alikes or ties; empty for an ordinary clean dossier."""
        return self.defects + self.innocents + self.ties

    @property
    def clean(self) -> bool:
        """Whether the dossier is whole and has nothing wrong, so that whatever is said above ``notice`` is false."""
        return not self.defects and not self.ties and not self.only


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was right or wrong.

    ``kind``: type, fact, box, seal, seal-issuer, cut, wrong-value, planted, planted-loud (above notice), innocent.
    """

    kind: str
    right: bool
    type: str = ""
    carrier: str = ""
    name: str = ""
    detail: str = ""


class Score(msgspec.Struct, frozen=True, kw_only=True):
    """Everything counted on one dossier. ``alarms``: code and message of findings above ``notice`` on a clean one.

    ``seconds``: CPU seconds of drawing, reading and judging; ``failed``: why it could not be measured at all.
    """

    case: Case
    marks: tuple[Mark, ...] = ()
    alarms: tuple[tuple[str, str], ...] = ()
    pages: int = 0
    seconds: float = 0.0
    failed: str = ""
