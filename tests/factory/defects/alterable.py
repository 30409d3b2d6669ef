"""Which certificates of a dossier may be altered, on which carrier, and into what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

import pikepdf

from tests.factory import carriers, scans
from tests.factory.carriers import Bound
from tests.factory.defects.registry import CannotPlantError
from tests.factory.dossier import Draft, Piece
from tests.factory.drawing import draw as draw_item
from tests.factory.sheet import Placed

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


def stored_upright(work: Draft, piece: Piece) -> None:
    """The scan again, its pixels stored upright, so that overlays need no turning."""
    pages = carriers.scanned_pages(piece.drawn, desk_scan(work), Random(f"flat:{work.options.seed}"))
    pdf = pikepdf.new()
    for page in pages:
        carriers._add_picture_page(pdf, page, 0, b"")
    carriers._sign_maker(pdf, "Canon", "Canon", carriers.made_on(piece.drawn, work.life.filed, work.rng))
    leaves = tuple(carriers.Leaf(*page.size, page.place) for page in pages)
    piece.bound = Bound(carriers._saved(pdf), ".pdf", leaves, "scan-pdf")


def alterable(work: Draft, pieces: Sequence[Piece]) -> Piece:
    """A certificate whose file may be exchanged; a separate file is needed (no bundle)."""
    found = [p for p in pieces if p.item.type in ALTERABLE and len(p.drawn.sheets) == 1 and field_of(p)]
    found = [p for p in found if not any(p is q for q in work.touched)]
    found = [p for p in found if not any(p.item is i for i in work.changed)]
    found = [p for p in found if p.item.content.get("person_name", work.life.name) == work.life.name]
    if not found:
        raise CannotPlantError("no certificate to alter")
    piece: Piece = work.rng.choice(found)
    work.touched.append(piece)
    return piece


def field_of(piece: Piece) -> Placed | None:
    """A field worth altering, on the first page."""
    placed = [p for p in piece.drawn.sheets[0].placed if p.field.name.split("|")[0] in FIELDS and p.box.height < 40]
    dated = [p for p in placed if any(c.isdecimal() for c in p.field.text)]
    return (dated or placed or [None])[0]


def other_text(text: str, rng: Random) -> str:
    """The same text with one digit changed, or with other characters where there is none."""
    places = [i for i, c in enumerate(text) if c.isdecimal()]
    if places:
        dated = re.match(r"\D*\d{4}\s*[年./-]", text)
        place = places[3] if dated else rng.choice(places[-4:])
        digit = rng.choice([d for d in "123456789" if d != text[place]])
        return text[:place] + digit + text[place + 1 :]
    swaps = str.maketrans("三二四五六七八九男女", "一一三三五五六六女男")
    return text.translate(swaps) if text.translate(swaps) != text else text[::-1]
