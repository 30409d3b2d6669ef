"""What papers carry besides text: seals, signatures, photographs, codes, borders."""

from __future__ import annotations

import math
from random import Random

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from ingest.geometry import Box
from tests.factory.fonts import FACES, picture_font
from tests.factory.sheet import RED, Colour, Sheet, Stamp

SEAL_POINTS = {"county": 119.0, "unit": 113.0, "province": 128.0, "small": 96.0}


def seal_image(
    ring: str,
    *,
    face: str = "serif-bold",
    bottom: str = "",
    below: str = "",
    oval: bool = False,
    colour: Colour = (214, 28, 36),
    pixels: int = 460,
    wear: Random | None = None,
) -> Image.Image:
    """A seal as RGBA: the issuer on the upper arc, a star, optional type line and number; worn ink with ``wear``."""
    height = round(pixels * 0.7) if oval else pixels
    image = Image.new("RGBA", (pixels, height), (*colour, 0))
    pen = ImageDraw.Draw(image)
    edge = max(3, pixels // 50)
    pen.ellipse((2, 2, pixels - 3, height - 3), outline=(*colour, 225), width=edge)
    radii = (pixels / 2 - edge - 2, height / 2 - edge - 2)
    _arc_text(image, ring, radii, face, colour, upper=True)
    if oval:
        _centred(image, below or "专用章", height / 2, pixels // 9, face, colour)
    else:
        _star(pen, pixels / 2, height / 2, pixels * 0.145, colour)
        if below:
            _centred(image, below, height * 0.745, pixels // 13, face, colour)
    if bottom:
        _arc_text(image, bottom, (radii[0] * 0.99, radii[1] * 0.99), "sans", colour, upper=False, scale=0.42)
    return _worn(image, wear) if wear else image


def _arc_text(
    image: Image.Image,
    text: str,
    radii: tuple[float, float],
    face: str,
    colour: Colour,
    *,
    upper: bool,
    scale: float = 1.0,
) -> None:
    width, height = image.size
    size = min(width * 0.135, 2.6 * radii[0] * 1.45 / max(len(text), 6)) * scale
    font = picture_font(face, max(8, round(size)))
    span = min(math.radians(250 if upper else 110), size * 1.22 * len(text) / (radii[0] * 0.86))
    for index, character in enumerate(text):
        share = (index + 0.5) / len(text) - 0.5
        angle = share * span
        glyph = Image.new("RGBA", (round(size * 1.6), round(size * 1.6)), (*colour, 0))
        ImageDraw.Draw(glyph).text(
            (glyph.width / 2, glyph.height / 2), character, font=font, fill=(*colour, 235), anchor="mm"
        )
        if upper:
            turned = glyph.rotate(-math.degrees(angle), Image.Resampling.BICUBIC)
            x, y = math.sin(angle), -math.cos(angle)
        else:
            turned = glyph.rotate(math.degrees(angle), Image.Resampling.BICUBIC)
            x, y = math.sin(angle), math.cos(angle)
        reach = 1 - size * 0.62 / radii[0]
        place = (
            round(width / 2 + x * radii[0] * reach - turned.width / 2),
            round(height / 2 + y * radii[1] * reach - turned.height / 2),
        )
        image.alpha_composite(turned, (max(0, place[0]), max(0, place[1])))


def _star(pen: ImageDraw.ImageDraw, x: float, y: float, radius: float, colour: Colour) -> None:
    points = []
    for corner in range(10):
        length = radius if corner % 2 == 0 else radius * 0.382
        angle = math.pi * corner / 5
        points.append((x + length * math.sin(angle), y - length * math.cos(angle)))
    pen.polygon(points, fill=(*colour, 225))


def _centred(image: Image.Image, text: str, y: float, size: int, face: str, colour: Colour) -> None:
    font = picture_font(face, min(size, round(image.width * 0.62 / max(len(text), 1))))
    ImageDraw.Draw(image).text((image.width / 2, y), text, font=font, fill=(*colour, 235), anchor="mm")


def _worn(image: Image.Image, rng: Random) -> Image.Image:
    """Uneven ink: the alpha channel thinned by smooth noise, the whole slightly turned and softened."""
    noise = np.random.default_rng(rng.randrange(2**32)).random((24, 24)).astype("float32")
    blotches = Image.fromarray((noise * 255).astype("uint8")).resize(image.size, Image.Resampling.BICUBIC)
    thinning = np.asarray(blotches, dtype="float32") / 255
    pixels = np.asarray(image).copy()
    pixels[..., 3] = (pixels[..., 3] * (0.62 + 0.38 * thinning)).astype("uint8")
    turned = Image.fromarray(pixels).rotate(rng.uniform(-14, 14), Image.Resampling.BICUBIC)
    return turned.filter(ImageFilter.GaussianBlur(0.6))


def stamp(
    sheet: Sheet,
    issuer: str,
    x: float,
    y: float,
    rng: Random,
    *,
    size: str = "unit",
    below: str = "",
    faces: tuple[str, ...] = ("serif-bold", "uming", "serif"),
) -> Box:
    """Presses a round seal centred on (x, y); the place becomes part of the truth."""
    diameter = SEAL_POINTS[size]
    number = f"{rng.choice(('5301', '5303', '5325', '5329'))}{rng.randrange(10**9):09d}" if rng.random() < 0.6 else ""
    wear = Random(rng.random()) if rng.random() < 0.7 else None
    image = seal_image(issuer, face=rng.choice(faces), bottom=number, below=below, wear=wear)
    box = Box(x - diameter / 2, y - diameter / 2, x + diameter / 2, y + diameter / 2)
    sheet.picture(image, box, "seal")
    sheet.stamps.append(Stamp(issuer, box))
    return box


def signature_image(name: str, rng: Random, *, face: str = "ukai", colour: Colour = (25, 30, 60)) -> Image.Image:
    """A name as if written in a hurry: leaning, wavering, joined by strokes."""
    size = 96
    chosen = face if FACES[face].file.exists() else "ukai"
    font = picture_font(chosen, size)
    width, height = size * len(name) + 60, size + 60
    flat = Image.new("L", (width, height), 0)
    pen = ImageDraw.Draw(flat)
    x = 20.0
    for character in name:
        pen.text((x, 24 + rng.uniform(-9, 9)), character, font=font, fill=255)
        x += size * rng.uniform(0.72, 0.9)
    _strokes(pen, rng, width, height)
    waved = _waved(np.asarray(flat), rng)
    alpha = Image.fromarray(waved).transform(
        (width, height),
        Image.Transform.AFFINE,
        (1, rng.uniform(0.1, 0.3), -18, rng.uniform(-0.06, 0.06), 1, 2),
        Image.Resampling.BICUBIC,
    )
    ink = Image.new("RGBA", (width, height), (*colour, 0))
    ink.putalpha(alpha)
    return ink.crop(alpha.getbbox() or (0, 0, width, height))


def _strokes(pen: ImageDraw.ImageDraw, rng: Random, width: int, height: int) -> None:
    for _ in range(2):
        start = (rng.uniform(10, width * 0.4), rng.uniform(height * 0.5, height * 0.85))
        points = [start]
        for _ in range(6):
            points.append((points[-1][0] + rng.uniform(8, width * 0.12), points[-1][1] + rng.uniform(-14, 12)))
        pen.line(points, fill=220, width=3, joint="curve")


def _waved(pixels: np.ndarray, rng: Random) -> np.ndarray:
    rows = np.arange(pixels.shape[0])
    phase, reach = rng.uniform(0, 6), rng.uniform(2, 5)
    moved = np.empty_like(pixels)
    for row in rows:
        moved[row] = np.roll(pixels[row], round(reach * math.sin(row / 17 + phase)))
    return moved


def sign(
    sheet: Sheet, role: str, name: str, x: float, top: float, rng: Random, *, height: float = 26.0, written: bool = True
) -> None:
    """A signature at (x, top), or an empty place for one where ``written`` is False."""
    image = signature_image(name, rng)
    width = min(height * image.width / image.height, 120.0)
    box = Box(x, top, x + width, top + height)
    if written:
        sheet.picture(image, box, "signature")
    sheet.signatures.append((role, box, written))


def portrait(rng: Random, *, woman: bool) -> Image.Image:
    """A passport photograph of nobody: a plain head and shoulders before a coloured ground."""
    ground = rng.choice(((64, 120, 190), (190, 40, 45), (235, 235, 240)))
    skin = rng.choice(((224, 186, 160), (212, 170, 140), (198, 152, 122)))
    image = Image.new("RGB", (250, 350), ground)
    pen = ImageDraw.Draw(image)
    coat = rng.choice(((30, 35, 60), (60, 60, 66), (90, 30, 40)))
    pen.polygon([(10, 350), (45, 268), (125, 240), (205, 268), (240, 350)], fill=coat)
    pen.polygon([(100, 245), (125, 300), (150, 245)], fill=(240, 240, 240))
    pen.rectangle((103, 205, 147, 255), fill=tuple(max(0, c - 12) for c in skin))
    hair = (28, 24, 24)
    if woman:
        pen.ellipse((60, 46, 190, 222), fill=hair)
    pen.ellipse((70, 62, 180, 228), fill=skin)
    pen.chord((66, 46, 184, 190), 180, 360, fill=hair)
    for side in (98, 152):
        pen.ellipse((side - 9, 136, side + 9, 145), fill=(30, 22, 22))
        pen.line((side - 13, 126, side + 13, 124), fill=(40, 30, 30), width=3)
    pen.line((125, 145, 120, 175, 130, 176), fill=tuple(c - 30 for c in skin), width=3)
    pen.arc((102, 180, 148, 205), 15, 165, fill=(150, 70, 70), width=4)
    grain = np.random.default_rng(rng.randrange(2**32)).normal(0, 4, (350, 250, 3))
    speckled = np.clip(np.asarray(image, dtype="float32") + grain, 0, 255).astype("uint8")
    return Image.fromarray(speckled).filter(ImageFilter.GaussianBlur(1.2))


def code_image(payload: str, *, symbology: str = "QRCode") -> Image.Image:
    """A QR or bar code as a picture."""
    import zxingcpp

    code = zxingcpp.create_barcode(payload, getattr(zxingcpp.BarcodeFormat, symbology))
    return Image.fromarray(np.asarray(zxingcpp.write_barcode_to_image(code, scale=6))).convert("RGB")


def border(sheet: Sheet, rng: Random, colour: Colour = (150, 120, 60), margin: float = 28.0) -> None:
    """A certificate's frame: two or three rules and ornaments in the corners."""
    style = rng.randrange(3)
    outer = Box(margin, margin, sheet.width - margin, sheet.height - margin)
    sheet.panel(outer, stroke=colour, width=2.2)
    sheet.panel(outer.padded(-5), stroke=colour, width=0.7)
    if style == 1:
        sheet.panel(outer.padded(-9), stroke=colour, width=0.7)
    reach = 26.0
    for x, dx in ((outer.x0, 1), (outer.x1, -1)):
        for y, dy in ((outer.y0, 1), (outer.y1, -1)):
            for step in range(1, 5):
                length = reach - 5 * step + 4
                sheet.line(x + dx * 5 * step, y + dy * 3, x + dx * 5 * step, y + dy * length, 0.8, colour)
                if style != 2:
                    sheet.line(x + dx * 3, y + dy * 5 * step, x + dx * length, y + dy * 5 * step, 0.8, colour)


def watermark(sheet: Sheet, text: str, colour: Colour = (236, 236, 230)) -> None:
    """Pale words all over the paper, behind everything drawn later."""
    for row in range(6):
        for column in range(3):
            sheet.run(60 + column * 180, 90 + row * 125 + 40 * (column % 2), text, 18, "title", colour)


def emblem(sheet: Sheet, x: float, y: float, size: float, colour: Colour = RED) -> None:
    """A plain round emblem with a star, as on certificate heads."""
    pixels = 220
    image = Image.new("RGBA", (pixels, pixels), (*colour, 0))
    pen = ImageDraw.Draw(image)
    pen.ellipse((4, 4, pixels - 5, pixels - 5), outline=(*colour, 255), width=8)
    pen.ellipse((22, 22, pixels - 23, pixels - 23), outline=(*colour, 255), width=3)
    _star(pen, pixels / 2, pixels / 2, pixels * 0.28, colour)
    sheet.picture(image, Box(x - size / 2, y - size / 2, x + size / 2, y + size / 2))
