"""Chinese text as spaCy documents: words and part-of-speech marks by jieba, loaded on first use only."""

from __future__ import annotations

import logging
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import Matcher
    from spacy.tokens import Doc

Pattern = list[dict[str, Any]]


@cache
def language() -> Language:
    """A blank Chinese pipeline whose tokens come from jieba; importing spaCy takes a second or more."""
    import jieba
    import spacy

    jieba.setLogLevel(logging.WARNING)
    return spacy.blank("zh", config={"nlp": {"tokenizer": {"segmenter": "jieba"}}})


def parsed(text: str) -> Doc:
    """``text`` as a document without white space between tokens: ``token.idx`` is an offset into ``text``.

    ``token.tag_`` is jieba's mark: nr person, ns place, nt organisation, m number, v verb …
    """
    import jieba.posseg
    from spacy.tokens import Doc

    pairs = [(word.word, word.flag) for word in jieba.posseg.cut(text)]
    words = [word for word, _ in pairs]
    return Doc(language().vocab, words=words, spaces=[False] * len(words), tags=[flag for _, flag in pairs])


def matcher(patterns: dict[str, list[Pattern]]) -> Matcher:
    """A token matcher that reports the longest match of each key."""
    from spacy.matcher import Matcher

    found = Matcher(language().vocab)
    for key, alternatives in patterns.items():
        found.add(key, alternatives, greedy="LONGEST")
    return found
