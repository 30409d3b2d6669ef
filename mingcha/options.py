"""Command-line values turned into reading options."""

from __future__ import annotations

from pathlib import Path

from ingest.options import ReadOptions


def read_options(*, jobs: int, cache: Path | None, workdir: Path | None = None) -> ReadOptions:
    """Reading options; ``jobs`` 0 means one process per core."""
    return ReadOptions(jobs=jobs, cache=cache, workdir=workdir)
