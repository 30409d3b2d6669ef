"""Names of offices that a scan shows incomplete, spelt as the dossier's other papers spell them.

A seal hides a character or two of the name under it: 福贡科学技术局 beside 福贡县科学技术局. What was read stays in a
fact's ``text``. Characters that tell offices apart are never exchanged or made up.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import msgspec
from rapidfuzz.distance import LCSseq, Levenshtein

from extractors.grammar.normal import tight
from extractors.grammar.organisations import is_organisation
from extractors.records import Document, Fact, Seal

OFFICES = frozenset(("issuer", "employer", "funder", "institution"))
_PRINTED = 2  # what a name in a text layer weighs; a scan's weighs 1, and a name is known from 2 on
_SURE = 0.98  # confidence from which no character counts as exchanged
_SHORTEST = 5  # characters of a name that is mended
_NUMERALS = frozenset("一二三四五六七八九十百0123456789东西南北中上下前后新老初高")
_FORMS = frozenset("股份责任集团有限总分")  # of which 有限公司 and 股份有限公司 are two companies
_RANKS = frozenset("省州市县区镇乡局厅部处科院所站队校会社司")


def agreed(documents: Sequence[Document]) -> tuple[Document, ...]:
    """``documents``, offices of scans and of seals spelt as one other name that most of the dossier gives."""
    weights = _weights(documents)
    known = [name for name, weight in weights.items() if weight >= _PRINTED]
    return tuple(_mended(d, weights, known) for d in documents)


def _weights(documents: Sequence[Document]) -> Counter[str]:
    by_name: dict[str, dict[str, int]] = defaultdict(dict)
    for document in documents:
        for name in _offices(document):
            by_name[name][document.file] = _PRINTED if document.source == "text" else 1
    return Counter({name: sum(files.values()) for name, files in by_name.items()})


def _offices(document: Document) -> Iterator[str]:
    for fact in document.facts:
        if fact.name in OFFICES and isinstance(fact.value, str) and is_organisation(fact.value):
            yield fact.value


def _mended(document: Document, weights: Counter[str], known: Sequence[str]) -> Document:
    def spelt(name: str, confidence: float) -> str:
        near = [k for k in known if weights[k] > weights[name] and is_misread(name, k, sure=confidence >= _SURE)]
        return near[0] if len(near) == 1 else name

    rings, printed = {seal.text for seal in document.seals}, tight(document.text)

    def ring(seal: Seal) -> str:
        own = [name for name in dict.fromkeys(_offices(document)) if weights[name] >= _PRINTED]
        meant = [name for name in own if is_misread_ring(seal.text, name)]
        return meant[0] if len(meant) == 1 else spelt(seal.text, seal.confidence)

    def fact(one: Fact) -> Fact:
        if one.name not in OFFICES or not isinstance(one.value, str):
            return one
        if document.source == "text" and (one.text not in rings or tight(one.text) in printed):
            return one
        if printed.count(tight(one.value)) > 1:
            return one  # read alike in two places of one paper: so it is printed, as a former name is
        sealed = _part_of_ring(one, document.seals) if document.source != "text" else None
        if sealed:
            return msgspec.structs.replace(one, value=sealed)
        return msgspec.structs.replace(one, value=spelt(one.value, one.confidence))

    return msgspec.structs.replace(
        document,
        facts=tuple(map(fact, document.facts)),
        seals=tuple(msgspec.structs.replace(seal, text=ring(seal)) for seal in document.seals),
    )


def _part_of_ring(one: Fact, seals: Sequence[Seal]) -> str | None:
    """The name in a ring of the paper of which an issuer that names no office shows half or more: of a wrapped name one
    line, or what the seal left of it."""
    read = tight(str(one.value))
    if one.name != "issuer" or len(read) < _SHORTEST or is_organisation(read):
        return None
    named = {seal.text for seal in seals if seal.confidence >= _SURE_RING and is_organisation(seal.text)}
    whole = [
        ring for ring in named if len(read) < len(ring) <= 2 * len(read) and LCSseq.similarity(read, ring) == len(read)
    ]
    return whole[0] if len(whole) == 1 else None


_SURE_RING = 0.9


def is_misread(read: str, name: str, *, sure: bool = False) -> bool:
    """Whether ``read`` is ``name`` but for a character in five, at most one of them exchanged, or none where what was
    read is ``sure``; no character that tells offices apart is among them."""
    if read == name or min(len(read), len(name)) < _SHORTEST:
        return False
    edits = Levenshtein.editops(read, name)
    exchanged = sum(edit.tag == "replace" for edit in edits)
    if len(edits) > len(name) // 5 or exchanged > (0 if sure else 1):
        return False
    return all(_harmless(e.tag, read, name, e.src_pos, e.dest_pos) for e in edits)


def is_misread_ring(read: str, name: str) -> bool:
    """Whether ``read``, of characters that stand in a ring, is the ``name`` that the sealed paper prints but for one in
    four, one in eight exchanged; no character that tells offices apart is among them."""
    if read == name or min(len(read), len(name)) < _SHORTEST:
        return False
    edits = Levenshtein.editops(read, name)
    exchanged = sum(edit.tag == "replace" for edit in edits)
    if len(edits) > len(name) // 4 or exchanged > max(1, len(name) // 8):
        return False
    return all(_harmless(e.tag, read, name, e.src_pos, e.dest_pos) for e in edits)


def _harmless(tag: str, read: str, name: str, at: int, of: int) -> bool:
    if tag == "insert":
        return name[of] not in _NUMERALS | _FORMS
    if tag == "delete":
        return read[at] not in _NUMERALS | _RANKS | _FORMS
    return not {read[at], name[of]} & _NUMERALS and not {read[at], name[of]} <= _RANKS
