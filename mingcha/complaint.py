"""A complaint letter, read with its writer taken out."""

from __future__ import annotations

from pathlib import Path

from extractors.freetext import Letter, letter
from extractors.layout import PageView
from ingest.errors import DossierError
from ingest.options import ReadOptions
from ingest.reader import read_dossier
from mingcha.errors import ComplaintError


def read_complaint(path: Path, options: ReadOptions) -> Letter:
    """The letter's allegations. Raises ComplaintError when there is no file or nothing legible in it."""
    if not path.is_file():
        raise ComplaintError(f"{path} is no file; --complaint takes one letter as txt, docx, PDF or picture")
    try:
        dossier = read_dossier(path, options=options)
    except DossierError as error:
        raise ComplaintError(str(error)) from error
    text = "\n".join(PageView(page).text for page in dossier.pages)
    if not text.strip():
        reasons = [p.detail or p.kind for file in dossier.files for p in file.problems]
        raise ComplaintError(f"nothing could be read in {path}" + (f": {reasons[0]}" if reasons else ""))
    found = letter(text)
    if not found.allegations:
        raise ComplaintError(f"{path} holds no statement that could be checked; is it the complaint letter?")
    return found
