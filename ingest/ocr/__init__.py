"""Reading pictures of print. ``get_engine`` and ``read_crop`` are what other rooms use."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from ingest.records import Word

if TYPE_CHECKING:
    from ingest.ocr.base import Engine, Picture


@functools.cache
def get_engine(name: str = "rapidocr") -> Engine:
    """The engine of that name, "rapidocr" or "none", loaded once a process. Raises LookupError for another name."""
    if name == "none":
        from ingest.ocr.base import NullEngine

        return NullEngine()
    if name != "rapidocr":
        raise LookupError(f"no OCR engine is called {name!r}; known are 'rapidocr' and 'none'")
    from ingest.ocr.rapid import RapidEngine

    return RapidEngine()


def read_crop(rgb_array: Picture) -> tuple[Word, ...]:
    """A second, closer reading of a crop (height by width by 3, RGB); boxes are in pixels of the crop."""
    from ingest.ocr.closer import read_closer

    return read_closer(rgb_array, get_engine())
