"""The printed characters of a page as arrays, one row a character, so that no object is made for each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray


class Style(NamedTuple):
    """What all characters of one text object share."""

    font: str
    size: float  # points, as drawn
    quarter: int  # direction of reading as displayed, clockwise quarter turns; -1 for any other angle
    invisible: bool
    embedded: bool
    unmapped: bool  # the font does not say which characters its first glyph here stands for


class Char(NamedTuple):
    """One printed character: along the line as wide as the pen moves, across it as high as its ink.
    ``gap`` says that white space stands before it in the text."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    style: Style
    gap: bool


class Chars(msgspec.Struct, frozen=True):
    """``Char`` by ``Char`` in the order of the content: ``text`` has n characters, ``boxes`` is 4 by n (x0, y0, x1, y1
    in points), ``style`` has n indices into ``styles``, ``gap`` n truth values."""

    text: str
    boxes: NDArray[np.float64]
    style: NDArray[np.intp]
    styles: tuple[Style, ...]
    gap: NDArray[np.bool_]

    @classmethod
    def of(cls, chars: Iterable[Char]) -> Chars:
        """The same from single characters."""
        rows = list(chars)
        styles = {style: index for index, style in enumerate(dict.fromkeys(char.style for char in rows))}
        return cls(
            "".join(char.text for char in rows),
            np.array([char[1:5] for char in rows], np.float64).reshape(-1, 4).T,
            np.array([styles[char.style] for char in rows], np.intp),
            tuple(styles),
            np.array([char.gap for char in rows], np.bool_),
        )

    def __len__(self) -> int:
        return len(self.text)

    def counts(self) -> dict[Style, int]:
        """How many characters stand in each style."""
        numbers = np.bincount(self.style, minlength=len(self.styles)).tolist()
        return {style: number for style, number in zip(self.styles, numbers, strict=True) if number}

    def turned(self, turn: int, width: float, height: float) -> Chars:
        """These characters of a page, ``width`` by ``height`` as displayed, in the frame reached by ``turn``."""
        x0, y0, x1, y1 = self.boxes
        match turn:
            case 90:
                boxes = (height - y1, x0, height - y0, x1)
            case 180:
                boxes = (width - x1, height - y1, width - x0, height - y0)
            case 270:
                boxes = (y0, width - x1, y1, width - x0)
            case _:
                return self
        return msgspec.structs.replace(self, boxes=np.stack(boxes))


def main_quarter(styles: dict[Style, int]) -> int:
    """The direction most characters are read in, clockwise quarter turns from upright."""
    votes: dict[int, int] = {}
    for style, count in styles.items():
        if style.quarter >= 0:
            votes[style.quarter] = votes.get(style.quarter, 0) + count
    return max(votes, key=votes.__getitem__) if votes else 0
