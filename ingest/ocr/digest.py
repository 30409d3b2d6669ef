"""A perceptual hash: pictures that look alike have hashes that differ in few bits."""

from __future__ import annotations

import cv2
import numpy as np

from ingest.ocr.base import Picture


def picture_digest(picture: Picture) -> str:
    """64 bits as 16 hex digits: signs of the lowest frequencies of the picture reduced to 32 by 32 grey pixels.

    After Zauner, Implementation and Benchmarking of Perceptual Image Hash Functions (2010), section 3.2.1.
    """
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
    small = np.asarray(cv2.resize(grey, (32, 32), interpolation=cv2.INTER_AREA), dtype=np.float32)
    low = np.asarray(cv2.dct(small), dtype=np.float32)[1:9, 1:9].ravel()
    bits = low > np.median(low)
    return f"{int(''.join('1' if bit else '0' for bit in bits), 2):016x}"
