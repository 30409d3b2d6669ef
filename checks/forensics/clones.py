"""Characters of a page that are copies of each other, pixel for pixel (handbook F86).

Equal characters that were printed and scanned differ by grain and by where the pixels fall; a copy, or the same glyph
drawn twice by a program, differs by nothing but what saving did to it. Each character is held against the one most
like it. A pair counts only where it is far closer than such pairs are all over the page, with nothing in between.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from checks.forensics.characters import characters
from checks.forensics.grain import SAME_GRAIN, Rect, grain_of, likeness
from checks.forensics.scanned import Scanned
from checks.forensics.shared_noise import beyond, is_pattern, shared, way

_THUMB = 16
_ALIKE = 0.9  # correlation of thumbnails above which two characters are compared in full
_RUN = 8  # widths of a character
_MOST_PAIRS = 12  # compared for one character, the likeliest first
_LEAST = 8  # characters that have one like them
_USUAL = 0.15  # difference below which the page's equal characters are so alike that copies do not stand out
_FAR_BELOW = 0.5  # of the usual difference, where several characters moved together
_FAR_BELOW_ALONE = 0.38  # where one did: bars and dots are simple, those of one line level, and alike by chance
_BAR = 0.45  # of its height: a narrower character
_GAP = 0.75  # of the least difference that is none of a copy
_VARIED = 0.04  # difference below which equal characters are the same picture, and the closest pair says nothing
_LEAST_RUN = 30  # characters, to know how the closest of honest pairs are strewn
_TAIL = 1.645  # standard deviations at which 95 in 100 lie
_OUTLYING = 4.0  # standard deviations of the differences' logarithms
_GAP_SINGLE = 0.74  # of the next difference; the closest of honest pages came down to 0.79
_EXACT = 0.2  # of the usual difference; honest pairs on noisy paper come down to half of it
_GAP_EXACT = 0.5  # of the least difference that is none of a copy
_MOST_BY_GRAIN = 400  # pairs, the closest first
_COMMON = 0.25  # of the characters compared: when that many are so alike, it is the print
_SHADES = 0.002  # of the pixels neither black nor white: fewer, and there is no grain to compare
_MARGIN = 2  # pixels of paper around a character: a copy brings them along
_REACH = 3  # pixels by which boxes of equal characters may be off


class Clone(msgspec.Struct, frozen=True, kw_only=True):
    """Two rectangles of pixels with the same content, and their difference against that of other equal characters."""

    first: Rect
    second: Rect
    ratio: float


class Match(msgspec.Struct, frozen=True):
    """A character and the one most like it."""

    first: Rect
    second: Rect
    difference: float  # root mean square, in standard deviations of the first


def clones(sheet: Scanned) -> list[Clone] | None:
    """The copies of one group, those that moved together; None when there is too little to compare with.

    On paper with noise the noise tells, in the characters or around them. Without it their difference does, unless
    equal characters are all nearly identical, as in pictures made by typesetting: those give None. Where the whole
    paper repeats the same way, nothing was copied.
    """
    found = _moved(sheet)
    return [] if found and is_pattern(sheet, found[0].first, found[0].second) else found


def _moved(sheet: Scanned) -> list[Clone] | None:
    matches = _closest(sheet)
    if len(matches) < _LEAST or _bitonal(sheet):
        return None
    usual = float(np.median([m.difference for m in matches]))
    if usual < _USUAL and not sheet.level:
        return None
    single = _grouped(_borne_out(sheet, singled_out(matches)), usual) if usual >= _VARIED else []
    single = [c for c in single if not _is_bar(c.first) and not _level(c)]
    together = _grouped(_by_shared_noise(sheet, matches, usual), usual) or single
    if usual < _USUAL:
        return _grouped(_to_the_pixel(matches, usual) or _by_grain(sheet, matches), usual) or together
    copies = _grouped(_borne_out(sheet, _far_below(matches, usual)), usual)
    several = len({c.first for c in copies}) > 2
    alone = any(c.ratio < _FAR_BELOW_ALONE and not _is_bar(c.first) and not _level(c) for c in copies)
    return copies if several or alone else together


def _level(clone: Clone) -> bool:
    """Whether both stand in one line of print, where the pixels of equal characters fall alike more often."""
    return abs(clone.first[1] - clone.second[1]) < (clone.first[3] - clone.first[1]) / 2


def _is_bar(rect: Rect) -> bool:
    """Whether a character is as narrow as 1, l or a bracket."""
    x0, y0, x1, y1 = rect
    return x1 - x0 < _BAR * (y1 - y0)


def _bitonal(sheet: Scanned) -> bool:
    return float(((sheet.grey > 8) & (sheet.grey < 247)).mean()) < _SHADES


def _far_below(matches: Sequence[Match], usual: float) -> list[Match]:
    differences = np.array([m.difference for m in matches])
    copied = differences < _FAR_BELOW * usual
    if not copied.any() or copied.mean() > _COMMON or differences[copied].max() > _GAP * differences[~copied].min():
        return []
    return [m for m, is_copy in zip(matches, copied, strict=True) if is_copy]


def singled_out(matches: Sequence[Match]) -> list[Match]:
    """The closest pair, where it lies far out of the run of all others with a gap behind it; both ways of it."""
    depths = -np.log(np.maximum([m.difference for m in matches], 1e-4))
    spread = (np.percentile(depths, 95) - np.median(depths)) / _TAIL
    deepest = matches[int(depths.argmax())]
    pair = np.array([_is_pair(deepest, m) for m in matches])
    if len(matches) < _LEAST_RUN or pair.all():
        return []
    far = depths.max() - np.median(depths) > _OUTLYING * spread
    apart = depths.max() - depths[~pair].max() > -np.log(_GAP_SINGLE)
    return [m for m, is_pair in zip(matches, pair, strict=True) if is_pair] if far and apart else []


def _is_pair(one: Match, other: Match) -> bool:
    """Whether both hold the same two characters, in either order; boxes found by fitting may be off a little."""
    ways = ((other.first, other.second), (other.second, other.first))
    return any(_off(one.first, a) <= _REACH and _off(one.second, b) <= _REACH for a, b in ways)


def _off(one: Rect, other: Rect) -> int:
    return max(abs(one[0] - other[0]), abs(one[1] - other[1]))


def _to_the_pixel(matches: Sequence[Match], usual: float) -> list[Match]:
    """Characters without any difference where paper has noise, all moved by one way.

    Copies by whole JPEG blocks come out so. Programs that store equal glyphs once move them by many ways.
    """
    copied = [m for m in matches if m.difference < _EXACT * usual]
    rest = [m.difference for m in matches if m.difference >= _EXACT * usual]
    apart = bool(rest) and max((m.difference for m in copied), default=0.0) < _GAP_EXACT * min(rest)
    return copied if apart and len({way(m.first, m.second) for m in copied}) == 1 else []


def _by_grain(sheet: Scanned, matches: Sequence[Match]) -> list[Match]:
    closest = sorted(matches, key=lambda m: m.difference)[:_MOST_BY_GRAIN]
    alike = likeness(grain_of(sheet), [(m.first, m.second) for m in closest])
    copied = [m for m, value in zip(closest, alike, strict=True) if value is not None and value >= SAME_GRAIN]
    return copied if len(copied) <= _COMMON * len(matches) else []


def _by_shared_noise(sheet: Scanned, matches: Sequence[Match], usual: float) -> list[Match]:
    close = [m for m in matches if m.difference < _FAR_BELOW * usual]
    copied = shared(sheet, [(m.first, m.second) for m in close])
    if sum(copied) > _COMMON * len(matches):
        return []
    return [m for m, is_copy in zip(close, copied, strict=True) if is_copy]


def _borne_out(sheet: Scanned, copied: Sequence[Match]) -> list[Match]:
    """Those whose noise does not speak against it, where there is noise."""
    if not copied or not sheet.level:
        return list(copied)
    alike = likeness(grain_of(sheet), [(m.first, m.second) for m in copied])
    seen = [m for m, value in zip(copied, alike, strict=True) if value is None or value >= SAME_GRAIN]
    far = beyond(sheet, [(m.first, m.second) for m in seen])
    return [m for m, is_far in zip(seen, far, strict=True) if not is_far]


def _grouped(copied: Sequence[Match], usual: float) -> list[Clone]:
    groups: dict[tuple[int, int], list[Match]] = defaultdict(list)
    for match in copied:
        groups[way(match.first, match.second)].append(match)
    largest = max(groups.values(), key=lambda g: (len(g), -min(m.difference for m in g)), default=[])
    pairs = {
        tuple(sorted((m.first, m.second), key=lambda r: (r[1], r[0]))): m.difference
        for m in sorted(largest, key=lambda m: -m.difference)
    }
    return [
        Clone(first=upper, second=lower, ratio=round(difference / usual, 2))
        for (upper, lower), difference in sorted(pairs.items(), key=lambda item: (item[1], item[0]))
    ]


def _closest(sheet: Scanned) -> list[Match]:
    """For each character that has any like it, the one most like it."""
    rects = characters(sheet)
    if len(rects) < _LEAST:
        return []
    thumbs = np.stack([_thumbnail(sheet, rect) for rect in rects])
    alike = thumbs @ thumbs.T
    np.fill_diagonal(alike, 0)
    found = []
    for number, rect in enumerate(rects):
        likely = np.argsort(-alike[number])[:_MOST_PAIRS]
        others = [rects[int(k)] for k in likely if alike[number, k] > _ALIKE]
        matches = [_compared(sheet.grey, rect, other) for other in others if _comparable(rect, other)]
        if matches:
            found.append(min(matches, key=lambda m: m.difference))
    return found


def _comparable(a: Rect, b: Rect) -> bool:
    """Of one size and not neighbours in one run of print, where digits that software set on whole pixels are equal."""
    width, height = a[2] - a[0], a[3] - a[1]
    same_size = abs(width - (b[2] - b[0])) <= 1 and abs(height - (b[3] - b[1])) <= 1
    return same_size and (abs(a[0] - b[0]) > _RUN * width or abs(a[1] - b[1]) > height)


def _thumbnail(sheet: Scanned, rect: Rect) -> NDArray[np.float32]:
    import cv2

    x0, y0, x1, y1 = rect
    small = cv2.resize(sheet.grey[y0:y1, x0:x1], (_THUMB, _THUMB), interpolation=cv2.INTER_AREA).ravel()
    small = small - small.mean()
    return np.asarray(small / max(float(np.linalg.norm(small)), 1e-6), dtype=np.float32)


def _compared(grey: NDArray[np.float32], a: Rect, b: Rect) -> Match:
    """``a`` laid on ``b`` where it fits best, ``_REACH`` pixels around."""
    import cv2

    here = grey[a[1] - _MARGIN : a[3] + _MARGIN, a[0] - _MARGIN : a[2] + _MARGIN]
    left, top = b[0] - _MARGIN - _REACH, b[1] - _MARGIN - _REACH
    height, width = here.shape
    there = grey[max(top, 0) : top + height + 2 * _REACH, max(left, 0) : left + width + 2 * _REACH]
    squares = cv2.matchTemplate(there, here, cv2.TM_SQDIFF)
    y, x = divmod(int(squares.argmin()), squares.shape[1])
    difference = float(np.sqrt(max(float(squares[y, x]), 0.0) / here.size)) / max(float(here.std()), 1.0)
    x0, y0 = max(left, 0) + x + _MARGIN, max(top, 0) + y + _MARGIN
    return Match(a, (x0, y0, x0 + a[2] - a[0], y0 + a[3] - a[1]), difference)
