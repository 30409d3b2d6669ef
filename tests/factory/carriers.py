"""Drawn documents to files: born-digital PDFs, scans as PDF, JPG, PNG or TIFF, with and without text layers."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

import pikepdf
from PIL import Image

from ingest.geometry import Box
from tests.factory import scans
from tests.factory.drawing import Drawn
from tests.factory.pdf import write_pdf
from tests.factory.picture import draw_sheet
from tests.factory.scans import Scan, Scanned
from tests.factory.sheet import Sheet, Text

OFFICE_MAKERS = (
    ("WPS 文字", "WPS 文字"),
    ("Microsoft® Word 2016", "Microsoft® Word 2016"),
    ("Microsoft® Word 2019", "Microsoft® Word 2019"),
    ("", "Acrobat Distiller 11.0 (Windows)"),
    ("PScript5.dll Version 5.2.2", "Acrobat Distiller 9.0.0 (Windows)"),
    ("", "iText® 5.5.13 ©2000-2018 iText Group NV"),
    ("JasperReports Library version 6.4.0", "iText 2.1.7 by 1T3XT"),
    ("", "Qt 5.12.8"),
)
SCANNER_MAKERS = (
    ("Canon", "Canon"),
    ("HP Scan", "HP Scan Extended Application"),
    ("KONICA MINOLTA bizhub C287", "KONICA MINOLTA bizhub C287"),
    ("", "CamScanner"),
    ("Adobe Acrobat Pro DC 19.10", "Adobe Acrobat Pro DC 19.10 Image Conversion Plug-in"),
    ("", "img2pdf 0.3.6"),
)


@dataclass(frozen=True)
class Leaf:
    """A page of a file: its displayed size in points, and where boxes of the drawn sheet lie on it."""

    width: float
    height: float
    place: Callable[[Box], Box]


@dataclass(frozen=True)
class Bound:
    """One document as a file's bytes. ``suffix`` has its dot."""

    data: bytes
    suffix: str
    leaves: tuple[Leaf, ...]
    carrier: str


def same(box: Box) -> Box:
    return box.rounded()


def made_on(drawn: Drawn, filed: str, rng: Random) -> str:
    """A day on which the file may have been made: after the paper's own date, before the application."""
    latest = date.fromisoformat(filed)
    day = latest - timedelta(days=rng.randrange(1, 25))
    printed = str(drawn.item.content.get("issue_date", ""))
    if len(printed) == 10 and date.fromisoformat(printed) > day:
        day = date.fromisoformat(printed)
    return f"D:{day:%Y%m%d}{rng.randrange(8, 18):02d}{rng.randrange(60):02d}{rng.randrange(60):02d}+08'00'"


def digital(drawn: Drawn, rng: Random, made: str) -> Bound:
    """A PDF with real text, signed by one of the usual makers."""
    creator, producer = rng.choice(OFFICE_MAKERS)
    data = write_pdf(drawn.sheets, title=drawn.item.type if rng.random() < 0.3 else "")
    turn = 90 if rng.random() < 0.04 else 0
    pdf = pikepdf.open(io.BytesIO(data))
    _sign_maker(pdf, creator, producer, made)
    leaves = []
    for page, sheet in zip(pdf.pages, drawn.sheets, strict=True):
        if turn:
            page.obj.Rotate = turn
        leaves.append(_turned_leaf(sheet, turn))
    return Bound(_saved(pdf, linearize=rng.random() < 0.3, packed=rng.random() < 0.5), ".pdf", tuple(leaves), "digital")


def _turned_leaf(sheet: Sheet, turn: int) -> Leaf:
    if not turn:
        return Leaf(sheet.width, sheet.height, same)
    height = sheet.height

    def place(box: Box) -> Box:
        return Box(height - box.y1, box.x0, height - box.y0, box.x1).rounded()

    return Leaf(sheet.height, sheet.width, place)


def _sign_maker(pdf: pikepdf.Pdf, creator: str, producer: str, made: str) -> None:
    for key in list(pdf.docinfo.keys()):
        del pdf.docinfo[key]
    if creator:
        pdf.docinfo["/Creator"] = creator
    pdf.docinfo["/Producer"] = producer
    pdf.docinfo["/CreationDate"] = made
    pdf.docinfo["/ModDate"] = made


