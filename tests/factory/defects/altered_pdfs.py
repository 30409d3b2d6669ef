"""Alterations made to finished PDFs, as people make them, and honest traces that resemble them."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pikepdf
from reportlab.pdfgen.canvas import Canvas

from tests.factory import carriers
from tests.factory.defects.alterable import alterable, field_of, other_text, redone, stored_upright
from tests.factory.defects.pdf_edits import appended, inside, plain, retyped, stamped_on, without_turn
from tests.factory.defects.registry import Done, planter
from tests.factory.dossier import Draft, Piece
from tests.factory.fonts import register
from tests.factory.sheet import Text


@planter("forensics.text-overlaid", "piece")
def retyped_on_digital(work: Draft, pieces: Sequence[Piece]) -> Done:
    """A patch in the paper's colour over the old value, the new one typed on it."""
    piece = alterable(work, pieces)
    redone(work, piece, "digital")
    placed = field_of(piece)
    assert placed is not None
    sheet, leaf = piece.drawn.sheets[0], piece.bound.leaves[0]
    if leaf.width != sheet.width:
        piece.bound = replace(
            piece.bound,
            data=without_turn(piece.bound.data),
            leaves=(carriers.Leaf(sheet.width, sheet.height, carriers.same),),
        )
    paper = tuple(c / 255 for c in sheet.paper)
    new = other_text(placed.field.text, work.rng)
    draw = retyped(placed.box, sheet.height, new, placed.box.height * 0.98, paper, work.rng.choice(("uming", "zenhei")))  # type: ignore[arg-type]
    piece.bound = replace(piece.bound, data=stamped_on(piece.bound.data, draw))
    return Done(f"{placed.field.name}: {placed.field.text} → {new}", pieces=(piece,))


@planter("forensics.text-overlaid", "piece")
def typed_over_scan(work: Draft, pieces: Sequence[Piece]) -> Done:
    """A scan as PDF; a white patch and new print over one value."""
    piece = alterable(work, pieces)
    redone(work, piece, "pdf")
    stored_upright(work, piece)
    placed = field_of(piece)
    assert placed is not None
    leaf = piece.bound.leaves[0]
    box, new = leaf.place(placed.box), other_text(placed.field.text, work.rng)
    paper = tuple(c / 255 for c in piece.drawn.sheets[0].paper)
    draw = retyped(box, leaf.height, new, box.height * 0.95, paper, work.rng.choice(("uming", "zenhei")))  # type: ignore[arg-type]
    piece.bound = replace(piece.bound, data=stamped_on(piece.bound.data, draw))
    return Done(f"{placed.field.name}: {placed.field.text} → {new}", pieces=(piece,))


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
    stored_upright(work, piece)
    leaf = piece.bound.leaves[0]

    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0.8, 0.1, 0.1)
        canvas.setFont(register("zenhei"), 11)
        canvas.drawString(leaf.width - 150, 14, "与原件一致")
        canvas.setFillColorRGB(0, 0, 0)
        canvas.drawString(20, 14, f"{work.rng.randrange(1, 90)}")

    piece.bound = replace(piece.bound, data=stamped_on(piece.bound.data, draw))
    return Done("numbered and certified in the margin", pieces=(piece,))


@planter("forensics.font-inconsistent", "piece")
def one_value_in_another_font(work: Draft, pieces: Sequence[Piece]) -> Done:
    """One value of a born-digital paper set in another face and size."""
    piece = alterable(work, pieces)
    redone(work, piece, "digital")
    placed, sheet = field_of(piece), piece.drawn.sheets[0]
    assert placed is not None
    body = sheet.fonts.body
    other = "zenhei" if body not in ("zenhei", "microhei") else "uming"
    for index, operation in enumerate(sheet.operations):
        if isinstance(operation, Text) and inside(operation, placed.box):
            sheet.operations[index] = replace(
                operation, face=other, size=operation.size * 0.93, baseline=operation.baseline - 0.7
            )
    made = carriers.made_on(piece.drawn, work.life.filed, work.rng)
    piece.bound = carriers.digital(piece.drawn, Random(f"font:{work.options.seed}:{piece.id}"), made)
    return Done(f"{placed.field.name} in {other}", pieces=(piece,))


