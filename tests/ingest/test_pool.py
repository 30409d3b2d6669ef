"""Processes that die or hang cost one task, and only that."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterable
from pathlib import Path

import pytest

from ingest.carrier import Context, Survey
from ingest.limits import Limits
from ingest.pool import Pool
from ingest.tasks import Failure, Outcome, Task
from tests.ingest import pages

CONTEXT = Context(Limits(), "none")


def survey_of(path: Path, number: int, context: Context = CONTEXT) -> Task:
    return Task(kind="survey", file=number, path=str(path), name=path.name, context=context)


def collect(pool: Pool, tasks: list[Task]) -> dict[int, Outcome | Failure]:
    found: dict[int, Outcome | Failure] = {}

    def done(task: Task, outcome: Outcome | Failure) -> Iterable[Task]:
        found[task.file] = outcome
        return ()

    pool.run(tasks, done)
    return found


def test_a_file_that_never_ends_costs_only_itself(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")  # opening it waits for a writer that never comes
    good = pages.text_pdf(tmp_path / "good.pdf")
    hasty = Context(Limits(file_seconds=1.0), "none")
    with Pool(1) as pool:
        found = collect(pool, [survey_of(tmp_path / "pipe.pdf", 0, hasty), survey_of(good, 1)])
    assert isinstance(found[0], Failure) and found[0].kind == "timeout"
    assert isinstance(found[1], Survey) and found[1].page_count == 1


def test_a_process_that_is_killed_is_replaced(tmp_path: Path) -> None:
    good = pages.text_pdf(tmp_path / "good.pdf")
    with Pool(1) as pool:
        collect(pool, [survey_of(good, 0)])
        for worker in pool._workers:
            os.kill(worker._process.pid, signal.SIGKILL)
        found = collect(pool, [survey_of(good, 1)])
    assert isinstance(found[1], Survey)


def test_memory_is_limited_so_that_one_file_cannot_take_the_machine(tmp_path: Path) -> None:
    good = pages.text_pdf(tmp_path / "good.pdf")
    starved = Context(Limits(memory_bytes=64 * 2**20), "none")
    with Pool(1) as pool:
        found = collect(pool, [survey_of(good, 0, starved), survey_of(good, 1)])
    first = found[0]
    assert isinstance(first, Failure) or (isinstance(first, Survey) and first.problems)


@pytest.mark.parametrize("size", [0, 1])
def test_a_process_grown_too_large_is_replaced_after_its_answer(tmp_path: Path, size: int) -> None:
    good = pages.text_pdf(tmp_path / "good.pdf")
    small = Context(Limits(worker_bytes=size), "none")
    with Pool(1) as pool:
        found = collect(pool, [survey_of(good, number, small) for number in range(3)])
        assert not pool._workers
    assert all(isinstance(outcome, Survey) for outcome in found.values())
