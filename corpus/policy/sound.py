"""Whether a pack that reads well also makes sense: ids, references, regions, dates, clauses served."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from corpus.policy.errors import Fault
from corpus.policy.records import Entry, Pack, Value
from corpus.policy.titles import SERIES
from corpus.policy.typed import Tree
from corpus.registries import regions

FAR = date.max


def unsound(pack: Pack, tree: Tree) -> list[Fault]:
    """Every fault of one pack, with its line."""
    return [
        *_head(pack, tree),
        *_doubles(pack, tree),
        *_clauses(pack, tree),
        *(f for i, entry in enumerate(pack.entries) for f in _entry(pack, entry, i, tree)),
    ]


def _head(pack: Pack, tree: Tree) -> Iterator[Fault]:
    if pack.until is not None and pack.until < pack.since:
        yield Fault(tree.file, tree.line("until"), f"until {pack.until} lies before since {pack.since}")
    if pack.region and regions.get(pack.region) is None:
        yield Fault(tree.file, tree.line("region"), f"unknown region code {pack.region!r}")
    if not pack.id or set(pack.id) - set("abcdefghijklmnopqrstuvwxyz0123456789-"):
        yield Fault(tree.file, tree.line("id"), f"id {pack.id!r}: only small letters, digits and hyphens")


def _doubles(pack: Pack, tree: Tree) -> Iterator[Fault]:
    for name, keys in (("entries", [e.id for e in pack.entries]), ("clauses", [c.ref for c in pack.clauses])):
        counted = Counter(keys)
        for i, key in enumerate(keys):
            if counted[key] > 1 and keys.index(key) != i:
                first = tree.line(name, keys.index(key))
                yield Fault(tree.file, tree.line(name, i), f"{name}: {key!r} stands twice, first on line {first}")


def _clauses(pack: Pack, tree: Tree) -> Iterator[Fault]:
    served = {entry.clause for entry in pack.entries}
    for i, clause in enumerate(pack.clauses):
        if clause.ref not in served:
            reason = (
                f"clause {clause.ref} is served by nothing: give it an entry (a directive, if a dossier cannot show it)"
            )
            yield Fault(tree.file, tree.line("clauses", i), reason)
    known = {clause.ref for clause in pack.clauses}
    for i, entry in enumerate(pack.entries):
        if entry.clause not in known:
            reason = f"entry {entry.id}: there is no clause {entry.clause!r} in this pack"
            yield Fault(tree.file, tree.line("entries", i, "clause"), reason)


def _entry(pack: Pack, entry: Entry, i: int, tree: Tree) -> Iterator[Fault]:
    at = ("entries", i)

    def fault(reason: str, *path: str | int) -> Fault:
        return Fault(tree.file, tree.line(*at, *path), f"entry {entry.id}: {reason}")

    if entry.source not in pack.sources:
        yield fault(f"source {entry.source!r} is not among the pack's sources", "source")
    for k, value in enumerate(entry.values):
        if value.source and value.source not in pack.sources:
            yield fault(f"source {value.source!r} is not among the pack's sources", "values", k, "source")
    for k, cited in enumerate(entry.cites):
        if cited not in pack.sources:
            yield fault(f"cites {cited!r}, which is not among the pack's sources", "cites", k)
    for field in ("regions", "unsure_regions"):
        for k, code in enumerate(getattr(entry.scope, field)):
            known = code[1:] in regions.list_names() if code.startswith("@") else regions.get(code) is not None
            if not known:
                yield fault(f"unknown region code {code!r}", "scope", field, k)
    for k, series in enumerate(entry.scope.series):
        if series not in SERIES:
            yield fault(f"unknown series {series!r}; known: {', '.join(SERIES)}", "scope", "series", k)
    if entry.since and entry.until and entry.until < entry.since:
        yield fault(f"until {entry.until} lies before since {entry.since}", "until")
    for reason in _kind_faults(entry):
        yield fault(reason)
    yield from (fault(reason, "values", k) for k, reason in _value_faults(entry.values))


def _kind_faults(entry: Entry) -> Iterator[str]:
    if entry.kind == "directive" and not entry.reason:
        yield "a directive needs a reason why a dossier cannot show it"
    if entry.kind in ("requirement", "procedure", "routing") and not entry.measure and not entry.gap:
        yield f"a {entry.kind} needs a measure, or a gap that says which text is not loaded"
    if entry.kind == "preference" and entry.effects is None:
        yield "a preference needs effects"
    if entry.measure == "material" and entry.material is None:
        yield "measure material needs material"
    if entry.measure not in ("", "material") and entry.material is not None:
        yield f"material does not go with measure {entry.measure}"
    if entry.mark == "C" and entry.kind == "requirement" and entry.measure == "qualification":
        for value in entry.values:
            if any(route.mark in ("A", "B") for route in value.routes):
                yield "a route cannot be surer than its entry marked C"


def _value_faults(values: tuple[Value, ...]) -> Iterator[tuple[int, str]]:
    for k, value in enumerate(values):
        if value.until is not None and value.until < value.since:
            yield k, f"until {value.until} lies before since {value.since}"
        if value.over < 1:
            yield k, f"over {value.over}: a total needs at least one year"
    for unit in dict.fromkeys(value.unit for value in values):
        spans = sorted((v.since, v.until or FAR, k) for k, v in enumerate(values) if v.unit == unit)
        for (_, end, _), (start, _, k) in pairwise(spans):
            if start <= end:
                yield k, f"overlapping dates: this value begins {start}, the one before runs to {_said(end)}"
            elif start > end + timedelta(days=1):
                yield k, f"a gap in the dates: nothing is in force between {end} and {start}"


def _said(day: date) -> str:
    return "no end" if day == FAR else day.isoformat()
