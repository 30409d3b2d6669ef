"""Texts with known pairs: a shared passage of thirteen characters, and paraphrases with a fifth of them changed."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from checks.cross.similarity import SHORTEST

# Characters by falling frequency, as in running text: frequent ones make short stretches meet by chance.
_CHARACTERS = [chr(c) for c in range(0x4E00, 0x4E00 + 3500)]
_WEIGHTS = [1 / (rank + 8) for rank in range(len(_CHARACTERS))]


@dataclass(frozen=True)
class Texts:
    """The texts, and the pairs planted in them."""

    texts: list[str]
    passages: set[tuple[int, int]]
    paraphrases: set[tuple[int, int]]


def made(count: int, planted: int, seed: int = 1) -> Texts:
    """``count`` texts of 180 to 300 characters; ``planted`` pairs of either kind, each text in one pair at most."""
    random = Random(seed)
    texts = [_prose(random, random.randint(180, 300)) for _ in range(count)]
    chosen = random.sample(range(count), 4 * planted)
    passages, paraphrases = set(), set()
    for n in range(planted):
        a, b, c, d = sorted(chosen[4 * n : 4 * n + 2]) + sorted(chosen[4 * n + 2 : 4 * n + 4])
        at, to = random.randrange(len(texts[a]) - SHORTEST), random.randrange(len(texts[b]))
        texts[b] = texts[b][:to] + texts[a][at : at + SHORTEST] + texts[b][to:]
        texts[d] = _changed(random, texts[c])
        passages.add((a, b))
        paraphrases.add((c, d))
    return Texts(texts, passages, paraphrases)


def _prose(random: Random, length: int) -> str:
    return "".join(random.choices(_CHARACTERS, _WEIGHTS, k=length))


def _changed(random: Random, text: str) -> str:
    letters = list(text)
    for at in random.sample(range(len(letters)), len(letters) // 5):
        letters[at] = random.choice(_CHARACTERS)
    return "".join(letters)
