"""Names in the order people expect: 2.pdf before 10.pdf."""

from __future__ import annotations

import re
import unicodedata

_NUMBER = re.compile(r"(\d+)")


def natural_key(name: str) -> tuple[tuple[tuple[int, int, str], ...], str]:
    """A sort key: runs of digits compare as numbers, folders before what lies deeper, ties by the name itself."""
    parts: list[tuple[int, int, str]] = []
    for folder in unicodedata.normalize("NFKC", name).casefold().split("/"):
        for piece in _NUMBER.split(folder):
            if piece.isdecimal():
                parts.append((1, int(piece[:18]), piece))
            elif piece:
                parts.append((2, 0, piece))
        parts.append((0, 0, ""))
    return tuple(parts), name
