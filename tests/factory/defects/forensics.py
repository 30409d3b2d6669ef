"""Alterations made to finished files, as people make them, and honest traces that resemble them."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import replace
from random import Random

import numpy as np
import pikepdf
from PIL import Image, ImageChops, ImageFilter
from PIL.PngImagePlugin import PngInfo
from reportlab.pdfgen.canvas import Canvas

from ingest.geometry import Box
from tests.factory import carriers, scans
from tests.factory.carriers import Bound
from tests.factory.defects.registry import CannotPlantError, Done, planter
from tests.factory.dossier import Draft, Piece
from tests.factory.drawing import draw as draw_item
from tests.factory.fonts import register
from tests.factory.picture import draw_sheet
from tests.factory.sheet import Picture, Placed, Sheet, Text

ALTERABLE = (
    "award_certificate",
    "title_certificate",
    "diploma",
    "degree_certificate",
    "appointment",
    "patent_certificate",
    "service_proof",
)
FIELDS = (
    "issue_date",
    "certificate_number",
    "rank",
    "grant_date",
    "start_date",
    "approved_date",
    "award_grade",
    "person_name",
)


UNEVEN = 8.0  # standard deviation of a worn seal's ink, of 255; even ink stays below 4


def desk_scan(work: Draft) -> scans.Scan:
    """A good scan, upright: what somebody who alters a scan starts from."""
    return scans.Scan(dpi=work.options.dpi, noise=2 if work.options.dpi >= 200 else 1, quality=85)


def candidates(pieces: Sequence[Piece], carrier: str) -> list[Piece]:
    return [p for p in pieces if p.item.type in ALTERABLE and p.bound.carrier.startswith(carrier)]


def pick(work: Draft, pieces: Sequence[Piece], carrier: str) -> Piece:
    found = candidates(pieces, carrier)
    if not found:
        raise CannotPlantError(carrier)
    return work.rng.choice(found)


def redone(work: Draft, piece: Piece, kind: str, scan: scans.Scan | None = None, layer: str = "") -> None:
    """Gives the document a new carrier of the wanted kind where it has another: digital, jpg, png or pdf (a scan)."""
    made = carriers.made_on(piece.drawn, work.life.filed, work.rng)
    rng = Random(f"redo:{work.options.seed}:{piece.id}:{kind}")
    if kind == "digital":
        if piece.bound.carrier != "digital":
            piece.drawn = draw_item(piece.item, rng, embeddable=True, held_out=work.options.held_out)
            piece.bound = carriers.digital(piece.drawn, rng, made)
        return
    piece.bound = carriers.scanned(piece.drawn, rng, made, scan or desk_scan(work), kind=kind, layer=layer)


def alterable(work: Draft, pieces: Sequence[Piece]) -> Piece:
    """A certificate whose file may be exchanged; a separate file is needed (no bundle)."""
    found = [p for p in pieces if p.item.type in ALTERABLE and len(p.drawn.sheets) == 1 and _field(p)]
    found = [p for p in found if not any(p is q for q in work.touched)]
    found = [p for p in found if not any(p.item is i for i in work.changed)]
    found = [p for p in found if p.item.content.get("person_name", work.life.name) == work.life.name]
    if not found:
        raise CannotPlantError("no certificate to alter")
    piece: Piece = work.rng.choice(found)
    work.touched.append(piece)
    return piece


def _field(piece: Piece) -> Placed | None:
    """A field worth altering, on the first page."""
    placed = [p for p in piece.drawn.sheets[0].placed if p.field.name.split("|")[0] in FIELDS and p.box.height < 40]
    dated = [p for p in placed if any(c.isdigit() for c in p.field.text)]
    return (dated or placed or [None])[0]


def other_text(text: str, rng: Random) -> str:
    """The same text with one digit changed, or with other characters where there is none."""
    places = [i for i, c in enumerate(text) if c.isdigit()]
    if places:
        dated = re.match(r"\D*\d{4}\s*[年./-]", text)
        place = places[3] if dated else rng.choice(places[-4:])
        digit = rng.choice([d for d in "123456789" if d != text[place]])
        return text[:place] + digit + text[place + 1 :]
    swaps = str.maketrans("三二四五六七八九男女", "一一三三五五六六女男")
    return text.translate(swaps) if text.translate(swaps) != text else text[::-1]


def _overlay(width: float, height: float, draw) -> pikepdf.Pdf:  # type: ignore[no-untyped-def]
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(width, height), invariant=1)
    draw(canvas)
    canvas.save()
    return pikepdf.open(io.BytesIO(target.getvalue()))


def _stamp_on(data: bytes, draw) -> bytes:  # type: ignore[no-untyped-def]
    """``draw`` on a canvas laid over the first page."""
    pdf = pikepdf.open(io.BytesIO(data))
    page = pdf.pages[0]
    width, height = float(page.mediabox[2]), float(page.mediabox[3])
    overlay = _overlay(width, height, draw)
    page.add_overlay(overlay.pages[0], pikepdf.Rectangle(0, 0, width, height))
    return carriers._saved(pdf)


def _retyped(box: Box, height: float, text: str, size: float, patch: tuple[float, float, float] | None, face: str):  # type: ignore[no-untyped-def]
    def draw(canvas: Canvas) -> None:
        if patch:
            canvas.setFillColorRGB(*patch)
            canvas.rect(box.x0 - 1, height - box.y1 - 1.5, box.width + 3, box.height + 3, stroke=0, fill=1)
        canvas.setFillColorRGB(0.05, 0.05, 0.05)
        canvas.setFont(register(face), size)
        canvas.drawString(box.x0, height - box.y1 + size * 0.14, text)

    return draw


@planter("forensics.text-overlaid", "piece")
def retyped_on_digital(work: Draft, pieces: Sequence[Piece]) -> Done:
    """A patch in the paper's colour over the old value, the new one typed on it."""
    piece = alterable(work, pieces)
    redone(work, piece, "digital")
    placed = _field(piece)
    assert placed is not None
    sheet, leaf = piece.drawn.sheets[0], piece.bound.leaves[0]
    if leaf.width != sheet.width:
        piece.bound = replace(
            piece.bound,
            data=_without_turn(piece.bound.data),
            leaves=(carriers.Leaf(sheet.width, sheet.height, carriers.same),),
        )
    paper = tuple(c / 255 for c in sheet.paper)
    new = other_text(placed.field.text, work.rng)
    draw = _retyped(
        placed.box, sheet.height, new, placed.box.height * 0.98, paper, work.rng.choice(("uming", "zenhei"))
    )  # type: ignore[arg-type]
    piece.bound = replace(piece.bound, data=_stamp_on(piece.bound.data, draw))
    return Done(f"{placed.field.name}: {placed.field.text} → {new}", pieces=(piece,))


