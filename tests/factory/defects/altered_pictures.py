"""Alterations made to finished pictures and scans, as people make them, and honest traces that resemble them."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from random import Random

import numpy as np
import pikepdf
from PIL import Image, ImageChops, ImageFilter
from PIL.PngImagePlugin import PngInfo

from ingest.geometry import Box
from tests.factory import carriers, scans
from tests.factory.carriers import Bound
from tests.factory.defects.alterable import ALTERABLE, alterable, field_of, other_text, redone, stored_upright
from tests.factory.defects.pdf_edits import inside
from tests.factory.defects.registry import CannotPlantError, Done, planter
from tests.factory.dossier import Draft, Piece
from tests.factory.picture import draw_sheet
from tests.factory.sheet import Picture, Placed, Sheet, Text

UNEVEN = 8.0  # standard deviation of a worn seal's ink, of 255; even ink stays below 4


@planter("forensics.edited-by-image-editor", "piece")
def saved_by_photoshop(work: Draft, pieces: Sequence[Piece]) -> Done:
    """A picture whose metadata name an image editor."""
    piece = alterable(work, pieces)
    kind = work.rng.choice(("jpg", "jpg", "png"))
    redone(work, piece, kind)
    editor = work.rng.choice(
        ("Adobe Photoshop CC 2019 (Windows)", "Adobe Photoshop 21.0 (Windows)", "美图秀秀", "GIMP 2.10.8")
    )
    piece.bound = replace(piece.bound, data=_with_software(piece.bound.data, editor))
    return Done(editor, pieces=(piece,))


@planter("forensics.edited-by-image-editor", "piece", innocent=True)
def saved_by_scanner(work: Draft, pieces: Sequence[Piece]) -> Done:
    piece = alterable(work, pieces)
    redone(work, piece, "jpg")
    maker = work.rng.choice(("HUAWEI P30 Pro 10.1.0", "Windows Photo Viewer 10.0", "EPSON Scan", "CamScanner"))
    piece.bound = replace(piece.bound, data=_with_software(piece.bound.data, maker))
    return Done(maker, pieces=(piece,))


def _with_software(data: bytes, software: str) -> bytes:
    image = Image.open(io.BytesIO(data))
    target = io.BytesIO()
    dpi = image.info.get("dpi", (200, 200))
    if image.format == "PNG":
        info = PngInfo()
        info.add_itxt("Software", software)
        image.save(target, "PNG", pnginfo=info, dpi=dpi)
        return target.getvalue()
    exif = Image.Exif()
    exif[0x0131] = software
    exif[0x0132] = "2020:08:11 21:14:05"
    image.save(target, "JPEG", quality="keep", exif=exif.tobytes(), dpi=dpi)
    return target.getvalue()


@planter("forensics.edited-by-image-editor", "piece")
def pdf_through_photoshop(work: Draft, pieces: Sequence[Piece]) -> Done:
    """A scan that an image editor saved as PDF, with its history in the XMP."""
    piece = alterable(work, pieces)
    stored_upright(work, piece)
    pdf = pikepdf.open(io.BytesIO(piece.bound.data))
    pdf.docinfo["/Creator"] = "Adobe Photoshop CC 2018 (Windows)"
    pdf.docinfo["/Producer"] = "Adobe Photoshop for Windows -- Image Conversion Plug-in"
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as meta:
        meta["xmp:CreatorTool"] = "Adobe Photoshop CC 2018 (Windows)"
    piece.bound = replace(piece.bound, data=carriers._saved(pdf))
    return Done("saved as PDF by Photoshop", pieces=(piece,))


@planter("forensics.image-splice", "piece")
def value_from_another_picture(work: Draft, pieces: Sequence[Piece]) -> Done:
    """One value rendered sharp and clean, pasted into a noisy scan that was already compressed once."""
    piece = alterable(work, pieces)
    placed = field_of(piece)
    assert placed is not None
    scan = scans.Scan(dpi=200, noise=5, blur=0.6, quality=60)
    page = carriers.scanned_pages(piece.drawn, scan, Random(f"splice:{work.options.seed}"))[0]
    old = Image.open(io.BytesIO(page.jpeg())).convert("RGB")
    clean = draw_sheet(_with_text(piece, placed, other_text(placed.field.text, work.rng)), 200)
    area = _pixels(placed.box.padded(2))
    old.paste(clean.crop(area), area[:2])
    piece.bound = Bound(_jpeg(old, 92), ".jpg", (carriers.Leaf(*page.size, page.place),), "scan-jpg")
    return Done(f"{placed.field.name} pasted in", pieces=(piece,))


def _with_text(piece: Piece, placed: Placed, text: str):  # type: ignore[no-untyped-def]
    """The first sheet with one value's print exchanged."""
    sheet = piece.drawn.sheets[0]
    kept = [o for o in sheet.operations if not (isinstance(o, Text) and inside(o, placed.box))]
    changed = replace(sheet, operations=kept, placed=[], stamps=[])
    changed.run(placed.box.x0, placed.box.y0, text, placed.box.height)
    return changed


def _pixels(box: Box) -> tuple[int, int, int, int]:
    """Points to pixels at 200 dpi."""
    x0, y0, x1, y1 = (round(v * 200 / 72) for v in (box.x0, box.y0, box.x1, box.y1))
    return x0, y0, x1, y1


