"""Whether an entry that stands in for another names one that is there and measures the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from corpus.policy.errors import Fault
from corpus.policy.records import Entry, Pack, Scope


class Written(Protocol):
    """A pack as read, with the line of each entry."""

    @property
    def pack(self) -> Pack: ...
    @property
    def path(self) -> object: ...
    @property
    def lines(self) -> tuple[int, ...]: ...


def misplaced(reads: Sequence[Written]) -> Iterator[Fault]:
    """Every entry whose ``overrides`` cannot work, over a pack and all that it extends."""
    known = {entry.id: entry for read in reads for entry in read.pack.entries}
    for read in reads:
        for entry, line in zip(read.pack.entries, read.lines, strict=True):
            if entry.overrides and (reason := _wrong(entry, known.get(entry.overrides))):
                yield Fault(str(read.path), line, f"entry {entry.id}: {reason}")


def _wrong(entry: Entry, base: Entry | None) -> str:
    if base is None:
        return f"overrides {entry.overrides!r}, which is in no pack that this one extends"
    if base.id == entry.id or base.overrides:
        return f"overrides {entry.overrides!r}, which stands in for another itself"
    if base.measure != entry.measure or entry.measure == "qualification":
        return f"overrides {base.id!r}, which has measure {base.measure or 'none'}, by one of {entry.measure or 'none'}"
    if entry.scope == Scope():
        return f"overrides {base.id!r} for everybody: give it a scope, or the same id"
    return ""
