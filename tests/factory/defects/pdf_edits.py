"""Edits that programs make to finished PDFs: drawing over a page, turning it upright, appending a revision."""

from __future__ import annotations

import io
import re

import pikepdf
from reportlab.pdfgen.canvas import Canvas

from ingest.geometry import Box
from tests.factory import carriers
from tests.factory.fonts import register
from tests.factory.sheet import Text


def _overlay(width: float, height: float, draw) -> pikepdf.Pdf:  # type: ignore[no-untyped-def]
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(width, height), invariant=1)
    draw(canvas)
    canvas.save()
    return pikepdf.open(io.BytesIO(target.getvalue()))


def stamped_on(data: bytes, draw) -> bytes:  # type: ignore[no-untyped-def]
    """``draw`` on a canvas laid over the first page."""
    pdf = pikepdf.open(io.BytesIO(data))
    page = pdf.pages[0]
    width, height = float(page.mediabox[2]), float(page.mediabox[3])
    overlay = _overlay(width, height, draw)
    page.add_overlay(overlay.pages[0], pikepdf.Rectangle(0, 0, width, height))
    return carriers._saved(pdf)


def retyped(box: Box, height: float, text: str, size: float, patch: tuple[float, float, float] | None, face: str):  # type: ignore[no-untyped-def]
    def draw(canvas: Canvas) -> None:
        if patch:
            canvas.setFillColorRGB(*patch)
            canvas.rect(box.x0 - 1, height - box.y1 - 1.5, box.width + 3, box.height + 3, stroke=0, fill=1)
        canvas.setFillColorRGB(0.05, 0.05, 0.05)
        canvas.setFont(register(face), size)
        canvas.drawString(box.x0, height - box.y1 + size * 0.14, text)

    return draw


def without_turn(data: bytes) -> bytes:
    pdf = pikepdf.open(io.BytesIO(data))
    for page in pdf.pages:
        if "/Rotate" in page.obj:
            del page.obj["/Rotate"]
    return carriers._saved(pdf)


def inside(text: Text, box: Box) -> bool:
    return box.x0 - 1 <= text.x <= box.x1 and box.y0 <= text.baseline <= box.y1 + 1


def plain(data: bytes) -> bytes:
    """Classic cross-reference table, no object streams."""
    target = io.BytesIO()
    pikepdf.open(io.BytesIO(data)).save(
        target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=True
    )
    return target.getvalue()


def appended(first: bytes, second: bytes) -> bytes:
    """``first`` with an incremental update that gives its first page the resources and contents of ``second``'s.

    The objects that ``second`` needs get new numbers after those of ``first``; the page object is replaced.
    """
    old, new = pikepdf.open(io.BytesIO(first)), pikepdf.open(io.BytesIO(second))
    start = len(old.objects) + 1
    page = new.pages[0].obj
    numbers: dict[tuple[int, int], int] = {}
    bodies: dict[int, bytes] = {}

    def reference(item: pikepdf.Object) -> bytes:
        key = item.objgen
        if key not in numbers:
            numbers[key] = start + len(numbers)
            bodies[numbers[key]] = b""
            bodies[numbers[key]] = body(item)
        return b"%d 0 R" % numbers[key]

    def body(item: pikepdf.Object) -> bytes:
        if isinstance(item, pikepdf.Stream):
            raw = item.read_raw_bytes()
            head = b" ".join(b"%s %s" % (k.encode(), value(v)) for k, v in item.stream_dict.items() if k != "/Length")
            return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (head, len(raw), raw)
        return value(item, inside=True)

    def value(item: object, *, inside: bool = False) -> bytes:
        if isinstance(item, pikepdf.Object) and item.is_indirect and not inside:
            return reference(item)
        if isinstance(item, pikepdf.Dictionary):
            return b"<< %s >>" % b" ".join(b"%s %s" % (k.encode(), value(v)) for k, v in item.items() if k != "/Parent")
        if isinstance(item, pikepdf.Array):
            return b"[ %s ]" % b" ".join(value(v) for v in item)
        if isinstance(item, pikepdf.Object):
            return item.unparse()
        return str(item).lower().encode() if isinstance(item, bool) else str(item).encode()

    number = old.pages[0].obj.objgen[0]
    parent = b"%d 0 R" % old.pages[0].obj.Parent.objgen[0]
    shown = value(page, inside=True)[2:-2]
    bodies[number] = b"<< /Parent %s %s >>" % (parent, shown)
    return _with_update(first, bodies, old)


def _with_update(first: bytes, bodies: dict[int, bytes], old: pikepdf.Pdf) -> bytes:
    previous = int(re.findall(rb"startxref\s+(\d+)", first)[-1])
    data = bytearray(first if first.endswith(b"\n") else first + b"\n")
    offsets = {}
    for number, content in sorted(bodies.items()):
        offsets[number] = len(data)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(data)
    data += b"xref\n"
    for number, offset in sorted(offsets.items()):
        data += b"%d 1\n%010d 00000 n \n" % (number, offset)
    root = old.Root.objgen[0]
    info = old.trailer.get("/Info")
    extra = b" /Info %d 0 R" % info.objgen[0] if info is not None and info.is_indirect else b""
    data += b"trailer\n<< /Size %d /Root %d 0 R%s /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (
        max(*bodies, len(old.objects)) + 1, root, extra, previous, start,
    )  # fmt: skip
    return bytes(data)
