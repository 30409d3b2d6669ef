"""A scanned page's own JPEG instead of a drawing of it: quicker, and not resampled twice.

Only where the page shows nothing but that picture, whole and unaltered; in any doubt the page has to be drawn.
"""

from __future__ import annotations

import ctypes
import io
import math
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pikepdf
import pypdfium2 as pdfium
from PIL import Image
from pypdfium2 import raw

from ingest.limits import Limits
from ingest.ocr.base import Picture
from ingest.page_objects import frame_of, transformed
from ingest.pdf import quick
from ingest.pdf.objects import Handle, Matrix, as_page_object, matrix_of, product, walk
from ingest.pdf.styles import INVISIBLE

_MOST_OBJECTS = 20_000
_MOST_ANNOTATIONS = 50
_SLACK = 1.0  # points by which the picture's sides may miss the page's
_SKEW = 1e-3  # of a picture's side: less is no slant
_ALTERING = ("/SMask", "/Mask", "/Decode", "/ImageMask", "/DecodeParms", "/OC", "/Matte")
_REDUCED = ((8, cv2.IMREAD_REDUCED_COLOR_8), (4, cv2.IMREAD_REDUCED_COLOR_4), (2, cv2.IMREAD_REDUCED_COLOR_2))


def scanned(path: Path, page: pdfium.PdfPage, number: int, scale: float, limits: Limits) -> Picture | None:
    """The picture that page ``number`` of the file at ``path`` consists of, as displayed, RGB, ``scale`` pixels a
    point; None when the page is anything else, or may be."""
    only = _only_picture(page)
    if only is None:
        return None
    handle, outer = only
    frame = frame_of(page)
    shown = product(matrix_of(handle), product(outer, frame.matrix))
    box = transformed(shown, 0, 0, 1, 1)
    off = (box.x0, box.y0, box.x1 - frame.width, box.y1 - frame.height)
    if max(map(abs, off)) > _SLACK or not _straight(shown):
        return None
    pixels = _pixel_size(handle)
    channels = _stored_channels(path, number, pixels) if 0 < pixels[0] * pixels[1] <= limits.pixels else 0
    jpeg = _jpeg(handle)
    if not channels or not _is_plain(jpeg, pixels, channels):
        return None
    size = math.ceil(frame.width * scale), math.ceil(frame.height * scale)
    return _fitted(_placed(_decoded(jpeg, max(size)), shown), size)


def _only_picture(page: pdfium.PdfPage) -> tuple[Handle, Matrix] | None:
    """The picture that is the page's only visible object."""
    if not _bare(page):
        return None
    found = None
    for handle, kind, matrix in walk(page.raw, _MOST_OBJECTS):
        if kind == raw.FPDF_PAGEOBJ_IMAGE and found is None:
            found = handle, matrix
        elif kind != raw.FPDF_PAGEOBJ_TEXT or quick.render_mode(handle) != INVISIBLE:
            return None
    if found is None or quick.transparent(found[0]):
        return None
    picture = as_page_object(found[0])
    clipped = raw.FPDFClipPath_CountPaths(raw.FPDFPageObj_GetClipPath(picture)) > 0
    return None if clipped or raw.FPDFPageObj_CountMarks(picture) > 0 else found


def _bare(page: pdfium.PdfPage) -> bool:
    """Whether no annotation but links stands on the page."""
    count = raw.FPDFPage_GetAnnotCount(page.raw)
    if count > _MOST_ANNOTATIONS:
        return False
    for index in range(count):
        annotation = raw.FPDFPage_GetAnnot(page.raw, index)
        link = annotation and raw.FPDFAnnot_GetSubtype(annotation) == raw.FPDF_ANNOT_LINK
        raw.FPDFPage_CloseAnnot(annotation)
        if not link:
            return False
    return True


def _straight(shown: Matrix) -> bool:
    a, b, c, d, _, _ = shown
    level = abs(b) <= _SKEW * abs(a) and abs(c) <= _SKEW * abs(d)
    return level or (abs(a) <= _SKEW * abs(b) and abs(d) <= _SKEW * abs(c))


