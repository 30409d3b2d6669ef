"""A scanned page prepared for looking at its pixels: brightness, paper, print and noise, block by block."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import numpy as np
from numpy.typing import NDArray

from checks.base import Case
from checks.forensics.issued import file_of, pages_of
from extractors.records import Document
from ingest.originals import Original, original
from ingest.records import Page

BLOCK = 8  # pixels: the JPEG block, and the cell in which noise is measured
_PRINT = 40  # grey levels from the paper around it that make a pixel print
_COLOURED = 40  # difference of the colour channels that makes a pixel ink of a seal
_CLIPPED = 253.0  # mean level at which noise is cut off and can no longer be measured
LEAST_NOISE = 0.6  # grey levels: less is what JPEG leaves of it, and says nothing

Grey = NDArray[np.float32]
Mask = NDArray[np.bool_]


class Scanned(msgspec.Struct, frozen=True, kw_only=True):
    """One page. Arrays by block have one value for every ``BLOCK`` by ``BLOCK`` pixels.

    ``noise`` is the root mean square of what a small blur takes away; ``paper`` marks blocks without print whose level
    is not clipped, ``marked`` those with print or a seal, ``printed`` those with print that is no seal's; ``level`` is
    the page's usual noise, 0 where too little of it is left to be measured.
    """

    page: Page
    original: Original
    grey: Grey
    noise: Grey
    paper: Mask
    marked: Mask
    printed: Mask
    level: float


def scanned_pages(case: Case, document: Document) -> Iterator[Scanned]:
    """The document's pages that are one stored picture each, in order; the others are left out."""
    file = file_of(case, document)
    for page in pages_of(case, document) if file else ():
        if page.source in ("ocr", "mixed") and not page.blank:
            try:
                yield prepared(page, original(file, page))  # type: ignore[arg-type]
            except LookupError:
                continue


def prepared(page: Page, picture: Original) -> Scanned:
    """Raises LookupError when the picture is smaller than a few blocks."""
    import cv2

    grey = cv2.cvtColor(picture.pixels, cv2.COLOR_RGB2GRAY).astype(np.float32)
    rows, columns = grey.shape[0] // BLOCK, grey.shape[1] // BLOCK
    if min(rows, columns) < 32:
        raise LookupError(f"page {page.number} of {page.file} is too small")
    residue = grey - cv2.GaussianBlur(grey, (0, 0), 1.2)
    noise = np.sqrt(by_block(residue**2).mean(axis=(1, 3)))
    blocks = by_block(grey)
    lowest, highest, mean = blocks.min(axis=(1, 3)), blocks.max(axis=(1, 3)), blocks.mean(axis=(1, 3))
    ground = cv2.medianBlur(np.clip(mean, 0, 255).astype(np.uint8), 31).astype(np.float32)
    blank = (ground - lowest < _PRINT) & (highest - ground < _PRINT)
    paper = blank & (mean < _CLIPPED) & (mean > 3)
    level = float(np.median(noise[paper])) if paper.mean() > 0.2 else 0.0
    return Scanned(
        page=page,
        original=picture,
        grey=grey,
        noise=noise,
        paper=paper,
        marked=~blank,
        printed=~blank & ~_coloured(picture.pixels),
        level=level if level >= LEAST_NOISE else 0.0,
    )


def _coloured(pixels: NDArray[np.uint8]) -> Mask:
    """Blocks with a seal's ink: JPEG stores colour coarsely, so that brightness is unsteady there."""
    spread = (pixels.max(axis=2) - pixels.min(axis=2)) > _COLOURED
    return np.asarray(by_block(spread.astype(np.float32)).mean(axis=(1, 3)) > 0.03)


def by_block(values: Grey) -> Grey:
    """Height by width as rows, lines in the block, columns, pixels in the line; the ragged edge is cut off."""
    rows, columns = values.shape[0] // BLOCK, values.shape[1] // BLOCK
    return values[: rows * BLOCK, : columns * BLOCK].reshape(rows, BLOCK, columns, BLOCK)


class Region(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of blocks that stands out: left, top, right, bottom in blocks, how many of them, and the share of the
    comparable blocks in that rectangle."""

    x0: int
    y0: int
    x1: int
    y1: int
    count: int
    share: float


def regions(marked: Mask, comparable: Mask) -> list[Region]:
    """Neighbouring marked blocks together (gaps of one closed), the largest first."""
    import cv2

    closed = cv2.morphologyEx(marked.astype(np.uint8), cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(closed, connectivity=8)
    found = []
    for number in range(1, count):
        x, y, width, height, _ = (int(v) for v in stats[number])
        inside = np.s_[y : y + height, x : x + width]
        hits = int((marked[inside] & (labels[inside] == number)).sum())
        share = hits / max(int(comparable[inside].sum()), 1)
        found.append(Region(x0=x, y0=y, x1=x + width, y1=y + height, count=hits, share=share))
    return sorted(found, key=lambda r: (-r.count, r.y0, r.x0))
