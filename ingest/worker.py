"""A reading process: takes tasks from its standard input, answers on its standard output, until the input ends.

Messages are msgpack after a four-byte length. An answer is the process's resident bytes, then the outcome.
"""

from __future__ import annotations

import os
import resource
import struct
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from ingest.tasks import Task, perform

_LENGTH = struct.Struct(">I")


def main() -> None:
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what native libraries print must not get among the answers
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    limited = False
    for message in _messages(sys.stdin.buffer):
        task = msgspec.msgpack.decode(message, type=Task)
        if not limited:
            _limit_memory(task.context.limits.memory_bytes)
            limited = True
        outcome = msgspec.msgpack.encode((resident_bytes(), msgspec.Raw(msgspec.msgpack.encode(perform(task)))))
        answers.write(_LENGTH.pack(len(outcome)) + outcome)
        answers.flush()


def _messages(stream: BinaryIO) -> Iterator[bytes]:
    while len(head := stream.read(_LENGTH.size)) == _LENGTH.size:
        yield stream.read(_LENGTH.unpack(head)[0])


def resident_bytes() -> int:
    """Memory of this process that is in use now; the peak where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        return pages * resource.getpagesize()
    except (OSError, ValueError, IndexError):
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _limit_memory(memory_bytes: int) -> None:
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard == resource.RLIM_INFINITY or hard > memory_bytes:
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, hard))


if __name__ == "__main__":
    main()
