"""What is counted."""

from __future__ import annotations

import msgspec


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """One dossier to be made and read."""

    name: str
    seed: str
    carrier: str
    held_out: bool = True
    everything: bool = False
    trade: str = ""
    only: tuple[str, ...] = ()  # document types to keep; () keeps all
    defect: str = ""
    innocent: str = ""
    pair: str = ""  # the way of tying two dossiers together

    @property
    def planted(self) -> str:
        """What is planted, fault, look-alike or pair; "" for an ordinary clean dossier."""
        return self.defect or self.innocent or self.pair


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was right or wrong. ``kind``: type, fact, box, seal, cut, planted, innocent, wrong-value."""

    kind: str
    right: bool
    type: str = ""
    carrier: str = ""
    name: str = ""
    detail: str = ""


class Score(msgspec.Struct, frozen=True, kw_only=True):
    """Everything counted on one dossier. ``alarms``: codes of findings above ``notice`` on a whole clean one, each with
    its message; ``seconds``: CPU seconds of reading and judging; ``failed``: why it could not be read at all."""

    case: Case
    marks: tuple[Mark, ...] = ()
    alarms: tuple[tuple[str, str], ...] = ()
    pages: int = 0
    seconds: float = 0.0
    failed: str = ""
