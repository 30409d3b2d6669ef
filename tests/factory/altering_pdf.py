"""Alterations of a certificate kept as a PDF around its scan, as people make them with PDF editors.

Each tool takes a ``Paper`` and lots, and gives the bytes of a PDF one page long with the place that changed, in pixels.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from random import Random

import pikepdf
from PIL import Image
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.factory import altering
from tests.factory.altering import Glyphs, Paper, Rect
from tests.factory.fonts import register

UNIT = 72 / 200  # points a pixel: the scan is kept at 200 dpi
PdfTool = Callable[[Paper, Random], tuple[bytes, tuple[Rect, ...]]]


def scan_pdf(paper: Paper, quality: int = 90) -> bytes:
    """The paper's picture as the only content of a page."""
    stored = io.BytesIO()
    Image.fromarray(paper.pixels).save(stored, "PDF", resolution=200, quality=quality)
    return stored.getvalue()


def white_box(paper: Paper, rng: Random) -> tuple[bytes, tuple[Rect, ...]]:
    """A white rectangle laid over a value, another one typed on it."""
    place = _place(paper, rng)
    return _overlaid(paper, lambda canvas: _boxed(canvas, paper, place, rng)), (place.rect,)


def typed_over(paper: Paper, rng: Random) -> tuple[bytes, tuple[Rect, ...]]:
    """A value typed beside or over the scanned one, with nothing beneath."""
    place = _place(paper, rng)
    return _overlaid(paper, lambda canvas: _written(canvas, paper, place, rng)), (place.rect,)


def image_patch(paper: Paper, rng: Random) -> tuple[bytes, tuple[Rect, ...]]:
    """A small picture of the altered value laid over the scan."""
    tool = rng.choice((altering.digit_retyped, altering.digit_foreign, altering.date_retyped, altering.name_retyped))
    altered = tool(paper, rng)
    x0, y0, x1, y1 = altered.places[0]
    patch = Image.fromarray(altered.pixels[y0:y1, x0:x1])

    def draw(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(patch), *_flipped(paper, (x0, y0, x1, y1)))

    return _overlaid(paper, draw), (altered.places[0],)


def seal_picture(paper: Paper, rng: Random) -> tuple[bytes, tuple[Rect, ...]]:
    """The square of another paper's seal laid over the paper's own."""
    altered = altering.seal_foreign(paper, rng)
    x0, y0, x1, y1 = altered.places[0]
    patch = Image.fromarray(altered.pixels[y0:y1, x0:x1])

    def draw(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(patch), *_flipped(paper, (x0, y0, x1, y1)))

    return _overlaid(paper, draw), (altered.places[0],)


def incremental(paper: Paper, rng: Random) -> tuple[bytes, tuple[Rect, ...]]:
    """A white rectangle and new words appended to the file as a further revision."""
    place = _place(paper, rng)
    overlay = pikepdf.open(io.BytesIO(_sheet(paper, lambda canvas: _boxed(canvas, paper, place, rng, "Helvetica"))))
    writer = IncrementalPdfFileWriter(io.BytesIO(scan_pdf(paper)), strict=False)
    font = generic.DictionaryObject(
        {
            generic.pdf_name("/Type"): generic.pdf_name("/Font"),
            generic.pdf_name("/Subtype"): generic.pdf_name("/Type1"),
            generic.pdf_name("/BaseFont"): generic.pdf_name("/Helvetica"),
            generic.pdf_name("/Encoding"): generic.pdf_name("/WinAnsiEncoding"),
        }
    )
    fonts = generic.DictionaryObject({generic.pdf_name("/F1"): writer.add_object(font)})
    content = overlay.pages[0].Contents.read_bytes()
    writer.add_stream_to_page(
        0,
        writer.add_object(generic.StreamObject(stream_data=b"q " + content + b" Q")),
        resources=generic.DictionaryObject({generic.pdf_name("/Font"): fonts}),
    )
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue(), (place.rect,)


