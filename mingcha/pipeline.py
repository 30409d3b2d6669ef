"""One dossier through all rooms: read, extract, check, report, write."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import msgspec

from checks.engine import assess, with_findings
from checks.records import Assessment, Finding, Report
from corpus.policy.errors import PackError
from corpus.policy.loader import load
from corpus.policy.records import Policy
from corpus.registries.importer import RegistryError
from corpus.registries.registers import Registers
from corpus.registries.registers import load as load_lists
from extractors.extract import extract
from extractors.records import Document
from ingest.errors import DossierError
from ingest.options import ReadOptions
from ingest.pictures import PageStore
from ingest.pool import Runner
from ingest.reader import read_dossier
from ingest.records import Dossier
from mingcha import defaults
from mingcha.errors import ArgumentError, MingchaError
from mingcha.output import refuse_inside, write_memos
from mingcha.version import VERSION
from reports.memo import build_memo
from reports.report import build

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What to check and against what. ``as_of`` None means the policy's own cut-off; ``registers`` is the directory of
    imported lists, None for none."""

    path: Path
    policy: str = defaults.POLICY
    as_of: date | None = None
    registers: Path | None = None
    options: ReadOptions = field(default_factory=ReadOptions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """A dossier with everything said of it; ``pictures`` reads the files, so it lasts as long as they do."""

    dossier: Dossier
    documents: tuple[Document, ...]
    policy: Policy
    as_of: date
    assessment: Assessment
    pictures: PageStore
    report: Report
    registers: Registers = field(default_factory=Registers)

    def adding(self, findings: Iterable[Finding]) -> Examined:
        """The same with findings from outside the dossier, such as those across dossiers, taken in and numbered."""
        assessment = with_findings(self.assessment, findings)
        return replace(self, assessment=assessment, report=_report(self, assessment))


def load_policy(policy: str) -> Policy:
    """Raises MingchaError naming file, line and reason of the first fault of a broken pack."""
    try:
        return load(policy)
    except PackError as error:
        raise MingchaError(str(error)) from error


def load_registers(directory: Path | None) -> Registers:
    """Raises ArgumentError when a stored list is damaged."""
    try:
        return load_lists(directory)
    except RegistryError as error:
        raise ArgumentError(str(error)) from error


def cutoff(policy: Policy, asked: date | None) -> date:
    """The day to judge by. Raises ArgumentError when neither the caller nor the policy names one."""
    day = asked or policy.as_of
    if day is None:
        raise ArgumentError(f"policy {policy.id} has no cut-off of its own; give one with --as-of 2020-12-31")
    return day


def parse_as_of(text: str | None) -> date | None:
    """Raises ArgumentError when ``text`` is no ISO date."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentError(f"--as-of {text!r} is no date; write it as 2020-12-31") from error


@contextmanager
def examined(job: Job, progress: Progress | None = None, runner: Runner | None = None) -> Iterator[Examined]:
    """Read and check one dossier. Extracted archive members last until the block ends.

    ``runner`` are reading processes kept warm by who examines many dossiers.

    Raises MingchaError when there is no dossier or no such policy.
    """
    policy = load_policy(job.policy)
    as_of = cutoff(policy, job.as_of)
    registers = load_registers(job.registers)
    with opened(job.path, job.options, progress, runner) as dossier:
        documents = extract(dossier)
        pictures = PageStore(dossier)
        assessment = assess(dossier, documents, policy, as_of, pictures, registers=registers)
        yield Examined(
            dossier=dossier,
            documents=documents,
            policy=policy,
            as_of=as_of,
            assessment=assessment,
            pictures=pictures,
            report=build(dossier, documents, assessment, policy, as_of, VERSION, registers),
            registers=registers,
        )


@contextmanager
def opened(
    path: Path, options: ReadOptions, progress: Progress | None = None, runner: Runner | None = None
) -> Iterator[Dossier]:
    """A dossier, read; members of its archives lie in a directory that is gone when the block ends.

    The directory is made inside ``options.workdir``, or among the system's temporary files when that is None.
    Raises MingchaError when there is no dossier at ``path``.
    """
    workdir = Path(tempfile.mkdtemp(prefix="mingcha-", dir=options.workdir))
    try:
        yield read_dossier(
            path, options=msgspec.structs.replace(options, workdir=workdir), progress=progress, runner=runner
        )
    except DossierError as error:
        raise MingchaError(str(error)) from error
    finally:
        shutil.rmtree(workdir, ignore_errors=True)


def write(result: Examined, out: Path, *, unmask: bool = False) -> None:
    """Write report.json, memo.html, memo.docx and the applicant's notice into ``out``, all or none."""
    refuse_inside(out, Path(result.dossier.path))
    titles = {pack.id: pack.title for pack in result.policy.packs}
    memo = build_memo(result.report, result.dossier, result.pictures, unmask=unmask, policies=titles)
    write_memos(result.report, memo, out)


def _report(result: Examined, assessment: Assessment) -> Report:
    return build(result.dossier, result.documents, assessment, result.policy, result.as_of, VERSION, result.registers)
