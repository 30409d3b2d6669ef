"""Finding passages that texts share, among many texts at once.

Winnowing (Schleimer, Wilkerson, Aiken 2003): of every ``WINDOW`` successive ``GRAM``-character hashes the smallest is
kept, so that any common passage of at least ``GRAM + WINDOW - 1`` = 13 characters has a kept hash in common. Candidates
are then compared character by character: no result rests on a hash alone. Hashes standing in more than ``COMMON``
texts are phrases of the trade and are dropped (``performance-notes``).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

GRAM = 7
WINDOW = 7
SHORTEST = GRAM + WINDOW - 1  # characters of a shared passage that is always found
COMMON = 50  # texts sharing one hash before it is taken for a phrase of the trade
LONGEST = 65_535
_BATCH = 2_000_000  # characters hashed, and candidate places compared, at a time

Codes = NDArray[np.uint32]
Places = NDArray[np.int64]


class Passage(msgspec.Struct, frozen=True):
    """The same characters in two plain texts: ``length`` from ``first`` in the one and from ``second`` in the other."""

    first: int
    second: int
    length: int


class Overlap(msgspec.Struct, frozen=True, kw_only=True):
    """Two texts by their position in the index, and all passages of at least ``SHORTEST`` characters found in both."""

    a: int
    b: int
    passages: tuple[Passage, ...]

    @property
    def characters(self) -> int:
        """Characters of the first text that stand in the second too, overlapping passages counted once."""
        total, end = 0, -1
        for passage in sorted(self.passages, key=lambda p: p.first):
            total += max(passage.first + passage.length - max(passage.first, end), 0)
            end = max(end, passage.first + passage.length)
        return total

    @property
    def longest(self) -> int:
        return max((p.length for p in self.passages), default=0)


def plain(text: str) -> str:
    """NFKC, letters and digits only, capitals: what copying keeps and retyping does not change."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).upper() if c.isalnum())


def code_points(text: str) -> Codes:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


class Index:
    """The fingerprints of a fixed set of plain texts, six bytes each (``bytes_used``); the texts are the caller's.

    Raises ValueError when a text is longer than ``LONGEST`` characters.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        if any(len(text) > LONGEST for text in texts):
            raise ValueError(f"a text has more than {LONGEST} characters")
        self._texts = texts
        self._starts = np.zeros(len(texts) + 1, dtype=np.int64)
        self._starts[1:] = np.cumsum([len(text) for text in texts])
        hashes, spots, counts = [], [], []
        for start, batch in _batches(texts):
            lengths = np.diff(self._starts[start : start + len(batch) + 1])
            kept, places = _winnowed(code_points("".join(batch)), lengths)
            owners = np.repeat(np.arange(len(batch)), lengths)[places]
            hashes.append(kept)
            spots.append((places - (self._starts[start + owners] - self._starts[start])).astype(np.uint16))
            counts.append(np.bincount(owners, minlength=len(batch)))
        self._hashes = np.concatenate(hashes) if hashes else np.zeros(0, np.uint32)
        self._spots = np.concatenate(spots) if spots else np.zeros(0, np.uint16)
        self._counts = np.concatenate(counts).astype(np.uint16) if counts else np.zeros(0, np.uint16)

    @property
    def bytes_used(self) -> int:
        """Bytes of the index itself, without the texts."""
        return int(self._hashes.nbytes + self._spots.nbytes + self._counts.nbytes + self._starts.nbytes)

    def pairs(self, fresh: frozenset[int] | None = None) -> Iterator[Overlap]:
        """Every two texts that share a passage, in order; only pairs with one of ``fresh`` when that is given."""
        codes = code_points("".join(self._texts))
        owners = np.repeat(np.arange(len(self._texts)), self._counts)
        places = self._starts[owners] + self._spots
        long: list[NDArray[np.int64]] = []
        for one, other in self._candidates(owners, fresh):
            matched = _Matched(codes, self._starts, owners[one], owners[other], places[one], places[other])
            long.append(matched.passages())
        yield from self._by_pair(np.concatenate(long, axis=1) if long else np.zeros((5, 0), np.int64))

    def _candidates(self, owners: Places, fresh: frozenset[int] | None) -> Iterator[tuple[Places, Places]]:
        """Fingerprints of equal hash in different texts, the earlier text's first, a batch at a time."""
        order = np.argsort(self._hashes, kind="stable")
        hashes = self._hashes[order]
        edges = np.flatnonzero(np.concatenate(([True], hashes[1:] != hashes[:-1], [True])))
        starts, sizes = edges[:-1], np.diff(edges)
        chosen = (sizes > 1) & (sizes <= COMMON)
        wanted = np.ones(len(self._texts), dtype=bool)
        if fresh is not None:
            wanted[:] = False
            wanted[sorted(fresh)] = True
        for first, second in _all_pairs(starts[chosen], sizes[chosen]):
            one, other = order[first], order[second]
            keep = (owners[one] != owners[other]) & (wanted[owners[one]] | wanted[owners[other]])
            yield one[keep], other[keep]

    def _by_pair(self, rows: NDArray[np.int64]) -> Iterator[Overlap]:
        a, b, first, second, length = rows
        found: dict[tuple[int, int], list[tuple[int, int, int]]] = {}
        for i in np.lexsort((second, first, b, a)).tolist():
            place = (int(first[i] - self._starts[a[i]]), int(second[i] - self._starts[b[i]]), int(length[i]))
            found.setdefault((int(a[i]), int(b[i])), []).append(place)
        for (one, other), places in found.items():
            passages = tuple(_merged(places, self._texts[one], self._texts[other]))
            yield Overlap(a=one, b=other, passages=passages)


