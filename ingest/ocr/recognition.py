"""Line recognition: a picture of one line into the network's input, and its output into text (CTC, greedy)."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from ingest.ocr.base import Picture, Reading

HEIGHT = 48  # pixels, what the network was trained on
_NARROWEST, _WIDEST = 64, 4_800


def prepared(line: Picture, squeeze: float) -> NDArray[np.float32]:
    """The network's input: 1 by 3 (BGR) by 48 by width, values −1 to 1; ``squeeze`` narrows the line."""
    height, width = line.shape[:2]
    wanted = round(width * HEIGHT / max(height, 1) * squeeze)
    wanted = min(max(wanted, 8), _WIDEST)
    small = cv2.resize(line, (wanted, HEIGHT), interpolation=cv2.INTER_AREA if height > HEIGHT else cv2.INTER_CUBIC)
    planes = np.zeros((1, 3, HEIGHT, max(wanted, _NARROWEST)), np.float32)
    planes[0, :, :, :wanted] = small[:, :, ::-1].transpose(2, 0, 1) / np.float32(127.5) - np.float32(1.0)
    return planes


def filled(line: Picture, squeeze: float) -> float:
    """The share of the prepared input's width that the line itself takes."""
    height, width = line.shape[:2]
    wanted = min(max(round(width * HEIGHT / max(height, 1) * squeeze), 8), _WIDEST)
    return float(wanted / max(wanted, _NARROWEST))


def decoded(probabilities: NDArray[np.float32], alphabet: list[str], share: float) -> Reading:
    """Greedy CTC decoding of ``probabilities`` (steps by classes); class 0 is the blank."""
    best = probabilities.argmax(axis=1)
    kept = best != 0
    kept[1:] &= best[1:] != best[:-1]
    steps = np.flatnonzero(kept)
    if not len(steps):
        return Reading("", 0.0)
    scores = probabilities[steps, best[steps]]
    ends = _ends(best, steps)
    total = len(best) * share
    columns = [float((start + end + 1) / 2 / total) for start, end in zip(steps, ends, strict=True)]
    return Reading(
        "".join(alphabet[best[step]] for step in steps),
        float(scores.mean()),
        tuple(min(column, 1.0) for column in columns),
        tuple(float(score) for score in scores),
        1 / total,
    )


def _ends(best: NDArray[np.int64], steps: NDArray[np.int64]) -> list[int]:
    """The last step of each character's run."""
    ends = []
    for step in steps:
        end = int(step)
        while end + 1 < len(best) and best[end + 1] == best[step]:
            end += 1
        ends.append(end)
    return ends
