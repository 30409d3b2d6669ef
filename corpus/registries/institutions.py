"""Schools and offices: the codes of schools, and when which name gave way to which."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from corpus.registries.tables import rows


@dataclass(frozen=True, slots=True)
class Renaming:
    """``new`` was not in use before ``changed`` (ISO, a year or a month); ``mark`` is the source's confidence A–C.

    ``kind`` is school, office, region, or branch: what the local offices below a renamed one are named for since.
    """

    kind: str
    old: str
    new: str
    changed: str
    mark: str


@cache
def renamings() -> tuple[Renaming, ...]:
    return tuple(Renaming(r["kind"], r["old"], r["new"], r["changed"], r["mark"]) for r in rows("renamings"))


def school_code(name: str) -> str:
    """The five-digit code of a school under its present or a former name; "" when the table does not have it."""
    codes = {r["name"]: r["code"] for r in rows("schools")}
    former = {r.old: r.new for r in renamings() if r.kind == "school"}
    return codes.get(name) or codes.get(former.get(name, ""), "")


def school_name(code: str) -> str:
    """The present name of the school with that code; "" when the table does not have it."""
    return next((r["name"] for r in rows("schools") if r["code"] == code), "")


def same_school(first: str, second: str) -> bool:
    """Whether two names are one school's, before and after a renaming; unknown names are the same when equal."""
    later = {r.old: r.new for r in renamings() if r.kind == "school"}
    return later.get(first, first) == later.get(second, second)