@planter("forensics.hidden-text", "piece")
def white_text(work: Draft, pieces: Sequence[Piece]) -> Done:
    """Words in the paper's colour, or far too small to read, that disagree with what is seen."""
    piece = alterable(work, pieces)
    redone(work, piece, "digital")
    piece.bound = replace(piece.bound, data=without_turn(piece.bound.data))
    sheet = piece.drawn.sheets[0]
    tiny = work.rng.random() < 0.4
    colour = (0, 0, 0) if tiny else tuple(c / 255 for c in sheet.paper)

    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(*colour)
        canvas.setFont(register("uming"), 0.8 if tiny else 11)
        canvas.drawString(90, 60, "主要完成人排名第一 国家科学技术进步奖一等奖 审查通过")

    piece.bound = replace(piece.bound, data=stamped_on(piece.bound.data, draw))
    return Done("tiny text" if tiny else "text in the paper's colour", pieces=(piece,))


@planter("forensics.hidden-text", "piece", innocent=True)
def pale_watermark(work: Draft, pieces: Sequence[Piece]) -> Done:
    piece = alterable(work, pieces)
    redone(work, piece, "digital")
    piece.bound = replace(piece.bound, data=without_turn(piece.bound.data))

    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0.9, 0.9, 0.92)
        canvas.setFont(register("zenhei"), 30)
        canvas.saveState()
        canvas.translate(180, 200)
        canvas.rotate(35)
        canvas.drawString(0, 0, "仅供职称申报使用")
        canvas.restoreState()

    piece.bound = replace(piece.bound, data=stamped_on(piece.bound.data, draw))
    return Done("仅供职称申报使用", pieces=(piece,))


@planter("forensics.edited-after-issue", "piece")
def changed_in_a_later_revision(work: Draft, pieces: Sequence[Piece]) -> Done:
    """An incremental update that redraws one value; the first revision still holds the old one."""
    piece = alterable(work, pieces)
    redone(work, piece, "digital")
    placed, sheet = field_of(piece), piece.drawn.sheets[0]
    assert placed is not None
    base = plain(without_turn(piece.bound.data))
    new = other_text(placed.field.text, work.rng)
    paper = tuple(c / 255 for c in sheet.paper)
    draw = retyped(placed.box, sheet.height, new, placed.box.height * 0.98, paper, "uming")  # type: ignore[arg-type]
    piece.bound = replace(piece.bound, data=appended(base, plain(stamped_on(base, draw))))
    return Done(f"{placed.field.name}: {placed.field.text} → {new}", pieces=(piece,))


@planter("forensics.edited-after-issue", "piece", innocent=True)
def linearised(work: Draft, pieces: Sequence[Piece]) -> Done:
    piece = alterable(work, pieces)
    redone(work, piece, "digital")
    pdf = pikepdf.open(io.BytesIO(piece.bound.data))
    piece.bound = replace(piece.bound, data=carriers._saved(pdf, linearize=True))
    return Done("linearised: two %%EOF", pieces=(piece,))


@planter("forensics.dates-implausible", "piece")
def changed_before_made(work: Draft, pieces: Sequence[Piece]) -> Done:
    piece = alterable(work, pieces)
    redone(work, piece, "digital")
    pdf = pikepdf.open(io.BytesIO(piece.bound.data))
    pdf.docinfo["/CreationDate"] = "D:20200815101500+08'00'"
    pdf.docinfo["/ModDate"] = "D:20190311093000+08'00'"
    piece.bound = replace(piece.bound, data=carriers._saved(pdf))
    return Done("modified before it was created", pieces=(piece,))
