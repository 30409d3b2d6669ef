"""The files of an investigation: the report as HTML and Word, and the internal verification sheet as Word."""

from __future__ import annotations

from pathlib import Path

from reports import docx, html
from reports.investigation import Investigation
from reports.investigation_paper import internal_sheet, lay_out


def write(investigation: Investigation, folder: Path) -> tuple[Path, ...]:
    """Write ``investigation.html``, ``investigation.docx`` and ``verification-sheet.docx`` into ``folder``.

    Returns their paths. Raises OSError.
    """
    paper = lay_out(investigation)
    paths = tuple(folder / name for name in ("investigation.html", "investigation.docx", "verification-sheet.docx"))
    html.write_paper(paper, paths[0])
    docx.write_paper(paper, paths[1])
    docx.write_paper(internal_sheet(investigation), paths[2])
    return paths
