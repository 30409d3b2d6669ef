"""Pictures as files: sizes before decoding, EXIF orientation, several frames, colour into RGB."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError
from PIL.Image import DecompressionBombError, DecompressionBombWarning

from ingest.errors import UnreadableFile
from ingest.limits import Limits
from ingest.ocr.base import Picture

_SANE_DPI = (50.0, 1200.0)


@contextmanager
def opened(path: Path, limits: Limits) -> Iterator[Image.Image]:
    """The picture, not decoded yet. Raises UnreadableFile: damaged, or more pixels than ``limits`` allow."""
    _register_heif()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DecompressionBombWarning)
            image = Image.open(path)
    except DecompressionBombError as error:
        raise UnreadableFile("too_large", str(error)) from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise UnreadableFile("damaged", f"not a readable picture: {error}") from error
    with image:
        _check_size(image, limits)
        yield image


def _check_size(image: Image.Image, limits: Limits) -> None:
    if image.width * image.height > limits.pixels:
        megapixels = image.width * image.height / 1e6
        raise UnreadableFile("too_large", f"{megapixels:.0f} megapixels; at most {limits.pixels / 1e6:.0f} are read")


def frame_count(image: Image.Image) -> int:
    """How many pages a picture file has; 1 for animations, of which the first frame is the page."""
    return int(getattr(image, "n_frames", 1)) if image.format in ("TIFF", "MPO") and image.format != "MPO" else 1


def decoded(image: Image.Image, number: int, limits: Limits) -> Picture:
    """Page ``number`` (from 1) upright after EXIF, RGB on white. Raises UnreadableFile when it cannot be decoded."""
    try:
        image.seek(number - 1)
        _check_size(image, limits)
        return _rgb(ImageOps.exif_transpose(image) or image)
    except (OSError, ValueError, SyntaxError, EOFError, IndexError) as error:
        raise UnreadableFile("damaged", f"the picture cannot be decoded: {error}") from error


def _rgb(image: Image.Image) -> Picture:
    if image.mode in ("I;16", "I;16B", "I;16L", "I", "F"):
        return _from_deep(np.asarray(image, dtype=np.float64))
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        layer = image.convert("RGBA")
        white = Image.new("RGBA", layer.size, (255, 255, 255, 255))
        image = Image.alpha_composite(white, layer)
    return np.asarray(image.convert("RGB"))


def _from_deep(values: np.ndarray) -> Picture:
    top = float(values.max()) if values.size else 1.0
    grey = np.clip(values * (255.0 / (65535.0 if top > 255 else 255.0)), 0, 255).astype(np.uint8)
    return np.repeat(grey[:, :, None], 3, axis=2)


def points_per_pixel(image: Image.Image) -> float:
    """From the stored resolution where it is sane (50 to 1200 dpi), else one point a pixel."""
    dpi = image.info.get("dpi")
    try:
        value = float(dpi[0]) if dpi else 0.0
    except (TypeError, ValueError, IndexError, ZeroDivisionError):
        value = 0.0
    low, high = _SANE_DPI
    return 72.0 / value if low <= value <= high else 1.0


def _register_heif() -> None:
    if "HEIF" not in Image.OPEN:
        import pillow_heif

        pillow_heif.register_heif_opener()
