"""The numbers that Word writes before paragraphs of a list (一、 （一） 1.), which stand in no paragraph's text."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VAL = f"{_W}val"
_DIGITS = "零一二三四五六七八九"
_DEEPEST = 8
_PLACE = re.compile(r"%([1-9])")


class _Level(NamedTuple):
    format: str
    text: str
    start: int


class Numbers:
    """Counts the lists of one document; ``label`` must be asked of its paragraphs in their order."""

    def __init__(self, document: Any) -> None:
        numbering = _part(document, "/numbering")
        styles = _part(document, "/styles")
        self._levels = _levels(numbering) if numbering is not None else {}
        self._styled = _styled(styles) if styles is not None else {}
        self._counts: dict[str, dict[int, int]] = {}

    def label(self, paragraph: Any) -> str:
        """What Word shows before the paragraph; "" for no list, a bullet, or a format that is not known."""
        place = self._place(paragraph)
        if place is None:
            return ""
        number, depth = place
        levels = self._levels.get(number, {})
        level = levels.get(depth)
        if level is None or level.format in ("bullet", "none"):
            return ""
        counts = self._counts.setdefault(number, {})
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]
        return _PLACE.sub(lambda m: _shown(levels, counts, int(m.group(1)) - 1), level.text)

    def _place(self, paragraph: Any) -> tuple[str, int] | None:
        """The list and depth a paragraph is set in, by itself or by its style."""
        own = paragraph.find(f"{_W}pPr/{_W}numPr")
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        found = _numbered(own) or (self._styled.get(style.get(_VAL)) if style is not None else None)
        return found if found and found[0] != "0" else None


def _part(document: Any, ending: str) -> Any:
    """The root of a part that the document relates to, None when there is none."""
    for relation in document.part.rels.values():
        if relation.reltype.endswith(ending) and not relation.is_external:
            return getattr(relation.target_part, "element", None)
    return None


def _numbered(properties: Any) -> tuple[str, int] | None:
    number = properties.find(f"{_W}numId") if properties is not None else None
    if number is None:
        return None
    depth = properties.find(f"{_W}ilvl")
    value = depth.get(_VAL, "0") if depth is not None else "0"
    return str(number.get(_VAL)), min(int(value), _DEEPEST) if value.isdecimal() else 0


def _styled(styles: Any) -> dict[str, tuple[str, int]]:
    found = {}
    for style in styles.iter(f"{_W}style"):
        place = _numbered(style.find(f"{_W}pPr/{_W}numPr"))
        if place is not None:
            found[style.get(f"{_W}styleId")] = place
    return found


def _levels(numbering: Any) -> dict[str, dict[int, _Level]]:
    """The levels of every list, by its number."""
    kinds = {kind.get(f"{_W}abstractNumId"): kind for kind in numbering.iter(f"{_W}abstractNum")}
    found: dict[str, dict[int, _Level]] = {}
    for number in numbering.iter(f"{_W}num"):
        kind = number.find(f"{_W}abstractNumId")
        described = kinds.get(kind.get(_VAL)) if kind is not None else None
        if described is not None:
            found[number.get(f"{_W}numId")] = dict(_level(level) for level in described.iter(f"{_W}lvl"))
    return found


def _level(level: Any) -> tuple[int, _Level]:
    def said(name: str, default: str) -> str:
        node = level.find(f"{_W}{name}")
        return default if node is None else str(node.get(_VAL, default))

    start = said("start", "1")
    depth = level.get(f"{_W}ilvl", "0")
    shown = _Level(said("numFmt", "decimal"), said("lvlText", ""), int(start) if start.isdecimal() else 1)
    return int(depth) if depth.isdecimal() else 0, shown


def _shown(levels: dict[int, _Level], counts: dict[int, int], depth: int) -> str:
    level = levels.get(depth, _Level("decimal", "", 1))
    return FORMATS.get(level.format, str)(counts.get(depth, level.start))


def _chinese(number: int) -> str:
    """一 to 九十九 in words, larger numbers in digits."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    return (_DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + (_DIGITS[ones] if ones else "")


FORMATS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(
        ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCountingThousand"), _chinese
    ),
    "lowerLetter": lambda n: chr(96 + n) if 0 < n <= 26 else str(n),
    "upperLetter": lambda n: chr(64 + n) if 0 < n <= 26 else str(n),
    "decimalEnclosedCircle": lambda n: chr(0x245F + n) if 0 < n <= 20 else str(n),
}
