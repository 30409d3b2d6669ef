"""How planters are found: by finding code, and whether they plant the fault or its innocent look-alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from tests.factory.dossier import Draft, Piece
    from tests.factory.plan import Item

Stage = Literal["plan", "piece", "files"]


@dataclass(frozen=True)
class Done:
    """What a planter changed: the items or pieces concerned and a sentence about it.

    ``says``: a pattern that a finding's message must hold, where no paper is left to point at.
    """

    note: str
    items: tuple[Item, ...] = ()
    pieces: tuple[Piece, ...] = ()
    says: str = ""


class CannotPlantError(Exception):
    """This dossier has nothing that the fault could be planted in."""


@dataclass(frozen=True)
class Planter:
    code: str
    stage: Stage
    run: Callable[..., Done]
    innocent: bool = False

    @property
    def name(self) -> str:
        return self.run.__name__


PLANTERS: list[Planter] = []
PlanStage = Callable[["Draft"], Done]
PieceStage = Callable[["Draft", Sequence["Piece"]], Done]


def planter(
    code: str, stage: Stage = "plan", *, innocent: bool = False
) -> Callable[[Callable[..., Done]], Callable[..., Done]]:
    """Registers a function: ``plan`` ones get the draft, ``piece`` ones also the drawn pieces, ``files`` ones the files too."""

    def register(function: Callable[..., Done]) -> Callable[..., Done]:
        PLANTERS.append(Planter(code, stage, function, innocent))
        return function

    return register


def variants(code: str, *, innocent: bool = False) -> list[Planter]:
    """Every way of planting ``code``."""
    return [p for p in PLANTERS if p.code == code and p.innocent == innocent]


def codes(*, innocent: bool = False) -> list[str]:
    return sorted({p.code for p in PLANTERS if p.innocent == innocent})
