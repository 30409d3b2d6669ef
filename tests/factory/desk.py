"""Where one document is drawn: its sheets, fonts, date style, and the draw of lots that its layout follows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import TypeVar

from tests.factory import dates, ornaments
from tests.factory.facts import FACTS
from tests.factory.fonts import FACES, FontSet
from tests.factory.sheet import A4, Colour, Field, Fields, Sheet

T = TypeVar("T")
Value = str | tuple[str, ...]
Content = Mapping[str, object]
ISO = re.compile(r"\d{4}(-\d{2}){1,2}")


@dataclass
class Desk:
    type: str
    rng: Random
    fonts: FontSet
    style: str
    held_out: bool = False
    sheets: list[Sheet] = field(default_factory=list)

    def page(self, width: float = A4[0], height: float = A4[1], paper: Colour = (255, 255, 255)) -> Sheet:
        self.sheets.append(Sheet(self.fonts, width, height, paper))
        return self.sheets[-1]

    def choose(self, common: Sequence[T], held_out: Sequence[T] = ()) -> T:
        """One of the common wordings, or one of those held out (where there are any) when evaluating."""
        return self.rng.choice(tuple(held_out) if self.held_out and held_out else tuple(common))

    def chance(self, probability: float) -> bool:
        return self.rng.random() < probability

    def date(self, iso: str) -> str:
        return dates.printed(iso, self.style)

    def fields(self, content: Content, item: int = 0, **texts: str) -> dict[str, Field]:
        """A field for every text of ``content``; ISO dates are printed in the document's style, ``texts`` override."""
        known = FACTS[self.type]
        made = {}
        for key, value in content.items():
            if key.startswith("_") or not isinstance(value, str | tuple):
                continue
            made[key] = Field(key if key in known else "", value, texts.get(key) or self._text(value), item)
        return made

    def _text(self, value: Value) -> str:
        if isinstance(value, tuple):
            return "、".join(value)
        return self.date(value) if ISO.fullmatch(value) else value

    def seal(
        self, sheet: Sheet, content: Content, issuer: str, x: float, y: float, *, size: str = "unit", below: str = ""
    ) -> None:
        """The issuer's seal, unless the plan leaves it out."""
        if not content.get("_no_seal"):
            faces = ("sungti", "microhei") if self.held_out else ("serif-bold", "uming", "serif")
            present = tuple(f for f in faces if FACES[f].file.exists()) or ("uming",)
            ornaments.stamp(
                sheet, str(content.get("_seal", issuer)), x, y, self.rng, size=size, below=below, faces=present
            )

    def sign(self, sheet: Sheet, content: Content, role: str, name: str, x: float, top: float) -> None:
        ornaments.sign(sheet, role, name, x, top, self.rng, written=not content.get("_no_signature"))


def merged(*several: Fields) -> dict[str, Field]:
    """Fields of several sources under one roof; later ones win."""
    result: dict[str, Field] = {}
    for fields in several:
        result.update(fields)
    return result


def numbered(fields: Fields, item: int) -> dict[str, Field]:
    """Keys of a row's fields made unique: ``year`` becomes ``year_3``."""
    return {f"{key}_{item}": value for key, value in fields.items()}
