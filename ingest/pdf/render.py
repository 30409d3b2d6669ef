"""Pages of a PDF as pictures."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pypdfium2 as pdfium

from ingest.errors import UnreadableFile
from ingest.limits import Limits
from ingest.ocr.base import Picture


def pictured(path: Path, page: pdfium.PdfPage, number: int, dpi: float, limits: Limits) -> Picture:
    """Page ``number`` of the file at ``path`` as ``rendered`` gives it; a scan's own picture where it is one."""
    from ingest.pdf.scan import scanned

    scale = _scale(page, dpi, limits)
    try:
        own = scanned(path, page, number, scale, limits)
    except (ValueError, MemoryError):
        own = None
    return rendered(page, dpi, limits) if own is None else own


def rendered(page: pdfium.PdfPage, dpi: float, limits: Limits) -> Picture:
    """The page as displayed, RGB; at fewer dots per inch where ``limits.render_pixels`` would be exceeded."""
    scale = _scale(page, dpi, limits)
    try:
        bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=False)
        return np.ascontiguousarray(bitmap.to_numpy()[:, :, :3].copy())
    except (pdfium.PdfiumError, ValueError, MemoryError) as error:
        raise UnreadableFile("damaged", f"the page cannot be drawn: {error}") from error


def _scale(page: pdfium.PdfPage, dpi: float, limits: Limits) -> float:
    """Pixels a point."""
    width, height = page.get_size()
    if not (min(width, height) >= 2 and max(width, height) <= 20_000):
        raise UnreadableFile("damaged", f"a page of {width:.0f} by {height:.0f} points cannot be drawn")
    scale = dpi / 72
    pixels = width * height * scale * scale
    return scale * (limits.render_pixels / pixels) ** 0.5 if pixels > limits.render_pixels else scale
