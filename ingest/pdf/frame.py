"""From a PDF page's user space to the page as displayed: crop box, /Rotate, y downward."""

from __future__ import annotations

import ctypes
from typing import Any, TypeVar

import msgspec
import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from ingest.geometry import Box

Length = TypeVar("Length", float, NDArray[np.float64])


class UserSpace(msgspec.Struct, frozen=True):
    """The visible box of a page in its own user space and its clockwise rotation in quarter turns."""

    left: float
    bottom: float
    right: float
    top: float
    quarters: int

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as displayed, in points."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.quarters % 2 else (width, height)

    def point(self, x: float, y: float) -> tuple[float, float]:
        match self.quarters:
            case 0:
                return x - self.left, self.top - y
            case 1:
                return y - self.bottom, x - self.left
            case 2:
                return self.right - x, y - self.bottom
            case _:
                return self.top - y, self.right - x

    def rectangle(
        self, left: Length, bottom: Length, right: Length, top: Length
    ) -> tuple[Length, Length, Length, Length]:
        """A rectangle of user space, or an array of them, as displayed: x0, y0, x1, y1."""
        match self.quarters:
            case 0:
                return left - self.left, self.top - top, right - self.left, self.top - bottom
            case 1:
                return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
            case 2:
                return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
            case _:
                return self.top - top, self.right - right, self.top - bottom, self.right - left

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        return Box(*self.rectangle(left, bottom, right, top))


def user_space(raw_page: Any) -> UserSpace:
    """Reads the visible box and rotation of a loaded pdfium page."""
    box = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(raw_page, ctypes.byref(box)):
        return UserSpace(0.0, 0.0, 612.0, 792.0, 0)
    quarters = max(pdfium.FPDFPage_GetRotation(raw_page), 0) % 4
    return UserSpace(box.left, box.bottom, box.right, box.top, quarters)
