"""Labels that are printed in English too, after the Chinese one (姓名 Name) or on the line under it."""

from __future__ import annotations

import regex

from extractors.grammar.normal import tight
from extractors.layout import Line, PageView
from ingest.geometry import Box, union

_WORDS = (
    "name|no|number|date|birth|born|sex|gender|issue|issued|issuer|title|level|inventor|patent|patentee|owner|software|"
    "award|awarded|grade|rank|achievement|speciality|specialty|major|degree|school|university|institution|id|certificate|"
    "grant|granted|filing|publication|valid|validity|category|project|person|occupation|skill|type|kind|unit|employer|place|period|education|author|"
    "publisher|department|nationality|address|holder|qualification|authority|score|subject|result|duration|registration|"
    "party|card|position|post|term|start|end|commencing|commencement|expiry|expiration|signature|signing|employee|contract"
)
_KNOWN = regex.compile(rf"(?<![a-z])(?:{_WORDS})(?![a-z])")
_GIVEN = r"[ ]?[/|]?[ ]?[A-Z][A-Za-z .'&/]{1,48}?\.?"
# What may stand between a Chinese label and its value: the same label in English.
TAIL = rf"{_GIVEN}(?:\([A-Za-z]{{1,3}}\))?\s?[::]|{_GIVEN}(?=\t|\s*$)"
_AFTER_HAN = regex.compile(r"(?<=\p{Han}{2})[A-Z][A-Za-z.'()&/]{2,40}:?$")
_LINE = regex.compile(r"[A-Za-z][A-Za-z .'()&/:\t]{1,60}")
_NEAR = 1.4  # of the label's height, that the English line may stand below it, or below the value between them
_LINES = 2


def is_label(text: str) -> bool:
    """Whether English words name what a place holds, in the words that certificates use."""
    spaced = regex.sub(r"(?<=[a-z])(?=[A-Z])", " ", text).lower()
    return bool(_KNOWN.search(spaced))


def without_english(text: str) -> str:
    """Tight ``text`` of a cell without the English form that ends it."""
    return _AFTER_HAN.sub(lambda tail: "" if is_label(tail.group()) else tail.group(), text)


def with_english(view: PageView, index: int, box: Box) -> Box:
    """``box`` of a label on line ``index`` with its English form beneath; the value may stand between the two."""
    for line in view.lines[index + 1 : index + 1 + _LINES]:
        if _is_translation(line) and abs(line.box.x0 - box.x0) < view.em and line.box.y0 - box.y1 < _NEAR * box.height:
            return union((box, line.box))
    return box


def _is_translation(line: Line) -> bool:
    return _LINE.fullmatch(line.text) is not None and is_label(
        regex.sub(r"(?<=[a-z])\s+(?=[a-z])", "", tight(line.text))
    )
