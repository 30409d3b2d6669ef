"""A closer reading of a small piece of a page, to confirm or correct a first one."""

from __future__ import annotations

import cv2
import msgspec
import numpy as np

from ingest.geometry import Box
from ingest.ocr.base import Engine, Picture
from ingest.ocr.page import read_picture
from ingest.records import Word

_MARGIN = 24  # pixels of paper around the crop: detection needs some
_SMALL = 96  # a crop lower than this is enlarged


def read_closer(crop: Picture, engine: Engine) -> tuple[Word, ...]:
    """Reads ``crop`` enlarged where it is small, with a margin; boxes are in pixels of ``crop``."""
    height, width = crop.shape[:2]
    if not height or not width:
        return ()
    factor = min(max(1.0, _SMALL / height), 4.0)
    large = crop
    if factor > 1:
        large = np.asarray(cv2.resize(crop, None, fx=factor, fy=factor, interpolation=cv2.INTER_CUBIC), dtype=np.uint8)
    framed = np.pad(large, ((_MARGIN, _MARGIN), (_MARGIN, _MARGIN), (0, 0)), mode="edge")
    reading = read_picture(framed, 1 / factor, engine)
    return tuple(_shifted(word, _MARGIN / factor) for word in reading.words)


def _shifted(word: Word, by: float) -> Word:
    box = Box(word.box.x0 - by, word.box.y0 - by, word.box.x1 - by, word.box.y1 - by)
    return msgspec.structs.replace(word, box=box, edges=tuple(edge - by for edge in word.edges))
