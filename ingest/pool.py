"""Reading processes, so that a file that kills or stalls a library costs only itself."""

from __future__ import annotations

import os
import selectors
import struct
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Protocol

import msgspec

from ingest.tasks import Failure, Outcome, Task, decoded, perform, seconds

_LENGTH = struct.Struct(">I")
_PATIENCE = 0.25  # seconds that tasks wait before another process is started
_STANDSTILL = 0.02  # share of the allowed seconds below which a process is not busy but stuck
_CHUNK = 2**16

Done = Callable[[Task, Outcome | Failure], Iterable[Task]]


class Runner(Protocol):
    """Performs tasks; ``done`` is told each outcome and may ask for more work."""

    def run(self, tasks: Iterable[Task], done: Done) -> None: ...


class InProcess:
    """Performs tasks in this process, one after another."""

    def run(self, tasks: Iterable[Task], done: Done) -> None:
        waiting = deque(tasks)
        while waiting:
            task = waiting.popleft()
            waiting.extendleft(reversed(list(done(task, perform(task)))))


class Pool:
    """Performs tasks in up to ``jobs`` processes, kept warm between runs; a context manager, closed at its end.

    A process that dies or overstays its time is replaced, and its task fails alone. A task that killed a process
    which had done others before is tried once more in a fresh one.
    """

    def __init__(self, jobs: int = 0) -> None:
        self._jobs = jobs or available_cores()
        self._workers: list[_Worker] = []

    def __enter__(self) -> Pool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        for worker in self._workers:
            worker.stop()
        self._workers.clear()

    def run(self, tasks: Iterable[Task], done: Done) -> None:
        """Returns when every task, and every one that ``done`` asked for, has an outcome."""
        waiting = deque(tasks)
        changed = time.monotonic()
        try:
            while waiting or any(worker.task for worker in self._workers):
                if self._assign(waiting, changed):
                    changed = time.monotonic()
                for worker in self._ready():
                    task, outcome = worker.finished(self._workers)
                    if task is None:
                        continue
                    if outcome is None:
                        waiting.appendleft(task)
                    else:
                        waiting.extend(done(task, outcome))
        except BaseException:
            self.close()
            raise

    def _assign(self, waiting: deque[Task], changed: float) -> bool:
        assigned = False
        while waiting:
            worker = next((worker for worker in self._workers if not worker.task), None)
            if worker is None:
                grown = len(self._workers) < self._jobs
                if not grown or (self._workers and time.monotonic() - changed < _PATIENCE):
                    break
                worker = _Worker()
                self._workers.append(worker)
            worker.give(waiting.popleft())
            assigned = True
        return assigned

    def _ready(self) -> list[_Worker]:
        """Workers that answered, died or overstayed; waits for the first of them, or a moment."""
        busy = [worker for worker in self._workers if worker.task]
        with selectors.DefaultSelector() as selector:
            for worker in busy:
                selector.register(worker.answers, selectors.EVENT_READ, worker)
            events = selector.select(_PATIENCE)
        heard = [key.data for key, _ in events if key.data.hear()]
        return heard + [worker for worker in busy if worker not in heard and worker.overstayed()]


class _Worker:
    """One process and the task it is at."""

    def __init__(self) -> None:
        environment = {**os.environ, "OMP_NUM_THREADS": "1"}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "ingest.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            bufsize=0,
        )
        assert self._process.stdin and self._process.stdout
        self._requests = self._process.stdin
        self.answers = self._process.stdout
        self.task: Task | None = None
        self._deadline = 0.0
        self._started_at = self._checked_at = 0.0
        self._heard = b""
        self._ended = False
        self._fresh = True

    def give(self, task: Task) -> None:
        message = msgspec.msgpack.encode(task)
        self.task, self._heard = task, b""
        self._deadline = time.monotonic() + seconds(task)
        self._started_at = self._checked_at = _processor_seconds(self._process.pid)
        try:
            self._requests.write(_LENGTH.pack(len(message)) + message)
        except OSError:
            self._ended = True

    def overstayed(self) -> bool:
        """Whether the task has had its seconds: of the processor, so that a busy machine fails nothing; or has stood
        still for as long."""
        if self.task is None or time.monotonic() <= self._deadline:
            return False
        allowed, now = seconds(self.task), _processor_seconds(self._process.pid)
        if now - self._started_at >= allowed or now - self._checked_at < _STANDSTILL * allowed:
            return True
        self._checked_at = now
        self._deadline = time.monotonic() + allowed
        return False

    def hear(self) -> bool:
        """Takes what there is to read; True when the answer is complete or the process has ended."""
        chunk = os.read(self.answers.fileno(), _CHUNK)
        self._heard += chunk
        self._ended |= not chunk
        return self._ended or self._answer() is not None

    def _answer(self) -> bytes | None:
        if len(self._heard) < _LENGTH.size:
            return None
        end = _LENGTH.size + _LENGTH.unpack(self._heard[: _LENGTH.size])[0]
        return self._heard[_LENGTH.size : end] if len(self._heard) >= end else None

    def finished(self, workers: list[_Worker]) -> tuple[Task | None, Outcome | Failure | None]:
        """The task and its outcome; no outcome when it is worth another try. The process leaves ``workers`` when it
        died, was stopped, or has grown too large."""
        task, answer = self.task, self._answer()
        if task is None:
            return None, None
        if answer is not None:
            return task, self._accepted(task, answer, workers)
        workers.remove(self)
        timeout = not self._ended
        code = self.stop()
        if timeout:
            return task, Failure("timeout", f"reading took longer than {seconds(task):.0f} seconds")
        if not self._fresh:
            return task, None
        return task, Failure("crashed", f"the reading process ended with status {code}")

    def _accepted(self, task: Task, answer: bytes, workers: list[_Worker]) -> Outcome:
        size, raw = msgspec.msgpack.decode(answer, type=tuple[int, msgspec.Raw])
        self.task, self._fresh = None, False
        if size > task.context.limits.worker_bytes:
            workers.remove(self)
            self.stop()
        return decoded(task, bytes(raw))

    def stop(self) -> int:
        """Ends the process at once, unless it is ending by itself; its exit status."""
        if self._ended:
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(_PATIENCE)
        self._process.kill()
        code = self._process.wait()
        self._requests.close()
        self.answers.close()
        return code


def _processor_seconds(pid: int) -> float:
    """What a process has used of the processor; 0 where the system does not tell, so that only the clock counts."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError, IndexError):
        return 0.0


def available_cores() -> int:
    """The cores this process may run on."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
