"""Cases that live beside a pack: facts in, outcomes out, as YAML (``docs/writing-a-policy.md``)."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal

import msgspec

from corpus.policy.errors import Fault, PackError
from corpus.policy.typed import Tree

CASES = Path(__file__).parents[1] / "packs" / "cases"
Outcome = Literal["met", "not_met", "waived", "not_applicable", "cannot_tell", "absent"]
Facts = dict[str, tuple[dict[str, str], ...]]


class PolicyCase(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One applicant. ``facts`` are documents by type, laid over the file's ``given``; a type given as [] goes.

    ``expect`` names condition ids ("absent": no row at all); ``findings`` must be found, ``silent`` must not.
    """

    name: str
    shows: Literal["pass", "fail", "out-of-scope"]
    facts: Facts = {}
    as_of: date | None = None
    expect: dict[str, Outcome] = {}
    findings: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()


class CaseFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The cases of one rule. ``row`` is the clause they test, with the handbook's letter where it has one."""

    pack: str
    row: str
    cases: tuple[PolicyCase, ...]
    given: Facts = {}
    note: str = ""


class Loaded(msgspec.Struct, frozen=True, kw_only=True):
    path: Path
    file: CaseFile
    lines: tuple[int, ...]


def load_cases(pack: str, folder: Path = CASES) -> list[Loaded]:
    """Every case file of a pack in ``folder``. Raises PackError with the faults of all of them."""
    loaded: list[Loaded] = []
    faults: list[Fault] = []
    for path in sorted(folder.glob("*.yaml")):
        tree = Tree(str(path))
        file = tree.read(path.read_text(encoding="utf-8"), CaseFile)
        faults += tree.faults
        if file is None or file.pack != pack:
            continue
        lines = tuple(tree.line("cases", i) for i in range(len(file.cases)))
        names = [case.name for case in file.cases]
        twice = ((name, line) for name, line in zip(names, lines, strict=True) if names.count(name) > 1)
        faults += [Fault(str(path), line, f"case {name!r} stands twice") for name, line in twice]
        loaded.append(Loaded(path=path, file=file, lines=lines))
    if faults:
        raise PackError(tuple(faults))
    return loaded


def merged(given: Facts, facts: Facts) -> Facts:
    """A case's documents: those of its own types, and the file's for every other type."""
    return {type_: documents for type_, documents in (given | facts).items() if documents}


def tested_ids(folder: Path = CASES) -> frozenset[str]:
    """The condition ids that any case expects something of; files with faults count for nothing."""
    ids: set[str] = set()
    for path in sorted(folder.glob("*.yaml")):
        file = Tree(str(path)).read(path.read_text(encoding="utf-8"), CaseFile)
        ids |= {id for case in file.cases for id in case.expect} if file else set()
    return frozenset(ids)
