"""Runs the planters that a dossier's options ask for, at the stage each belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from tests.factory.defects import (  # noqa: F401  (they register their planters)
    altered_pdfs,
    altered_pictures,
    background,
    career,
    files,
    journals,
    oddities,
    papers,
    people,
    said_twice,
    signed,
)
from tests.factory.defects.alterable import ALTERABLE
from tests.factory.defects.registry import CannotPlantError, Planter, codes, variants
from tests.factory.truth import Planted

if TYPE_CHECKING:
    from tests.factory.dossier import Draft, Files, Options, Piece
    from tests.factory.plan import Item

SPARE = 2  # certificates more than alterations of files: not every one has a value worth altering

__all__ = ["after", "before", "chosen", "codes", "fits", "on_files", "variants"]


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
                _planned(work, choice)
                break
            except CannotPlantError:
                continue
        else:
            raise CannotPlantError(f"cannot plant {choices[0].code} in this dossier")


def _planned(work: Draft, choice: Planter) -> None:
    """Runs a planter unless it would rewrite what another has rewritten; a failed one leaves no trace.

    The application form is everybody's, but not the same field of it. Raises CannotPlantError.
    """
    items, life, lot = list(work.items), work.life, work.rng.getstate()
    contents = [(item, _copy(item.content), dict(item.tags)) for item in items]
    try:
        done = choice.run(work)
        changed = _changed(work, contents)
        if clash := {key for _, key in changed} & {key for _, key in work.rewritten}:
            raise CannotPlantError(f"{choice.name} meets another planter on {sorted(map(str, clash))}")
    except CannotPlantError:
        work.items[:], work.life = items, life
        for item, content, tags in contents:
            item.content.clear()
            item.content.update(content)
            item.tags.clear()
            item.tags.update(tags)
        work.rng.setstate(lot)
        raise
    work.done.append((choice, done))
    work.rewritten += changed
    work.changed += [item for item, _ in changed if item.type != "application_form"]


def _copy(content: dict[str, Any]) -> dict[str, Any]:
    return {key: deepcopy(value) if isinstance(value, list | dict) else value for key, value in content.items()}


def _changed(work: Draft, before: Sequence[tuple[Item, dict[str, Any], dict[str, Any]]]) -> list[tuple[Item, object]]:
    """Papers that were rewritten, added or taken out; the form's single fields, but not its tables of many rows."""
    known = {id(item): (content, tags) for item, content, tags in before}
    present = {id(item) for item in work.items}
    result: list[tuple[Item, object]] = [(item, id(item)) for item, *_ in before if id(item) not in present]
    for item in work.items:
        old, tags = known.get(id(item), (None, None))
        if (old, tags) == (item.content, item.tags):
            continue
        if item.type != "application_form" or old is None:
            result.append((item, id(item)))
            continue
        differs = {key for key in old | item.content if old.get(key) != item.content.get(key)}
        result += [(item, f"form {key}") for key in sorted(differs) if not key.startswith("_")]
    return result


def fits(options: Options) -> bool:
    """Whether everything asked for can be planted in one dossier without meeting on one paper."""
    from tests.factory.dossier import draft

    work = draft(options)
    try:
        before(work)
    except CannotPlantError:
        return False
    busy = {id(item) for item in work.changed}
    certificates = sum(item.type in ALTERABLE and id(item) not in busy for item in work.items)
    waiting = sum(choice.stage == "piece" for choice in work.later)
    return not waiting or waiting + SPARE <= certificates


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
            Planted(
                code=choice.code, documents=tuple(documents), note=done.note, innocent=choice.innocent, says=done.says
            )
        )
