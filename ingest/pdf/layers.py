"""Optional content (ISO 32000-2, 8.11): what stands on a layer that is off is in the file, and not on the page.

pdfium draws such objects not, but hands out their text like any other, and does not say on which layer a form or a
picture stands. So each marked object and each form is drawn alone, and what then leaves no trace is not on the page.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from ingest.pdf.objects import Handle, as_page_object, bounds_of, top_level, within

_MOST = 6_000  # objects of a page that are looked at
_GROUPS = 40  # of objects drawn by themselves; the rest are drawn together
_LONGEST = 256  # characters of a layer's name
_DPI = 100
_PAPER = (255, 0, 255)  # a colour in which no text is set
_UNLIKE = 10  # levels of one channel

_Group = list[Handle]


def has_switched_off(path: Path) -> bool:
    """Whether any layer is off when the file is opened; no where it has no layers or cannot be parsed."""
    if not _may_have_layers(path):
        return False
    import pikepdf

    try:
        with pikepdf.open(path, suppress_warnings=True) as pdf:
            layers = pdf.Root.get("/OCProperties", pikepdf.Dictionary())
            shown = layers.get("/D", pikepdf.Dictionary())
            return shown.get("/BaseState") == "/OFF" or bool(shown.get("/OFF")) or bool(shown.get("/AS"))
    except Exception:  # parsers of hostile files raise whatever they like; its faults are reported elsewhere
        return False


def _may_have_layers(path: Path) -> bool:
    """Layers are named in the catalogue, which may be compressed with other objects."""
    data = path.read_bytes()
    return b"/OCProperties" in data or b"/ObjStm" in data


def take_away(page: Any) -> None:
    """Lets an open page go without the text that it does not show, so that its text is what the page shows."""
    _activate(unseen(page), active=False)


def unseen(page: Any) -> list[Handle]:
    """The text objects of an open page that leave no trace when what they stand in is drawn alone."""
    from ingest.page_objects import frame_of

    groups, frame = _groups(page), frame_of(page)
    everything, found = list(top_level(page, _MOST)) if groups else [], list[Handle]()
    _activate(everything, active=False)
    try:
        for group in groups:
            _activate(group, active=True)
            picture = _drawn(page)
            _activate(group, active=False)
            scale = picture.shape[1] / frame.width
            found += [text for text, bounds in _texts(group) if _is_bare(picture, frame.box(*bounds), scale)]
    finally:
        _activate(everything, active=True)
    return found


def _groups(page: Any) -> list[_Group]:
    """Forms one by one, and marked objects by their layer's name; what is too many is put into the last group."""
    forms, marked = list[_Group](), dict[str, _Group]()
    for thing in top_level(page, _MOST):
        layer = _layer_of(thing)
        if layer is not None:
            marked.setdefault(layer, []).append(thing)
        elif pdfium.FPDFPageObj_GetType(as_page_object(thing)) == pdfium.FPDF_PAGEOBJ_FORM:
            forms.append([thing])
    groups = [*marked.values(), *forms]
    rest = [thing for group in groups[_GROUPS:] for thing in group]
    return [*groups[:_GROUPS], *([rest] if rest else [])]


def _texts(group: Sequence[Handle]) -> Iterator[tuple[Handle, tuple[float, float, float, float]]]:
    """The text objects of a group that are to be painted, with left, bottom, right and top in the page's user space."""
    from ingest.page_objects import transformed

    for thing in group:
        for handle, kind, matrix in within(thing, _MOST):
            bounds = bounds_of(handle) if kind == pdfium.FPDF_PAGEOBJ_TEXT and _is_painted(handle) else None
            if bounds is not None:
                box = transformed(matrix, *bounds)
                yield handle, (box.x0, box.y0, box.x1, box.y1)


def _is_painted(text: Handle) -> bool:
    mode = pdfium.FPDFTextObj_GetTextRenderMode(as_page_object(text))
    return mode not in (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)


def _drawn(page: Any) -> NDArray[np.bool_]:
    """Where anything is drawn, at ``_DPI``, less on pages so large that the picture would pass 16 megapixels."""
    width, height = page.get_size()
    scale = min(_DPI / 72, (16e6 / max(width * height, 1)) ** 0.5)
    bitmap = page.render(scale=scale, fill_color=(*_PAPER, 255), may_draw_forms=False, draw_annots=False)
    pixels = np.asarray(bitmap.to_numpy())[..., :3].astype(np.int16)
    return np.asarray(np.abs(pixels - np.array(_PAPER)).max(axis=2) > _UNLIKE)


def _is_bare(drawn: NDArray[np.bool_], box: Any, scale: float) -> bool:
    rows = slice(max(int(box.y0 * scale), 0), max(int(box.y1 * scale) + 1, 0))
    columns = slice(max(int(box.x0 * scale), 0), max(int(box.x1 * scale) + 1, 0))
    part = drawn[rows, columns]
    return part.size > 0 and not part.any()


def _activate(things: Sequence[Handle], *, active: bool) -> None:
    for thing in things:
        pdfium.FPDFPageObj_SetIsActive(as_page_object(thing), active)


def _layer_of(thing: Handle) -> str | None:
    """The name of the layer a page object is marked as content of; "" where the mark names none, None without one."""
    handle = as_page_object(thing)
    for index in range(pdfium.FPDFPageObj_CountMarks(handle)):
        mark = pdfium.FPDFPageObj_GetMark(handle, index)
        if _said(pdfium.FPDFPageObjMark_GetName, mark) == "OC":
            return _said(pdfium.FPDFPageObjMark_GetParamStringValue, mark, b"Name")
    return None


def _said(ask: Any, *of: Any) -> str:
    buffer, size = (ctypes.c_ushort * _LONGEST)(), ctypes.c_ulong()
    if not ask(*of, buffer, ctypes.sizeof(buffer), ctypes.byref(size)):
        return ""
    return bytes(buffer)[: max(min(size.value, ctypes.sizeof(buffer)) - 2, 0)].decode("utf-16-le", "replace")
