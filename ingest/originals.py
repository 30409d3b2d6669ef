"""The picture of a scanned page as it is stored, before any scaling."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from ingest.errors import UnreadableFile
from ingest.geometry import Box
from ingest.limits import Limits
from ingest.open_page import OpenPage
from ingest.page_objects import transformed
from ingest.pdf.objects import Matrix, as_page_object, matrix_of, product
from ingest.records import Page, SourceFile

MAX_PIXELS = 40_000_000
_SAME_BOX = 0.6  # of the area that picture and place cover together


class Original(msgspec.Struct, frozen=True):
    """``pixels``: height by width by 3, RGB. ``to_page`` maps pixel positions to points on the page as displayed."""

    pixels: NDArray[np.uint8]
    to_page: Matrix

    @property
    def dpi(self) -> float:
        """Pixels an inch across, from the size at which the page shows the picture."""
        a, b, *_ = self.to_page
        return float(72 / max((a * a + b * b) ** 0.5, 1e-6))

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """A rectangle of pixels in points on the page as displayed."""
        return transformed(self.to_page, x0, y0, x1, y1).rounded()

    def pixel_box(self, box: Box) -> tuple[int, int, int, int]:
        """Left, top, right, bottom of a displayed box in pixels, kept inside the picture."""
        a, b, c, d, e, f = self.to_page
        scale = a * d - b * c
        inverse = (d / scale, -b / scale, -c / scale, a / scale, (c * f - d * e) / scale, (b * e - a * f) / scale)
        found = transformed(inverse, box.x0, box.y0, box.x1, box.y1)
        height, width = self.pixels.shape[:2]
        x0, x1 = (min(max(round(v), 0), width) for v in (found.x0, found.x1))
        y0, y1 = (min(max(round(v), 0), height) for v in (found.y0, found.y1))
        return x0, y0, x1, y1


def original(file: SourceFile, page: Page) -> Original:
    """The stored picture that fills ``page``.

    Raises LookupError when there is none: a page of text, of several pictures, or one that cannot be decoded.
    """
    try:
        if file.kind == "image":
            return _of_image(Path(file.path), page)
        if file.kind == "pdf":
            return _of_pdf(Path(file.path), page)
    except (UnreadableFile, OSError, ValueError, RuntimeError, MemoryError) as error:
        raise LookupError(f"{file.name}, page {page.number}: {error}") from error
    raise LookupError(f"{file.name} is no scan")


def _of_image(path: Path, page: Page) -> Original:
    from ingest import image

    limits = Limits()
    with image.opened(path, limits) as opened:
        pixels = image.decoded(opened, page.number, limits)
    _check_size(pixels.shape[1], pixels.shape[0])
    across, down = page.width / pixels.shape[1], page.height / pixels.shape[0]
    return Original(pixels, (across, 0, 0, down, 0, 0))


def _of_pdf(path: Path, page: Page) -> Original:
    import pypdfium2 as pdfium

    from ingest.overlays import scan_pictures

    document = pdfium.PdfDocument(path)
    try:
        opened = OpenPage(document[page.number - 1], page.number)
        try:
            scan = scan_pictures(opened)
            handle = scan[0].handle if len(scan) == 1 else None
            if handle is None:
                raise LookupError(f"page {page.number} of {path.name} is made of {len(scan)} pictures")
            pixels = _pixels(as_page_object(handle))
            height, width = pixels.shape[:2]
            unit = product((1 / width, 0, 0, -1 / height, 0, 1), matrix_of(handle))
            return Original(pixels, product(unit, opened.frame.matrix))
        finally:
            opened.close()
    finally:
        document.close()


def inset(file: SourceFile, page: Page, box: Box) -> NDArray[np.uint8]:
    """The picture that a PDF's page of text shows at ``box``, in its own pixels over white: height by width by 3, RGB.

    Raises LookupError when no picture, or more than one, has that box, and when it cannot be decoded.
    """
    import pypdfium2 as pdfium

    if file.kind != "pdf":
        raise LookupError(f"{file.name} is no PDF")
    try:
        document = pdfium.PdfDocument(file.path)
        try:
            opened = OpenPage(document[page.number - 1], page.number)
            try:
                handles = [o.handle for o in opened.objects if o.kind == "image" and _shared(o.box, box) > _SAME_BOX]
                if len(handles) != 1 or handles[0] is None:
                    raise LookupError(f"{len(handles)} pictures at that place of page {page.number} of {file.name}")
                return _over_white(document, opened.page, as_page_object(handles[0]))
            finally:
                opened.close()
        finally:
            document.close()
    except (OSError, ValueError, RuntimeError, MemoryError) as error:
        raise LookupError(f"{file.name}, page {page.number}: {error}") from error


def _shared(one: Box, other: Box) -> float:
    """The area that both cover, of the area that either does."""
    both = one.intersection(other)
    return both / max(one.area + other.area - both, 1e-6)


def _over_white(document: Any, page: Any, handle: Any) -> NDArray[np.uint8]:
    """The picture object with its masks, pixel for pixel: its matrix is set to its own size first."""
    import ctypes

    import pypdfium2 as pdfium
    import pypdfium2.raw as c

    width, height = ctypes.c_uint(), ctypes.c_uint()
    c.FPDFImageObj_GetImagePixelSize(handle, width, height)
    _check_size(width.value, height.value)
    c.FPDFPageObj_SetMatrix(handle, c.FS_MATRIX(width.value, 0, 0, height.value, 0, 0))
    raw = c.FPDFImageObj_GetRenderedBitmap(document, page, handle)
    if not raw:
        raise LookupError("the picture cannot be decoded")
    array = np.array(pdfium.PdfBitmap.from_raw(raw).to_numpy(), copy=True).astype(np.float32)
    if array.ndim == 2 or array.shape[2] == 1:
        array = np.repeat(array.reshape(*array.shape[:2], 1), 3, axis=2)
    share = array[..., 3:] / 255 if array.shape[2] == 4 else np.float32(1)
    return np.asarray(np.rint(array[..., 2::-1] * share + 255 * (1 - share)), dtype=np.uint8)


def _pixels(handle: Any) -> NDArray[np.uint8]:
    """The picture object decoded, without the masks and scaling of the page."""
    import ctypes

    import cv2
    import pypdfium2 as pdfium
    import pypdfium2.raw as c

    width, height = ctypes.c_uint(), ctypes.c_uint()
    c.FPDFImageObj_GetImagePixelSize(handle, width, height)
    _check_size(width.value, height.value)
    raw = c.FPDFImageObj_GetBitmap(handle)
    if not raw:
        raise LookupError("the picture cannot be decoded")
    array = np.array(pdfium.PdfBitmap.from_raw(raw).to_numpy(), copy=True)
    if array.ndim == 2 or array.shape[2] == 1:
        return np.asarray(cv2.cvtColor(array.reshape(array.shape[:2]), cv2.COLOR_GRAY2RGB), dtype=np.uint8)
    return np.ascontiguousarray(array[:, :, 2::-1])


def _check_size(width: int, height: int) -> None:
    if not 0 < width * height <= MAX_PIXELS:
        raise LookupError(f"a picture of {width} by {height} pixels is not looked at")
