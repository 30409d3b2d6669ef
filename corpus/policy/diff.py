"""What changed between two policies, such as those of two years."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal

import msgspec

from corpus.policy.records import Policy


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One difference. ``where``: an entry's id or a clause's path; ``field``: the key that differs, "" for all."""

    what: Literal["entry", "clause", "policy"]
    how: Literal["added", "removed", "changed"]
    where: str
    field: str = ""
    before: str = ""
    after: str = ""


def diff(old: Policy, new: Policy) -> tuple[Change, ...]:
    """Changes in force and extension first, then clauses of the two top packs, then entries over all packs."""
    return (*_heads(old, new), *_clauses(old, new), *_entries(old, new))


def _heads(old: Policy, new: Policy) -> Iterator[Change]:
    before, after = _flat(_head(old)), _flat(_head(new))
    for key in sorted(before.keys() | after.keys()):
        if before.get(key) != after.get(key):
            yield Change(
                what="policy",
                how="changed",
                where=new.id,
                field=key,
                before=before.get(key, ""),
                after=after.get(key, ""),
            )


def _head(policy: Policy) -> dict[str, Any]:
    top = policy.packs[0]
    return {"title": top.title, "since": str(top.since), "until": str(top.until or ""), "as_of": str(top.as_of or "")}


def _clauses(old: Policy, new: Policy) -> Iterator[Change]:
    before = {c.ref: c for c in old.packs[0].clauses}
    after = {c.ref: c for c in new.packs[0].clauses}
    for ref in (*before, *(r for r in after if r not in before)):
        if ref not in after:
            yield Change(what="clause", how="removed", where=ref, before=before[ref].heading)
        elif ref not in before:
            yield Change(what="clause", how="added", where=ref, after=after[ref].heading)
        elif before[ref].text != after[ref].text:
            yield Change(
                what="clause",
                how="changed",
                where=ref,
                field="text",
                before=before[ref].text,
                after=after[ref].text,
            )


def _entries(old: Policy, new: Policy) -> Iterator[Change]:
    before = {r.entry.id: r for r in old.rules}
    after = {r.entry.id: r for r in new.rules}
    for id in (*before, *(i for i in after if i not in before)):
        if id not in after:
            yield Change(what="entry", how="removed", where=id, before=before[id].entry.title)
        elif id not in before:
            yield Change(what="entry", how="added", where=id, after=after[id].entry.title)
        else:
            yield from _fields(id, before[id].entry, after[id].entry)


def _fields(id: str, before: msgspec.Struct, after: msgspec.Struct) -> Iterator[Change]:
    one, other = _flat(msgspec.to_builtins(before)), _flat(msgspec.to_builtins(after))
    for key in dict.fromkeys((*one, *other)):
        if one.get(key) != other.get(key):
            yield Change(
                what="entry",
                how="changed",
                where=id,
                field=key,
                before=one.get(key, ""),
                after=other.get(key, ""),
            )


def _flat(value: Any, path: str = "") -> dict[str, str]:
    """Nested values as ``values[1].at_least: 90``; lists of plain words stay on one line."""
    if isinstance(value, Mapping):
        parts = [(f"{path}.{key}" if path else str(key), child) for key, child in value.items()]
    elif isinstance(value, list | tuple) and any(isinstance(v, Mapping) for v in value):
        parts = [(f"{path}[{i}]", child) for i, child in enumerate(value, start=1)]
    else:
        text = "、".join(map(str, value)) if isinstance(value, list | tuple) else "" if value is None else str(value)
        return {path: text} if text else {}
    return {key: text for name, child in parts for key, text in _flat(child, name).items()}
