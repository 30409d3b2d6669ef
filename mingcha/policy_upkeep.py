"""Keeping packs: lint, read a notice, compare two packs, run their cases."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from checks.discovery import all_checks
from checks.eligibility.measures import measures
from checks.eligibility.rejudge import Result, run
from corpus.policy import diff as comparing
from corpus.policy import lint as linting
from corpus.policy.cases import CASES, Loaded, load_cases, merged, tested_ids
from corpus.policy.draft import draft
from corpus.policy.errors import PackError
from corpus.policy.loader import available
from corpus.policy.notice import parse
from corpus.policy.records import Policy
from extractors.layout import PageView
from extractors.records import DocumentType
from ingest.options import ReadOptions
from mingcha.errors import ExitCode, MingchaError
from mingcha.outline import joined, print_plain, say
from mingcha.pipeline import load_policy, opened
from reports.files import write_atomically


def lint(packs: list[str]) -> ExitCode:
    """Faults to standard error, remarks to standard output; exit 2 when any pack cannot be used. None given: all."""
    known = linting.Known(
        codes=frozenset(check.info.code for check in all_checks()),
        measures=frozenset(measures()),
        types=frozenset(get_args(DocumentType)),
        tested=tested_ids(),
    )
    broken = False
    for id in packs or [pack.id for pack in available()]:
        result = linting.lint(id, known)
        for fault in result.faults:
            sys.stderr.write(f"{fault}\n")
        for remark in result.remarks:
            print_plain(f"{remark.file}:{remark.line}: remark: {remark.reason}")
        broken |= bool(result.faults)
        print_plain(f"{id}: {_count(len(result.faults), 'fault')}, {_count(len(result.remarks), 'remark')}")
    return ExitCode.FAILED if broken else ExitCode.CLEAN


def read(notice: Path, id: str, out: Path | None) -> ExitCode:
    """The draft pack to ``out`` or standard output."""
    try:
        found = parse(_text(notice))
    except ValueError as error:
        raise MingchaError(f"{notice}: {error}; is it a notice?") from error
    text = draft(found, id)
    if out is None:
        sys.stdout.write(text)
        return ExitCode.CLEAN
    try:
        write_atomically(out, text.encode())
    except OSError as error:
        raise MingchaError(f"cannot write {out}: {error.strerror or error}") from error
    cited = len({c for p in found.passages for c in p.cited})
    due = sum(len(p.deadlines) for p in found.passages)
    counted = f"{_count(len(found.passages), 'clause')}, {_count(cited, 'document')} cited, {_count(due, 'deadline')}"
    print_plain(f"{out}: {counted}")
    if found.left_out:
        print_plain(f"{_count(found.left_out, 'line')} after the signature (annexes, copies to) became no clause")
    return ExitCode.CLEAN


def _text(path: Path) -> str:
    """A notice's text, read as any dossier file is. Raises MingchaError when there is none."""
    with opened(path, ReadOptions()) as dossier:
        text = "\n".join(PageView(page).text for page in dossier.pages)
        if not text.strip():
            reasons = [p.detail or p.kind for p in dossier.problems]
            raise MingchaError(f"nothing could be read in {path}" + (f": {reasons[0]}" if reasons else ""))
    return text


def diff(old: str, new: str) -> ExitCode:
    """Each difference with what it was and what it is; exit 1 when there is any."""
    changes = comparing.diff(load_policy(old), load_policy(new))
    for change in changes:
        before, after = _shortened(change.before, change.after)
        say(joined(f"{change.what} {change.how}", change.where, change.field), strong=True)
        say(f"− {before}" if before else "", 1)
        say(f"+ {after}" if after else "", 1)
    print_plain(f"{_count(len(changes), 'change')} from {old} to {new}")
    return ExitCode.FINDINGS if changes else ExitCode.CLEAN


def _shortened(before: str, after: str) -> tuple[str, str]:
    """Two long texts from shortly before where they part."""
    if len(before) + len(after) < 200:
        return before, after
    same = next(
        (i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), min(len(before), len(after))
    )
    start = max(same - 12, 0)
    return tuple(
        ("…" if start else "") + t[start : start + 80] + ("…" if len(t) > start + 80 else "") for t in (before, after)
    )  # type: ignore[return-value]


def test(pack: str, folder: Path | None) -> ExitCode:
    """Every case of the pack; exit 1 when one fails, 2 when there is none or one cannot be read."""
    policy = load_policy(pack)
    try:
        loaded = load_cases(policy.id, folder or CASES)
    except PackError as error:
        for fault in error.faults:
            sys.stderr.write(f"{fault}\n")
        raise MingchaError(f"{_count(len(error.faults), 'fault')} in the case files") from error
    if not loaded:
        raise MingchaError(f"no cases for {policy.id} in {folder or CASES}")
    failed = 0
    for item in loaded:
        for result, line in _results(item, policy):
            failed += bool(result.wrong)
            for sentence in result.wrong:
                sys.stderr.write(f"{item.path.name}:{line}: {result.case.name}: {sentence}\n")
    total = sum(len(item.file.cases) for item in loaded)
    print_plain(f"{policy.id}: {total} cases in {_count(len(loaded), 'file')}, {failed} failed")
    return ExitCode.FINDINGS if failed else ExitCode.CLEAN


def _results(item: Loaded, policy: Policy) -> Iterator[tuple[Result, int]]:
    for case, line in zip(item.file.cases, item.lines, strict=True):
        try:
            yield run(case, merged(item.file.given, case.facts), policy), line
        except ValueError as error:
            raise MingchaError(f"{item.path}:{line}: {error}") from error


def _count(n: int, what: str) -> str:
    return f"{n} {what}{'' if n == 1 else 's'}"
