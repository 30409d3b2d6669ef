"""Pictures of pages as displayed, drawn when asked for and kept for a while."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from ingest import image
from ingest.errors import UnreadableFile
from ingest.limits import Limits
from ingest.records import Dossier, Page, SourceFile

_KEPT_BYTES = 192 * 2**20
_LIMITS = Limits()


class PageStore:
    """Draws pages of one dossier. Keeps the latest pictures, together at most ``kept_bytes``; not thread-safe."""

    def __init__(self, dossier: Dossier, *, limits: Limits = _LIMITS, kept_bytes: int = _KEPT_BYTES) -> None:
        self._files = {file.name: file for file in dossier.files}
        self._pages = {(page.file, page.number): page for page in dossier.pages}
        self._limits = limits
        self._kept_bytes = kept_bytes
        self._kept: OrderedDict[tuple[str, int, int], NDArray[np.uint8]] = OrderedDict()

    def page(self, file: str, number: int, dpi: int) -> NDArray[np.uint8]:
        """The page as displayed, height by width by 3, RGB, read-only. Raises LookupError when it cannot be drawn."""
        key = (file, number, dpi)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        page, source = self._pages.get((file, number)), self._files.get(file)
        if page is None or source is None or (page.problem and page.problem.kind in ("crashed", "timeout")):
            raise LookupError(f"page {number} of {file} cannot be drawn")
        try:
            picture = self._drawn(source, page, dpi)
        except (UnreadableFile, OSError, ValueError, MemoryError) as error:
            raise LookupError(f"page {number} of {file} cannot be drawn: {error}") from error
        picture.flags.writeable = False
        self._keep(key, picture)
        return picture

    def _keep(self, key: tuple[str, int, int], picture: NDArray[np.uint8]) -> None:
        self._kept[key] = picture
        while len(self._kept) > 1 and sum(kept.nbytes for kept in self._kept.values()) > self._kept_bytes:
            self._kept.popitem(last=False)

    def _drawn(self, source: SourceFile, page: Page, dpi: int) -> NDArray[np.uint8]:
        path = Path(source.path)
        if source.kind == "pdf":
            from ingest.pdf.document import opened
            from ingest.pdf.render import rendered

            with opened(path) as document:
                return rendered(document[page.number - 1], dpi, self._limits)
        if source.kind == "image":
            with image.opened(path, self._limits) as opened_image:
                return _scaled(image.decoded(opened_image, page.number, self._limits), page, dpi, self._limits)
        if source.kind == "docx":
            from ingest import word_document

            return _scaled(word_document.picture(path, page, self._limits), page, dpi, self._limits)
        if source.kind == "ofd" and page.source != "text":
            from ingest.ofd import carrier

            return carrier.picture(path, page, dpi, self._limits)
        raise LookupError(f"pages of running text in {source.kind} files have no picture")


def _scaled(picture: NDArray[np.uint8], page: Page, dpi: int, limits: Limits) -> NDArray[np.uint8]:
    width, height = max(round(page.width * dpi / 72), 1), max(round(page.height * dpi / 72), 1)
    shrink = min(1.0, (limits.render_pixels / (width * height)) ** 0.5)
    size = max(round(width * shrink), 1), max(round(height * shrink), 1)
    smaller = size[0] < picture.shape[1]
    resized = cv2.resize(picture, size, interpolation=cv2.INTER_AREA if smaller else cv2.INTER_LINEAR)
    return np.asarray(resized, dtype=np.uint8)
