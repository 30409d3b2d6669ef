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
    pixels = width * height * scale * scale
    if pixels > limits.render_pixels:
        scale *= (limits.render_pixels / pixels) ** 0.5
    try:
        bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=False)
        return np.ascontiguousarray(bitmap.to_numpy()[:, :, :3].copy())
    except (pdfium.PdfiumError, ValueError, MemoryError) as error:
        raise UnreadableFile("damaged", f"the page cannot be drawn: {error}") from error
