"""Runs a function over items in worker processes and notices when one dies: its item comes back with the reason."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

LIFETIME = 20  # dossiers a process; memory creeps
Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass
class Lost:
    """What stands for the result of an item whose process died, or that raised."""

    reason: str


@dataclass
class _Worker(Generic[Item]):
    process: BaseProcess
    pipe: Connection
    item: Item
    done: int = 0


def spread(
    function: Callable[[Item], Result], items: Iterable[Item], jobs: int, lifetime: int
) -> Iterator[tuple[Item, Result | Lost]]:
    """Every item with ``function``'s result as it comes; a process is replaced after ``lifetime`` items.

    ``function`` and the items must be picklable. Closing the iterator ends the processes.
    """
    waiting = deque(items)
    workers: list[_Worker[Item]] = []
    try:
        while waiting or workers:
            while waiting and len(workers) < jobs:
                workers.append(_started(function, waiting.popleft()))
            ready = wait([w.pipe for w in workers])
            for worker in [w for w in workers if w.pipe in ready]:
                yield worker.item, _received(worker)
                worker.done += 1
                if waiting and worker.done < lifetime and worker.process.is_alive():
                    worker.item = waiting.popleft()
                    with suppress(BrokenPipeError):  # dead by now: reading from it says so
                        worker.pipe.send(worker.item)
                else:
                    workers.remove(worker)
                    _ended(worker)
    finally:
        for worker in workers:
            worker.process.kill()
            _ended(worker)


def _started(function: Callable[[Item], Result], item: Item) -> _Worker[Item]:
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(function, theirs), daemon=True)
    process.start()
    theirs.close()  # so that the end of the process is the end of the pipe
    ours.send(item)
    return _Worker(process, ours, item)


def _received(worker: _Worker[Any]) -> Any:
    try:
        return worker.pipe.recv()
    except (EOFError, OSError):
        worker.process.join()
        code = worker.process.exitcode or 0
        how = f"signal {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
        return Lost(f"the process died: {how}")


def _ended(worker: _Worker[Item]) -> None:
    worker.pipe.close()
    worker.process.join()


def _work(function: Callable[[Item], Result], pipe: Connection) -> None:
    while True:
        try:
            item = pipe.recv()
        except EOFError:
            return
        try:
            pipe.send(function(item))
        except Exception as error:
            pipe.send(Lost(f"{type(error).__name__}: {error}"))
