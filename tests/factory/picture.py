"""Sheets to pictures, as a perfect scanner would see them."""

from __future__ import annotations

from PIL import Image, ImageChops, ImageDraw

from tests.factory.fonts import FACES, STANDARD, advance, picture_font
from tests.factory.sheet import Line, Panel, Picture, Sheet, Text

SUBSTITUTES = {"Times-Roman": "dejavu", "Times-Bold": "dejavu", "Helvetica": "dejavu-sans", "Courier": "dejavu-sans"}


def draw_sheet(sheet: Sheet, dpi: int) -> Image.Image:
    """The sheet as an RGB picture at ``dpi``."""
    scale = dpi / 72
    page = Image.new("RGB", (round(sheet.width * scale), round(sheet.height * scale)), sheet.paper)
    pen = ImageDraw.Draw(page)
    for operation in sheet.operations:
        if isinstance(operation, Text):
            _text(pen, operation, scale)
        elif isinstance(operation, Line):
            _line(pen, operation, scale)
        elif isinstance(operation, Panel):
            _panel(pen, operation, scale)
        else:
            _paste(page, operation, scale)
    return page


def _text(pen: ImageDraw.ImageDraw, text: Text, scale: float) -> None:
    key = text.face if text.face in FACES else SUBSTITUTES.get(text.face, "uming")
    font = picture_font(key, max(1, round(text.size * scale)))
    x = text.x
    for character in text.text:
        pen.text((x * scale, text.baseline * scale), character, font=font, fill=text.colour, anchor="ls")
        measured = text.face if text.face in FACES or text.face in STANDARD else key
        x += advance(character, measured) * text.size + text.spacing


def _line(pen: ImageDraw.ImageDraw, line: Line, scale: float) -> None:
    ends = [(line.x0 * scale, line.y0 * scale), (line.x1 * scale, line.y1 * scale)]
    pen.line(ends, fill=line.colour, width=max(1, round(line.width * scale)))


def _panel(pen: ImageDraw.ImageDraw, panel: Panel, scale: float) -> None:
    box = panel.box
    corners = (box.x0 * scale, box.y0 * scale, box.x1 * scale, box.y1 * scale)
    pen.rectangle(corners, fill=panel.fill, outline=panel.stroke, width=max(1, round(panel.width * scale)))


def _paste(page: Image.Image, picture: Picture, scale: float) -> None:
    box = picture.box
    size = (max(1, round(box.width * scale)), max(1, round(box.height * scale)))
    place = (round(box.x0 * scale), round(box.y0 * scale))
    resized = picture.image.resize(size, Image.Resampling.LANCZOS)
    if resized.mode == "RGBA" and picture.kind == "seal":
        _stamp(page, resized, place)
    elif resized.mode == "RGBA":
        page.paste(resized, place, resized)
    else:
        page.paste(resized, place)


def _stamp(page: Image.Image, seal: Image.Image, place: tuple[int, int]) -> None:
    """Ink mixes with what lies beneath: print stays dark under a red seal."""
    region = (place[0], place[1], place[0] + seal.width, place[1] + seal.height)
    beneath = page.crop(region)
    ink = Image.new("RGB", seal.size, (255, 255, 255))
    ink.paste(seal, (0, 0), seal)
    page.paste(ImageChops.multiply(beneath, ink), place)
