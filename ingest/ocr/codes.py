"""QR and bar codes on a picture."""

from __future__ import annotations

import cv2
import numpy as np
import zxingcpp

from ingest.geometry import Box
from ingest.ocr.base import Picture
from ingest.records import Mark

_SIDE = 2_000  # pixels: larger pictures are reduced first
_CLOSER = 1.5
_FORMATS = (
    zxingcpp.BarcodeFormat.QRCode,
    zxingcpp.BarcodeFormat.DataMatrix,
    zxingcpp.BarcodeFormat.Code128,
    zxingcpp.BarcodeFormat.Code39,
    zxingcpp.BarcodeFormat.EAN13,
)


def codes(picture: Picture, scale: float) -> tuple[Mark, ...]:
    """Every code that can be decoded; boxes in points, ``scale`` is points a pixel."""
    grey = np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    shrink = min(1.0, _SIDE / max(grey.shape))
    if shrink < 1:
        grey = np.asarray(cv2.resize(grey, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    found = zxingcpp.read_barcodes(grey, formats=zxingcpp.BarcodeFormats(_FORMATS))
    if not found:  # the squares of a small code are told apart once they are larger
        grey = np.asarray(cv2.resize(grey, None, fx=_CLOSER, fy=_CLOSER, interpolation=cv2.INTER_CUBIC), dtype=np.uint8)
        shrink *= _CLOSER
        found = zxingcpp.read_barcodes(grey, formats=zxingcpp.BarcodeFormats(_FORMATS))
    marks = [_mark(code, scale / shrink) for code in found if code.valid and code.text]
    return tuple(sorted(marks, key=lambda mark: (mark.box.y0, mark.box.x0, mark.text)))


def _mark(code: zxingcpp.Barcode, scale: float) -> Mark:
    place = code.position
    corners = (place.top_left, place.top_right, place.bottom_right, place.bottom_left)
    xs, ys = [corner.x * scale for corner in corners], [corner.y * scale for corner in corners]
    box = Box(min(xs), min(ys), max(xs), max(ys)).rounded()
    return Mark(kind="code", box=box, text=code.text, shape=str(code.format).rpartition(".")[2])