def _jpeg(image: Image.Image, quality: int) -> bytes:
    target = io.BytesIO()
    image.save(target, "JPEG", quality=quality, dpi=(200, 200))
    return target.getvalue()


@planter("forensics.copy-move", "piece")
def digit_cloned(work: Draft, pieces: Sequence[Piece]) -> Done:
    """A strip of the page copied over one value inside the same scan."""
    piece = alterable(work, pieces)
    placed = field_of(piece)
    assert placed is not None
    page = carriers.scanned_pages(
        piece.drawn, scans.Scan(dpi=200, noise=4, quality=85), Random(f"move:{work.options.seed}")
    )[0]
    image = page.image.copy()
    box = _pixels(placed.box.padded(2))
    width, height = min(box[2] - box[0], 260), box[3] - box[1]
    others = [p for p in piece.drawn.sheets[0].placed if p is not placed and p.box.width * 200 / 72 > width * 0.6]
    source = others[0].box if others else Box(60, 60, 200, 80)
    x, y = round((source.x0 - 2) * 200 / 72), round((source.y0 - 2) * 200 / 72)
    image.paste(image.crop((x, y, x + width, y + height)), (box[0], box[1]))
    piece.bound = Bound(_jpeg(image, 88), ".jpg", (carriers.Leaf(*page.size, page.place),), "scan-jpg")
    return Done(f"{placed.field.name} covered by a copy from the same page", pieces=(piece,))


@planter("forensics.seal-duplicated", "piece")
def seal_taken_from_another_scan(work: Draft, pieces: Sequence[Piece]) -> Done:
    """The same seal pixels, ink flaws and all, on two scans of papers with different dates."""
    sealed = [p for p in pieces if p.drawn.sheets[-1].stamps and len(p.drawn.sheets) == 1 and p.item.type in ALTERABLE]
    sealed = [p for p in sealed if not any(p is q for q in work.touched)]
    sealed = [p for p in sealed if not any(p.item is i for i in work.changed)]
    if len(sealed) < 2:
        raise CannotPlantError("fewer than two sealed papers")
    givers = [p for p in sealed if _is_worn(p.drawn.sheets[0])]
    if not givers:
        raise CannotPlantError("even ink only, as programs print it: nothing tells its copies apart")
    giver = work.rng.choice(givers)
    taker = work.rng.choice([p for p in sealed if p is not giver])
    scan = scans.Scan(dpi=200, noise=3, quality=88)
    bare = replace(taker.drawn, sheets=(_unsealed(taker.drawn.sheets[0]),))
    source = carriers.scanned_pages(giver.drawn, scan, Random(f"seal:{work.options.seed}:{giver.id}"))[0]
    target = carriers.scanned_pages(bare, scan, Random(f"seal:{work.options.seed}:{taker.id}"))[0]
    ink = _red_only(source.image.crop(_pixels(giver.drawn.sheets[0].stamps[-1].box)))
    spot = _pixels(taker.drawn.sheets[0].stamps[-1].box)
    under = target.image.crop((spot[0], spot[1], spot[0] + ink.width, spot[1] + ink.height))
    altered = target.image.copy()
    altered.paste(ImageChops.multiply(under, ink), spot[:2])
    for piece, page, image in ((giver, source, source.image), (taker, target, altered)):
        piece.bound = Bound(_jpeg(image, 88), ".jpg", (carriers.Leaf(*page.size, page.place),), "scan-jpg")
        work.touched.append(piece)
    return Done("one seal picture on two papers", pieces=(giver, taker))


def _is_worn(sheet: Sheet) -> bool:
    """Whether the last seal's ink is thick here and thin there."""
    seal = [o for o in sheet.operations if isinstance(o, Picture) and o.kind == "seal"][-1]
    alpha = seal.image.getchannel("A")
    inner = np.asarray(alpha.filter(ImageFilter.MinFilter(7))) > 60
    return bool(inner.any()) and float(np.asarray(alpha)[inner].std()) > UNEVEN


def _unsealed(sheet: Sheet) -> Sheet:
    kept = [o for o in sheet.operations if not (isinstance(o, Picture) and o.kind == "seal")]
    return replace(sheet, operations=kept)


def _red_only(image: Image.Image) -> Image.Image:
    """The red ink of a scan, everything else white."""
    pixels = np.asarray(image.convert("RGB")).astype("int16")
    red = (pixels[..., 0] - np.maximum(pixels[..., 1], pixels[..., 2])) > 30
    return Image.fromarray(np.where(red[..., None], pixels, 255).astype("uint8"))


@planter("forensics.image-splice", "piece", innocent=True)
def soft_phone_photo(work: Draft, pieces: Sequence[Piece]) -> Done:
    """A photograph smoothed by the phone and saved twice."""
    piece = alterable(work, pieces)
    page = carriers.scanned_pages(piece.drawn, scans.phone(work.rng), Random(f"soft:{work.options.seed}"))[0]
    image = Image.open(io.BytesIO(page.jpeg())).convert("RGB").filter(ImageFilter.UnsharpMask(2, 60, 2))
    target = io.BytesIO()
    image.save(target, "JPEG", quality=80, dpi=(page.scan.dpi, page.scan.dpi))
    piece.bound = Bound(target.getvalue(), ".jpg", (carriers.Leaf(*page.size, page.place),), "scan-jpg")
    return Done("smoothed and saved twice", pieces=(piece,))
