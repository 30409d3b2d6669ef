"""Picture files into pages: one page a frame, read by OCR."""

from __future__ import annotations

from pathlib import Path

from ingest.carrier import Context, Survey, with_reading
from ingest.image import decoded, frame_count, opened, points_per_pixel
from ingest.records import Page

_TURNED = (5, 6, 7, 8)  # EXIF orientations that swap width and height
_ORIENTATION = 0x0112


def survey(path: Path, name: str, context: Context) -> Survey:
    """The sizes of the frames; all pages are left pending. Raises UnreadableFile."""
    with opened(path, context.limits) as image:
        count = frame_count(image)
        pages = []
        for number in range(1, min(count, context.limits.pages) + 1):
            image.seek(number - 1)
            scale = points_per_pixel(image)
            width, height = image.size
            if image.getexif().get(_ORIENTATION) in _TURNED:
                width, height = height, width
            size = round(width * scale, 2), round(height * scale, 2)
            pages.append(Page(file=name, number=number, width=size[0], height=size[1], source="none"))
    numbers = tuple(page.number for page in pages)
    return Survey(kind="image", page_count=count, pages=tuple(pages), pending=numbers)


def read_page(path: Path, page: Page, context: Context) -> Page:
    """``page`` read by OCR. Raises UnreadableFile when it cannot be decoded."""
    from ingest.ocr.page import read_picture

    with opened(path, context.limits) as image:
        picture = decoded(image, page.number, context.limits)
    reading = read_picture(picture, page.width / picture.shape[1], context.engine())
    return with_reading(page, reading)
