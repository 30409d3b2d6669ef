"""Everything that is wrong or doubtful about a pack, in one go."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from corpus.policy.errors import Fault
from corpus.policy.loader import Read, gather, resolve
from corpus.policy.records import Entry, Remark


class Linted(msgspec.Struct, frozen=True, kw_only=True):
    """``faults`` keep a pack from being used; ``remarks`` are for a policy officer to look at."""

    faults: tuple[Fault, ...]
    remarks: tuple[Remark, ...]


def lint(id_or_path: str, *, codes: frozenset[str], measures: frozenset[str], tested: frozenset[str]) -> Linted:
    """Faults and remarks of a pack and all it extends.

    ``codes`` are the finding codes that exist, ``measures`` those that are implemented, ``tested`` the ids that cases
    beside the packs expect something of.
    """
    reads, faults = gather(id_or_path)
    for read in reads:
        faults += _unknown(read, codes, measures)
    remarks: list[Remark] = []
    if not faults:
        remarks += resolve(reads).warnings
    for read in reads:
        remarks += _doubtful(read, tested)
    return Linted(faults=tuple(sorted(set(faults))), remarks=tuple(remarks))


def _unknown(read: Read, codes: frozenset[str], measures: frozenset[str]) -> Iterator[Fault]:
    for entry, line in zip(read.pack.entries, read.lines, strict=True):
        for code in entry.checks:
            if code not in codes:
                yield Fault(str(read.path), line, f"entry {entry.id}: there is no check {code!r}")
        asked = {entry.measure, *(need.measure for need in entry.needs)} - {""}
        for measure in sorted(asked - measures):
            yield Fault(str(read.path), line, f"entry {entry.id}: measure {measure!r} is not implemented")


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