def _without_turn(data: bytes) -> bytes:
    pdf = pikepdf.open(io.BytesIO(data))
    for page in pdf.pages:
        if "/Rotate" in page.obj:
            del page.obj["/Rotate"]
    return carriers._saved(pdf)


@planter("forensics.text-overlaid", "piece")
def typed_over_scan(work: Draft, pieces: Sequence[Piece]) -> Done:
    """A scan as PDF; a white patch and new print over one value."""
    piece = alterable(work, pieces)
    redone(work, piece, "pdf")
    _unturned(work, piece)
    placed = _field(piece)
    assert placed is not None
    leaf = piece.bound.leaves[0]
    box, new = leaf.place(placed.box), other_text(placed.field.text, work.rng)
    paper = tuple(c / 255 for c in piece.drawn.sheets[0].paper)
    draw = _retyped(box, leaf.height, new, box.height * 0.95, paper, work.rng.choice(("uming", "zenhei")))  # type: ignore[arg-type]
    piece.bound = replace(piece.bound, data=_stamp_on(piece.bound.data, draw))
    return Done(f"{placed.field.name}: {placed.field.text} → {new}", pieces=(piece,))


def _unturned(work: Draft, piece: Piece) -> None:
    """The scan again, its pixels stored upright, so that overlays need no turning."""
    pages = carriers.scanned_pages(piece.drawn, desk_scan(work), Random(f"flat:{work.options.seed}"))
    pdf = pikepdf.new()
    for page in pages:
        carriers._add_picture_page(pdf, page, 0, b"")
    carriers._sign_maker(pdf, "Canon", "Canon", carriers.made_on(piece.drawn, work.life.filed, work.rng))
    leaves = tuple(carriers.Leaf(*page.size, page.place) for page in pages)
    piece.bound = Bound(carriers._saved(pdf), ".pdf", leaves, "scan-pdf")


@planter("forensics.text-overlaid", "piece", innocent=True)
def scanners_own_layer(work: Draft, pieces: Sequence[Piece]) -> Done:
    """An invisible text layer by the scanner's OCR, right in every character."""
    piece = alterable(work, pieces)
    redone(work, piece, "pdf", layer="right")
    return Done("a scanner's text layer", pieces=(piece,))


