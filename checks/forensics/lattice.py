"""How far blocks of a picture are from anything that a JPEG of some quality opens to.

A JPEG keeps each block of 8 by 8 pixels as multiples of fixed steps (ITU-T T.81, Annex K: the tables of the usual
programs). Whatever is cut off at black and white when it is opened cannot be known again; the nearest block that gives
the same pixels is looked for by turns (projections onto both sets).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Blocks = NDArray[np.float32]  # count by 8 by 8, grey levels

_TURNS = 4
_LEVELS = (0.5, 254.5)  # beyond which a pixel may have been cut off
_STEPS = np.array(
    [
        [16, 11, 10, 16, 24, 40, 51, 61],
        [12, 12, 14, 19, 26, 58, 60, 55],
        [14, 13, 16, 24, 40, 57, 69, 56],
        [14, 17, 22, 29, 51, 87, 80, 62],
        [18, 22, 37, 56, 68, 109, 103, 77],
        [24, 35, 55, 64, 81, 104, 113, 92],
        [49, 64, 78, 87, 103, 121, 120, 101],
        [72, 92, 95, 98, 112, 100, 103, 99],
    ],
    np.float32,
)
_COSINES = np.cos(np.outer(np.arange(8), 2 * np.arange(8) + 1) * np.pi / 16).astype(np.float32) / 2
_COSINES[0] /= np.sqrt(2)


def table(quality: int) -> NDArray[np.float32]:
    """The steps of brightness at ``quality``, 1 to 100."""
    scale = 5000 / quality if quality < 50 else 200 - 2 * quality
    return np.asarray(np.clip(np.floor((_STEPS * scale + 50) / 100), 1, 255), dtype=np.float32)


def distance(blocks: Blocks, quality: int) -> NDArray[np.float32]:
    """By block: the mean square of what separates it from the nearest that a JPEG of ``quality`` opens to."""
    steps = table(quality)
    found = np.full(len(blocks), np.inf, np.float32)
    cut = np.asarray(((blocks > _LEVELS[1]) | (blocks < _LEVELS[0])).any(axis=(1, 2)))
    open_, guess = np.arange(len(blocks)), blocks
    for _ in range(_TURNS):
        held = _COSINES.T @ (np.round((_COSINES @ (guess - 128) @ _COSINES.T) / steps) * steps) @ _COSINES + 128
        seen = blocks[open_]
        found[open_] = np.minimum(found[open_], ((np.clip(held, 0, 255) - seen) ** 2).mean(axis=(1, 2)))
        left = cut[open_] & (found[open_] > 0.25)
        open_, held, seen = open_[left], held[left], seen[left]
        if not open_.size:
            break
        guess = np.where(seen > _LEVELS[1], np.maximum(held, 255), seen)
        guess = np.where(seen < _LEVELS[0], np.minimum(held, 0), guess)
    return found
