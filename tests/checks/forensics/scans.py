"""Scans with a scanner's noise, drawn for the tests of the checks that look at pixels."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from checks.forensics.scanned import Scanned, prepared
from ingest.originals import Original
from ingest.records import Page
from tests.factory.fonts import FACES

Pixels = NDArray[np.uint8]
LINES = (
    "荣誉证书",
    "张三丰同志荣获二〇一八年度科技进步奖",
    "证书编号：20180031-20180037",
    "项目名称：高原湖泊流域面源污染治理技术研究",
    "完成单位：云岭水利科学研究院 2018年06月30日",
    "身份证号 530102198503071231 编号 20180031",
    "特发此证，以资鼓励。二〇一八年六月三十日",
)


def page(lines: tuple[str, ...] = LINES) -> Image.Image:
    """A certificate without a flaw; line n stands at 100 + 110 n pixels."""
    image = Image.new("RGB", (1000, 1000), (238, 235, 228))
    font = ImageFont.truetype(str(FACES["uming"].file), 34)
    draw = ImageDraw.Draw(image)
    for number, line in enumerate(lines):
        draw.text((80, 100 + 110 * number), line, fill=(35, 35, 40), font=font)
    return image


def scan(image: Image.Image, *, seed: int = 1, noise: float = 4.0, quality: int = 75) -> Pixels:
    """``image`` a little turned, with noise, saved as JPEG: what a scanner hands out."""
    turn = cv2.getRotationMatrix2D((500, 500), 0.6, 1.0)
    pixels = cv2.warpAffine(np.asarray(image), turn, image.size, flags=cv2.INTER_AREA, borderValue=(238, 235, 228))
    blurred = cv2.GaussianBlur(pixels.astype(np.float32), (0, 0), 0.6)
    noisy = blurred + np.random.default_rng(seed).normal(0, noise, pixels.shape[:2])[..., None]
    return saved(np.clip(noisy, 0, 255).astype(np.uint8), quality)


def saved(pixels: Pixels, quality: int) -> Pixels:
    """Saved as JPEG and opened again; quality 0 keeps the pixels."""
    if not quality:
        return pixels
    target = BytesIO()
    Image.fromarray(pixels).save(target, "JPEG", quality=quality)
    return np.asarray(Image.open(target).convert("RGB")).copy()


def retyped(pixels: Pixels, text: str = "20190077") -> Pixels:
    """The number in line 2 painted over in the paper's colour, and another one typed there."""
    image = Image.fromarray(pixels.copy())
    draw = ImageDraw.Draw(image)
    draw.rectangle((240, 312, 410, 362), fill=(238, 235, 228))
    draw.text((250, 318), text, fill=(35, 35, 40), font=ImageFont.truetype(str(FACES["zenhei"].file), 33))
    return np.asarray(image).copy()


def sheet(pixels: Pixels) -> Scanned:
    told = Page(file="d01.jpg", number=1, width=500, height=500, source="ocr")
    return prepared(told, Original(pixels, (0.5, 0, 0, 0.5, 0, 0)))


def stored(path: Path, pixels: Pixels) -> Path:
    """As a file that keeps every pixel."""
    Image.fromarray(pixels).save(path)
    return path
