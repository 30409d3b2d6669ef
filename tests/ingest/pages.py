"""Pages drawn for the tests of reading: pictures of print, seals, small PDFs. Everything on them is made up."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont
from reportlab.pdfgen import canvas

from tests.factory.fonts import FACES

LINES = (
    "获奖证书",
    "授予李晓岚同志科技进步三等奖，特颁此证。",
    "证书编号：JL20190417",
    "身份证号：530102198807150026",
    "发证日期：2019年11月28日",
    "颁发单位：滇池湖滨地质勘查研究所",
)


def font(size: int, key: str = "sans") -> ImageFont.FreeTypeFont:
    """A Chinese face; the test is skipped where it is not installed."""
    face = FACES[key]
    if not face.file.exists():
        pytest.skip(f"the font {face.path} is not installed; run tools/fonts.py")
    return ImageFont.truetype(str(face.file), size, index=face.index)


def sheet(lines: Sequence[str] = LINES, *, width: int = 1000, size: int = 34, key: str = "sans") -> Image.Image:
    """White paper with ``lines`` of print."""
    image = Image.new("RGB", (width, 140 + len(lines) * size * 2), "white")
    draw = ImageDraw.Draw(image)
    for index, line in enumerate(lines):
        draw.text((90, 80 + index * size * 2), line, font=font(size, key), fill="black")
    return image


def seal(name: str, radius: int = 150, colour: tuple[int, int, int] = (205, 30, 40)) -> Image.Image:
    """A round seal on transparent ground: rim, star, and ``name`` along the upper arc."""
    side = 2 * radius + 8
    image = Image.new("RGBA", (side, side), (255, 255, 255, 0))
    draw = ImageDraw.Draw(image)
    draw.ellipse((4, 4, side - 4, side - 4), outline=(*colour, 255), width=max(radius // 22, 3))
    star = [
        (side / 2 + r * math.sin(i * math.pi / 5), side / 2 - r * math.cos(i * math.pi / 5))
        for i, r in enumerate([radius * 0.28, radius * 0.11] * 5)
    ]
    draw.polygon(star, fill=(*colour, 255))
    size = round(radius * 0.27)
    span = math.radians(240)
    for index, char in enumerate(name):
        angle = -span / 2 + span * index / max(len(name) - 1, 1)
        tile = Image.new("RGBA", (size * 2, size * 2), (255, 255, 255, 0))
        ImageDraw.Draw(tile).text((size, size), char, font=font(size), fill=(*colour, 255), anchor="mm")
        turned = tile.rotate(-math.degrees(angle), resample=Image.Resampling.BICUBIC)
        x = side / 2 + radius * 0.78 * math.sin(angle) - size
        y = side / 2 - radius * 0.78 * math.cos(angle) - size
        image.alpha_composite(turned, (round(x), round(y)))
    return image


def stamped(image: Image.Image, stamp: Image.Image, place: tuple[int, int]) -> Image.Image:
    """``stamp`` inked on ``image``: print beneath it shows through."""
    layer = Image.new("RGB", image.size, "white")
    layer.paste(stamp, place, stamp)
    ink = np.asarray(layer, dtype=np.float32) / 255
    return Image.fromarray((np.asarray(image, dtype=np.float32) * ink).astype(np.uint8))


def pixels(image: Image.Image) -> NDArray[np.uint8]:
    return np.asarray(image.convert("RGB"))


def text_pdf(path: Path, lines: Sequence[str] = ("The quick brown fox", "No. 20190417"), pages: int = 1) -> Path:
    """A PDF with a text layer in a standard face."""
    drawn = canvas.Canvas(str(path), pagesize=(595, 842), invariant=1)
    for number in range(pages):
        drawn.setFont("Helvetica", 12)
        for index, line in enumerate((*lines, f"page {number + 1}")):
            drawn.drawString(72, 770 - 24 * index, line)
        drawn.showPage()
    drawn.save()
    return path


def scan_pdf(path: Path, image: Image.Image, hidden: Sequence[tuple[str, float, float, float]] = ()) -> Path:
    """A PDF whose page is a picture, with a hidden text layer of (text, x, baseline from below, size)."""
    width, height = image.width * 72 / 150, image.height * 72 / 150
    drawn = canvas.Canvas(str(path), pagesize=(width, height), invariant=1)
    stream = io.BytesIO()
    image.save(stream, "PNG")
    stream.seek(0)
    from reportlab.lib.utils import ImageReader

    drawn.drawImage(ImageReader(stream), 0, 0, width, height)
    for text, x, y, size in hidden:
        layer = drawn.beginText(x, y)
        layer.setTextRenderMode(3)
        layer.setFont("Helvetica", size)
        layer.textOut(text)
        drawn.drawText(layer)
    drawn.save()
    return path