def _pixel_size(handle: Handle) -> tuple[int, int]:
    width, height = ctypes.c_uint(), ctypes.c_uint()
    raw.FPDFImageObj_GetImagePixelSize(as_page_object(handle), width, height)
    return width.value, height.value


def _jpeg(handle: Handle) -> bytes:
    """The picture's data, undone of all filters but the JPEG's own."""
    picture = as_page_object(handle)
    length = raw.FPDFImageObj_GetImageDataDecoded(picture, None, 0)
    data = ctypes.create_string_buffer(length)
    raw.FPDFImageObj_GetImageDataDecoded(picture, data, length)
    return data.raw


def _is_plain(jpeg: bytes, size: tuple[int, int], channels: int) -> bool:
    try:
        with Image.open(io.BytesIO(jpeg), formats=["JPEG"]) as header:
            return header.size == size and header.mode == ("L" if channels == 1 else "RGB")
    except (OSError, ValueError, Image.DecompressionBombError):
        return False


def _stored_channels(path: Path, number: int, size: tuple[int, int]) -> int:
    """How many channels the only picture among the page's resources has; 0 when it is not a grey or RGB JPEG of
    ``size``, shown just as it decodes."""
    try:
        with pikepdf.open(path, suppress_warnings=True) as pdf:
            things: Any = pdf.pages[number - 1].resources.get("/XObject", {})
            (picture,) = (things[name] for name in things)
            same = (int(picture.Width), int(picture.Height)) == size
            return _channels(picture.ColorSpace) if same and _shown_as_stored(picture) else 0
    except (pikepdf.PdfError, AttributeError, KeyError, IndexError, OSError, TypeError, ValueError):
        return 0


def _shown_as_stored(picture: Any) -> bool:
    filters = picture.get("/Filter")
    last = list(filters)[-1] if isinstance(filters, pikepdf.Array) and len(filters) else filters
    altered = any(key in picture for key in _ALTERING)
    return picture.get("/Subtype") == pikepdf.Name.Image and last == pikepdf.Name.DCTDecode and not altered


def _channels(space: Any) -> int:
    """Of a grey or RGB colour space; 0 for any other."""
    if str(space) in ("/DeviceGray", "/DeviceRGB"):
        return 1 if str(space) == "/DeviceGray" else 3
    by_profile = isinstance(space, pikepdf.Array) and len(space) == 2 and space[0] == pikepdf.Name.ICCBased
    return int(space[1].N) if by_profile else 0


def _decoded(jpeg: bytes, longest: int) -> Picture:
    """RGB, in as coarse a step of the decoder's as still leaves ``longest`` pixels along the longer side."""
    with Image.open(io.BytesIO(jpeg)) as header:
        stored = max(header.size)
    step = next((flag for factor, flag in _REDUCED if stored >= factor * longest), cv2.IMREAD_COLOR)
    read = cv2.imdecode(np.frombuffer(jpeg, np.uint8), step | cv2.IMREAD_IGNORE_ORIENTATION)
    if read is None:
        raise ValueError("a JPEG that cannot be decoded")
    return np.asarray(cv2.cvtColor(read, cv2.COLOR_BGR2RGB), dtype=np.uint8)


def _placed(picture: Picture, shown: Matrix) -> Picture:
    """Turned and mirrored as ``shown`` maps the picture's unit square, whose y runs upward, to the page."""
    a, b, c, d, _, _ = shown
    if abs(a) >= abs(b):
        return picture[:: 1 if d < 0 else -1, :: 1 if a > 0 else -1]
    return picture.transpose(1, 0, 2)[:: 1 if b > 0 else -1, :: 1 if c < 0 else -1]


def _fitted(picture: Picture, size: tuple[int, int]) -> Picture:
    """To ``size``; what is left to shrink after decoding is less than half: two pixels each way are enough for it."""
    return np.asarray(cv2.resize(np.ascontiguousarray(picture), size, interpolation=cv2.INTER_LINEAR), dtype=np.uint8)
