"""A task that dies, hangs or raises costs itself and nothing else."""

from __future__ import annotations

import os
import time

import pytest

from mingcha.workers import Done, Lost, run_isolated


def act(task: str) -> str:
    if task == "crash":
        os.abort()
    if task == "hang":
        time.sleep(600)
    if task == "raise":
        raise ValueError("not today")
    return task.upper()


def outcomes(tasks: list[str], jobs: int) -> dict[str, str]:
    found = {}
    for outcome in run_isolated(act, tasks, jobs=jobs, seconds=20.0 if "hang" not in tasks else 6.0):
        found[outcome.task] = outcome.result if isinstance(outcome, Done) else outcome.reason
    return found


@pytest.mark.parametrize("jobs", [1, 2])
def test_run_isolated_returns_every_task(jobs: int) -> None:
    assert outcomes(["a", "b", "c", "d", "e"], jobs) == {"a": "A", "b": "B", "c": "C", "d": "D", "e": "E"}


@pytest.mark.parametrize(("bad", "reason"), [("crash", "crashed"), ("hang", "timeout"), ("raise", "error")])
def test_run_isolated_loses_only_the_bad_task(bad: str, reason: str) -> None:
    assert outcomes(["a", bad, "b", "c"], 2) == {"a": "A", bad: reason, "b": "B", "c": "C"}


def test_run_isolated_of_nothing_starts_nothing() -> None:
    assert list(run_isolated(act, [], jobs=2, seconds=5)) == []


def test_run_isolated_names_the_error() -> None:
    (outcome,) = run_isolated(act, ["raise"], jobs=1, seconds=20)
    assert isinstance(outcome, Lost)
    assert outcome.detail == "ValueError: not today"
