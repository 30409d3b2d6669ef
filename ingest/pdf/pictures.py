"""Pages of text with pictures on them: what the pictures say, and what is stamped on the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from ingest.geometry import Box, union
from ingest.ocr.base import Engine, Picture, Quad
from ingest.ocr.codes import codes
from ingest.ocr.frames import given
from ingest.ocr.page import read_lines
from ingest.ocr.ring import read_seal
from ingest.ocr.seals import find_seals, without_seals
from ingest.records import Page, Word

_LARGE = 0.12  # of the page: a picture that may carry print
_SCAN = 0.5  # of the page: together they may be all there is
_LITTLE = 120  # characters of text that a scan may carry besides: a footer, a page number, a watermark
_INSIDE = 0.65  # of the page: what lies within its margins
_LEADED = 1.6  # height of a line with its leading, in heights of its print
_MOST = 0.4  # of what the text leaves free: a smaller picture is a figure among text
_OUTWEIGHS = 2.0  # of the room that text takes: a smaller picture goes with the text, a larger one is the matter
_TILED = 0.99  # of the area around them: pictures that fill as much are pieces of one
_SAID = 0.6  # of a line's characters
_LONGEST = 960


def coverage(page: Page) -> float:
    """The share of the page that its pictures take together, strips and tiles counted as one."""
    boxes = [mark.box for mark in page.marks if mark.kind == "picture"]
    whole = page.width * page.height
    if not boxes or whole <= 0:
        return 0.0
    if len(boxes) == 1 or sum(box.area for box in boxes) < 0.5 * union(boxes).area:
        return max(box.area for box in boxes) / whole
    return min(union(boxes).area / whole, 1.0)


def is_scan(page: Page) -> bool:
    """Whether the page is a picture with hardly any text of its own."""
    return coverage(page) >= _SCAN and sum(len(word.text) for word in page.words) < _LITTLE


def carries_print(page: Page) -> bool:
    """Whether a picture on a page of text has to be read: the page says little besides, or the picture is its main
    matter, as a pasted certificate is. Figures among text, however many, are not read."""
    whole, largest = page.width * page.height, _largest(page)
    if whole <= 0 or largest < _LARGE * whole:
        return False
    printed = sum(word.box.area for word in page.words) * _LEADED
    little = sum(len(word.text) for word in page.words) < _LITTLE
    return little or largest >= max(_MOST * (_INSIDE * whole - printed), _OUTWEIGHS * printed)


def _largest(page: Page) -> float:
    """Square points of the largest picture, or of all when they are strips or tiles of one."""
    boxes = [mark.box for mark in page.marks if mark.kind == "picture"]
    if not boxes:
        return 0.0
    around, together = union(boxes).area, sum(box.area for box in boxes)
    tiled = _TILED * around <= together <= around / _TILED  # figures of layers lie one on the other
    return around if tiled else max(box.area for box in boxes)


def with_pictures_read(page: Page, picture: Picture, engine: Engine) -> Page:
    """A page of text with what its large pictures say, and with its seals and codes; ``picture`` is the page as
    displayed. Words of the text layer stay; OCR adds only what does not stand in it."""
    view = given(picture).turned(page.turn // 90)
    scale = page.width / picture.shape[1]
    seals = find_seals(view.picture)
    added: tuple[Word, ...] = ()
    if carries_print(page):
        cleared = without_seals(view.picture, seals)
        quads = _in_pictures(engine.detect(cleared, _LONGEST), page, scale)
        added = tuple(word for word in read_lines(cleared, quads, scale, engine) if not _told(word, page.words))
    printed = [word.text for word in (*page.words, *added) if not word.slanted]
    stamped = [mark for seal in seals if (mark := read_seal(view.picture, seal, scale, engine, printed)) is not None]
    return msgspec.structs.replace(
        page,
        words=(*page.words, *added),
        marks=(*page.marks, *stamped, *codes(view.picture, scale)),
        source="mixed" if added else page.source,
    )


def _in_pictures(quads: Sequence[Quad], page: Page, scale: float) -> list[Quad]:
    boxes = [mark.box for mark in page.marks if mark.kind == "picture"]
    return [quad for quad in quads if any(_inside(quad, box, scale) for box in boxes)]


def _inside(quad: Quad, box: Box, scale: float) -> bool:
    x, y = (float(value) * scale for value in quad.mean(axis=0))
    return box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1


def _told(word: Word, words: Sequence[Word]) -> bool:
    """Whether the text layer says it: it fills the place, or holds most of the line's characters there, parted by the
    white of a table's row."""
    beneath = [other for other in words if word.box.intersection(other.box) > 0.5 * other.box.area]
    said = Counter("".join(other.text for other in beneath))
    known = sum((Counter(word.text.replace(" ", "")) & said).values())
    filled = sum(word.box.intersection(other.box) for other in words) > 0.3 * word.box.area
    return filled or known >= _SAID * len(word.text.replace(" ", ""))
