"""cross.shared-text: two applicants' summaries or papers in the same words (handbook F94)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq

from checks.base import CheckInfo
from checks.cross.imprint import Entry, Imprint, Place
from checks.cross.pairs import Said, both, same_person
from checks.cross.similarity import SHORTEST, Index, Overlap, Passage, plain
from checks.records import Severity

INFO = CheckInfo(
    code="cross.shared-text",
    title="不同申报人的文字材料大段相同",
    severity="suspect",
    kind="deterministic",
    rationale="工作总结、论文应由本人撰写；两名申报人的文字大段逐字相同，须了解原因。",
    innocent=("单位统一模板", "共同承担同一项目的描述", "引用同一文件或规章原文", "合作论文"),
    verify="对照两份原文；请申报人说明；向所在单位核实",
    handbook=("F94", "F48"),
    weight=2,
)
_LEAST = 120  # characters in common, template passages left out, that are worth a word
_LONG = 200  # of these, in passages of at least ``_PASSAGE`` characters, before a person must look
_SHARE = 0.5  # of the shorter text, likewise
_PASSAGE = 30
_COPIED = 80  # characters of the longest of them: shorter ones are one form's sentences, filled in differently
_WHOLE = 0.9  # of the shorter text, templates counted: a copy of the whole ...
_APART = 0.7  # ... when neither text has more than this part of it in common with a third
_ALIKE = 0.7  # of the shorter text's characters standing in the longer one in the same order: reworded, not rewritten
_TRACE = 0.04  # of the shorter text word for word, before the order of characters is compared
_TOGETHER = 3  # dossiers that a passage stands in when it is a template
_SHOWN = 3  # passages shown
_QUOTED = 80  # characters of each

_PARTICULAR = re.compile(r"\d{2,}")  # years, areas, yields: what a template leaves blank
_PARTICULARS = 2

Writing = tuple[Imprint, Entry]
Mask = NDArray[np.bool_]


class Shared(msgspec.Struct, frozen=True, kw_only=True):
    """What two writings have in common: the passages that are no template, longest first, and all characters alike.

    ``apart``: neither of the two has nearly as much in common with any other writing.
    """

    one: int
    other: int
    passages: tuple[Passage, ...]
    everything: tuple[Passage, ...]
    characters: int
    apart: bool

    @property
    def own(self) -> int:
        """Characters in common that are no template."""
        return sum(p.length for p in self.passages)

    @property
    def long(self) -> int:
        return sum(p.length for p in self.passages if p.length >= _PASSAGE)


def compared(imprints: Sequence[Imprint], fresh: frozenset[str] | None = None) -> Iterator[Said]:
    """The findings for every two writings that share much; ``fresh`` as in ``compare``."""
    writings = [(i, e) for i in imprints for e in i.entries if len(e.text) >= _LEAST]
    texts = [plain(entry.text) for _, entry in writings]
    wanted = None if fresh is None else frozenset(n for n, (i, _) in enumerate(writings) if i.dossier in fresh)
    overlaps = [o for o in Index(texts).pairs(wanted) if _comparable(writings[o.a], writings[o.b])]
    templates = _templates(overlaps, writings, texts)
    nearest = _nearest(overlaps)
    for overlap in overlaps:
        yield from _said(_without(overlap, templates, nearest), writings, texts)


def _comparable(one: Writing, other: Writing) -> bool:
    """Different people's writings, and not two copies of one paper (cross.shared-paper looks at those)."""
    (first, entry), (second, there) = one, other
    if same_person(first, second) or first.dossier == second.dossier:
        return False
    titles = [plain(e.facts.get("title", ("",))[0]) for e in (entry, there)]
    joint = entry.sha256 == there.sha256 or (titles[0] and titles[0] == titles[1])
    return not (joint and entry.type == "paper")


def _templates(overlaps: Sequence[Overlap], writings: Sequence[Writing], texts: Sequence[str]) -> Mapping[int, Mask]:
    """By text: which characters also stand in at least two further dossiers, of whatever employer."""
    stretches: dict[int, dict[str, list[tuple[int, int]]]] = {}
    for overlap in overlaps:
        for p in overlap.passages:
            by = stretches.setdefault(overlap.a, {}).setdefault(writings[overlap.b][0].dossier, [])
            by.append((p.first, p.first + p.length))
            by = stretches.setdefault(overlap.b, {}).setdefault(writings[overlap.a][0].dossier, [])
            by.append((p.second, p.second + p.length))
    common = {}
    for text, others in stretches.items():
        counts = np.zeros(len(texts[text]), dtype=np.uint16)
        for spans in others.values():
            standing = np.zeros(len(texts[text]), dtype=bool)
            for begin, end in spans:
                standing[begin:end] = True
            counts += standing
        common[text] = counts >= _TOGETHER - 1
    return common


def _nearest(overlaps: Sequence[Overlap]) -> Mapping[int, list[int]]:
    """By text: how many characters it has in common with the two writings that it has most in common with."""
    amounts: dict[int, list[int]] = {}
    for overlap in overlaps:
        for text in (overlap.a, overlap.b):
            amounts.setdefault(text, []).append(overlap.characters)
    return {text: sorted(found, reverse=True)[:2] for text, found in amounts.items()}


