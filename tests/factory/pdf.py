"""Sheets to a born-digital PDF."""

from __future__ import annotations

import io
from collections.abc import Sequence

from PIL import Image
from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.factory.fonts import register
from tests.factory.sheet import Colour, Line, Panel, Picture, Sheet, Text

rl_config.useA85 = 0  # streams as bytes, not as text: half the time of drawing


def write_pdf(sheets: Sequence[Sheet], *, title: str = "", creator: str = "", compress: bool = True) -> bytes:
    """A PDF whose bytes depend on the sheets alone (no clock, no random file id)."""
    target = io.BytesIO()
    canvas = Canvas(target, invariant=1, pageCompression=int(compress))
    canvas.setTitle(title or "未命名")
    canvas.setCreator(creator or "WPS 文字")
    canvas.setAuthor("")
    for sheet in sheets:
        canvas.setPageSize((sheet.width, sheet.height))
        if sheet.paper != (255, 255, 255):
            canvas.setFillColorRGB(*_unit(sheet.paper))
            canvas.rect(0, 0, sheet.width, sheet.height, stroke=0, fill=1)
        for operation in sheet.operations:
            _draw(canvas, sheet.height, operation)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _draw(canvas: Canvas, height: float, operation: Text | Line | Panel | Picture) -> None:
    if isinstance(operation, Text):
        text = canvas.beginText(operation.x, height - operation.baseline)
        text.setFont(register(operation.face), operation.size)
        text.setFillColorRGB(*_unit(operation.colour))
        text.setCharSpace(operation.spacing)
        text.textOut(operation.text)
        canvas.drawText(text)
    elif isinstance(operation, Line):
        canvas.setStrokeColorRGB(*_unit(operation.colour))
        canvas.setLineWidth(operation.width)
        canvas.line(operation.x0, height - operation.y0, operation.x1, height - operation.y1)
    elif isinstance(operation, Panel):
        _panel(canvas, height, operation)
    else:
        box = operation.box
        canvas.drawImage(
            ImageReader(_opaque_png(operation.image)), box.x0, height - box.y1, box.width, box.height, mask="auto"
        )


def _panel(canvas: Canvas, height: float, panel: Panel) -> None:
    if panel.fill is not None:
        canvas.setFillColorRGB(*_unit(panel.fill))
    if panel.stroke is not None:
        canvas.setStrokeColorRGB(*_unit(panel.stroke))
        canvas.setLineWidth(panel.width)
    box = panel.box
    canvas.rect(
        box.x0,
        height - box.y1,
        box.width,
        box.height,
        stroke=int(panel.stroke is not None),
        fill=int(panel.fill is not None),
    )


def _opaque_png(image: Image.Image) -> io.BytesIO:
    target = io.BytesIO()
    image.save(target, "PNG")
    target.seek(0)
    return target


def _unit(colour: Colour) -> tuple[float, float, float]:
    return colour[0] / 255, colour[1] / 255, colour[2] / 255
