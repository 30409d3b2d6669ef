"""Pages with their filled form fields and stamps as part of the page: pdfium reads text of the page alone."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

_DRAWN = (raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_STAMP)
_MOST = 2_000
_EMPTY = 2  # bytes of an empty string, its end included


def with_fields(document: pdfium.PdfDocument, number: int) -> pdfium.PdfPage:
    """Page ``number`` (from 1), annotations that show text drawn into it, in memory only. Raises PdfiumError."""
    page = document[number - 1]
    if not _shows_text(page):
        return page
    _keep_size(page)
    flattened = raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_SUCCESS
    if not flattened:
        return page
    page.close()
    return document[number - 1]


def _keep_size(page: pdfium.PdfPage) -> None:
    """A page that inherits its media box gets it as its own: flattened without one it would become US Letter."""
    box = raw.FS_RECTF()
    inherits = not raw.FPDFPage_GetMediaBox(page.raw, *(ctypes.c_float() for _ in range(4)))
    if inherits and raw.FPDF_GetPageBoundingBox(page.raw, box):
        raw.FPDFPage_SetMediaBox(page.raw, box.left, box.bottom, box.right, box.top)


def _shows_text(page: pdfium.PdfPage) -> bool:
    for index in range(min(raw.FPDFPage_GetAnnotCount(page.raw), _MOST)):
        annotation = raw.FPDFPage_GetAnnot(page.raw, index)
        if annotation:
            drawn = raw.FPDFAnnot_GetSubtype(annotation) in _DRAWN and _has_appearance(annotation)
            raw.FPDFPage_CloseAnnot(annotation)
            if drawn:
                return True
    return False


def _has_appearance(annotation: Any) -> bool:
    return bool(raw.FPDFAnnot_GetAP(annotation, raw.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None, 0) > _EMPTY)
