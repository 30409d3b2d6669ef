"""Items to sheets: one document drawn with its own fonts, date style and layout."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from tests.factory import dates, fonts
from tests.factory.desk import Desk
from tests.factory.plan import Item
from tests.factory.sheet import Sheet
from tests.factory.types import layouts

FORMAL = ("diploma", "degree_certificate", "patent_certificate", "award_certificate", "service_proof", "appointment")


@dataclass(frozen=True)
class Drawn:
    """A document on sheets; ``implied`` facts have a value but no print of their own."""

    item: Item
    layout: str
    sheets: tuple[Sheet, ...]


def draw(item: Item, rng: Random, *, embeddable: bool, held_out: bool) -> Drawn:
    chosen = rng.choice(layouts(item.type, held_out))
    font_set = fonts.pick(rng, embeddable=embeddable, held_out=held_out)
    style = dates.pick_style(rng, held_out=held_out, formal=item.type in FORMAL)
    desk = Desk(item.type, rng, font_set, style, held_out)
    chosen.draw(desk, item.content)
    return Drawn(item, chosen.name, tuple(desk.sheets))