class _Matched:
    """Pairs of places where the same hash was kept, compared character by character around them."""

    def __init__(self, codes: Codes, starts: Places, a: Places, b: Places, first: Places, second: Places) -> None:
        self._codes, self._starts = codes, starts
        self._a, self._b, self._first, self._second = a, b, first, second

    def passages(self) -> NDArray[np.int64]:
        """Rows: first text, second text, place in each, length, for those of at least ``SHORTEST`` characters; what
        reaches further than that to either side is left to be grown later."""
        before, behind = self._run(-1), self._run(1)
        long = np.flatnonzero(before + behind >= SHORTEST)
        first, second = self._first[long] - before[long], self._second[long] - before[long]
        return np.stack((self._a[long], self._b[long], first, second, before[long] + behind[long]))

    def _run(self, step: int) -> Places:
        if step > 0:
            room = np.minimum(self._starts[self._a + 1] - self._first, self._starts[self._b + 1] - self._second)
        else:
            room = np.minimum(self._first - self._starts[self._a], self._second - self._starts[self._b])
        run = np.zeros(len(room), dtype=np.int64)
        alive = np.arange(len(room))
        for offset in range(SHORTEST):
            alive = alive[room[alive] > offset]
            at = offset if step > 0 else -offset - 1
            alive = alive[self._codes[self._first[alive] + at] == self._codes[self._second[alive] + at]]
            run[alive] += 1
        return run


def _batches(texts: Sequence[str]) -> Iterator[tuple[int, Sequence[str]]]:
    start = size = 0
    for end, text in enumerate(texts, start=1):
        size += len(text)
        if size >= _BATCH or end == len(texts):
            yield start, texts[start:end]
            start, size = end, 0


def _winnowed(codes: Codes, lengths: Places) -> tuple[NDArray[np.uint32], Places]:
    """The kept hashes of texts laid end to end, and their places; no hash reaches over the end of a text."""
    if len(codes) < GRAM + WINDOW:
        codes = np.concatenate((codes, np.zeros(GRAM + WINDOW - len(codes), np.uint32)))
    hashes = _gram_hashes(codes)
    over = np.zeros(len(hashes) + GRAM, dtype=bool)  # grams that begin in one text and end in the next
    ends = np.cumsum(lengths)
    for back in range(1, GRAM):
        over[np.maximum(ends - back, 0)] = True
    over[int(ends[-1]) if len(ends) else 0 :] = True
    whole = ~over[: len(hashes)]
    ranked = np.where(whole, hashes, np.uint32(0xFFFFFFFF))
    smallest = _slid(ranked, np.minimum)
    padded = np.concatenate((np.repeat(smallest[:1], WINDOW - 1), smallest, np.repeat(smallest[-1:], WINDOW - 1)))
    kept = np.flatnonzero((_slid(padded, np.maximum) == ranked) & whole)
    return hashes[kept], kept


def _slid(values: NDArray[np.uint32], pick: np.ufunc) -> NDArray[np.uint32]:
    """The smallest or largest of every ``WINDOW`` (seven) values in a row."""
    twos = pick(values[:-1], values[1:])
    fours = pick(twos[:-2], twos[2:])
    return np.asarray(pick(fours[:-3], fours[3:]))


def _gram_hashes(codes: Codes) -> NDArray[np.uint32]:
    """A 32-bit hash of every ``GRAM`` characters in a row (multiply and mix, after Steele's SplitMix64)."""
    count = len(codes) - GRAM + 1
    hashes = np.zeros(count, dtype=np.uint64)
    wide = codes.astype(np.uint64)
    with np.errstate(over="ignore"):
        for offset in range(GRAM):
            hashes = hashes * np.uint64(0x9E3779B97F4A7C15) + wide[offset : offset + count] + np.uint64(1)
        hashes ^= hashes >> np.uint64(30)
        hashes *= np.uint64(0xBF58476D1CE4E5B9)
    return (hashes >> np.uint64(32)).astype(np.uint32)


def _all_pairs(starts: Places, sizes: Places) -> Iterator[tuple[Places, Places]]:
    """All pairs of positions inside each run of equal hashes, at most about ``_BATCH`` at a time."""
    for size in np.unique(sizes).tolist():
        runs = starts[sizes == size]
        one, other = np.triu_indices(size, 1)
        step = max(_BATCH // len(one), 1)
        for at in range(0, len(runs), step):
            part = runs[at : at + step, None]
            yield (part + one).ravel(), (part + other).ravel()


def _merged(places: Sequence[tuple[int, int, int]], one: str, other: str) -> Iterator[Passage]:
    """Common passages grown to their full length, each once."""
    ends: dict[int, int] = {}
    for first, second, length in places:
        shift = second - first
        if ends.get(shift, -1) < first + length:
            grown = _grown(Passage(first, second, length), one, other)
            ends[shift] = grown.first + grown.length
            yield grown


def _grown(passage: Passage, one: str, other: str) -> Passage:
    begin, end = passage.first, passage.first + passage.length
    shift = passage.second - passage.first
    while begin > max(0, -shift) and one[begin - 1] == other[begin - 1 + shift]:
        begin -= 1
    while end < min(len(one), len(other) - shift) and one[end] == other[end + shift]:
        end += 1
    return Passage(begin, begin + shift, end - begin)
