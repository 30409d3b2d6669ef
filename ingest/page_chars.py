"""The visible characters of a PDF page, each with the object that draws it."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import Any

import msgspec
import pypdfium2.raw as c

from ingest.geometry import Box
from ingest.page_objects import Frame, PageObject
from ingest.pdf import quick
from ingest.pdf.objects import Handle, as_page_object

MAX_CHARS = 40_000


class Char(msgspec.Struct, frozen=True):
    """One visible character, the object that draws it and its box in the page as displayed."""

    order: int
    text: str
    box: Box


def characters(text_page: Any, objects: Sequence[PageObject], frame: Frame) -> list[Char]:
    """The characters of the visible text objects among ``objects``, at most ``MAX_CHARS``.

    An object's own box says little: one object may hold words from both ends of a line.
    """
    orders = {o.handle.value: o.order for o in objects if o.kind == "text" and o.visible and o.handle is not None}
    handle, sides = quick.handle(text_page), (ctypes.c_double * 4)()
    to_sides = [ctypes.byref(sides, 8 * index) for index in range(4)]
    found = []
    for index in range(min(c.FPDFText_CountChars(text_page), MAX_CHARS)):
        order = orders.get(quick.text_object(handle, index))
        if order is None or (code := quick.unicode(handle, index)) < 33:
            continue
        if quick.char_box(handle, index, *to_sides):
            left, right, bottom, top = sides
            found.append(Char(order, chr(code), frame.box(left, bottom, right, top)))
    return found


def line_of(chars: Sequence[Char]) -> str:
    """The characters as text, in drawing order, a space where there is a gap or another row begins."""
    em = max((char.box.height for char in chars), default=0)
    text = ""
    for index, char in enumerate(chars):
        before = chars[index - 1].box if index else char.box
        apart = char.box.x0 - before.x1 > 0.8 * em or abs(char.box.center[1] - before.center[1]) > 0.8 * em
        text += (" " if apart else "") + char.text
    return text[:300]


def text_of(handle: Handle | None, text_page: Any) -> str:
    """The words of a text object; "" where they repeat, character by character, what stands there already."""
    if handle is None:
        return ""
    text_object = as_page_object(handle)
    length = c.FPDFTextObj_GetText(text_object, text_page, None, 0)
    if not 2 <= length <= 20_000:
        return ""
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    c.FPDFTextObj_GetText(text_object, text_page, buffer, length)
    raw = bytes(buffer)[: length - 2]
    return raw.decode("utf-16-le", "replace").replace("\0", "").strip()
