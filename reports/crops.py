"""Pictures of the places a finding speaks of: cut from the page, redacted, framed, upright."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from checks.base import Pictures
from checks.records import Evidence
from ingest.geometry import Box, union
from ingest.records import Dossier, Page, Word
from reports.masking import Masker

Pixels = NDArray[np.uint8]

DPI = 144
THUMBNAIL_DPI = 60
_ORDINARY = 842.0  # points: the long side of A4
_MARGIN = 28.0  # points of context on each side of the box
_LEAST = (330.0, 96.0)  # points: a crop is at least this wide and high, as far as the page goes
_FRAME = (192, 0, 0)
_PAINT = (96, 96, 96)
_QUALITY = 82
_ADDRESS_LABEL = re.compile(r"住\s*址\s*[:：]?\s*")


class Crop(msgspec.Struct, frozen=True, kw_only=True):
    """A JPEG picture of a place; ``width`` and ``height`` in pixels, ``points`` its width on a page
    of ordinary size."""

    data: bytes
    width: int
    height: int
    points: float


class Cutter:
    """Cuts crops out of one dossier's pages."""

    def __init__(self, dossier: Dossier, pictures: Pictures, masker: Masker, identity_boxes: Iterable[Evidence] = ()):
        self._pages = {(page.file, page.number): page for page in dossier.pages}
        self._pictures = pictures
        self._masker = masker
        self._known: dict[tuple[str, int], list[Box]] = {}
        for place in identity_boxes:
            if place.bbox is not None:
                self._known.setdefault((place.file, place.page), []).append(place.bbox)

    def cut(self, file: str, number: int, boxes: Sequence[Box] = ()) -> Crop | None:
        """The part of a page around ``boxes`` (in the page as displayed), each framed; the whole page, small, when
        there are none; None when there is no page to show.
        """
        page = self._pages.get((file, number))
        if page is None or page.width <= 0 or page.height <= 0:
            return None
        size = max(page.width, page.height) / _ORDINARY
        dpi = round((DPI if boxes else THUMBNAIL_DPI) / max(size, 1.0)) or 1
        try:
            pixels = self._pictures.page(file, number, dpi)
        except LookupError:
            return None
        scale = pixels.shape[1] / page.width
        window = _window(union(boxes) if boxes else None, page, max(size, 1.0))
        cut = _slice(pixels, window, scale).copy()
        for box in self.hidden_boxes(page):
            _fill(cut, _moved(box, window), scale)
        for box in boxes:
            _frame(cut, _moved(box, window), scale)
        upright = np.ascontiguousarray(np.rot90(cut, -(page.turn // 90)))
        return _encoded(upright, upright.shape[1] / scale / max(size, 1.0))

    def hidden_boxes(self, page: Page) -> list[Box]:
        """The boxes, in the page as displayed, of everything on ``page`` that is not to be seen."""
        if self._masker.unmask and not self._masker.names:
            return []
        lines = _lines(page.words)
        boxes = [box for line in lines for box in _hidden_in_line(line, page, self._masker)]
        if not self._masker.unmask:
            boxes += [page.displayed(word.box.padded(1.0)) for word in _address_ends(lines)]
            boxes += [page.displayed(mark.box) for mark in page.marks if mark.text and self._masker.hidden(mark.text)]
            boxes += [_inner(box) for box in self._known.get((page.file, page.number), [])]
        return boxes


def _lines(words: Sequence[Word]) -> list[list[Word]]:
    """Words of equal height on the page, left to right."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (w.box.center[1], w.box.x0)):
        middle = word.box.center[1]
        home = lines[-1] if lines else None
        if home and abs(home[0].box.center[1] - middle) < 0.5 * min(home[0].box.height, word.box.height):
            home.append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda w: w.box.x0) for line in lines]


def _address_ends(lines: list[list[Word]]) -> Iterator[Word]:
    """The words of the lines on which a home address goes on: below its first line, beginning where that began."""
    for number, line in enumerate(lines):
        left = _address_begins(line)
        if left is None:
            continue
        above = line[0].box
        for following in lines[number + 1 : number + 3]:
            first = following[0].box
            if abs(first.x0 - left) > 1.5 * first.height or first.y0 - above.y1 > 1.5 * first.height:
                break
            yield from following
            above = first


def _address_begins(line: list[Word]) -> float | None:
    """Where the address after a label 住址 begins, as x; None where the line has no such label or nothing after it."""
    text = " ".join(word.text for word in line)
    label = _ADDRESS_LABEL.search(text)
    if label is None:
        return None
    at = 0
    for word in line:
        if at + len(word.text) > label.end():
            start = max(label.end() - at, 0)
            return word.span(start, len(word.text)).x0
        at += len(word.text) + 1
    return None


def _hidden_in_line(line: list[Word], page: Page, masker: Masker) -> list[Box]:
    text = " ".join(word.text for word in line)
    boxes: list[Box] = []
    for span in masker.hidden(text):
        at = 0
        for word in line:
            start, end = max(span.start - at, 0), min(span.end - at, len(word.text))
            if start < end:
                tight = word.span(start, end)
                boxes.append(page.displayed(tight.padded(min(2.0, 0.12 * tight.height))))
            at += len(word.text) + 1
    return boxes


def _inner(box: Box) -> Box:
    """The part of an identity number's box between its first three and last four of eighteen characters."""
    if box.width >= box.height:
        unit = box.width / 18
        return Box(box.x0 + 3 * unit, box.y0, box.x1 - 4 * unit, box.y1)
    unit = box.height / 18
    return Box(box.x0, box.y0 + 3 * unit, box.x1, box.y1 - 4 * unit)


def _window(box: Box | None, page: Page, size: float) -> Box:
    """The part of the page to show: the box with room around it, no smaller than is readable. ``size`` is how many
    times larger than A4 the page is: on a photograph without resolution everything is."""
    whole = Box(0.0, 0.0, page.width, page.height)
    if box is None:
        return whole
    least = _LEAST if page.turn % 180 == 0 else (_LEAST[1], _LEAST[0])
    room = box.padded(_MARGIN * size)
    x0, x1 = _stretch(room.x0, room.x1, least[0] * size, page.width)
    y0, y1 = _stretch(room.y0, room.y1, least[1] * size, page.height)
    return Box(x0, y0, x1, y1)


def _stretch(low: float, high: float, least: float, limit: float) -> tuple[float, float]:
    missing = max(least - (high - low), 0.0) / 2
    low, high = low - missing, high + missing
    shift = max(-low, 0.0) - max(high - limit, 0.0)
    return max(low + shift, 0.0), min(max(high + shift, 1.0), limit)


def _slice(pixels: Pixels, window: Box, scale: float) -> Pixels:
    x0, y0 = int(window.x0 * scale), int(window.y0 * scale)
    return pixels[y0 : max(int(window.y1 * scale), y0 + 1), x0 : max(int(window.x1 * scale), x0 + 1)]


def _moved(box: Box, window: Box) -> Box:
    return Box(box.x0 - window.x0, box.y0 - window.y0, box.x1 - window.x0, box.y1 - window.y0)


def _corners(box: Box, scale: float, shape: tuple[int, ...]) -> tuple[int, int, int, int]:
    x0, x1 = sorted(min(max(round(x * scale), 0), shape[1]) for x in (box.x0, box.x1))
    y0, y1 = sorted(min(max(round(y * scale), 0), shape[0]) for y in (box.y0, box.y1))
    return x0, y0, x1, y1


def _fill(pixels: Pixels, box: Box, scale: float) -> None:
    x0, y0, x1, y1 = _corners(box, scale, pixels.shape)
    pixels[y0:y1, x0:x1] = _PAINT


def _frame(pixels: Pixels, box: Box, scale: float) -> None:
    x0, y0, x1, y1 = _corners(box.padded(2.5), scale, pixels.shape)
    thick = max(round(1.2 * scale), 1)
    pixels[y0 : y0 + thick, x0:x1] = _FRAME
    pixels[max(y1 - thick, 0) : y1, x0:x1] = _FRAME
    pixels[y0:y1, x0 : x0 + thick] = _FRAME
    pixels[y0:y1, max(x1 - thick, 0) : x1] = _FRAME


def _encoded(pixels: Pixels, points: float) -> Crop:
    import cv2

    most = 1100
    if max(pixels.shape[:2]) > most:
        factor = most / max(pixels.shape[:2])
        pixels = cv2.resize(pixels, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA).astype(np.uint8)
    done, data = cv2.imencode(".jpg", pixels[:, :, ::-1], [cv2.IMWRITE_JPEG_QUALITY, _QUALITY])
    if not done:
        raise ValueError(f"no JPEG of {pixels.shape}")
    return Crop(data=data.tobytes(), width=pixels.shape[1], height=pixels.shape[0], points=points)
