"""A scanned page's own JPEG: the same page as drawn, however it lies, and drawn wherever the page is more than it."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

from ingest.limits import Limits
from ingest.ocr.base import Picture
from ingest.pdf.document import opened
from ingest.pdf.render import pictured, rendered
from ingest.pdf.scan import scanned
from tests.ingest import pages

WIDTH, HEIGHT = 480.0, 300.0  # points


def scan(path: Path, *, matrix: str = "480 0 0 300 0 0", mode: str = "RGB", before: str = "", after: str = "") -> Path:
    """A page of one JPEG under ``matrix``, with operators drawn before and after it."""
    image = pages.sheet(width=1600).resize((1600, 1000)).convert("RGB")
    image.paste((200, 30, 30), (60, 40, 300, 160))  # so that no two corners look alike
    stream = io.BytesIO()
    image.convert(mode).save(stream, "JPEG", quality=90)
    space = {"RGB": "DeviceRGB", "L": "DeviceGray", "CMYK": "DeviceCMYK"}[mode]
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(WIDTH, HEIGHT))
        picture = pdf.make_stream(stream.getvalue(), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image)
        picture.Width, picture.Height, picture.BitsPerComponent = 1600, 1000, 8
        picture.ColorSpace, picture.Filter = pikepdf.Name(f"/{space}"), pikepdf.Name.DCTDecode
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        page.Resources = pikepdf.Dictionary(XObject={"/I": picture}, Font={"/F": font})
        page.Contents = pdf.make_stream(f"{before} q {matrix} cm /I Do Q {after}".encode())
        pdf.save(path)
    return path


def changed(path: Path, change: Callable[[pikepdf.Pdf, pikepdf.Object], None]) -> Path:
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        change(pdf, pdf.pages[0].Resources.XObject.I)
        pdf.save(path)
    return path


def both(path: Path, dpi: int = 100) -> tuple[Picture | None, Picture]:
    """The page's own picture, if it is one, and the page as drawn."""
    with opened(path) as document:
        page = document[0]
        return scanned(path, page, 1, dpi / 72, Limits()), rendered(page, dpi, Limits())


def alike(one: Picture, other: Picture) -> bool:
    return one.shape == other.shape and float(np.abs(one.astype(int) - other.astype(int)).mean()) < 3


@pytest.mark.parametrize(
    "matrix",
    [
        "480 0 0 300 0 0",
        "-480 0 0 300 480 0",  # mirrored
        "480 0 0 -300 0 300",  # upside down and mirrored
        "-480 0 0 -300 480 300",
        "0 300 480 0 0 0",  # turned into the page
        "0 -300 480 0 0 300",
        "0 300 -480 0 480 0",
        "0 -300 -480 0 480 300",
    ],
)
@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_the_own_picture_is_the_page_as_drawn(tmp_path: Path, matrix: str, rotate: int) -> None:
    path = scan(tmp_path / "s.pdf", matrix=matrix)
    changed(path, lambda pdf, _: pdf.pages[0].rotate(rotate, relative=False))
    own, drawn = both(path)
    assert own is not None
    assert alike(own, drawn)


@pytest.mark.parametrize("dpi", [50, 130, 200, 300])  # reduced by the decoder, by us, and enlarged
@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_the_own_picture_has_the_resolution_asked_for(tmp_path: Path, mode: str, dpi: int) -> None:
    own, drawn = both(scan(tmp_path / "s.pdf", mode=mode), dpi)
    assert own is not None
    assert alike(own, drawn)


def test_a_hidden_text_layer_does_not_matter(tmp_path: Path) -> None:
    own, drawn = both(scan(tmp_path / "s.pdf", after="BT /F 12 Tf 3 Tr 50 50 Td (1055) Tj ET"))
    assert own is not None
    assert alike(own, drawn)


@pytest.mark.parametrize(
    "options",
    [
        {"after": "BT /F 12 Tf 50 50 Td (1055) Tj ET"},  # text on the scan
        {"after": "1 g 100 100 50 20 re f"},  # a patch on it
        {"before": "100 100 200 100 re W n"},  # only a part of it shows
        {"matrix": "400 0 0 250 40 25"},  # a picture within margins
        {"matrix": "960 0 0 600 -200 -100"},  # a part of a picture
        {"matrix": "480 20 -20 300 0 0"},  # slanted
        {"mode": "CMYK"},
    ],
)
def test_a_page_that_is_more_or_less_than_its_picture_is_drawn(tmp_path: Path, options: dict[str, str]) -> None:
    path = scan(tmp_path / "s.pdf", **options)
    own, drawn = both(path)
    assert own is None
    with opened(path) as document:
        assert np.array_equal(pictured(path, document[0], 1, 100, Limits()), drawn)


def masked(pdf: pikepdf.Pdf, picture: pikepdf.Object) -> None:
    mask = pdf.make_stream(bytes([255]), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image)
    mask.Width, mask.Height, mask.BitsPerComponent, mask.ColorSpace = 1, 1, 8, pikepdf.Name.DeviceGray
    picture.SMask = mask


def inverted(_: pikepdf.Pdf, picture: pikepdf.Object) -> None:
    picture.Decode = pikepdf.Array([1, 0, 1, 0, 1, 0])


@pytest.mark.parametrize("change", [masked, inverted])
def test_a_picture_that_the_page_alters_is_drawn(
    tmp_path: Path, change: Callable[[pikepdf.Pdf, pikepdf.Object], None]
) -> None:
    own, _ = both(changed(scan(tmp_path / "s.pdf"), change))
    assert own is None


def test_strips_of_a_scan_are_drawn(tmp_path: Path) -> None:
    sheet = canvas.Canvas(str(tmp_path / "s.pdf"), pagesize=(WIDTH, HEIGHT))
    strip = ImageReader(Image.new("RGB", (480, 150), "white"))
    sheet.drawImage(strip, 0, 0, WIDTH, HEIGHT / 2)
    sheet.drawImage(ImageReader(pages.sheet()), 0, HEIGHT / 2, WIDTH, HEIGHT / 2)
    sheet.save()
    own, _ = both(tmp_path / "s.pdf")
    assert own is None
