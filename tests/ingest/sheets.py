"""Small PDFs drawn for the tests of provenance: a scan as a page-filling picture, and what somebody put on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.factory.fonts import FACES

WIDTH, HEIGHT = 595, 842
FONT = "uming-for-sheets"
LINES = ("荣誉证书", "张三丰同志：", "荣获二〇一八年度科技进步奖", "证书编号：KJ-2018-0031", "二〇一八年六月三十日")
Draw = Callable[[Canvas], None]


def picture(lines: Sequence[str] = LINES, size: tuple[int, int] = (1240, 1754)) -> Image.Image:
    """A certificate as a scanner gives it; line n stands 100 + 120 n points below the top, 90 from the left."""
    image = Image.new("RGB", size, (250, 248, 240))
    scale = size[0] / WIDTH
    font = ImageFont.truetype(str(FACES["uming"].file), int(22 * scale))
    draw = ImageDraw.Draw(image)
    for number, line in enumerate(lines):
        draw.text((90 * scale, (100 + 120 * number) * scale), line, fill=(40, 40, 40), font=font)
    return image


def canvas_font() -> str:
    if FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(FONT, str(FACES["uming"].file), subfontIndex=FACES["uming"].index))
    return FONT


def scanned(path: Path, draw: Draw | None = None) -> Path:
    """A one-page scan at ``path``; ``draw`` adds to it."""
    canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT))
    canvas.drawImage(ImageReader(picture()), 0, 0, WIDTH, HEIGHT)
    if draw:
        draw(canvas)
    canvas.save()
    return path


def digital(path: Path, draw: Draw | None = None, lines: Sequence[str] = LINES) -> Path:
    """The same page with a text layer instead of a picture."""
    canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT))
    for number, line in enumerate(lines):
        write(canvas, 90, 100 + 120 * number, line)
    if draw:
        draw(canvas)
    canvas.save()
    return path


def write(canvas: Canvas, x: float, top: float, text: str, size: float = 22, mode: int | None = None) -> None:
    """Text with its upper edge ``top`` points below the page's upper edge."""
    block = canvas.beginText(x, HEIGHT - top - size)
    block.setFont(canvas_font(), size)
    if mode is not None:
        block.setTextRenderMode(mode)
    block.textOut(text)
    canvas.drawText(block)


def cover(
    canvas: Canvas, x: float, top: float, width: float, height: float, colour: tuple[float, float, float] = (1, 1, 1)
) -> None:
    canvas.setFillColorRGB(*colour)
    canvas.rect(x, HEIGHT - top - height, width, height, stroke=0, fill=1)
    canvas.setFillColorRGB(0, 0, 0)


def plain(path: Path, *lines: str) -> Path:
    """A page of Latin lines whose content stream is neither compressed nor subset, so that a test can change it."""
    canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT), pageCompression=0)
    canvas.setFont("Helvetica", 20)
    for number, line in enumerate(lines):
        canvas.drawString(90, HEIGHT - 120 - 120 * number, line)
    canvas.save()
    return path


def updated(path: Path, change: Callable[[bytes], bytes]) -> Path:
    """``path`` with an incremental update that changes the first page's content stream."""
    with path.open("rb") as stream:
        writer = IncrementalPdfFileWriter(stream)
        contents = writer.root["/Pages"]["/Kids"][0].get_object()["/Contents"].get_object()
        contents._data, contents._encoded_data = change(contents.data), None
        contents.pop("/Filter", None)
        writer.update_container(contents)
        out = BytesIO()
        writer.write(out)
    path.write_bytes(out.getvalue())
    return path
