"""``python -m bench.similarity [TEXTS]``: CPU seconds, recall and index bytes, both ways in one run."""

from __future__ import annotations

import pickle
import sys
import time
from collections.abc import Callable

from bench.similarity.texts import Texts, made
from checks.cross.similarity import GRAM, Index

Pairs = set[tuple[int, int]]


def ours(texts: Texts) -> tuple[Pairs, int]:
    index = Index(texts.texts)
    return {(o.a, o.b) for o in index.pairs()}, index.bytes_used


def datasketch(texts: Texts) -> tuple[Pairs, int]:
    """MinHashLSH with 128 permutations at Jaccard 0.5 over character 5-grams, its usual setting for text."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=0.5, num_perm=128)
    found: Pairs = set()
    for number, text in enumerate(texts.texts):
        sketch = MinHash(num_perm=128)
        sketch.update_batch([text[i : i + 5].encode() for i in range(len(text) - 4)])
        found.update((other, number) for other in index.query(sketch))
        index.insert(number, sketch)
    return found, len(pickle.dumps(index))


def measured(name: str, texts: Texts, find: Callable[[Texts], tuple[Pairs, int]]) -> float:
    start = time.process_time()
    found, size = find(texts)
    seconds = time.process_time() - start
    passages = len(found & texts.passages) / len(texts.passages)
    paraphrases = len(found & texts.paraphrases) / len(texts.paraphrases)
    print(
        f"{name:12} {seconds:8.1f} s  passage {passages:6.1%}  paraphrase {paraphrases:6.1%}  "
        f"{size / len(texts.texts):7.0f} bytes a text  {len(found)} pairs"
    )
    return seconds


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    texts = made(count, planted=max(count // 100, 20))
    print(f"{count} texts; passages of 13 characters, paraphrases with 20 % changed; fingerprints of {GRAM} characters")
    mine, theirs = measured("mingcha", texts, ours), measured("MinHashLSH", texts, datasketch)
    print(f"{theirs / mine:.1f} times the CPU time of ours")
    return 0


if __name__ == "__main__":
    sys.exit(main())
