"""Characters of ActualText: pdfium gives their boxes in the space of the form XObject they stand in, not of the page.

Printing programs mark characters so whose glyph another code point shares, as the radicals of many Chinese fonts are.
"""

from __future__ import annotations

import ctypes

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from ingest.pdf import quick


def place(textpage: ctypes.c_void_p, indices: NDArray[np.intp], rows: NDArray[np.void]) -> None:
    """Moves the boxes of such characters to where the page shows them. ``rows[i]`` holds the boxes of character
    ``indices[i]``: ``ink`` as left, right, bottom, top and ``loose`` as left, top, right, bottom, in points of user
    space. Only they have two boxes that are the same."""
    ink = rows["ink"][:, [0, 3, 1, 2]]
    pieces = np.flatnonzero((ink.astype(np.float32) == rows["loose"]).all(axis=1) & (ink[:, 2] > ink[:, 0]))
    for at in pieces.tolist():
        form = _form_matrix(textpage, int(indices[at]))
        if form is None or np.allclose(form, np.eye(3), atol=1e-4):
            continue
        left, right, bottom, top = rows["ink"][at]
        corners = np.array([(x, y, 1.0) for x in (left, right) for y in (bottom, top)]) @ form
        (x0, y0), (x1, y1) = corners[:, :2].min(axis=0), corners[:, :2].max(axis=0)
        rows["ink"][at] = x0, x1, y0, y1
        rows["loose"][at] = x0, y1, x1, y0


def _form_matrix(textpage: ctypes.c_void_p, index: int) -> NDArray[np.float64] | None:
    """From the space of the character's text object to the page's, row vectors to the left; None where it has none."""
    address = quick.text_object(textpage, index)
    if address is None:
        return None
    own, whole = pdfium.FS_MATRIX(), pdfium.FS_MATRIX()
    quick.object_matrix(ctypes.c_void_p(address), ctypes.byref(own))
    quick.char_matrix(textpage, index, ctypes.byref(whole))
    if _stands_right(textpage, index, whole):
        return None
    inner = _array(own)
    return np.linalg.inv(inner) @ _array(whole) if abs(np.linalg.det(inner)) > 1e-9 else None


def _stands_right(textpage: ctypes.c_void_p, index: int, whole: pdfium.FS_MATRIX) -> bool:
    """Whether the character's origin is where its matrix puts it: a glyph that fills its box may be no such piece."""
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(ctypes.cast(textpage, pdfium.FPDF_TEXTPAGE), index, ctypes.byref(x), ctypes.byref(y))
    return bool(abs(x.value - whole.e) < 0.01 and abs(y.value - whole.f) < 0.01)


def _array(matrix: pdfium.FS_MATRIX) -> NDArray[np.float64]:
    return np.array([(matrix.a, matrix.b, 0.0), (matrix.c, matrix.d, 0.0), (matrix.e, matrix.f, 1.0)])
