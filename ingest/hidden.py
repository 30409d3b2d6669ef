"""Words on a PDF page that cannot be seen: in the paper's colour, too small to read, outside the page, not painted, or
on a layer that is switched off.

Text that is not painted on a scan is the scanner's OCR layer and is left alone (domain handbook F92).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from ingest.geometry import Box, union
from ingest.open_page import OpenPage
from ingest.overlays import scan_pictures
from ingest.page_objects import Frame, PageObject
from ingest.records import HiddenText

MAX_FOUND = 20  # a page
_LEAST = 4  # characters, so that stray marks and spaces do not count
_TINY = 2.2  # points: nothing printed for readers is as small
_PALE = 190  # mean of the fill colour above which paper may have the same
_CONTRAST = 10  # grey levels within the words' box that still count as blank
_DPI = 100

Why = Literal["paper-coloured", "tiny", "off-page", "invisible", "layer-off"]


def hidden_on(page: OpenPage) -> list[HiddenText]:
    """The hidden words of one page that it does not show elsewhere, at most ``MAX_FOUND`` runs."""
    scanned = bool(scan_pictures(page))
    texts = [o for o in page.objects if o.kind == "text"]
    suspects = [(o, why) for o in texts if (why := _suspected(o, page, scanned=scanned))]
    picture = _picture(page.page) if any(why == "paper-coloured" for _, why in suspects) else None
    unseen = [(o, why) for o, why in suspects if why != "paper-coloured" or _blank(picture, o.box, page.frame)]
    return list(_runs(page, unseen))[:MAX_FOUND]


def _runs(page: OpenPage, unseen: Sequence[tuple[PageObject, Why]]) -> Iterator[HiddenText]:
    everything = "".join(page.text_page.get_text_range().split()) if unseen else ""
    for group, why in _grouped(unseen):
        text = "".join(page.text(o) for o in group)
        bare = "".join(text.split())
        if len(bare) >= _LEAST and everything.count(bare) <= 1:
            box = union([o.box for o in group]).rounded()
            yield HiddenText(page=page.number, box=box, text=text[:300], why=why)


def _suspected(text: PageObject, page: OpenPage, *, scanned: bool) -> Why | None:
    if text.order in page.unseen:
        return "layer-off"
    if not text.visible:
        return None if scanned else "invisible"
    if _outside(text.box, page.frame):
        return "off-page"
    if 0 < text.size < _TINY:
        return "tiny"
    return "paper-coloured" if sum(text.fill) / 3 > _PALE else None


def _outside(box: Box, frame: Frame) -> bool:
    inside = box.x1 > 0 and box.y1 > 0 and box.x0 < frame.width and box.y0 < frame.height
    return not inside and box.area > 0


def _grouped(unseen: Sequence[tuple[PageObject, Why]]) -> Iterator[tuple[list[PageObject], Why]]:
    """Successive objects hidden in the same way and standing on one line, together."""
    group: list[PageObject] = []
    kind: Why = "tiny"
    for text, why in unseen:
        level = bool(group) and abs(group[-1].box.center[1] - text.box.center[1]) < max(text.box.height, 1)
        if group and (why != kind or not level):
            yield group, kind
            group = []
        group.append(text)
        kind = why
    if group:
        yield group, kind


def _picture(page: Any) -> NDArray[np.uint8]:
    width, height = page.get_size()
    scale = min(_DPI / 72, (16e6 / max(width * height, 1)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False)
    return np.asarray(bitmap.to_numpy()).reshape(bitmap.height, -1)[:, : bitmap.width].copy()


def _blank(picture: NDArray[np.uint8] | None, box: Box, frame: Frame) -> bool:
    if picture is None:
        return False
    scale = picture.shape[1] / frame.width
    rows = slice(max(int(box.y0 * scale), 0), max(int(box.y1 * scale) + 1, 0))
    columns = slice(max(int(box.x0 * scale), 0), max(int(box.x1 * scale) + 1, 0))
    part = picture[rows, columns]
    return part.size > 0 and int(part.max()) - int(part.min()) < _CONTRAST
