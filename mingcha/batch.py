"""Many dossiers: each checked in a process of its own, then compared with each other."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import msgspec

from checks.cross.compare import compare
from checks.cross.imprint import imprint
from checks.records import Finding
from corpus.policy.records import Policy
from corpus.registries.registers import digest as digest_of_lists
from ingest.pool import Pool
from mingcha.batch_state import Settings, State, StateStore, digest
from mingcha.candidates import fingerprint
from mingcha.lost import write_lost
from mingcha.pipeline import Job, examined, write
from mingcha.workers import Done, Lost, run_isolated

Advance = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One dossier to check. ``extra`` are findings across dossiers to take into its results."""

    name: str
    job: Job
    out: Path
    fingerprint: str
    settings: Settings
    extra: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A scan: the jobs by result folder name, where results go and what bounds it. ``seconds`` are for one dossier."""

    jobs: dict[str, Job]
    out: Path
    policy: Policy
    as_of: date
    processes: int
    seconds: float
    fresh: bool = False
    unmask: bool = False


def scan(plan: Plan, advance: Advance) -> dict[str, State]:
    """Check what is new or changed, compare all, and rewrite the results that the comparison adds to.

    Each dossier's results lie in ``plan.out / name``. A dossier whose process died or hung gets a report that says so
    and is tried again by the next scan.
    """
    store = StateStore(plan.out / ".mingcha")
    lists = {directory: digest_of_lists(directory) for directory in {job.registers for job in plan.jobs.values()}}
    tasks = [_task(plan, name, job, lists[job.registers]) for name, job in plan.jobs.items()]
    states = {} if plan.fresh else dict(_finished(store, tasks))
    _run(plan, store, states, [t for t in tasks if t.name not in states], advance)
    _run(plan, store, states, _to_rewrite(tasks, states), advance)
    return states


def examine(task: Task) -> State:
    """Check one dossier and write its results; runs in a worker."""
    options = task.job.options
    with examined(task.job, runner=_readers(options.jobs) if options.isolate else None) as result:
        mark = imprint(result.dossier, result.documents, result.report.applicant, result.pictures)
        write(result.adding(task.extra), task.out, unmask=task.settings.unmask)
    return State(
        fingerprint=task.fingerprint,
        settings=task.settings,
        imprint=msgspec.structs.replace(mark, dossier=task.name),
        crossed=digest(task.extra),
    )


@functools.cache
def _readers(jobs: int) -> Pool:
    """The reading processes of this worker, kept from dossier to dossier: loading the OCR models takes seconds. They
    are replaced as they grow, and end with the worker."""
    return Pool(jobs)


def _task(plan: Plan, name: str, job: Job, lists: str) -> Task:
    settings = Settings(
        policy_id=plan.policy.id,
        policy_sha256=plan.policy.sha256,
        as_of=plan.as_of.isoformat(),
        unmask=plan.unmask,
        registers_sha256=lists,
    )
    return Task(name=name, job=job, out=plan.out / name, fingerprint=fingerprint(job.path), settings=settings)


def _finished(store: StateStore, tasks: Sequence[Task]) -> Iterator[tuple[str, State]]:
    for task in tasks:
        state = store.get(task.name)
        if state is None or state.imprint is None or not (task.out / "report.json").is_file():
            continue
        if state.fingerprint == task.fingerprint and state.settings == task.settings:
            yield task.name, state


def _run(plan: Plan, store: StateStore, states: dict[str, State], tasks: Sequence[Task], advance: Advance) -> None:
    total = len(plan.jobs)
    finished = total - len(tasks)
    advance(finished, total)
    for outcome in run_isolated(examine, tasks, jobs=plan.processes, seconds=plan.seconds):
        task = outcome.task
        state = outcome.result if isinstance(outcome, Done) else lost(plan, outcome)
        store.put(task.name, state)
        states[task.name] = state
        finished += 1
        advance(finished, total)


def lost(plan: Plan, outcome: Lost[Task]) -> State:
    """Write the report of a dossier whose process did not finish it, and the state that has it tried again."""
    task = outcome.task
    write_lost(
        task.job.path, task.out, reason=outcome.reason, detail=outcome.detail, policy=plan.policy, as_of=plan.as_of
    )
    return State(
        fingerprint=task.fingerprint, settings=task.settings, imprint=None, lost=f"{outcome.reason}: {outcome.detail}"
    )


def _to_rewrite(tasks: Sequence[Task], states: dict[str, State]) -> list[Task]:
    """Tasks whose results lack, or still contain, findings that the comparison of all dossiers gives."""
    crossing = compare([s.imprint for s in states.values() if s.imprint is not None])
    return [
        replace(task, extra=extra)
        for task in tasks
        if states[task.name].imprint is not None
        and states[task.name].crossed != digest(extra := crossing.get(task.name, ()))
    ]