def free_text(paper: Paper, rng: Random) -> tuple[bytes, tuple[Rect, ...]]:
    """A FreeText annotation with a white ground over a value."""
    place = _place(paper, rng)
    x, y, width, height = _flipped(paper, _padded(place.rect))
    text = _new_text(place, rng)
    with pikepdf.open(io.BytesIO(scan_pdf(paper))) as pdf:
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        size = 0.9 * height
        look = f"1 1 1 rg 0 0 {width:.2f} {height:.2f} re f BT /Helv {size:.2f} Tf 0 g 1 2 Td ({text}) Tj ET"
        appearance = pdf.make_stream(
            look.encode("latin-1"),
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Form,
            BBox=[0, 0, width, height],
            Resources=pikepdf.Dictionary(Font=pikepdf.Dictionary(Helv=font)),
        )
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.FreeText,
            Rect=[x, y, x + width, y + height],
            Contents=pikepdf.String(text),
            DA=pikepdf.String(f"/Helv {size:.2f} Tf 0 g"),
            C=[1, 1, 1],
            F=4,
            AP=pikepdf.Dictionary(N=appearance),
        )
        pdf.pages[0].Annots = pdf.make_indirect(pikepdf.Array([pdf.make_indirect(note)]))
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue(), (place.rect,)


def _place(paper: Paper, rng: Random) -> Glyphs:
    found = rng.choice((altering.digits, altering.dates))(paper) or altering.digits(paper)
    if not found:
        raise altering.NothingToAlterError
    return rng.choice(found)


def _new_text(place: Glyphs, rng: Random) -> str:
    """Figures only, so that the fonts every viewer has will do."""
    figures = "".join(c for c in place.text.replace("年", "-").replace("月", "-") if c.isdecimal() or c == "-")
    return altering.other_digits(figures, rng)


def _padded(rect: Rect) -> Rect:
    return rect[0] - 3, rect[1] - 3, rect[2] + 3, rect[3] + 3


def _flipped(paper: Paper, rect: Rect) -> tuple[float, float, float, float]:
    """Left, bottom, width, height in the points of a PDF page."""
    x0, y0, x1, y1 = rect
    return x0 * UNIT, (paper.pixels.shape[0] - y1) * UNIT, (x1 - x0) * UNIT, (y1 - y0) * UNIT


def _boxed(canvas: Canvas, paper: Paper, place: Glyphs, rng: Random, font: str = "") -> None:
    canvas.setFillColorRGB(1, 1, 1)
    canvas.rect(*_flipped(paper, _padded(place.rect)), stroke=0, fill=1)
    _written(canvas, paper, place, rng, font)


def _written(canvas: Canvas, paper: Paper, place: Glyphs, rng: Random, font: str = "") -> None:
    x, y, _, height = _flipped(paper, place.rect)
    text = _new_text(place, rng) if font else altering.other_digits(place.text, rng)
    canvas.setFillColorRGB(0.1, 0.1, 0.1)
    canvas.setFont(font or register("uming"), 1.2 * height)
    canvas.drawString(x, y, text)


def _sheet(paper: Paper, draw: Callable[[Canvas], None]) -> bytes:
    out = io.BytesIO()
    size = (paper.pixels.shape[1] * UNIT, paper.pixels.shape[0] * UNIT)
    canvas = Canvas(out, pagesize=size, invariant=1, pageCompression=0)
    draw(canvas)
    canvas.save()
    return out.getvalue()


def _overlaid(paper: Paper, draw: Callable[[Canvas], None]) -> bytes:
    with pikepdf.open(io.BytesIO(scan_pdf(paper))) as pdf, pikepdf.open(io.BytesIO(_sheet(paper, draw))) as overlay:
        pdf.pages[0].add_overlay(overlay.pages[0])
        out = io.BytesIO()
        pdf.save(out)
        return out.getvalue()


PDF_TOOLS: dict[str, PdfTool] = {
    f"pdf-{tool.__name__.replace('_', '-')}": tool
    for tool in (white_box, typed_over, image_patch, seal_picture, incremental, free_text)
}
