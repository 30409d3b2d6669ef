"""Runs the planters that a dossier's options ask for, at the stage each belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tests.factory.defects import career, files, forensics, papers, people  # noqa: F401  (they register their planters)
from tests.factory.defects.registry import CannotPlantError, Planter, codes, variants
from tests.factory.truth import Planted

if TYPE_CHECKING:
    from tests.factory.dossier import Draft, Files, Piece

__all__ = ["after", "before", "chosen", "codes", "on_files", "variants"]


def chosen(work: Draft) -> list[list[Planter]]:
    """For every code asked for, its variants in the order in which to try them."""
    wanted = []
    for names, innocent in ((work.options.defects, False), (work.options.innocents, True)):
        for code in names:
            choices = variants(code.partition("@")[0], innocent=innocent)
            _, _, only = code.partition("@")
            choices = [p for p in choices if only in ("", p.name)]
            if not choices:
                raise ValueError(f"no planter for {code}" + (" (innocent)" if innocent else ""))
            work.rng.shuffle(choices)
            wanted.append(choices)
    return wanted


def before(work: Draft) -> None:
    """Chooses the planters and runs those that change what the papers will say."""
    for choices in chosen(work):
        for choice in choices:
            if choice.stage != "plan":
                work.later.append(choice)
                break
            try:
                work.done.append((choice, choice.run(work)))
                break
            except CannotPlantError:
                continue
        else:
            raise ValueError(f"cannot plant {choices[0].code} in this dossier")


def after(work: Draft, pieces: Sequence[Piece]) -> None:
    """Runs the planters that change single files' bytes."""
    for choice in work.later:
        if choice.stage == "piece":
            work.done.append((choice, choice.run(work, pieces)))


def on_files(work: Draft, pieces: Sequence[Piece], made: Files) -> None:
    """Runs the planters that change the dossier's files, then writes down everything planted."""
    for choice in work.later:
        if choice.stage == "files":
            work.done.append((choice, choice.run(work, pieces, made)))
    ids = {id(piece.item): piece.id for piece in pieces}
    for choice, done in work.done:
        documents = [ids[id(item)] for item in done.items if id(item) in ids] + [p.id for p in done.pieces]
        work.planted.append(
            Planted(code=choice.code, documents=tuple(documents), note=done.note, innocent=choice.innocent)
        )
