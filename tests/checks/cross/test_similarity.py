from __future__ import annotations

from random import Random

import pytest

from checks.cross.similarity import LONGEST, SHORTEST, Index, Passage, plain

_CHARS = [chr(c) for c in range(0x4E00, 0x4E00 + 4000)]


def prose(random: Random, length: int) -> str:
    return "".join(random.choices(_CHARS, k=length))


def test_every_passage_of_thirteen_characters_is_found_whole_and_in_place() -> None:
    random = Random(7)
    texts = [prose(random, random.randint(40, 300)) for _ in range(400)]
    planted = {}
    for a in range(0, 400, 2):
        passage = prose(random, SHORTEST)
        spots = []
        for n in (a, a + 1):
            at = random.randrange(len(texts[n]) + 1)
            texts[n] = texts[n][:at] + passage + texts[n][at:]
            spots.append(at)
        planted[a, a + 1] = Passage(spots[0], spots[1], SHORTEST)
    found = {(o.a, o.b): o for o in Index(texts).pairs()}
    for pair, passage in planted.items():
        (got,) = found[pair].passages
        assert got.first <= passage.first and got.first + got.length >= passage.first + SHORTEST
    assert set(found) == set(planted)


def test_a_shorter_passage_is_none() -> None:
    random = Random(8)
    passage = prose(random, SHORTEST - 1)
    texts = ["甲" + passage + prose(random, 50), "乙" + passage + prose(random, 50)]
    assert list(Index(texts).pairs()) == []


def test_long_copies_come_as_one_passage_with_their_length() -> None:
    random = Random(9)
    copied = prose(random, 500)
    (overlap,) = Index([prose(random, 80) + copied, copied + prose(random, 30)]).pairs()
    assert overlap.passages == (Passage(80, 0, 500),)
    assert (overlap.characters, overlap.longest) == (500, 500)


def test_phrases_of_the_trade_cost_little() -> None:
    random = Random(10)
    phrase = prose(random, 20)
    texts = [prose(random, 30) + phrase + prose(random, 30) for _ in range(200)]
    assert len(list(Index(texts).pairs())) < 0.3 * 200 * 199 / 2


def test_only_pairs_with_a_fresh_text_when_asked() -> None:
    random = Random(11)
    copied = prose(random, 40)
    index = Index([copied, copied, copied])
    assert [(o.a, o.b) for o in index.pairs(frozenset({2}))] == [(0, 2), (1, 2)]


def test_nothing_is_found_over_the_end_of_a_text() -> None:
    random = Random(12)
    copied = prose(random, 20)
    assert list(Index([copied[:10], copied[10:], copied]).pairs()) == []


def test_empty_and_short_texts_are_allowed_and_giants_refused() -> None:
    assert list(Index(["", "短", ""]).pairs()) == []
    assert list(Index([]).pairs()) == []
    with pytest.raises(ValueError, match="characters"):
        Index(["字" * (LONGEST + 1)])


def test_the_index_is_small() -> None:
    random = Random(13)
    index = Index([prose(random, 230) for _ in range(500)])
    assert index.bytes_used / 500 <= 400


def test_plain_text_keeps_letters_and_digits_only() -> None:
    assert plain("第１章 Ａ-b，\n水利。") == "第1章AB水利"
