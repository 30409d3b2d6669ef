"""Pages with their filled form fields and stamps as part of the page: pdfium reads text of the page alone."""

from __future__ import annotations

import pypdfium2 as pdfium
from pypdfium2 import raw

_DRAWN = (raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_STAMP)
_MOST = 2_000


def with_fields(document: pdfium.PdfDocument, number: int) -> pdfium.PdfPage:
    """Page ``number`` (from 1), annotations that show text drawn into it, in memory only. Raises PdfiumError."""
    page = document[number - 1]
    if not _shows_text(page):
        return page
    flattened = raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_SUCCESS
    if not flattened:
        return page
    page.close()
    return document[number - 1]


def _shows_text(page: pdfium.PdfPage) -> bool:
    for index in range(min(raw.FPDFPage_GetAnnotCount(page.raw), _MOST)):
        annotation = raw.FPDFPage_GetAnnot(page.raw, index)
        if annotation:
            subtype = raw.FPDFAnnot_GetSubtype(annotation)
            raw.FPDFPage_CloseAnnot(annotation)
            if subtype in _DRAWN:
                return True
    return False
