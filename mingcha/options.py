"""Command-line values turned into reading options."""

from __future__ import annotations

import os
from pathlib import Path

from ingest.options import ReadOptions


def cores() -> int:
    """Cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def read_options(*, jobs: int, cache: Path | None, workdir: Path | None = None) -> ReadOptions:
    """Reading options; ``jobs`` 0 means one process per core."""
    return ReadOptions(jobs=jobs or cores(), cache=cache, workdir=workdir)