def _saved(pdf: pikepdf.Pdf, *, linearize: bool = False, packed: bool = False) -> bytes:
    target = io.BytesIO()
    mode = pikepdf.ObjectStreamMode.generate if packed else pikepdf.ObjectStreamMode.disable
    pdf.save(target, deterministic_id=True, linearize=linearize, object_stream_mode=mode)
    return target.getvalue()


def scanned_pages(drawn: Drawn, scan: Scan, rng: Random) -> list[Scanned]:
    return [scans.scan_page(draw_sheet(sheet, scan.dpi), scan, rng) for sheet in drawn.sheets]


def scanned(drawn: Drawn, rng: Random, made: str, scan: Scan, *, kind: str = "", layer: str = "") -> Bound:
    """A scan as one file. ``kind``: pdf, jpg, png, tiff ("" picks); ``layer`` of a PDF: "", "right" or "lying"."""
    pages = scanned_pages(drawn, scan, rng)
    chosen = kind or (
        rng.choice(("pdf", "jpg", "png", "pdf")) if len(pages) == 1 else rng.choice(("pdf", "pdf", "pdf", "tiff"))
    )
    leaves = tuple(Leaf(*page.size, page.place) for page in pages)
    carrier = f"scan-{chosen}" + (f"-{layer}-layer" if layer else "")
    if chosen == "jpg":
        return Bound(pages[0].jpeg(), ".jpg", leaves, carrier)
    if chosen == "png":
        return Bound(_png(pages[0]), ".png", leaves, carrier)
    if chosen == "tiff":
        return Bound(_tiff(pages), ".tif", leaves, carrier)
    texts = [_layer(sheet, page, layer, rng) for sheet, page in zip(drawn.sheets, pages, strict=True)]
    return Bound(picture_pdf(pages, rng, made, texts), ".pdf", leaves, carrier)


def _png(page: Scanned) -> bytes:
    target = io.BytesIO()
    page.image.save(target, "PNG", dpi=(page.scan.dpi, page.scan.dpi))
    return target.getvalue()


def _tiff(pages: Sequence[Scanned]) -> bytes:
    target = io.BytesIO()
    bitonal = all(page.image.mode == "1" for page in pages)
    compression = "group4" if bitonal else "tiff_adobe_deflate"
    images = [page.image for page in pages]
    dpi = (pages[0].scan.dpi, pages[0].scan.dpi)
    images[0].save(target, "TIFF", save_all=True, append_images=images[1:], compression=compression, dpi=dpi)
    return target.getvalue()


def picture_pdf(pages: Sequence[Scanned], rng: Random, made: str, layers: Sequence[bytes] = ()) -> bytes:
    """Each picture as one page; some pages store their pixels turned and say so in /Rotate."""
    pdf = pikepdf.new()
    for index, page in enumerate(pages):
        _add_picture_page(pdf, page, rng.choice((0, 0, 0, 0, 90, 270)), layers[index] if layers else b"")
    creator, producer = rng.choice(SCANNER_MAKERS)
    _sign_maker(pdf, creator, producer, made)
    return _saved(pdf, packed=rng.random() < 0.5)


def _add_picture_page(pdf: pikepdf.Pdf, page: Scanned, rotate: int, layer: bytes) -> None:
    image = page.image
    rotate = 0 if layer else rotate
    if rotate:
        image = image.transpose(Image.Transpose.ROTATE_90 if rotate == 90 else Image.Transpose.ROTATE_270)
    points = image.width * 72 / page.scan.dpi, image.height * 72 / page.scan.dpi
    stream = _image_stream(pdf, image, page.scan.quality)
    resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=stream))
    content = f"q {points[0]:.3f} 0 0 {points[1]:.3f} 0 0 cm /Im0 Do Q\n".encode()
    if layer:
        resources.Font = pikepdf.Dictionary(F0=_invisible_font(pdf))
    pdf.add_blank_page(page_size=points)
    target = pdf.pages[-1]
    target.obj.Resources = resources
    target.obj.Contents = pdf.make_stream(content + layer)
    if rotate:
        target.obj.Rotate = rotate


