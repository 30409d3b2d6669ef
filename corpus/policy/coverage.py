"""Every clause of a policy and what became of it."""

from __future__ import annotations

import msgspec

from corpus.policy.records import Clause, Entry, Kind, Mark, Pack, Policy


class Served(msgspec.Struct, frozen=True, kw_only=True):
    """One entry of a clause. ``overridden``: a nearer pack's entry of the same id stands in its place."""

    id: str
    kind: Kind
    mark: Mark
    title: str
    does: str
    reason: str
    gap: str
    checks: tuple[str, ...]
    overridden: bool


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One clause with the entries that serve it."""

    pack: str
    loaded: bool
    clause: Clause
    entries: tuple[Served, ...]

    @property
    def became(self) -> tuple[Kind, ...]:
        return tuple(dict.fromkeys(entry.kind for entry in self.entries))


def coverage(policy: Policy) -> tuple[Row, ...]:
    """A row for each clause of each pack, from the pack itself to the most general one."""
    standing = {rule.entry.id: rule.pack for rule in policy.rules}
    return tuple(_row(pack, clause, standing) for pack in policy.packs for clause in pack.clauses)


def _row(pack: Pack, clause: Clause, standing: dict[str, str]) -> Row:
    served = tuple(_served(e, standing[e.id] != pack.id) for e in pack.entries if e.clause == clause.ref)
    return Row(pack=pack.id, loaded=pack.loaded, clause=clause, entries=served)


def _served(entry: Entry, overridden: bool) -> Served:
    return Served(
        id=entry.id,
        kind=entry.kind,
        mark=entry.mark,
        title=entry.title,
        does=entry.does,
        reason=entry.reason,
        gap=entry.gap,
        checks=entry.checks,
        overridden=overridden,
    )
