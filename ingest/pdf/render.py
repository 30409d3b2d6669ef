"""Pages of a PDF as pictures."""

from __future__ import annotations

import numpy as np
import pypdfium2 as pdfium

from ingest.errors import UnreadableFile
from ingest.limits import Limits
from ingest.ocr.base import Picture


def rendered(page: pdfium.PdfPage, dpi: float, limits: Limits) -> Picture:
    """The page as displayed, RGB; at fewer dots per inch where ``limits.render_pixels`` would be exceeded."""
    width, height = page.get_size()
    scale = dpi / 72
    if not (min(width, height) >= 2 and max(width, height) <= 20_000):
        raise UnreadableFile("damaged", f"a page of {width:.0f} by {height:.0f} points cannot be drawn")
    pixels = width * height * scale * scale
    if pixels > limits.render_pixels:
        scale *= (limits.render_pixels / pixels) ** 0.5
    try:
        bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=False)
        return np.ascontiguousarray(bitmap.to_numpy()[:, :, :3].copy())
    except (pdfium.PdfiumError, ValueError, MemoryError) as error:
        raise UnreadableFile("damaged", f"the page cannot be drawn: {error}") from error
