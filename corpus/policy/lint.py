"""Everything that is wrong or doubtful about a pack, in one go."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

import msgspec

from corpus.policy.errors import Fault
from corpus.policy.loader import Read, gather, resolve
from corpus.policy.records import Entry, Remark

WHEN = (  # what ``when`` may name: facts of the form, and what checks/eligibility/measures/material_asked.py works out
    *("never", "degree", "overseas_study", "current_title", "current_title_date", "education_level"),
    *("graduation_date", "applied_specialty", "employer", "workplace"),
    *("claimed_paper", "claimed_award", "claimed_project", "claimed_patent"),
)


class Linted(msgspec.Struct, frozen=True, kw_only=True):
    """``faults`` keep a pack from being used; ``remarks`` are for a policy officer to look at."""

    faults: tuple[Fault, ...]
    remarks: tuple[Remark, ...]


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """What a pack may name: finding codes, implemented measures, document types; ids that cases expect something of."""

    codes: frozenset[str]
    measures: frozenset[str]
    types: frozenset[str]
    tested: frozenset[str]


def lint(id_or_path: str, known: Known) -> Linted:
    """Faults and remarks of a pack and all it extends."""
    reads, faults = gather(id_or_path)
    for read in reads:
        faults += _unknown(read, known)
    remarks: list[Remark] = []
    if not faults:
        remarks += resolve(reads).warnings
    for read in reads:
        remarks += _doubtful(read, known.tested)
    remarks += _without_effect(reads)
    return Linted(faults=tuple(sorted(set(faults))), remarks=tuple(remarks))


def _unknown(read: Read, known: Known) -> Iterator[Fault]:
    for entry, line in zip(read.pack.entries, read.lines, strict=True):
        for reason in _unknown_names(entry, known):
            yield Fault(str(read.path), line, f"entry {entry.id}: {reason}")


def _unknown_names(entry: Entry, known: Known) -> Iterator[str]:
    for code in entry.checks:
        if code not in known.codes:
            yield f"there is no check {code!r}"
    asked = {entry.measure, *(need.measure for need in entry.needs)} - {""}
    for measure in sorted(asked - known.measures):
        yield f"measure {measure!r} is not implemented"
    material = entry.material
    if material is None:
        return
    for type_ in (*material.any_of, *material.instead):
        if type_ not in known.types:
            close = difflib.get_close_matches(type_, known.types, n=1)
            yield f"there is no document type {type_!r}" + (f", did you mean {close[0]!r}?" if close else "")
    if material.when and material.when not in WHEN:
        yield f"when {material.when!r} is nothing that a form is known to state; known: {', '.join(WHEN)}"


def _without_effect(reads: list[Read]) -> Iterator[Remark]:
    """Waivers of items that no list of materials asks for: misspelt, or of no effect."""
    items = {e.material.waived_as for read in reads for e in read.pack.entries if e.material is not None}
    for read in reads:
        for entry, line in zip(read.pack.entries, read.lines, strict=True):
            for item in entry.effects.waives if entry.effects else ():
                if item not in items:
                    reason = f"entry {entry.id} waives {item!r}, which no list of materials calls so (waived_as)"
                    yield Remark(file=str(read.path), line=line, reason=reason)


def _rows_of(entry: Entry) -> frozenset[str]:
    """The condition ids an entry gives rise to that a case should expect something of."""
    if entry.measure == "material":
        return frozenset()
    if entry.overrides:
        return frozenset({entry.overrides})
    return frozenset({"education", "years-in-title"} if entry.measure == "qualification" else {entry.id})


def _doubtful(read: Read, tested: frozenset[str]) -> Iterator[Remark]:
    entries = read.pack.entries
    used = {id for e in entries for id in (e.source, *e.cites, *(v.source for v in e.values))}
    for id in read.pack.sources:
        if id not in used:
            yield Remark(file=str(read.path), line=1, reason=f"source {id} is used by no entry")
    for entry, line in zip(read.pack.entries, read.lines, strict=True):
        if entry.does == "待定":
            yield Remark(file=str(read.path), line=line, reason=f"entry {entry.id} is still to be decided")
        elif entry.kind in ("requirement", "preference") and not _rows_of(entry) <= tested:
            yield Remark(file=str(read.path), line=line, reason=f"entry {entry.id} is tested by no case")