def _without(overlap: Overlap, templates: Mapping[int, Mask], nearest: Mapping[int, list[int]]) -> Shared:
    kept: list[Passage] = []
    taken = np.zeros(len(templates[overlap.a]), dtype=bool)
    for p in sorted(overlap.passages, key=lambda p: (-p.length, p.first)):
        here = slice(p.first, p.first + p.length)
        own = ~(templates[overlap.a][here] | templates[overlap.b][p.second : p.second + p.length] | taken[here])
        taken[here] = True
        kept.extend(Passage(p.first + begin, p.second + begin, length) for begin, length in _runs(own))
    seconds = [n[1] if len(n) > 1 else 0 for n in (nearest[overlap.a], nearest[overlap.b])]
    return Shared(
        one=overlap.a,
        other=overlap.b,
        passages=tuple(sorted(kept, key=lambda p: (-p.length, p.first))),
        everything=tuple(sorted(overlap.passages, key=lambda p: (-p.length, p.first))),
        characters=overlap.characters,
        apart=max(seconds) <= _APART * overlap.characters,
    )


def _runs(own: Mask) -> Iterator[tuple[int, int]]:
    """Beginning and length of every run of at least ``SHORTEST`` true values."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], own, [False])).astype(np.int8)))
    for begin, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        if end - begin >= SHORTEST:
            yield begin, end - begin


def _said(shared: Shared, writings: Sequence[Writing], texts: Sequence[str]) -> Iterator[Said]:
    (first, entry), (second, there) = writings[shared.one], writings[shared.other]
    amount, severity = _amount(shared, texts[shared.one], texts[shared.other])
    if not amount:
        return
    template = severity == "suspect" and _may_be_template(shared, writings, texts)
    severity = "notice" if template else severity
    longest = (shared.passages or shared.everything)[:_SHOWN]
    quotes = "；".join(f"“{_quote(entry.text, p)}”" for p in longest)
    yield from both(
        INFO,
        (first, [_place(entry, p.first, p.length) for p in longest]),
        (second, [_place(there, p.second, p.length) for p in longest]),
        f"文字内容与{{other}}{amount}" + ("，待核实" if severity == "suspect" else ""),
        explanation=f"相同段落例：{quotes}。三份以上申报材料共有的段落视为模板，不单独计入。"
        + ("两人同一单位，相同部分未见年份、数量等个人事项，可能为单位模板，仅作提示。" if template else ""),
        severity=severity,
    )


def _may_be_template(shared: Shared, writings: Sequence[Writing], texts: Sequence[str]) -> bool:
    """Whether two of one employer share what a unit hands out: much, not all, and nothing particular to a person."""
    one, other = (writings[n][0].employer for n in (shared.one, shared.other))
    if not one or plain(one) != plain(other):
        return False
    if shared.characters >= _WHOLE * min(len(texts[shared.one]), len(texts[shared.other])):
        return False
    told = (texts[shared.one][p.first : p.first + p.length] for p in shared.passages)
    return len({number for passage in told for number in _PARTICULAR.findall(passage)}) < _PARTICULARS


def _amount(shared: Shared, one: str, other: str) -> tuple[str, Severity]:
    """How much is the same, in words, and what it calls for; "" when it is too little to speak of."""
    shorter = min(len(one), len(other))
    copied = bool(shared.passages) and shared.passages[0].length >= _COPIED
    if copied and shared.long >= max(_LONG, _SHARE * shorter):
        return _verbatim(shared.own, shorter), "suspect"
    if shared.apart and shared.characters >= max(_LONG, _WHOLE * shorter):
        return _verbatim(shared.characters, shorter), "suspect"
    kept = LCSseq.similarity(one, other) if shared.own >= max(_TRACE * shorter, SHORTEST) else 0
    if shorter >= _LEAST and kept >= _ALIKE * shorter:
        told = f"约{round(100 * kept / shorter)}%的文字按同样次序出现，仅个别字词不同"
        filled = shared.everything[0].length >= _PASSAGE  # one form's sentences with other words in the gaps
        return told, "suspect" if shared.apart and shorter >= _LONG and not filled else "notice"
    return (_verbatim(shared.own, shorter), "notice") if shared.own >= _LEAST else ("", "notice")


def _verbatim(characters: int, shorter: int) -> str:
    return f"有{characters}字逐字相同（占篇幅较短一份的{round(100 * characters / shorter)}%）"


def _quote(text: str, passage: Passage) -> str:
    begin, end = _span(text, passage.first, passage.length)
    quoted = "".join(text[begin:end].split())
    return quoted if len(quoted) <= _QUOTED else quoted[:_QUOTED] + "……"


def _place(entry: Entry, start: int, length: int) -> Place:
    begin, end = _span(entry.text, start, length)
    page = entry.place.page + entry.text.count("\f", 0, begin)
    quoted = "".join(entry.text[begin:end].split())[:_QUOTED]
    return Place(document=entry.place.document, file=entry.place.file, page=page, text=quoted)


def _span(text: str, start: int, length: int) -> tuple[int, int]:
    """Where characters ``start`` to ``start + length`` of the plain text stand in the text as printed."""
    places = []
    for at, character in enumerate(text):
        kept = sum(c.isalnum() for c in unicodedata.normalize("NFKC", character).upper())
        places += [at] * kept
        if len(places) >= start + length:
            break
    return (places[start], places[min(start + length, len(places)) - 1] + 1) if len(places) > start else (0, 0)
