"""An engine that reads no line twice."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from ingest.ocr.base import Engine, Picture, Quad, Reading


class Remembering:
    """Passes on to ``engine``, but gives lines it has seen the reading they had. Meant for the time of one page."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._readings: dict[bytes, Reading] = {}
        self.name = engine.name

    def detect(self, picture: Picture, longest_side: int) -> list[Quad]:
        return self._engine.detect(picture, longest_side)

    def recognise(self, lines: Sequence[Picture]) -> list[Reading]:
        keys = [_key(line) for line in lines]
        for key, line in zip(keys, lines, strict=True):
            if key not in self._readings:
                (self._readings[key],) = self._engine.recognise([line])
        return [self._readings[key] for key in keys]


def _key(line: Picture) -> bytes:
    return hashlib.blake2b(repr(line.shape).encode() + line.tobytes(), digest_size=16).digest()
