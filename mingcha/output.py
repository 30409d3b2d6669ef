"""Putting results in place whole: they are written beside their destination and moved in when all are there."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from checks.records import Report
from mingcha.errors import OutputError
from reports import docx, html, json_writer
from reports.memo import Memo
from reports.memo_annexes import notice_paper


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


def write_memos(report: Report, memo: Memo, out: Path) -> None:
    """Put report.json, memo.html, memo.docx and the applicant's notice.docx into ``out``, all or none."""
    with staged(out) as stage:
        json_writer.write(report, stage / "report.json")
        html.write(memo, stage / "memo.html")
        docx.write(memo, stage / "memo.docx")
        docx.write_paper(notice_paper(memo), stage / "notice.docx")
