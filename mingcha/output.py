"""Putting results in place whole: they are written beside their destination and moved in when all are there."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mingcha.errors import OutputError


@contextmanager
def staged(out: Path) -> Iterator[Path]:
    """A temporary directory whose files are moved into ``out`` when the block ends well, and dropped otherwise.

    Raises OutputError when ``out`` cannot be made or written.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        stage = Path(tempfile.mkdtemp(prefix=".mingcha-", dir=out))
    except OSError as error:
        raise OutputError(
            f"cannot write to {out}: {error.strerror or error}; choose another directory with --out"
        ) from error
    try:
        yield stage
        for path in sorted(stage.iterdir()):
            path.replace(out / path.name)
    except OSError as error:
        raise OutputError(f"cannot write to {out}: {error.strerror or error}") from error
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def refuse_inside(out: Path, source: Path) -> None:
    """Results never go among the applicant's files: the next reading would take them for part of the dossier."""
    out, source = out.resolve(), source.resolve()
    if source.is_dir() and (out == source or source in out.parents):
        raise OutputError(f"--out {out} lies inside {source}, which is being read; choose a directory outside it")