@planter("forensics.text-overlaid", "piece", innocent=True)
def numbered_and_certified(work: Draft, pieces: Sequence[Piece]) -> Done:
    """A page number and 与原件一致 stamped in the margin of a scan."""
    piece = alterable(work, pieces)
    _unturned(work, piece)
    leaf = piece.bound.leaves[0]

    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0.8, 0.1, 0.1)
        canvas.setFont(register("zenhei"), 11)
        canvas.drawString(leaf.width - 150, 14, "与原件一致")
        canvas.setFillColorRGB(0, 0, 0)
        canvas.drawString(20, 14, f"{work.rng.randrange(1, 90)}")

    piece.bound = replace(piece.bound, data=_stamp_on(piece.bound.data, draw))
    return Done("numbered and certified in the margin", pieces=(piece,))


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
    _unturned(work, piece)
    pdf = pikepdf.open(io.BytesIO(piece.bound.data))
    pdf.docinfo["/Creator"] = "Adobe Photoshop CC 2018 (Windows)"
    pdf.docinfo["/Producer"] = "Adobe Photoshop for Windows -- Image Conversion Plug-in"
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as meta:
        meta["xmp:CreatorTool"] = "Adobe Photoshop CC 2018 (Windows)"
    piece.bound = replace(piece.bound, data=carriers._saved(pdf))
    return Done("saved as PDF by Photoshop", pieces=(piece,))


@planter("forensics.font-inconsistent", "piece")
def one_value_in_another_font(work: Draft, pieces: Sequence[Piece]) -> Done:
    """One value of a born-digital paper set in another face and size."""
    piece = alterable(work, pieces)
    redone(work, piece, "digital")
    placed, sheet = _field(piece), piece.drawn.sheets[0]
    assert placed is not None
    body = sheet.fonts.body
    other = "zenhei" if body not in ("zenhei", "microhei") else "uming"
    for index, operation in enumerate(sheet.operations):
        if isinstance(operation, Text) and _inside(operation, placed.box):
            sheet.operations[index] = replace(
                operation, face=other, size=operation.size * 0.93, baseline=operation.baseline - 0.7
            )
    made = carriers.made_on(piece.drawn, work.life.filed, work.rng)
    piece.bound = carriers.digital(piece.drawn, Random(f"font:{work.options.seed}:{piece.id}"), made)
    return Done(f"{placed.field.name} in {other}", pieces=(piece,))


def _inside(text: Text, box: Box) -> bool:
    return box.x0 - 1 <= text.x <= box.x1 and box.y0 <= text.baseline <= box.y1 + 1


@planter("forensics.hidden-text", "piece")
def white_text(work: Draft, pieces: Sequence[Piece]) -> Done:
    """Words in the paper's colour, or far too small to read, that disagree with what is seen."""
    piece = alterable(work, pieces)
    redone(work, piece, "digital")
    piece.bound = replace(piece.bound, data=_without_turn(piece.bound.data))
    sheet = piece.drawn.sheets[0]
    tiny = work.rng.random() < 0.4
    colour = (0, 0, 0) if tiny else tuple(c / 255 for c in sheet.paper)

    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(*colour)
        canvas.setFont(register("uming"), 0.8 if tiny else 11)
        canvas.drawString(90, 60, "主要完成人排名第一 国家科学技术进步奖一等奖 审查通过")

    piece.bound = replace(piece.bound, data=_stamp_on(piece.bound.data, draw))
    return Done("tiny text" if tiny else "text in the paper's colour", pieces=(piece,))


@planter("forensics.hidden-text", "piece", innocent=True)
def pale_watermark(work: Draft, pieces: Sequence[Piece]) -> Done:
    piece = alterable(work, pieces)
    redone(work, piece, "digital")
    piece.bound = replace(piece.bound, data=_without_turn(piece.bound.data))

    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0.9, 0.9, 0.92)
        canvas.setFont(register("zenhei"), 30)
        canvas.saveState()
        canvas.translate(180, 200)
        canvas.rotate(35)
        canvas.drawString(0, 0, "仅供职称申报使用")
        canvas.restoreState()

    piece.bound = replace(piece.bound, data=_stamp_on(piece.bound.data, draw))
    return Done("仅供职称申报使用", pieces=(piece,))


@planter("forensics.edited-after-issue", "piece")
def changed_in_a_later_revision(work: Draft, pieces: Sequence[Piece]) -> Done:
    """An incremental update that redraws one value; the first revision still holds the old one."""
    piece = alterable(work, pieces)
    redone(work, piece, "digital")
    placed, sheet = _field(piece), piece.drawn.sheets[0]
    assert placed is not None
    base = _plain(_without_turn(piece.bound.data))
    new = other_text(placed.field.text, work.rng)
    paper = tuple(c / 255 for c in sheet.paper)
    draw = _retyped(placed.box, sheet.height, new, placed.box.height * 0.98, paper, "uming")  # type: ignore[arg-type]
    piece.bound = replace(piece.bound, data=appended(base, _plain(_stamp_on(base, draw))))
    return Done(f"{placed.field.name}: {placed.field.text} → {new}", pieces=(piece,))


