"""What scanners and phones do to a page, and where its boxes go."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from random import Random
from typing import Literal

import cv2
import numpy as np
from PIL import Image

from ingest.geometry import Box, Homography, mapped

Mode = Literal["colour", "grey", "bitonal"]


@dataclass(frozen=True)
class Scan:
    """One way of scanning. ``turn``: clockwise degrees the paper lies turned by; ``perspective`` in page widths."""

    dpi: int = 200
    skew: float = 0.0
    turn: int = 0
    perspective: float = 0.0
    shadow: float = 0.0
    blur: float = 0.0
    noise: float = 0.0
    quality: int = 85
    mode: Mode = "colour"
    dirt: bool = False


def flatbed(rng: Random) -> Scan:
    """An office scanner."""
    return Scan(
        dpi=rng.choice((150, 200, 200, 300)),
        skew=rng.choice((0.0, rng.uniform(-1.2, 1.2), rng.uniform(-3, 3))),
        noise=rng.uniform(0.5, 3),
        blur=rng.choice((0.0, 0.4, 0.6)),
        quality=rng.choice((70, 80, 90)),
        mode=rng.choice(("colour", "colour", "colour", "grey")),
        dirt=rng.random() < 0.3,
    )


def rough(rng: Random) -> Scan:
    """The worst that a clerk still accepts: turned, skewed, grey or bitonal, hard JPEG."""
    mode: Mode = rng.choice(("colour", "grey", "bitonal"))
    return Scan(
        dpi=rng.choice((150, 200)) if mode != "bitonal" else rng.choice((200, 300)),
        skew=rng.uniform(-5, 5),
        turn=rng.choice((0, 0, 90, 180, 270)),
        noise=rng.uniform(1, 6),
        blur=rng.choice((0.0, 0.5, 0.8)),
        quality=rng.choice((40, 50, 60, 75)),
        mode=mode,
        dirt=True,
    )


def phone(rng: Random) -> Scan:
    """A photograph by phone: perspective, shadow, soft focus."""
    return Scan(
        dpi=rng.choice((180, 220)),
        skew=rng.uniform(-3, 3),
        turn=rng.choice((0, 0, 0, 90, 270)),
        perspective=rng.uniform(0.008, 0.03),
        shadow=rng.uniform(0.15, 0.45),
        noise=rng.uniform(2, 5),
        blur=rng.uniform(0.3, 0.9),
        quality=rng.choice((60, 75, 85)),
    )


def illegible(rng: Random) -> Scan:
    """Out of focus and coarse: there is print, but nobody can read it."""
    return Scan(dpi=72, blur=rng.uniform(6, 8), noise=12, quality=20, shadow=0.3)


@dataclass(frozen=True)
class Scanned:
    """The picture, and the map from points on the sheet to points on the displayed picture."""

    image: Image.Image
    frame: Homography
    scan: Scan

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        return self.image.width * 72 / self.scan.dpi, self.image.height * 72 / self.scan.dpi

    def place(self, box: Box) -> Box:
        return mapped(box, self.frame).rounded()

    def jpeg(self) -> bytes:
        target = io.BytesIO()
        self.image.save(target, "JPEG", quality=self.scan.quality, dpi=(self.scan.dpi, self.scan.dpi))
        return target.getvalue()


def scan_page(image: Image.Image, scan: Scan, rng: Random) -> Scanned:
    """``image`` is the perfect picture at ``scan.dpi``."""
    pixels = np.asarray(image)
    matrix = _warp_matrix(image.width, image.height, scan, rng)
    if scan.skew or scan.perspective:
        pad = _pad(image.width, image.height, scan)
        shift = np.array([[1, 0, pad], [0, 1, pad], [0, 0, 1]], dtype="float64")
        matrix = shift @ matrix
        size = (image.width + 2 * pad, image.height + 2 * pad)
        ground = (70, 72, 76) if scan.perspective else (250, 250, 248)
        pixels = cv2.warpPerspective(pixels, matrix, size, flags=cv2.INTER_AREA, borderValue=ground)
    pixels = _degrade(pixels, scan, rng)
    turned = Image.fromarray(pixels)
    if scan.turn:
        matrix = _turn_matrix(turned.width, turned.height, scan.turn) @ matrix
        turned = turned.transpose(
            {90: Image.Transpose.ROTATE_270, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_90}[scan.turn]
        )
    to_pixels = np.diag([scan.dpi / 72, scan.dpi / 72, 1])
    to_points = np.diag([72 / scan.dpi, 72 / scan.dpi, 1])
    frame = (to_points @ matrix @ to_pixels).ravel()
    return Scanned(_mode(turned, scan), tuple(float(v) for v in frame), scan)  # type: ignore[arg-type]


def _pad(width: int, height: int, scan: Scan) -> int:
    reach = abs(np.sin(np.radians(scan.skew))) * max(width, height) / 2 + scan.perspective * width
    return int(reach * 0.9) + 6


def _warp_matrix(width: int, height: int, scan: Scan, rng: Random) -> np.ndarray:
    turned = cv2.getRotationMatrix2D((width / 2, height / 2), scan.skew, 1.0)
    matrix = np.vstack([turned, [0, 0, 1]]).astype("float64")
    if scan.perspective:
        reach = scan.perspective * width
        corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype="float32")
        moved = corners + np.array([[rng.uniform(-reach, reach) for _ in range(2)] for _ in range(4)], dtype="float32")
        matrix = cv2.getPerspectiveTransform(corners, moved.astype("float32")) @ matrix
    return matrix


def _turn_matrix(width: int, height: int, turn: int) -> np.ndarray:
    """Clockwise in pixels of a picture of that size."""
    rows = {
        90: [[0, -1, height], [1, 0, 0]],
        180: [[-1, 0, width], [0, -1, height]],
        270: [[0, 1, 0], [-1, 0, width]],
    }[turn]
    return np.array([*rows, [0, 0, 1]], dtype="float64")


def _degrade(pixels: np.ndarray, scan: Scan, rng: Random) -> np.ndarray:
    lots = np.random.default_rng(rng.randrange(2**32))
    result = pixels.astype("float32")
    if scan.shadow:
        height, width = pixels.shape[:2]
        slope = rng.uniform(-1, 1)
        across = np.linspace(0, 1, width, dtype="float32")[None, :]
        down = np.linspace(0, 1, height, dtype="float32")[:, None]
        ramp = across if slope > 0 else 1 - across
        result *= (1 - scan.shadow * (0.7 * ramp + 0.3 * down) ** 1.4)[..., None]
        result *= np.array([1.0, 0.985, 0.95], dtype="float32")
    if scan.dirt:
        for _ in range(rng.randrange(10, 40)):
            x, y = rng.randrange(pixels.shape[1]), rng.randrange(pixels.shape[0])
            cv2.circle(result, (x, y), rng.choice((1, 1, 2)), (90.0, 90.0, 90.0), -1)
    if scan.blur:
        result = cv2.GaussianBlur(result, (0, 0), scan.blur * scan.dpi / 150)
    if scan.noise:
        result += lots.normal(0, scan.noise, pixels.shape[:2])[..., None].astype("float32")
    return np.clip(result, 0, 255).astype("uint8")


def _mode(image: Image.Image, scan: Scan) -> Image.Image:
    if scan.mode == "grey":
        return image.convert("L")
    if scan.mode == "bitonal":
        return image.convert("L").point(lambda v: 255 if v > 150 else 0).convert("1")
    return image


def upright(scan: Scan) -> Scan:
    """The same without turning in the pixels."""
    return replace(scan, turn=0)
