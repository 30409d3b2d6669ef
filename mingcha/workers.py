"""Tasks in processes of their own: a crash, a hang or a leak costs one task and is reported as such."""

from __future__ import annotations

import multiprocessing
import os
import resource
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Generic, Literal, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

_CONTEXT = multiprocessing.get_context("spawn")
_RETIRE_ABOVE_BYTES = 3 << 30
_KILL_GRACE_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Done(Generic[Task, Result]):
    """A task that ran to its end."""

    task: Task
    result: Result


@dataclass(frozen=True, slots=True)
class Lost(Generic[Task]):
    """A task whose process died, ran out of time or raised. ``detail`` is English, for logs."""

    task: Task
    reason: Literal["crashed", "timeout", "error"]
    detail: str


class _Worker(Generic[Task, Result]):
    """One child process with at most one task in hand."""

    def __init__(self, function: Callable[[Task], Result]) -> None:
        self._pipe, theirs = _CONTEXT.Pipe()
        self._process = _CONTEXT.Process(target=_serve, args=(theirs, function), daemon=False)
        self._process.start()
        theirs.close()
        self.task: Task | None = None
        self.deadline = 0.0

    @property
    def pipe(self) -> Connection:
        return self._pipe

    def give(self, task: Task, seconds: float) -> None:
        self.task = task
        self.deadline = time.monotonic() + seconds
        self._pipe.send(task)

    def take(self) -> tuple[Done[Task, Result] | Lost[Task], bool]:
        """The outcome of the task in hand, and whether the process may go on to another."""
        assert self.task is not None
        task, self.task = self.task, None
        try:
            kind, value, peak_bytes = self._pipe.recv()
        except (EOFError, OSError):
            self._process.join(_KILL_GRACE_SECONDS)
            return Lost(task, "crashed", f"worker ended with code {self._process.exitcode}"), False
        usable = peak_bytes < _RETIRE_ABOVE_BYTES
        return (Done(task, value) if kind == "done" else Lost(task, "error", value)), usable

    def stop(self) -> None:
        """End the process and whatever it started."""
        self._pipe.close()
        if self._process.pid is not None:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.kill()
        self._process.join(_KILL_GRACE_SECONDS)


def _serve(pipe: Connection, function: Callable[[Task], Result]) -> None:
    os.setsid()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            task = pipe.recv()
        except EOFError:
            return
        try:
            answer: tuple[str, object] = ("done", function(task))
        except Exception as error:
            answer = ("error", f"{type(error).__name__}: {error}")
        pipe.send((*answer, _peak_bytes()))


def _peak_bytes() -> int:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def run_isolated(
    function: Callable[[Task], Result], tasks: Iterable[Task], *, jobs: int, seconds: float
) -> Iterator[Done[Task, Result] | Lost[Task]]:
    """Each task's outcome, in the order they finish.

    ``function`` and the tasks are sent to ``jobs`` child processes and so must be picklable. ``seconds`` bounds each
    task on the wall clock. Stopping early (an exception in the caller, KeyboardInterrupt) ends all children.
    """
    waiting = deque(tasks)
    workers: list[_Worker[Task, Result]] = []
    try:
        while waiting or any(w.task is not None for w in workers):
            _hand_out(workers, waiting, function, jobs, seconds)
            for worker, outcome, usable in _collect([w for w in workers if w.task is not None]):
                if not usable:
                    worker.stop()
                    workers.remove(worker)
                yield outcome
    finally:
        for worker in workers:
            worker.stop()


def _hand_out(
    workers: list[_Worker[Task, Result]],
    waiting: deque[Task],
    function: Callable[[Task], Result],
    jobs: int,
    seconds: float,
) -> None:
    while waiting and len(workers) < jobs:
        workers.append(_Worker(function))
        workers[-1].give(waiting.popleft(), seconds)
    for worker in workers:
        if waiting and worker.task is None:
            worker.give(waiting.popleft(), seconds)


def _collect(
    busy: list[_Worker[Task, Result]],
) -> Iterator[tuple[_Worker[Task, Result], Done[Task, Result] | Lost[Task], bool]]:
    """Wait until something finishes or the earliest deadline passes, and say what became of it."""
    patience = max(0.0, min(w.deadline for w in busy) - time.monotonic())
    ready = set(wait([w.pipe for w in busy], timeout=patience))
    now = time.monotonic()
    for worker in busy:
        if worker.pipe in ready:
            yield (worker, *worker.take())
        elif worker.deadline <= now:
            task, worker.task = worker.task, None
            assert task is not None
            yield worker, Lost(task, "timeout", "the time limit for one dossier passed"), False