def _image_stream(pdf: pikepdf.Pdf, image: Image.Image, quality: int) -> pikepdf.Stream:
    common = {
        "/Type": pikepdf.Name.XObject,
        "/Subtype": pikepdf.Name.Image,
        "/Width": image.width,
        "/Height": image.height,
    }
    if image.mode == "1":
        return pdf.make_stream(
            image.tobytes(), {**common, "/ColorSpace": pikepdf.Name.DeviceGray, "/BitsPerComponent": 1}
        )
    target = io.BytesIO()
    image.save(target, "JPEG", quality=quality)
    space = pikepdf.Name.DeviceGray if image.mode == "L" else pikepdf.Name.DeviceRGB
    return pdf.make_stream(
        target.getvalue(), {**common, "/ColorSpace": space, "/BitsPerComponent": 8, "/Filter": pikepdf.Name.DCTDecode}
    )


def _invisible_font(pdf: pikepdf.Pdf) -> pikepdf.Dictionary:
    """A CID font without a file, as scanners write: codes are UTF-16."""
    descendant = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.CIDFontType0,
        BaseFont=pikepdf.Name("/STSong-Light"),
        CIDSystemInfo=pikepdf.Dictionary(
            Registry=pikepdf.String("Adobe"), Ordering=pikepdf.String("GB1"), Supplement=2
        ),
        DW=1000,
        FontDescriptor=pdf.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.FontDescriptor,
                FontName=pikepdf.Name("/STSong-Light"),
                Flags=4,
                FontBBox=pikepdf.Array([-25, -254, 1000, 880]),
                ItalicAngle=0,
                Ascent=880,
                Descent=-120,
                CapHeight=880,
                StemV=93,
            )
        ),
    )
    return pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type0,
            BaseFont=pikepdf.Name("/STSong-Light-UniGB-UCS2-H"),
            Encoding=pikepdf.Name("/UniGB-UCS2-H"),
            DescendantFonts=pikepdf.Array([pdf.make_indirect(descendant)]),
        )
    )


def _layer(sheet: Sheet, page: Scanned, layer: str, rng: Random) -> bytes:
    """Invisible text over a scan: as a scanner's OCR puts it, or with most characters wrong."""
    if not layer:
        return b""
    height = page.size[1]
    parts = [b"BT 3 Tr"]
    for operation in sheet.operations:
        if not isinstance(operation, Text) or not operation.text.strip():
            continue
        size = operation.size
        box = page.place(
            Box(operation.x, operation.baseline - size, operation.x + size * len(operation.text), operation.baseline)
        )
        text = operation.text if layer == "right" else _garbled(operation.text, rng)
        codes = text.encode("utf-16-be").hex()
        parts.append(f"/F0 {size:.1f} Tf 1 0 0 1 {box.x0:.2f} {height - box.y1:.2f} Tm <{codes}> Tj".encode())
    return b"\n".join([*parts, b"ET\n"])


def _garbled(text: str, rng: Random) -> str:
    """What a broken recogniser writes: other characters of the same kind."""
    return "".join(
        chr(0x4E00 + (ord(c) * 7 + 131) % 6000)
        if ord(c) > 0x2E80 and rng.random() < 0.85
        else str((int(c) + 3) % 10)
        if c.isdecimal()
        else c
        for c in text
    )


def garbled_unicode(bound: Bound) -> Bound:
    """The same digital PDF with ToUnicode maps that name wrong characters: it looks right and copies wrong."""
    pdf = pikepdf.open(io.BytesIO(bound.data))
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and "/ToUnicode" in item:
            item.ToUnicode = pdf.make_stream(_shifted_map(item.ToUnicode.read_bytes()))
    return Bound(_saved(pdf), bound.suffix, bound.leaves, "digital-garbled")


def _shifted_map(cmap: bytes) -> bytes:
    """Every mapping target moved to another code point."""
    import re

    def moved(match: re.Match[bytes]) -> bytes:
        return match[1] + b"<%04X>" % (0x3400 + (int(match[2], 16) * 5 + 77) % 0x1900)

    return re.sub(rb"(<[0-9A-Fa-f]{2,4}>\s+)<([0-9A-Fa-f]{4})>(?=\s*\n)", moved, cmap)
