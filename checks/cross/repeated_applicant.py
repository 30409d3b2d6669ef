"""cross.repeated-applicant: one ID number in two dossiers (handbook F12)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from checks.base import CheckInfo
from checks.cross.imprint import Imprint, Place
from checks.cross.pairs import Said, both
from corpus.codes import identity

INFO = CheckInfo(
    code="cross.repeated-applicant",
    title="同一申报人有多份申报材料",
    severity="notice",
    kind="deterministic",
    rationale="同一身份证号码出现在两份申报材料中，可能为同年多头申报，也可能为撤回后重新申报或重复导入，列出供核对。",
    innocent=("撤回后依规重新申报", "同一材料的不同版本或重复导入", "按规定同时申报不同系列"),
    verify="由组建单位核对受理记录，确认有效的一份",
    handbook=("F12",),
    weight=3,
)


def compared(imprints: Sequence[Imprint], fresh: frozenset[str] | None = None) -> Iterator[Said]:
    """The findings for every two dossiers of one number; ``fresh`` as in ``compare``."""
    by_number: dict[str, list[Imprint]] = {}
    for imprint in imprints:
        if identity.plausible(imprint.id_number.upper()):
            by_number.setdefault(identity.short(imprint.id_number.upper()), []).append(imprint)
    for group in by_number.values():
        for one, other in combinations(group, 2):
            if fresh is None or one.dossier in fresh or other.dossier in fresh:
                message = "申报人身份证号码与{other}的申报人相同"
                yield from both(INFO, (one, _first(one)), (other, _first(other)), message)


def _first(imprint: Imprint) -> Place:
    """The first paper of the dossier, where the applicant is looked up."""
    return imprint.entries[0].place if imprint.entries else Place(document="", file="", page=0)
