"""Opening a PDF: with a password asked for, damaged, or repaired."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2 as pdfium
from pypdfium2 import raw

from ingest.errors import UnreadableFile


class Rebuilt(pdfium.PdfDocument):  # type: ignore[misc]
    """A document whose file pdfium cannot read as it is, but as qpdf puts it together again; parts may be lost."""


@contextmanager
def opened(path: Path) -> Iterator[pdfium.PdfDocument]:
    """The document. Raises UnreadableFile: encrypted, or damaged beyond repair."""
    document = _open(path)
    try:
        yield document
    finally:
        document.close()


def _open(path: Path) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            raise UnreadableFile("encrypted", "a password is needed to open it") from error
    return _repaired(path)


def _repaired(path: Path) -> pdfium.PdfDocument:
    import pikepdf

    try:
        with pikepdf.open(path) as broken:
            buffer = io.BytesIO()
            broken.save(buffer)
        return Rebuilt(buffer.getvalue(), autoclose=True)
    except pikepdf.PasswordError as error:
        raise UnreadableFile("encrypted", "a password is needed to open it") from error
    except (pikepdf.PdfError, pdfium.PdfiumError, OSError, ValueError, RuntimeError) as error:
        raise UnreadableFile("damaged", f"not a readable PDF: {error}") from error
