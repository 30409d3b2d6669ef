"""Optional content (ISO 32000-2, 8.11): what stands on a layer that is off is in the file, and not on the page.

pdfium draws such objects not, but hands out their text like any other.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2.raw as pdfium

from ingest.pdf.objects import Handle

_MOST = 6_000  # objects of a page that are looked at
_LONGEST = 256  # characters of a layer's name


def switched_off(path: Path) -> frozenset[str]:
    """The names of the layers that are off when the file is opened; none where it has no layers or cannot be parsed."""
    if not _may_have_layers(path):
        return frozenset()
    import pikepdf

    try:
        with pikepdf.open(path, suppress_warnings=True) as pdf:
            layers = pdf.Root.get("/OCProperties", pikepdf.Dictionary())
            shown = layers.get("/D", pikepdf.Dictionary())
            dark = shown.get("/BaseState") == "/OFF"
            hidden: Any = layers.get("/OCGs", []) if dark else shown.get("/OFF", [])
            kept = {layer.objgen for layer in shown.get("/ON", [])} if dark else set()
            return frozenset(str(layer.get("/Name", "")) for layer in hidden if layer.objgen not in kept) - {""}
    except Exception:  # parsers of hostile files raise whatever they like; its faults are reported elsewhere
        return frozenset()


def _may_have_layers(path: Path) -> bool:
    """Layers are named in the catalogue, which may be compressed with other objects."""
    data = path.read_bytes()
    return b"/OCProperties" in data or b"/ObjStm" in data


def take_away(page: Any, off: frozenset[str]) -> None:
    """Removes what stands on the layers ``off`` from an open page, so that its text is what the page shows."""
    for handle in list(_on_layers(page, off)):
        if pdfium.FPDFPage_RemoveObject(page, handle):
            pdfium.FPDFPageObj_Destroy(handle)


def _on_layers(page: Any, off: frozenset[str]) -> Iterator[Any]:
    for index in range(min(pdfium.FPDFPage_CountObjects(page), _MOST)):
        handle = pdfium.FPDFPage_GetObject(page, index)
        if is_on(handle, off):
            yield handle


def is_on(thing: Handle, layers: frozenset[str]) -> bool:
    """Whether a page object is marked as content of one of ``layers``."""
    handle = ctypes.cast(thing, pdfium.FPDF_PAGEOBJECT)
    for index in range(pdfium.FPDFPageObj_CountMarks(handle)):
        mark = pdfium.FPDFPageObj_GetMark(handle, index)
        if _said(pdfium.FPDFPageObjMark_GetName, mark) == "OC":
            name = _said(pdfium.FPDFPageObjMark_GetParamStringValue, mark, b"Name")
            if name in layers:
                return True
    return False


def _said(ask: Any, *of: Any) -> str:
    buffer, size = (ctypes.c_ushort * _LONGEST)(), ctypes.c_ulong()
    if not ask(*of, buffer, ctypes.sizeof(buffer), ctypes.byref(size)):
        return ""
    return bytes(buffer)[: max(min(size.value, ctypes.sizeof(buffer)) - 2, 0)].decode("utf-16-le", "replace")