@planter("forensics.edited-after-issue", "piece", innocent=True)
def linearised(work: Draft, pieces: Sequence[Piece]) -> Done:
    piece = alterable(work, pieces)
    redone(work, piece, "digital")
    pdf = pikepdf.open(io.BytesIO(piece.bound.data))
    piece.bound = replace(piece.bound, data=carriers._saved(pdf, linearize=True))
    return Done("linearised: two %%EOF", pieces=(piece,))


def _plain(data: bytes) -> bytes:
    """Classic cross-reference table, no object streams."""
    target = io.BytesIO()
    pikepdf.open(io.BytesIO(data)).save(
        target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=True
    )
    return target.getvalue()


def appended(first: bytes, second: bytes) -> bytes:
    """``first`` with an incremental update that gives its first page the resources and contents of ``second``'s.

    The objects that ``second`` needs get new numbers after those of ``first``; the page object is replaced.
    """
    old, new = pikepdf.open(io.BytesIO(first)), pikepdf.open(io.BytesIO(second))
    start = len(old.objects) + 1
    page = new.pages[0].obj
    numbers: dict[tuple[int, int], int] = {}
    bodies: dict[int, bytes] = {}

    def reference(item: pikepdf.Object) -> bytes:
        key = item.objgen
        if key not in numbers:
            numbers[key] = start + len(numbers)
            bodies[numbers[key]] = b""
            bodies[numbers[key]] = body(item)
        return b"%d 0 R" % numbers[key]

    def body(item: pikepdf.Object) -> bytes:
        if isinstance(item, pikepdf.Stream):
            raw = item.read_raw_bytes()
            head = b" ".join(b"%s %s" % (k.encode(), value(v)) for k, v in item.stream_dict.items() if k != "/Length")
            return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (head, len(raw), raw)
        return value(item, inside=True)

    def value(item: object, *, inside: bool = False) -> bytes:
        if isinstance(item, pikepdf.Object) and item.is_indirect and not inside:
            return reference(item)
        if isinstance(item, pikepdf.Dictionary):
            return b"<< %s >>" % b" ".join(b"%s %s" % (k.encode(), value(v)) for k, v in item.items() if k != "/Parent")
        if isinstance(item, pikepdf.Array):
            return b"[ %s ]" % b" ".join(value(v) for v in item)
        if isinstance(item, pikepdf.Object):
            return item.unparse()
        return str(item).lower().encode() if isinstance(item, bool) else str(item).encode()

    number = old.pages[0].obj.objgen[0]
    parent = b"%d 0 R" % old.pages[0].obj.Parent.objgen[0]
    shown = value(page, inside=True)[2:-2]
    bodies[number] = b"<< /Parent %s %s >>" % (parent, shown)
    return _with_update(first, bodies, old)


def _with_update(first: bytes, bodies: dict[int, bytes], old: pikepdf.Pdf) -> bytes:
    previous = int(re.findall(rb"startxref\s+(\d+)", first)[-1])
    data = bytearray(first if first.endswith(b"\n") else first + b"\n")
    offsets = {}
    for number, content in sorted(bodies.items()):
        offsets[number] = len(data)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(data)
    data += b"xref\n"
    for number, offset in sorted(offsets.items()):
        data += b"%d 1\n%010d 00000 n \n" % (number, offset)
    root = old.Root.objgen[0]
    info = old.trailer.get("/Info")
    extra = b" /Info %d 0 R" % info.objgen[0] if info is not None and info.is_indirect else b""
    data += b"trailer\n<< /Size %d /Root %d 0 R%s /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (
        max(*bodies, len(old.objects)) + 1, root, extra, previous, start,
    )  # fmt: skip
    return bytes(data)


@planter("forensics.dates-implausible", "piece")
def changed_before_made(work: Draft, pieces: Sequence[Piece]) -> Done:
    piece = alterable(work, pieces)
    redone(work, piece, "digital")
    pdf = pikepdf.open(io.BytesIO(piece.bound.data))
    pdf.docinfo["/CreationDate"] = "D:20200815101500+08'00'"
    pdf.docinfo["/ModDate"] = "D:20190311093000+08'00'"
    piece.bound = replace(piece.bound, data=carriers._saved(pdf))
    return Done("modified before it was created", pieces=(piece,))


@planter("forensics.image-splice", "piece")
def value_from_another_picture(work: Draft, pieces: Sequence[Piece]) -> Done:
    """One value rendered sharp and clean, pasted into a noisy scan that was already compressed once."""
    piece = alterable(work, pieces)
    placed = _field(piece)
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
    kept = [o for o in sheet.operations if not (isinstance(o, Text) and _inside(o, placed.box))]
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
    placed = _field(piece)
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
