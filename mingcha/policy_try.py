"""Re-judging dossiers that were read before: a report at a time, nothing kept but what changed."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import IO

import msgspec

from checks.eligibility.rejudge import rejudge
from checks.records import Condition, DossierRef, PolicyUsed
from corpus.policy.records import Policy
from extractors.records import Document
from mingcha.errors import ArgumentError, ExitCode, MingchaError
from mingcha.pipeline import cutoff, load_policy, parse_as_of

SHOWN = 50  # changes printed; all go to --out
HEADINGS = ("dossier", "name", "condition", "before", "after", "measured", "explanation")


class Kept(msgspec.Struct, frozen=True):
    """What of a report.json is needed to judge it again."""

    dossier: DossierRef
    policy: PolicyUsed
    as_of: str
    applicant: dict[str, str]
    documents: tuple[Document, ...]


class Change(msgspec.Struct, frozen=True):
    """One condition with another outcome. ``before`` or ``after`` is "absent" where a policy has no such condition."""

    dossier: str
    name: str
    condition: str
    before: str
    after: str
    measured: str
    explanation: str


def run(pack: str, reports: list[Path], as_of: str | None, out: Path | None) -> ExitCode:
    """List the conditions whose outcome changes; exit 1 when any does."""
    policy = load_policy(pack)
    asked = parse_as_of(as_of)
    files = _files(reports)
    before = _Baselines()
    seen, failed, changed = 0, 0, 0
    ways: Counter[tuple[str, str, str]] = Counter()
    with ExitStack() as stack:
        table = _table(stack, out)
        for path in files:
            seen += 1
            try:
                kept = msgspec.json.decode(path.read_bytes(), type=Kept)
                changes = list(compared(kept, before.of(kept.policy.id), policy, asked))
            except (OSError, msgspec.MsgspecError, ValueError) as error:
                failed += 1
                sys.stderr.write(f"{path}: not re-judged: {error}\n")
                continue
            changed += bool(changes)
            for change in changes:
                ways[(change.condition, change.before, change.after)] += 1
                _note(change, table, sum(ways.values()))
    return _summed_up(seen, failed, changed, ways, pack)


def compared(kept: Kept, old: Policy, new: Policy, as_of: date | None) -> Iterator[Change]:
    """The conditions of one dossier that come out otherwise under ``new`` on ``as_of`` (default: as reported)."""
    reported = date.fromisoformat(kept.as_of)
    day = as_of or (reported if new.id == old.id else cutoff(new, None))
    before = {c.id: c for c in rejudge(kept.documents, kept.applicant, old, reported)}
    after = {c.id: c for c in rejudge(kept.documents, kept.applicant, new, day)}
    for id in (*before, *(i for i in after if i not in before)):
        was, now = _outcome(before.get(id)), _outcome(after.get(id))
        if was != now:
            row = after.get(id) or before[id]
            name = kept.applicant.get("person_name", "")
            yield Change(kept.dossier.id, name, id, was, now, row.measured, row.explanation)


class _Baselines:
    """The packs the reports were judged by, each loaded once."""

    def __init__(self) -> None:
        self._loaded: dict[str, Policy] = {}

    def of(self, id: str) -> Policy:
        if id not in self._loaded:
            self._loaded[id] = load_policy(id)
        return self._loaded[id]


def _outcome(row: Condition | None) -> str:
    return row.outcome if row else "absent"


def _files(reports: list[Path]) -> Iterator[Path]:
    """Every report.json named, or found under a folder named, in order. Raises ArgumentError for a path not there."""
    for path in reports:
        if not path.exists():
            raise ArgumentError(f"no such report or folder: {path}")
    for path in reports:
        yield from sorted(path.rglob("report.json")) if path.is_dir() else (path,)


def _table(stack: ExitStack, out: Path | None) -> IO[str] | None:
    if out is None:
        return None
    try:
        table = stack.enter_context(out.open("w", encoding="utf-8"))
    except OSError as error:
        raise MingchaError(f"cannot write {out}: {error.strerror or error}") from error
    table.write("\t".join(HEADINGS) + "\n")
    return table


def _note(change: Change, table: IO[str] | None, number: int) -> None:
    values = msgspec.structs.astuple(change)
    if table is not None:
        table.write("\t".join(str(v).replace("\t", " ").replace("\n", " ") for v in values) + "\n")
    if number <= SHOWN:
        who = f"{change.dossier} {change.condition}"
        sys.stdout.write(f"{who}: {change.before} → {change.after} ({change.measured})\n")
    elif number == SHOWN + 1 and table is None:
        sys.stdout.write("… more changes; give --out FILE for all of them\n")


def _summed_up(seen: int, failed: int, changed: int, ways: Counter[tuple[str, str, str]], pack: str) -> ExitCode:
    if not seen:
        raise ArgumentError("no report.json among the paths given")
    for (condition, was, now), count in sorted(ways.items(), key=lambda item: (-item[1], item[0])):
        sys.stdout.write(f"{count:6d}  {condition}: {was} → {now}\n")
    sys.stdout.write(f"{seen} reports re-judged under {pack}: {changed} change, {failed} could not be read\n")
    if failed == seen:
        return ExitCode.FAILED
    return ExitCode.FINDINGS if changed or failed else ExitCode.CLEAN
