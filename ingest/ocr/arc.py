"""Characters on a seal's ring: several readings of it put together by where their characters stand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import msgspec
import numpy as np

from ingest.glyphs import is_cjk
from ingest.ocr.base import Reading
from ingest.ocr.unrolled import Strip

_SEEN = 0.3  # confidence below which a character is not taken notice of
_DIM = 0.5  # the same, for one that no other reading has
_APART = 1.5  # steps between characters from which one or two beyond, unsurely read, are no part of the name
_STRAY = 0.9  # the confidence that is unsure for that
_LONELY = 2.6  # steps from which they are not, however surely read
_BRACKETS = "（）()"


class Glyph(msgspec.Struct, frozen=True):
    """A character at a place of the ring, in turns clockwise from the foot; past 1 it goes round once more."""

    text: str
    place: float
    score: float


class Arc(msgspec.Struct, frozen=True):
    """A name on a ring: its characters clockwise from its first, and the usual step from one to the next in turns."""

    glyphs: tuple[Glyph, ...] = ()
    step: float = 0.0

    @property
    def text(self) -> str:
        return "".join(glyph.text for glyph in self.glyphs)

    @property
    def confidence(self) -> float:
        return sum(glyph.score for glyph in self.glyphs) / len(self.glyphs) if self.glyphs else 0.0


def glyphs_of(reading: Reading, strip: Strip) -> list[Glyph]:
    """The ideographs and brackets of a reading of ``strip``; codes on the lower arc, read upside down, are left out."""
    if len(reading.columns) != len(reading.text) or len(reading.scores) != len(reading.text):
        return []
    parts = zip(reading.text, reading.columns, reading.scores, strict=True)
    return [
        Glyph(text, strip.place(column), score)
        for text, column, score in parts
        if score >= _SEEN and (is_cjk(text) or text in _BRACKETS)
    ]


def joined(readings: Sequence[Sequence[Glyph]]) -> Arc:
    """One arc of several readings: at each place the character read most surely, begun after the widest gap."""
    step = _step(readings)
    if not step:
        return Arc()
    clusters: list[list[Glyph]] = []
    for glyph in sorted((glyph for reading in readings for glyph in reading), key=lambda glyph: glyph.place):
        if clusters and glyph.place - _middle(clusters[-1]) < 0.5 * step:
            clusters[-1].append(glyph)
        else:
            clusters.append([glyph])
    if len(clusters) > 1 and _middle(clusters[0]) + 1 - _middle(clusters[-1]) < 0.5 * step:
        last = clusters.pop()
        clusters[0] += [Glyph(glyph.text, glyph.place - 1, glyph.score) for glyph in last]
    chosen = [glyph for cluster in clusters if (glyph := _best(cluster)).score >= _DIM]
    return Arc(tuple(_name(_from_widest_gap(_uncrowded(chosen, step)), step)), step)


def _step(readings: Sequence[Sequence[Glyph]]) -> float:
    steps = [
        (after.place - before.place) % 1.0
        for reading in readings
        for before, after in pairwise(reading)
        if before.score >= _DIM and after.score >= _DIM
    ]
    return float(np.median(steps)) if steps else 0.0


def _middle(cluster: Sequence[Glyph]) -> float:
    return sum(glyph.place for glyph in cluster) / len(cluster)


def _best(cluster: Sequence[Glyph]) -> Glyph:
    """The character that is read most surely at a place, a second reading that agrees counting a little."""
    worth: dict[str, float] = {}
    for glyph in sorted(cluster, key=lambda glyph: -glyph.score):
        worth[glyph.text] = worth.get(glyph.text, 0.0) + glyph.score * (0.15 if glyph.text in worth else 1.0)
    text = max(sorted(worth), key=worth.__getitem__)
    return Glyph(text, _middle(cluster), max(glyph.score for glyph in cluster if glyph.text == text))


def _uncrowded(glyphs: Sequence[Glyph], step: float) -> list[Glyph]:
    """Without the less sure of two characters that stand too close to be two."""
    kept: list[Glyph] = []
    for glyph in glyphs:
        if kept and glyph.place - kept[-1].place < 0.6 * step:
            if glyph.score > kept[-1].score:
                kept[-1] = glyph
        else:
            kept.append(glyph)
    return kept


def _from_widest_gap(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Begun after the widest gap: the lower arc, where the name does not run."""
    if not glyphs:
        return []
    gaps = [(after.place - before.place) % 1.0 for before, after in pairwise([*glyphs, glyphs[0]])]
    widest = max(range(len(gaps)), key=gaps.__getitem__)
    again = [Glyph(glyph.text, glyph.place + 1, glyph.score) for glyph in glyphs[: widest + 1]]
    return [*glyphs[widest + 1 :], *again]


def _name(glyphs: Sequence[Glyph], step: float) -> list[Glyph]:
    """Without one or two characters that stand apart at an end: print beneath the seal, or the code, misread."""
    runs: list[list[Glyph]] = []
    for glyph in glyphs:
        if runs and glyph.place - runs[-1][-1].place < _APART * step:
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
    while len(runs) > 1 and _strays(runs[-1], runs[-1][0].place - runs[-2][-1].place, step):
        runs.pop()
    while len(runs) > 1 and _strays(runs[0], runs[1][0].place - runs[0][-1].place, step):
        runs.pop(0)
    return [glyph for run in runs for glyph in run]


def _strays(run: Sequence[Glyph], gap: float, step: float) -> bool:
    unsure = sum(glyph.score for glyph in run) < _STRAY * len(run)
    return len(run) <= 2 and (gap >= _LONELY * step or unsure)
