from __future__ import annotations

import cv2
import numpy as np
import pytest

from checks.sharpness import flaw

SIZE = (1170, 827)


def sheet(*, blur: float = 0, light: float = 1) -> np.ndarray:
    """A4 at 100 dpi with lines of print, out of focus by ``blur`` pixels and lit by ``light``, with scanner's noise."""
    grey = np.full(SIZE, 235, dtype=np.uint8)
    for row in range(20):
        _write(grey, "Yunnan 2019 No. 4 issue", (90, 120 + 45 * row), 1, 40, 3)
    tone = grey.astype(float)
    return photographed((cv2.GaussianBlur(tone, (0, 0), blur) if blur else tone) * light)


def burnt_out() -> np.ndarray:
    """A cover of which only the pale ground is left."""
    grey = np.full(SIZE, 240.0)
    grey[100:1000, 100:700] = 230
    return photographed(cv2.GaussianBlur(grey, (0, 0), 9))


def photographed(grey: np.ndarray) -> np.ndarray:
    noisy = grey + np.random.default_rng(7).normal(0, 2, SIZE)
    return np.repeat(noisy.clip(0, 255).astype(np.uint8)[..., None], 3, axis=2)


def _write(grey: np.ndarray, text: str, at: tuple[int, int], scale: float, ink: int, stroke: int) -> None:
    cv2.putText(grey, text, at, cv2.FONT_HERSHEY_SIMPLEX, scale, ink, stroke)


@pytest.mark.parametrize("blur", [12, 18])
def test_print_out_of_focus_is_told(blur: float) -> None:
    assert flaw(sheet(blur=blur)) == ("失焦", True)


def test_print_out_of_focus_in_the_dark_is_told() -> None:
    assert flaw(sheet(blur=12, light=0.3)) == ("过暗且失焦", True)


def test_a_burnt_out_cover_is_told_with_doubt() -> None:
    assert flaw(burnt_out()) == ("发白，几乎没有可辨内容", False)


def _blank() -> np.ndarray:
    return np.full(SIZE, 235, dtype=np.uint8)


def _unevenly_lit() -> np.ndarray:
    y, x = np.mgrid[-1:1:1170j, -1:1:827j]
    return 235 * (1 - 0.2 * (x**2 + y**2)) - 15 * x


def _shadowed() -> np.ndarray:
    """A blank sheet whose lower edge did not lie flat on the glass."""
    y = np.mgrid[0:1:1170j][:, None]
    return _blank() * (1 - 0.35 * np.exp((y - 1) / 0.09))


def _separator() -> np.ndarray:
    grey = _blank()
    _write(grey, "A1", (300, 600), 4, 30, 9)
    return grey


def _stamped() -> np.ndarray:
    grey = _blank()
    cv2.circle(grey, (500, 800), 80, 120, 4)
    return grey


def _pencilled() -> np.ndarray:
    grey = _blank()
    cv2.putText(grey, "seen", (300, 600), cv2.FONT_HERSHEY_SCRIPT_SIMPLEX, 2, 190, 2)
    return grey


def _shining_through() -> np.ndarray:
    back = 255 - sheet()[..., 0][:, ::-1].astype(float)
    return cv2.GaussianBlur(235 - 0.06 * back, (0, 0), 1.5)


@pytest.mark.parametrize("draw", [_blank, _unevenly_lit, _shadowed, _separator, _stamped, _pencilled, _shining_through])
def test_what_is_blank_or_unevenly_lit_or_sharp_is_silent(draw) -> None:
    assert flaw(photographed(draw())) == ("", False)


@pytest.mark.parametrize("light", [1, 0.3])
def test_sharp_print_is_silent_however_dark(light: float) -> None:
    assert flaw(sheet(light=light)) == ("", False)
